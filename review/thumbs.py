"""Small pictures for boards and galleries: made from a picture when it is first looked at, kept beside the project."""

import hashlib
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from review.media import find, is_take, send

if TYPE_CHECKING:
    from PIL import Image

WIDTH, HEIGHT = 640, 640  # the box that a small picture fits into, enough for dense screens
PICTURES = (".png", ".jpg")


@require_safe
def thumb(request: HttpRequest, path: str) -> HttpResponseBase:
    """Give the small form of a picture; the picture itself where none can be kept."""
    picture = find(request, path)
    if picture.suffix not in PICTURES:
        raise Http404
    return send(request, _small(picture) or picture, lasting=is_take(path))


def _small(picture: Path) -> Path | None:
    """Find the small form, or make it. None where that is not possible."""
    with suppress(Exception):  # Pillow has many kinds of exceptions for pictures that are damaged or far too large
        facts = picture.stat()
        key = hashlib.sha256(f"{picture} {facts.st_ino} {facts.st_mtime_ns} {facts.st_size}".encode()).hexdigest()[:32]
        folder = _project(picture) / "thumbs"
        small = folder / f"{key}.jpg"
        if not folder.is_symlink() and not small.is_file():
            folder.mkdir(exist_ok=True)
            _write(picture, small)
        return small if not folder.is_symlink() else None
    return None


def _project(picture: Path) -> Path:
    return next(folder for folder in picture.parents if folder.parent.name == "projects")


def _on_grey(image: "Image.Image") -> "Image.Image":
    """JPEG knows no transparency: put what is cut out on the grey of a studio wall."""
    from PIL import Image

    if not image.has_transparency_data:
        return image.convert("RGB")
    wall = Image.new("RGBA", image.size, "#8a8a90")
    return Image.alpha_composite(wall, image.convert("RGBA")).convert("RGB")


def _write(picture: Path, small: Path) -> None:
    from PIL import Image

    beside = small.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with Image.open(picture) as image:
            image.draft("RGB", (WIDTH, HEIGHT))
            image.thumbnail((WIDTH, HEIGHT), reducing_gap=2.0)
            _on_grey(image).save(beside, "JPEG", quality=82)
        beside.replace(small)
    finally:
        beside.unlink(missing_ok=True)
