"""One listening socket, and the two values that cross it: a Request and an Answer."""

import contextlib
import json
import re
import select
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

Cut = Literal["", "close", "half"]


@dataclass(frozen=True)
class Request:
    """What a client sent. `headers` has names in lower case; `at` is in seconds since 1970."""

    at: float
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    host: str = ""  # which of a provider's hosts was asked: "api", "upload" or "files"
    connection: socket.socket | None = field(default=None, repr=False, compare=False)

    @property
    def json(self) -> Any:
        """The body as JSON; None when it is something else."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def form(self) -> dict[str, "Part"]:
        """The parts of a multipart body by their names; empty when it is something else."""
        boundary = re.search(r'boundary="?([^";]+)', self.headers.get("content-type", ""))
        if not boundary:
            return {}
        pieces = self.body.split(b"--" + boundary[1].encode())[1:-1]
        parts = [Part.read(piece) for piece in pieces]
        return {part.name: part for part in parts}

    def client_is_gone(self) -> bool:
        """Tell whether the client hung up while it was waiting for the answer."""
        if self.connection is None:
            return False
        try:
            readable, _, _ = select.select([self.connection], [], [], 0)
            return bool(readable) and self.connection.recv(1, socket.MSG_PEEK) == b""
        except (OSError, ValueError):
            return True


@dataclass(frozen=True)
class Part:
    """One part of a multipart body."""

    name: str
    filename: str
    content: bytes

    @classmethod
    def read(cls, piece: bytes) -> "Part":
        head, _, content = piece.partition(b"\r\n\r\n")
        said = dict(re.findall(r'\b(name|filename)="([^"]*)"', head.decode("utf-8", "replace")))
        return cls(said.get("name", ""), said.get("filename", ""), content.removesuffix(b"\r\n"))


@dataclass(frozen=True)
class Answer:
    """What goes back. `cut` breaks the connection instead of, or in the middle of, the answer."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: Cut = ""

    @classmethod
    def of(cls, value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> "Answer":
        """Answer with JSON."""
        return cls(status, json.dumps(value).encode(), {"Content-Type": "application/json", **(headers or {})})


class Listener:
    """A local HTTP server that asks `answer` about each request. Any number of them are answered at once."""

    def __init__(self, host: str, answer: Callable[[Request], Answer], port: int = 0) -> None:
        self._server = _Server(
            ("127.0.0.1", port), type("Handler", (_Handler,), {"host": host, "ask": staticmethod(answer)})
        )
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Stop listening and drop every connection."""
        self._server.shutdown()
        self._server.server_close()
        self._server.drop_connections()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self.open_connections: set[socket.socket] = set()
        super().__init__(address, handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing about clients that hang up."""

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open_connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open_connections.discard(request)
        super().shutdown_request(request)

    def drop_connections(self) -> None:
        for connection in list(self.open_connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    host = ""
    ask: Callable[[Request], Answer]

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    do_PUT = do_DELETE = do_PATCH = do_GET

    def log_message(self, *arguments: Any) -> None:
        """Keep quiet; every request is on record anyhow."""

    def _serve(self) -> None:
        answer = type(self).ask(self._request())
        if answer.cut == "close":
            self.close_connection = True
            return
        lines = [f"HTTP/1.1 {answer.status} {self.responses.get(answer.status, ('Unknown',))[0]}"]
        headers = {"Content-Type": "text/plain", **answer.headers, "Content-Length": str(len(answer.body))}
        lines += [f"{name}: {value}" for name, value in headers.items()]
        body = answer.body
        if answer.cut == "half":
            body, self.close_connection = body[: len(body) // 2], True
        self.wfile.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def _request(self) -> Request:
        at, parts = time.time(), urlsplit(self.path)
        headers: Message = self.headers
        return Request(
            at=at,
            method=self.command,
            path=parts.path,
            query=dict(parse_qsl(parts.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in headers.items()},
            body=self._body(),
            host=self.host,
            connection=self.connection,
        )

    def _body(self) -> bytes:
        if self.headers.get("transfer-encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("content-length") or 0))
        pieces = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            pieces.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(pieces)
