"""One HTTP call tells what never left from what left and was not answered, over TLS too."""

import os
import socket
import ssl
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
CALL = "import sys, _http; _http.call('POST', sys.argv[1], send={})"
DOWNLOAD = "import sys, pathlib, _http; print(_http.download(sys.argv[1], pathlib.Path(sys.argv[2])).status)"


@pytest.fixture
def certificate(tmp_path):
    """A key and a certificate for this machine that nobody trusts by default."""
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    files = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "certificate.pem"]
    subprocess.run([*command, *files], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path / "certificate.pem"


@pytest.fixture
def breaks_off(certificate):
    """A TLS server that takes one request and then breaks the rules of TLS, as machines in between do."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_take_and_break, args=(listening, context), daemon=True).start()
        yield f"https://127.0.0.1:{listening.getsockname()[1]}/order"


def _take_and_break(listening, context):
    connection, _ = listening.accept()
    try:
        with context.wrap_socket(connection, server_side=True) as secure:
            while not secure.recv(65536).endswith(b"{}"):
                pass
            os.write(secure.fileno(), b"HTTP/1.1 502 Bad Gateway\r\n\r\n")  # in clear, past the encryption
    except OSError:
        return


def last_line(code, *arguments, **environment):
    finished = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SCRIPTS), "NO_PROXY": "127.0.0.1", **environment},
    )
    return (finished.stderr or finished.stdout).strip().splitlines()[-1]


def test_a_secure_connection_that_breaks_after_the_request_may_have_cost_money(breaks_off, certificate):
    assert last_line(CALL, breaks_off, SSL_CERT_FILE=str(certificate)).startswith("_http.AnswerLost")


def test_a_certificate_that_is_not_trusted_stops_the_request_before_it_leaves(breaks_off):
    assert last_line(CALL, breaks_off) == "_http.NotSent: its certificate is not trusted"


def test_nobody_answering_is_a_request_that_never_left():
    assert last_line(CALL, "http://127.0.0.1:9/").startswith("_http.NotSent")


def test_a_download_follows_the_provider_to_its_store(tmp_path):
    pages = {"/clip": (302, "/store"), "/store": (200, "")}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, onward = pages[self.path]
            self.send_response(status)
            self.send_header("Location", onward)
            self.send_header("Content-Length", "4")
            self.end_headers()
            self.wfile.write(b"film")

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        said = last_line(DOWNLOAD, f"http://127.0.0.1:{server.server_address[1]}/clip", tmp_path / "clip")
        server.shutdown()

    assert (said, (tmp_path / "clip").read_bytes()) == ("200", b"film")
