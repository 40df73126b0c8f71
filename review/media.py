"""Files to browsers: only to people who may see the task, whole or in parts, so that players can seek."""

import os
import stat
from io import BufferedReader
from pathlib import Path
from uuid import UUID

import structlog
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date, parse_http_date_safe, quote_etag
from django.views.decorators.http import require_safe

from pipeline import sharing, storage
from pipeline.models import Attempt, Task
from pipeline.steps import BY_KIND
from review.handing_over import handed_over
from review.ranges import Part, Unsatisfiable, wanted_part
from videogen.lib import paths

log = structlog.get_logger(__name__)

KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".mp4": "video/mp4",
    ".mp3": "audio/mpeg",
    ".wav": "audio/wav",
    ".json": "application/json",
    ".srt": "application/x-subrip; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
}
CHUNK = 128 * 1024
AT_ONCE = 8 * 1024 * 1024  # bytes for a player: some seconds of a film, and as much as browsers like to have ahead


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Give a file of a task's project, or the part of it that the player asks for."""
    return send(request, find(request, path), lasting=is_take(path))


def is_take(path: str) -> bool:
    """A take never changes; at a canonical place there is another file as soon as another take is selected."""
    return path.split("/")[4:5] == ["takes"]


def find(request: HttpRequest, path: str) -> Path:
    """Give the file behind a path of the workspace. Raises Http404 for everything that this person may not see."""
    match path.split("/"):
        case ["channels", channel, "projects", task_id, _, *_] if Path(path).suffix in KINDS:
            task = _task(request, channel, task_id)
        case _:
            raise Http404
    try:
        file = task.project.resolve(path)
        if storage.is_shared():
            _have(task, path, file)
        return file
    except paths.UnsafePath as error:
        raise Http404 from error
    except storage.StoreFailed as error:
        log.warning("a file could not be shown", path=path, error=str(error))
        raise Http404 from error


def _have(task: Task, path: str, file: Path) -> None:
    """Get a file that another machine made: a take if it is not here, a canonical place whenever another take is selected."""
    if not is_take(path):
        own = path.split("/", 4)[4]
        for clip in task.clips.all():
            places = (Path(clip.path), *BY_KIND[clip.kind].companions(Path(clip.path)))
            if Path(own) in places:
                sharing.place(task, clip)
    elif file.is_file():
        return
    elif file.parent.name == "previews":
        sharing.bring_preview(task, file)
    else:
        takes = Attempt.objects.filter(
            clip__task=task, outcome=Attempt.Outcome.DONE, path__startswith=f"{path.rpartition('/')[0]}/"
        )
        if take := takes.select_related("clip").first():
            sharing.bring_take(take)


def send(request: HttpRequest, file: Path, *, lasting: bool = False) -> HttpResponseBase:
    """Answer with a file. It is opened once: whoever replaces it meanwhile does not disturb the reader.

    `lasting`: what is at this address never changes, so browsers need not ask again.
    """
    opened = _open(file)
    response: HttpResponseBase | None = None
    try:
        facts = os.fstat(opened.fileno())
        headers = _headers(file, lasting=lasting)
        response = handed_over(file)
        if response is None:
            response = _unchanged(request, facts) or _answer(request, opened, facts)
            headers |= _version(facts)
        for name, value in headers.items():
            response[name] = value
        return response
    finally:
        if response is None or not response.streaming:
            opened.close()


class Piece:
    """Reads a part of an open file in chunks, and closes the file at the end, or when nobody reads on."""

    def __init__(self, file: BufferedReader, part: Part) -> None:
        self.file, self.left = file, part.length
        file.seek(part.first)

    def __iter__(self) -> "Piece":
        return self

    def __next__(self) -> bytes:
        chunk = self.file.read(min(CHUNK, self.left)) if self.left else b""
        self.left -= len(chunk)
        if not chunk:
            self.close()
            raise StopIteration
        return chunk

    def close(self) -> None:
        self.left = 0
        self.file.close()


def _task(request: HttpRequest, channel: str, task_id: str) -> Task:
    try:
        key = UUID(task_id)
    except ValueError as error:
        raise Http404 from error
    task = Task.objects.visible_to(request.user).filter(pk=key, channel_id=channel).first()
    if task is None or str(task.pk) != task_id:
        raise Http404
    return task


def _open(file: Path) -> BufferedReader:
    try:
        opened = os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb")
    except (OSError, ValueError) as error:
        raise Http404 from error
    if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
        opened.close()
        raise Http404
    return opened


def _unchanged(request: HttpRequest, facts: os.stat_result) -> HttpResponse | None:
    """Answer 304 (or 412) where the browser has this very file; None where it must get it."""
    send_it = HttpResponse()
    answer = get_conditional_response(request, _etag(facts), int(facts.st_mtime), send_it)
    return None if answer is send_it else answer


def _answer(request: HttpRequest, opened: BufferedReader, facts: os.stat_result) -> HttpResponseBase:
    size = facts.st_size
    if request.method == "HEAD":
        return HttpResponse(headers={"Content-Length": str(size)})
    try:
        part = _wanted(request, size) if _range_counts(request, facts) else None
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    if part is None:
        return StreamingHttpResponse(Piece(opened, Part(0, size - 1)), headers={"Content-Length": str(size)})
    return StreamingHttpResponse(
        Piece(opened, part),
        status=206,
        headers={"Content-Length": str(part.length), "Content-Range": f"bytes {part.first}-{part.last}/{size}"},
    )


def _wanted(request: HttpRequest, size: int) -> Part | None:
    """A player asks from where it is to the end, and then reads as it plays: it gets a piece, and asks for the next one.

    Otherwise each film that somebody has paused would hold one of our threads.
    """
    plays = request.headers.get("Sec-Fetch-Dest") in ("video", "audio")
    return wanted_part(request.headers.get("Range", ""), size, at_once=AT_ONCE if plays else None)


def _range_counts(request: HttpRequest, facts: os.stat_result) -> bool:
    """A reader who has the beginning of another version of the file (If-Range) must get the new one whole."""
    seen = request.headers.get("If-Range", "").strip()
    if not seen:
        return True
    if seen.startswith(('"', "W/")):
        return seen == _etag(facts)
    return parse_http_date_safe(seen) == int(facts.st_mtime)


def _etag(facts: os.stat_result) -> str:
    return quote_etag(f"{facts.st_ino:x}-{facts.st_mtime_ns:x}-{facts.st_size:x}")


def _version(facts: os.stat_result) -> dict[str, str]:
    """Which version of a file this is, and that parts of it can be had. A web server that sends it has words of its own."""
    return {"Accept-Ranges": "bytes", "ETag": _etag(facts), "Last-Modified": http_date(facts.st_mtime)}


def _headers(file: Path, *, lasting: bool) -> dict[str, str]:
    return {
        "Content-Type": KINDS[file.suffix],
        "Content-Disposition": content_disposition_header(False, file.name) or "inline",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, max-age=86400" if lasting else "private, no-cache",
    }
