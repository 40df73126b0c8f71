"""One HTTP call, and what became of it: an answer, never sent, or lost on the way back.

Scripts need exactly this difference: what never left may be sent again; what left and was not answered may have cost money.
"""

import functools
import json
import os
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    MaxRetryError,
    NewConnectionError,
    ProxyError,
    ResponseError,
    SSLError,
)

USER_AGENT = "Mozilla/5.0 (compatible; videogen/1.0)"  # One upload host turns away calls without a usual one.
CONNECT_S = 15.0
MOST_BYTES = 256 * 1024 * 1024
PIECE = 1 << 16


class NotSent(Exception):
    """Say why a request never reached the other side: nothing can have happened there."""


class AnswerLost(Exception):
    """Say why a request that left has no whole answer: whatever it asked for may have happened."""


@dataclass(frozen=True)
class Answer:
    """What came back. `headers` has names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def json(self) -> Any:
        """The body as JSON; None when it is something else."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def retry_after_s(self) -> float | None:
        """Seconds that the other side asks to wait, where it says a number."""
        value = self.headers.get("retry-after", "")
        return float(value) if value.isdigit() else None


def call(
    method: str,
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    send: Any = None,
    form: Mapping[str, Any] | None = None,
    timeout: float = 60.0,
) -> Answer:
    """Make one call and read its whole answer. `send` goes as JSON, bytes as they are; `form` as multipart, a file as
    (name, bytes, type).

    `timeout` is in seconds between two pieces of the answer. Raises NotSent or AnswerLost. Follows no redirects.
    """
    body, more = send, {}
    if send is not None and not isinstance(send, bytes):
        body, more = json.dumps(send, ensure_ascii=False).encode(), {"Content-Type": "application/json"}
    with _response(method, url, {**(headers or {}), **more}, timeout, body=body, fields=form) as response:
        return Answer(response.status, _headers(response), _read(response))


def download(url: str, to: Path, *, headers: Mapping[str, str] | None = None, timeout: float = 60.0) -> Answer:
    """Fetch a file to `to`. The answer has an empty body when it went well, and the beginning of it otherwise."""
    with _response("GET", url, headers or {}, timeout, redirect=True) as response:
        if not 200 <= response.status < 300:
            return Answer(response.status, _headers(response), _read(response)[:2_000])
        with to.open("wb") as file, _losses():
            for piece in response.stream(PIECE, decode_content=True):
                file.write(piece)
        return Answer(response.status, _headers(response), b"")


@contextmanager
def _response(
    method: str, url: str, headers: Mapping[str, str], timeout: float, **how: Any
) -> Iterator[urllib3.BaseHTTPResponse]:
    with _pool(url) as pool, _losses():
        response = pool.request(
            method,
            url,
            headers={"User-Agent": USER_AGENT, **headers},
            timeout=urllib3.Timeout(connect=CONNECT_S, read=timeout),
            retries=urllib3.Retry(None, connect=0, read=0, other=0, redirect=5)
            if how.pop("redirect", False)
            else False,
            preload_content=False,
            **{key: value for key, value in how.items() if value is not None},
        )
        try:
            yield response
        finally:
            response.close()


def _read(response: urllib3.BaseHTTPResponse) -> bytes:
    with _losses():
        body = response.read(MOST_BYTES, decode_content=True)
        if response.read(1):
            raise AnswerLost("the answer was too large")
        return body


@contextmanager
def _losses() -> Iterator[None]:
    """Tell what never left from what left and was not answered."""
    try:
        yield
    except (HTTPError, ResponseError, ConnectionError, TimeoutError) as error:
        cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
        raise (NotSent if _never_left(cause) else AnswerLost)(_reason(cause)) from error


def _never_left(error: Exception) -> bool:
    # Other TLS errors also happen while the answer is read: many servers just hang up.
    untrusted = isinstance(error, SSLError) and "CERTIFICATE_VERIFY_FAILED" in str(error)
    return untrusted or isinstance(error, NewConnectionError | ConnectTimeoutError | ProxyError)


def _reason(error: Exception) -> str:
    """Say in a few words what happened; the address stays out of it, because it may hold a key."""
    known = {
        "NewConnectionError": "nobody answers there",
        "NameResolutionError": "its name is not known; is this machine online",
        "ConnectTimeoutError": "it could not be reached in time",
        "ReadTimeoutError": "it did not answer in time",
        "ProtocolError": "the connection broke off",
        "IncompleteRead": "half of the answer is missing",
        "SSLError": "the secure connection failed" if not _never_left(error) else "its certificate is not trusted",
        "ProxyError": "the proxy does not let it through",
    }
    return known.get(type(error).__name__, type(error).__name__)


def _pool(url: str) -> urllib3.PoolManager:
    """Give connections to a place. Each call makes a new one: a kept one may be gone, and nobody could tell what was sent."""
    parts = urlsplit(url)
    trust: dict[str, Any] = {"ssl_context": _trust()} if parts.scheme == "https" else {}
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.hostname or ""):
        return urllib3.ProxyManager(proxy, **trust)
    return urllib3.PoolManager(**trust)


@functools.cache
def _trust() -> ssl.SSLContext:
    """Say whose certificates are trusted. Read once: it takes longer than a whole call."""
    import certifi
    from urllib3.util.ssl_ import create_urllib3_context

    context = create_urllib3_context()
    context.load_verify_locations(os.environ.get("SSL_CERT_FILE") or certifi.where())
    return context


def _headers(response: urllib3.BaseHTTPResponse) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}
