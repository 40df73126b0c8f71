"""A store that machines share, played on this machine, and machines that have nothing but it and the database in common."""

import http.server
import itertools
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from pytest_django.fixtures import Settings as SettingsWrapper

from tests.paid import work

PATIENCE = 60  # seconds until the server must have started
KEYS = {"aws_access_key_id": "key-of-the-store", "aws_secret_access_key": "secret-of-the-store"}
_numbers = itertools.count(1)


class Store:
    """A bucket on a real S3 server."""

    def __init__(self, url: str) -> None:
        self.url, self.bucket = url, f"films-{next(_numbers)}"
        self.client = boto3.client("s3", endpoint_url=url, region_name="us-east-1", **KEYS)
        self.client.create_bucket(Bucket=self.bucket)

    @property
    def settings(self) -> dict[str, str]:
        """The settings, or the environment, that lead a machine here."""
        return {
            "STORAGE_BUCKET": self.bucket,
            "STORAGE_ENDPOINT_URL": self.url,
            "STORAGE_ACCESS_KEY_ID": KEYS["aws_access_key_id"],
            "STORAGE_SECRET_ACCESS_KEY": KEYS["aws_secret_access_key"],
        }

    @property
    def keys(self) -> list[str]:
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket)
        return [item["Key"] for page in pages for item in page.get("Contents", [])]

    def named(self, name: str) -> list[str]:
        """The keys of the files of this name."""
        return [key for key in self.keys if key.endswith(f"/{name}")]


@pytest.fixture(scope="session")
def store_server() -> Iterator[str]:
    """An S3 server, in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{url}/moto-api/", server)
        yield url
    finally:
        server.kill()
        server.wait()


def _wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            assert server.poll() is None, "the store ended before it began"
            assert time.monotonic() < ends, "the store did not start"
            time.sleep(0.1)


@pytest.fixture
def store(store_server: str, settings: SettingsWrapper) -> Store:
    """A new bucket, which this machine uses."""
    made = Store(store_server)
    for name, value in made.settings.items():
        setattr(settings, name, value)
    return made


class Machines:
    """Machines that share the database and the store. The test itself acts on one at a time."""

    def __init__(self, folder: Path, settings: SettingsWrapper) -> None:
        self._folder, self._settings = folder, settings

    def workspace(self, name: str) -> Path:
        return (self._folder / f"disk-of-{name}").resolve()

    def on(self, name: str) -> None:
        """Go to this machine."""
        self._settings.MACHINE_NAME = name
        self._settings.WORKSPACE_ROOT = self.workspace(name)
        self.workspace(name).mkdir(exist_ok=True)

    def work(self, name: str, film: Any) -> Any:
        """Let this machine do all that it can do now."""
        self.on(name)
        return work(film)

    def lose(self, name: str) -> None:
        """Let a machine's disk go."""
        shutil.rmtree(self.workspace(name))


@pytest.fixture
def machines(tmp_path: Path, settings: SettingsWrapper) -> Machines:
    """Machines a, b, c; the test begins on a."""
    made = Machines(tmp_path, settings)
    made.on("a")
    return made


@pytest.fixture
def slow_store(store: Store, settings: SettingsWrapper) -> Iterator[float]:
    """The same store over a slow line: whatever is sent takes so many seconds."""
    seconds = 7.0

    class Line(http.server.BaseHTTPRequestHandler):
        def pass_on(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length") or 0)) or None
            time.sleep(seconds if content else 0)
            asked = urllib.request.Request(store.url + self.path, content, dict(self.headers), method=self.command)
            with urllib.request.urlopen(asked, timeout=30) as answer:
                self.send_response(answer.status)
                self.send_header("Content-Length", "0")
                self.send_header("ETag", answer.headers.get("ETag", ""))
                self.end_headers()

        do_PUT = do_HEAD = pass_on

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Line)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.STORAGE_ENDPOINT_URL = f"http://127.0.0.1:{server.server_port}"
    yield seconds
    server.shutdown()
    server.server_close()
