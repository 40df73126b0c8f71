"""What a film is cut from: the manifest, read and checked before any work begins."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _client import Failure, read_text


@dataclass(frozen=True)
class Scene:
    """One scene's files. `timings` may be missing; the captions are then spread evenly."""

    number: int
    video: Path
    narration: Path
    timings: Path | None
    sfx: Path | None
    text: str


@dataclass(frozen=True)
class Manifest:
    """A whole film: its scenes in order, and what may surround them."""

    title: str
    segments: Path
    scenes: tuple[Scene, ...]
    intro: Path | None
    outro: Path | None
    music: Path | None
    watermark: Path | None
    language: str


def read_manifest(file: Path) -> Manifest:
    """Read a manifest; paths in it are relative to its folder. Raises Failure that names what is missing."""
    try:
        values = json.loads(read_text(file, what="manifest"))
        return _manifest(values, file.parent)
    except (json.JSONDecodeError, AttributeError, TypeError, ValueError) as error:
        raise Failure(f"The manifest {file.name} cannot be understood: {error}.", code="bad_manifest") from None
    except KeyError as error:
        raise Failure(f"The manifest {file.name} lacks {error}.", code="bad_manifest") from None


def _manifest(values: dict[str, Any], folder: Path) -> Manifest:
    scenes = tuple(_scene(each, folder) for each in values["scenes"])
    if not scenes:
        raise Failure("The manifest has no scenes.", code="bad_manifest")
    if len({scene.number for scene in scenes}) < len(scenes):
        raise Failure("The manifest has two scenes with the same number.", code="bad_manifest")
    extras = {name: _optional(values.get(name), folder, name) for name in ("intro", "outro", "music", "watermark")}
    return Manifest(
        title=str(values["title"]),
        segments=folder / values["segments"],
        scenes=scenes,
        language=str(values.get("language") or "en"),
        **extras,
    )


def _scene(values: dict[str, Any], folder: Path) -> Scene:
    number = int(values["number"])
    timings = folder / values["timings"] if values.get("timings") else None
    return Scene(
        number=number,
        video=_present(folder / values["video"], f"Scene {number}: the clip"),
        narration=_present(folder / values["narration"], f"Scene {number}: the narration"),
        timings=timings if timings and timings.is_file() else None,
        sfx=_optional(values.get("sfx"), folder, f"sound of scene {number}"),
        text=str(values.get("text") or ""),
    )


def _optional(value: str | None, folder: Path, name: str) -> Path | None:
    return _present(folder / value, f"The {name}") if value else None


def _present(file: Path, name: str) -> Path:
    """Give the file back when it is there and not empty."""
    if not file.is_file():
        raise Failure(f"{name} {file.name} does not exist. Make it again.", code="no_input")
    if file.stat().st_size == 0:
        raise Failure(f"{name} {file.name} is empty. Make it again.", code="bad_input")
    return file
