"""A fake catbox: an upload gives an address, as plain text."""

import mimetypes
import urllib.request

from tests.fakes.media import Media
from tests.fakes.provider import OURS, FakeProvider
from tests.fakes.wire import Answer, Request

PATHS = ("/user/api.php", "/resources/internals/api.php")
TIMES = ("1h", "12h", "24h", "72h")


class FakeCatbox(FakeProvider):
    """Keeps what is uploaded, and serves it under /files/."""

    def __init__(self, media: Media, port: int = 0) -> None:
        super().__init__(media, port)
        self.files: dict[str, bytes] = {}

    @property
    def api_url(self) -> str:
        return f"{self.url}/user/api.php"

    @property
    def file_url(self) -> str:
        return f"{self.url}/files"

    def respond(self, request: Request, twist: str) -> Answer | None:
        name = request.path.removeprefix("/files/")
        if request.method == "GET" and name in self.files:
            return Answer(200, self.files[name], {"Content-Type": mimetypes.guess_type(name)[0] or "image/png"})
        if request.method != "POST" or request.path not in PATHS:
            return None
        form = request.form
        said = {key: part.content.decode("utf-8", "replace") for key, part in form.items() if not part.filename}
        if request.path != PATHS[0] and said.get("time") not in TIMES:
            return Answer(200, b"No expire time specified.")
        match said.get("reqtype"):
            case "fileupload" if "fileToUpload" in form:
                part = form["fileToUpload"]
                return self._kept(part.filename, part.content)
            case "urlupload" if said.get("url", "").startswith("http://127.0.0.1:"):
                asked = urllib.request.Request(said["url"], headers={"User-Agent": OURS})
                with urllib.request.urlopen(asked, timeout=30) as answer:
                    return self._kept(said["url"], answer.read())
            case "deletefiles":
                return Answer(200, b"Files successfully deleted.")
        return Answer(200, b"No request type given.")

    def _kept(self, filename: str, content: bytes) -> Answer:
        if not content:
            return Answer(412, b"No files given.")
        name = f"{self.new_id()[-6:]}.{filename.rpartition('.')[2]}"
        with self._lock:
            self.files[name] = content
        return Answer(200, f"{self.file_url}/{name}".encode())
