"""The fake KIE's hosts for files: uploads come in, pictures are fetched, results go out once."""

import base64
import binascii
import mimetypes
import re
import time
import urllib.request
from abc import abstractmethod
from collections.abc import Callable
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit

from tests.fakes.faults import Fault
from tests.fakes.faults import kie as faults
from tests.fakes.faults.base import said
from tests.fakes.kie_rules import pictures
from tests.fakes.media import Media
from tests.fakes.provider import OURS, FakeProvider
from tests.fakes.wire import Answer, Request

MOST_BYTES = 10 * 1024 * 1024
PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
ODD_AGENTS = re.compile(r"^$|^python|^urllib|^curl|^-$", re.IGNORECASE)


class KieFiles(FakeProvider):
    """`serve_results` is how often a result may be downloaded; None is any number of times."""

    def __init__(self, media: Media, port: int = 0) -> None:
        super().__init__(media, port)
        self.serve_results: int | None = 1
        self.may_fetch: list[Callable[[], str]] = [lambda: self.file_url]  # beginnings of addresses it can reach
        self.uploads: dict[str, bytes] = {}
        self._results: dict[str, bytes] = {}
        self._served: dict[str, int] = {}

    @property
    def upload_url(self) -> str:
        return self._listeners["upload"].url

    @property
    def file_url(self) -> str:
        return self._listeners["files"].url

    def respond(self, request: Request, twist: str) -> Answer | None:
        if request.host == "upload":
            return self._upload(request)
        if request.host == "files":
            return self._file(request)
        return self.respond_api(request, twist)

    @abstractmethod
    def respond_api(self, request: Request, twist: str) -> Answer | None:
        """Do what the API host does."""

    def keep_result(self, name: str, content: bytes) -> str:
        """Put a finished file where it can be downloaded, and give its address."""
        with self._lock:
            self._results[name] = content
        return f"{self.file_url}/results/{name}"

    def fresh_link(self, url: str) -> str:
        """Give another address of a result, which stays good; empty for what is no result of ours."""
        name = url.rpartition("/")[2]
        known = url.startswith(f"{self.file_url}/results/") and name in self._results
        return f"{self.file_url}/fresh/{name}" if known else ""

    def _picture(self, given: dict[str, Any]) -> bytes | None:
        """Fetch the pictures of an input and give the first; None when one cannot be fetched or is none."""
        fetched = [self._fetch(url) for url in pictures(given)]
        good = [content for content in fetched if content.startswith(PICTURES) and len(content) <= MOST_BYTES]
        return good[0] if good and len(good) == len(fetched) else None

    def _fetch(self, url: str) -> bytes:
        if not any(url.startswith(beginning()) for beginning in self.may_fetch):
            return b""
        asked = urllib.request.Request(url, headers={"User-Agent": OURS})
        straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with straight.open(asked, timeout=30) as answer:
                return answer.read()
        except (URLError, OSError):
            return b""

    def _upload(self, request: Request) -> Answer | None:
        if ODD_AGENTS.search(request.headers.get("user-agent", "")):
            return faults.UPLOAD_CLOUDFLARE.answer()
        if request.headers.get("authorization") != f"Bearer {self.key}":
            return faults.UPLOAD_BAD_KEY.answer()
        forms = {
            "/api/file-stream-upload": self._stream,
            "/api/file-base64-upload": self._base64,
            "/api/file-url-upload": self._url,
        }
        read = forms.get(request.path) if request.method == "POST" else None
        if read is None:
            return None
        folder, name, content = read(request)
        if not folder:
            return faults.UPLOAD_BAD_REQUEST.answer()
        if folder.strip("/") != folder or not content:
            return _refused("Invalid parameter: uploadPath or file").answer()
        return self._stored(f"{folder}/{name or self.new_id() + '.png'}", content)

    def _stored(self, place: str, content: bytes) -> Answer:
        with self._lock:
            self.uploads.setdefault(place, content)  # An old file of the same name stays in the cache.
        name = place.rpartition("/")[2]
        data = {
            **{"fileName": name, "filePath": place, "downloadUrl": f"{self.file_url}/uploads/{place}"},
            **{"fileSize": len(content), "mimeType": mimetypes.guess_type(name)[0] or "application/octet-stream"},
            "uploadedAt": time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime()),
        }
        return Answer.of({"success": True, "code": 200, "msg": "File uploaded successfully", "data": data})

    def _stream(self, request: Request) -> tuple[str, str, bytes]:
        form = request.form
        texts = {name: part.content.decode("utf-8", "replace") for name, part in form.items() if name != "file"}
        if "file" not in form:
            return texts.get("uploadPath", ""), "", b""
        return texts.get("uploadPath", ""), texts.get("fileName") or form["file"].filename, form["file"].content

    def _base64(self, request: Request) -> tuple[str, str, bytes]:
        given = _object(request)
        data = str(given.get("base64Data", "")).rpartition(",")[2]
        try:
            content = base64.b64decode(data, validate=True)
        except binascii.Error:
            content = b""
        return str(given.get("uploadPath", "")), str(given.get("fileName", "")), content

    def _url(self, request: Request) -> tuple[str, str, bytes]:
        given = _object(request)
        url = str(given.get("fileUrl", ""))
        return (
            str(given.get("uploadPath", "")),
            given.get("fileName") or urlsplit(url).path.rpartition("/")[2],
            self._fetch(url),
        )

    def _file(self, request: Request) -> Answer | None:
        kind, _, place = request.path.lstrip("/").partition("/")
        if request.method != "GET":
            return None
        if kind == "uploads" and place in self.uploads:
            return Answer(200, self.uploads[place], {"Content-Type": mimetypes.guess_type(place)[0] or "image/png"})
        with self._lock:
            content = self._results.get(place) if kind in ("results", "fresh") else None
            if content is None:
                return None
            if kind == "results":
                self._served[place] = self._served.get(place, 0) + 1
                if self.serve_results is not None and self._served[place] > self.serve_results:
                    return faults.RESULT_EXPIRED.answer()
        return Answer(200, content, {"Content-Type": "video/mp4"})


def _object(request: Request) -> dict[str, Any]:
    value = request.json
    return value if isinstance(value, dict) else {}


def _refused(message: str) -> Fault:
    return said("UPLOAD_REFUSED", 400, {"success": False, "code": 400, "msg": message})
