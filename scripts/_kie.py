"""KIE, which sells Kling: its calls, what its codes mean, its store for pictures."""

import argparse
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from _client import Failure
from _http import Answer, AnswerLost, NotSent, call

API = "https://api.kie.ai"
UPLOADS = "https://kieai.redpandaai.co"  # The API host knows no uploads.
FOLDER = "videogen/inputs"
MAINTENANCE_S = 60

# KIE's code: our class, our code, what a creator reads. Nothing was made and nothing is owed after any of these.
MEANINGS: Mapping[int, tuple[str, str, str]] = {
    400: ("permanent", "bad_request", "KIE does not accept this: {said}. Change the motion text or the video model."),
    401: ("permanent", "bad_key", "KIE does not accept the key in KIE_API_KEY. Copy it again from kie.ai, then retry."),
    402: ("quota", "balance", "The balance at KIE is used up. Top it up at kie.ai, then resume Kling."),
    403: ("permanent", "turned_away", "KIE turns calls from this machine away ({said}). Try from another network."),
    404: ("permanent", "unknown_model", "KIE does not offer this model: {said}. Choose another video model."),
    405: ("permanent", "wrong_address", "KIE is not at this address. Check KIE_API_BASE_URL and KIE_UPLOAD_BASE_URL."),
    413: ("permanent", "too_large", "KIE finds this too large. Use a smaller picture or a shorter text."),
    422: ("permanent", "bad_request", "KIE does not accept this: {said}. Change the motion text or the video model."),
    429: ("transient", "rate_limit", "KIE takes no more orders for some seconds. It will be tried again."),
    433: ("quota", "balance", "This key has reached its cap at KIE. Raise the cap at kie.ai, then resume Kling."),
    451: (
        "permanent",
        "image_unreachable",
        "Kling could not fetch the picture. Choose another host for it, then retry.",
    ),
    455: ("transient", "maintenance", "KIE is under maintenance. It will be tried again."),
    505: ("permanent", "disabled", "KIE has switched this model off ({said}). Choose another video model, then retry."),
    550: ("permanent", "denied", "KIE denies the connection ({said}). Ask its support at kie.ai, then retry."),
}
UPLOAD_MEANINGS: Mapping[int, tuple[str, str, str]] = {
    **MEANINGS,
    400: ("permanent", "bad_request", "KIE does not take the picture: {said}. Make it again or choose another host."),
    404: ("permanent", "wrong_address", "KIE takes no pictures at this address. Check KIE_UPLOAD_BASE_URL."),
    422: ("permanent", "bad_request", "KIE does not take the picture: {said}. Make it again or choose another host."),
}


@dataclass(frozen=True)
class Reply:
    """What KIE said. `code` is the real status, whatever HTTP says; 0 when there is none. `own`: KIE itself gave it."""

    code: int
    said: str
    data: Any = None
    own: bool = False
    retry_after_s: float | None = None


class Kie:
    """The account that a key opens."""

    def __init__(self, api: str, uploads: str, key: str) -> None:
        self._api, self._uploads, self._key = api.rstrip("/"), uploads.rstrip("/"), key

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> "Kie":
        """Open the account. Raises Failure where there is no key."""
        key = os.environ.get("KIE_API_KEY", "").strip()
        if not key or not key.isascii() or not key.isprintable() or " " in key:
            wrong = "is not a key" if key else "is empty"
            text = f"KIE_API_KEY {wrong}. Make a key at kie.ai under API Key and put it there."
            raise Failure(text, code="no_key")
        api = arguments.base_url or os.environ.get("KIE_API_BASE_URL") or API
        return cls(api, arguments.upload_url or os.environ.get("KIE_UPLOAD_BASE_URL") or UPLOADS, key)

    def get(self, path: str, *, timeout: float = 30.0) -> Reply:
        """Ask. Raises NotSent or AnswerLost."""
        return self._read(call("GET", self._api + path, headers=self._headers, timeout=timeout))

    def post(self, path: str, send: Mapping[str, Any], *, timeout: float = 60.0) -> Reply:
        """Send JSON. Raises NotSent or AnswerLost."""
        return self._read(call("POST", self._api + path, headers=self._headers, send=send, timeout=timeout))

    def upload(self, content: bytes, ending: str, mime: str) -> str:
        """Put a picture where Kling can fetch it, under a name of its own; give its address. Raises Failure."""
        # A name that was used before keeps its old content in a cache.
        name = f"{sha256(content).hexdigest()[:16]}-{secrets.token_hex(4)}.{ending}"
        form = {"uploadPath": FOLDER, "fileName": name, "file": (name, content, mime)}
        url = f"{self._uploads}/api/file-stream-upload"
        try:
            reply = self._read(call("POST", url, headers=self._headers, form=form, timeout=120))
        except (NotSent, AnswerLost) as error:
            raise unreachable("KIE's store for pictures", error) from error
        found = reply.data.get("downloadUrl") if reply.code == 200 and isinstance(reply.data, dict) else None
        if fetchable(found):
            return str(found)
        refused = refusal(reply, UPLOAD_MEANINGS)
        text = "KIE did not say where it put the picture. It will be tried again."
        raise refused or Failure(text, kind="transient", code="upload_failed")

    def fresh_url(self, url: str) -> str:
        """Ask for another address of a file; the same one where KIE has none."""
        try:
            reply = self.post("/api/v1/common/download-url", {"url": url}, timeout=30)
        except (NotSent, AnswerLost):
            return url
        return reply.data if reply.code == 200 and fetchable(reply.data) else url

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key}"}

    def _read(self, answer: Answer) -> Reply:
        told = answer.json if isinstance(answer.json, dict) else {}
        code = _number(told.get("code"))
        own = code is not None and (code != 200 or answer.ok)
        if not own:
            code = 0 if answer.ok else answer.status
        bare = "" if told or "<" in answer.text else answer.text
        said = told.get("msg") or told.get("message") or bare
        plain = " ".join(str(said).replace(self._key, "***").split())[:200].rstrip(" .")
        return Reply(code or 0, plain or f"no reason, {answer.status}", told.get("data"), own, answer.retry_after_s)


def add_addresses(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base-url", help=f"KIE's API; else KIE_API_BASE_URL, else {API}")
    parser.add_argument("--upload-url", help=f"KIE's store; else KIE_UPLOAD_BASE_URL, else {UPLOADS}")


def refusal(reply: Reply, meanings: Mapping[int, tuple[str, str, str]] = MEANINGS) -> Failure | None:
    """Say why KIE clearly did nothing. None when it is not clear: it may have, or it may be better the next time."""
    meaning = meanings.get(reply.code)
    if meaning is None and 300 <= reply.code < 500 and reply.code != 408:
        meaning = (
            "permanent",
            "refused_call",
            f"KIE refused this ({reply.code}): {{said}}. Read kie.ai's notes on it.",
        )
    if meaning is None:
        return None
    kind, code, sentence = meaning
    wait = reply.retry_after_s or (MAINTENANCE_S if code == "maintenance" else None)
    more = {"retry_after_s": wait} if kind == "transient" and wait else {}
    return Failure(sentence.format(said=reply.said), kind=kind, code=code, **more)


def unreachable(who: str, error: Exception) -> Failure:
    """Say that somebody could not be reached, where nothing is owed after that."""
    text = f"{who} could not be reached: {error}. It will be tried again."
    return Failure(text, kind="transient", code="unreachable")


def fetchable(url: object) -> bool:
    """Tell whether a text is an address that others can fetch from; without TLS only on this very machine."""
    if not isinstance(url, str) or not re.fullmatch(r"[!-~]{8,4096}", url):
        return False
    parts = urlsplit(url)
    local = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")
    return bool(parts.hostname) and (parts.scheme == "https" or local)


def _number(value: object) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
