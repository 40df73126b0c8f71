"""Captions for players: browsers read WebVTT, films come with .srt."""

import html
import re
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from review.media import KINDS, find

_TIMES = re.compile(r"(\d{1,3}:\d\d:\d\d)[,.](\d{3}) *--> *(\d{1,3}:\d\d:\d\d)[,.](\d{3}).*")
LARGEST = 2 * 1024 * 1024  # bytes; a film's captions are a few thousand


@require_safe
def captions(request: HttpRequest, path: str) -> HttpResponse:
    """Give a film's captions as a player wants them."""
    file = find(request, path)
    if file.suffix != ".srt":
        raise Http404
    response = HttpResponse(as_webvtt(_read(file)), content_type=KINDS[".vtt"])
    response["Cache-Control"] = "private, no-cache"
    return response


def as_webvtt(srt: str) -> str:
    """Turn SubRip captions into WebVTT. Marks such as < are shown, not obeyed; blocks without times are left out."""
    blocks = re.split(r"\n{2,}", srt.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    return "\n\n".join(["WEBVTT", *filter(None, map(_cue, blocks))]) + "\n"


def _cue(block: str) -> str:
    lines = block.strip("\n").split("\n")
    for place, line in enumerate(lines[:2]):
        if times := _TIMES.fullmatch(line.strip()):
            start, start_ms, end, end_ms = times.groups()
            words = [html.escape(text, quote=False) for text in lines[place + 1 :] if text.strip()]
            return "\n".join([f"{start:0>8}.{start_ms} --> {end:0>8}.{end_ms}", *words])
    return ""


def _read(file: Path) -> str:
    try:
        with file.open(encoding="utf-8", errors="replace") as content:
            return content.read(LARGEST)
    except OSError as error:
        raise Http404 from error
