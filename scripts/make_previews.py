"""Make the previews of one take: small files for the eye and measurements for the checks, last in line for the machine's cores.

python scripts/make_previews.py --kind video --take clip_01.mp4 --output previews
"""

import argparse
import os
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from _client import Failure, run

PEAKS = {"narration": 200, "sfx": 200, "film": 800}
CELLS = {"video": 10, "film": 24}
KINDS = ("image", "composite", "video", "narration", "sfx", "film")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make_previews.py", description=__doc__)
    parser.add_argument("--kind", choices=KINDS, required=True)
    parser.add_argument("--take", type=Path, required=True, help="the finished file")
    parser.add_argument(
        "--poster", type=Path, help="a picture to make the poster of, in place of one of the clip's own"
    )
    parser.add_argument(
        "--nice", type=int, default=19, help="how far others are let go first: 19 is last in line, 0 not"
    )
    parser.add_argument("--output", type=Path, required=True, help="the folder of the previews")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what is half done is taken away
    run(parser, work)


def _stand_back(nice: int) -> None:
    """Let whatever else this machine does come first; where a kernel counts by session, that is said apart."""
    os.nice(nice)
    with suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(nice))


def work(arguments: argparse.Namespace) -> dict[str, Any]:
    _stand_back(arguments.nice)
    take, output = arguments.take, arguments.output
    if not take.is_file():
        raise Failure(f"The take {take.name} is gone.", code="no_input")
    if output.is_symlink():
        raise Failure(f"The folder {output.name} is a link. Take it away.", code="link")
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=f".{output.name}_") as beside:
        folder = Path(beside)
        facts = _make(arguments.kind, take, arguments.poster, folder)
        files = sorted(file.name for file in folder.iterdir())
        if files:
            output.mkdir(exist_ok=True)
        for name in files:
            (folder / name).replace(output / name)
    return {"model": "previews-1", "files": files, **facts}


def _make(kind: str, take: Path, poster: Path | None, folder: Path) -> dict[str, Any]:
    match kind:
        case "image" | "composite":
            return _picture(take, folder)
        case "narration" | "sfx":
            return _sound(take, kind)
        case _:
            return _clip(take, kind, poster, folder)


def _picture(take: Path, folder: Path) -> dict[str, Any]:
    import _preview_pictures as pictures

    image, (width, height) = pictures.read_small(take)
    pictures.write_poster(image, folder / "poster.jpg")
    return {"width": width, "height": height, **pictures.measure(image)}


def _sound(take: Path, kind: str) -> dict[str, Any]:
    import _preview_sound as sound

    measured = sound.measure(take, PEAKS[kind])
    if not measured:
        raise Failure(f"There is no sound in {take.name}. Make it again.", code="bad_input")
    return measured


def _clip(take: Path, kind: str, poster: Path | None, folder: Path) -> dict[str, Any]:
    import _preview_pictures as pictures
    import _preview_sound as sound
    import _preview_video as video

    clip = video.read_clip(take)
    is_film = kind == "film"
    seen = video.look(take, clip, folder, cells=CELLS[kind], sound=is_film)
    moment = seen.pop("poster_at")
    image = pictures.read_small(poster)[0] if poster and poster.is_file() else video.picture_at(take, moment)
    pictures.write_poster(image, folder / "poster.jpg")
    heard = sound.measure(take, PEAKS[kind]) if is_film and clip.has_sound else {}
    size = {"width": clip.width, "height": clip.height, "seconds": round(clip.seconds, 3)}
    return {**heard, **size, **pictures.measure(image), **seen}


if __name__ == "__main__":
    main()
