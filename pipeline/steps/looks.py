"""What a file really is: pictures, clips and sound are opened before anybody relies on them."""

from pathlib import Path
from typing import Any

from pipeline.steps.base import UnusableFile


def picture(file: Path, *, size: tuple[int, int] | None = None) -> dict[str, Any]:
    """Open a picture whole. Raises UnusableFile when it is broken, or of another size in pixels than `size`."""
    from PIL import Image

    _not_empty(file, "picture")
    try:
        with Image.open(file) as image:
            image.load()
            found = image.size
    except Exception:
        raise UnusableFile("The picture is damaged and cannot be opened.") from None
    if size and found != size:
        raise UnusableFile(f"The picture is {found[0]}x{found[1]} pixels, but must be {size[0]}x{size[1]}.")
    return {"width": found[0], "height": found[1]}


def clip(file: Path, *, seconds: float | None = None) -> dict[str, Any]:
    """Open a video and read its first and last frames. Raises UnusableFile when broken or more than half a second short."""
    import av

    _not_empty(file, "video")
    try:
        with av.open(str(file)) as container:
            stream = container.streams.video[0]
            next(container.decode(stream))
            length = float(container.duration or 0) / av.time_base
            facts = {"width": stream.width, "height": stream.height, "seconds": round(length, 3)}
    except Exception:
        raise UnusableFile("The video is damaged and cannot be played.") from None
    if seconds is not None and length < seconds - 0.5:
        raise UnusableFile(f"The video is {length:.1f} s long, but should be {seconds:g} s.")
    return facts


def sound(file: Path, *, at_least: float) -> dict[str, Any]:
    """Open a sound file. Raises UnusableFile when broken or shorter than `at_least` seconds."""
    import av

    _not_empty(file, "sound file")
    try:
        with av.open(str(file)) as container:
            next(container.decode(container.streams.audio[0]))
            length = float(container.duration or 0) / av.time_base
    except Exception:
        raise UnusableFile("The sound file is damaged and cannot be played.") from None
    if length < at_least:
        raise UnusableFile(f"The sound is only {length:.1f} s long.")
    return {"seconds": round(length, 3)}


def _not_empty(file: Path, what: str) -> None:
    if not file.is_file():
        raise UnusableFile(f"The script said that it was done, but there is no {what}.")
    if file.stat().st_size == 0:
        raise UnusableFile(f"The {what} is empty (0 bytes).")
