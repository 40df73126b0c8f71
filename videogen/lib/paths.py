"""Every path in the workspace is made and checked here.

<root>/channels/{channel_id}/projects/{task_id}/
    storyboard.json  {task_id}_final.mp4  {task_id}_final.srt  thumbnail.jpg
    assets/{characters,environments,props}/{name}.png   assets/composites/scene_01.png
    videos/clip_01.mp4   audio/narration_01.mp3   sfx/sfx_01.wav
    takes/{attempt_id}/…   segments/…
"""

import errno
import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from videogen.lib._inside import IDENTIFIER, UnsafePath, identifier, inside, relative, shown

__all__ = ["IDENTIFIER", "Project", "UnsafePath", "digest", "identifier", "inside", "publish", "relative"]

ASSET_FOLDERS = {"character": "characters", "environment": "environments", "prop": "props"}

# Other disk, links not allowed or not known there, too many of them.
NO_LINK = (
    errno.EXDEV,
    errno.EPERM,
    errno.EACCES,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EMLINK,
    errno.EINVAL,
)


@dataclass(frozen=True)
class Project:
    """The folder of one task: where each of its files lies. Paths are made, not created."""

    root: Path
    channel_id: str
    task_id: str

    def __post_init__(self) -> None:
        identifier(self.channel_id)
        identifier(self.task_id)

    @property
    def folder(self) -> Path:
        return self.root / "channels" / self.channel_id / "projects" / self.task_id

    @property
    def storyboard(self) -> Path:
        return self.folder / "storyboard.json"

    def asset(self, kind: str, name: str) -> Path:
        """Give the image of an asset; `kind` is character, environment or prop."""
        if kind not in ASSET_FOLDERS:
            raise UnsafePath(f"{shown(kind)} is no kind of asset; use {', '.join(ASSET_FOLDERS)}.")
        return self.folder / "assets" / ASSET_FOLDERS[kind] / f"{identifier(name)}.png"

    def composite(self, number: int) -> Path:
        return self.folder / "assets" / "composites" / f"scene_{_two_digits(number)}.png"

    def video(self, number: int) -> Path:
        return self.folder / "videos" / f"clip_{_two_digits(number)}.mp4"

    def narration(self, number: int) -> Path:
        return self.folder / "audio" / f"narration_{_two_digits(number)}.mp3"

    def sound(self, number: int) -> Path:
        return self.folder / "sfx" / f"sfx_{_two_digits(number)}.wav"

    @property
    def film(self) -> Path:
        return self.folder / f"{self.task_id}_final.mp4"

    @property
    def captions(self) -> Path:
        return self.folder / f"{self.task_id}_final.srt"

    @property
    def thumbnail(self) -> Path:
        return self.folder / "thumbnail.jpg"

    @property
    def segments(self) -> Path:
        return self.folder / "segments"

    def take(self, attempt_id: str) -> Path:
        """Give the folder that one attempt has to itself."""
        return self.folder / "takes" / identifier(attempt_id)

    def relative(self, file: Path) -> str:
        """Give the text for a row. Raises UnsafePath for a file that is not this task's."""
        text = relative(self.root, file)
        self._own(text)
        return text

    def resolve(self, text: str) -> Path:
        """Give the file of a row. Raises UnsafePath for a file that is not this task's."""
        self._own(text)
        return inside(self.root, text)

    def publish(self, source: Path, target: Path) -> None:
        """Let a file of this task appear at another of its places, as `publish` does, with both places checked."""
        publish(self.resolve(self.relative(source)), self.resolve(self.relative(target)))

    def _own(self, text: str) -> None:
        if not text.startswith(self.folder.relative_to(self.root).as_posix() + "/"):
            raise UnsafePath(f"{shown(text)} does not belong to the task {self.task_id}.")


def publish(source: Path, target: Path, *, link: Callable[[Path, Path], None] = os.link) -> None:
    """Let a finished file appear as `target`, all at once: readers see the old file or the new one, even after a crash.

    Both names then stand for the same file, so nobody may write into either; where links are not possible it is a copy.
    """
    if not stat.S_ISREG(source.lstat().st_mode):
        raise UnsafePath(f"{shown(source.name)} is not a plain file.")
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _link_or_copy(source, beside, link)
        # A row that is committed survives a power cut, so the file that it points to must, too.
        _flush(beside)
        beside.replace(target)
        with suppress(OSError):  # some network disks cannot flush a folder
            _flush(target.parent)
    finally:
        # Where both names are one file already, replacing does nothing and leaves this one behind.
        beside.unlink(missing_ok=True)


def digest(file: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal, read piece by piece."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _link_or_copy(source: Path, beside: Path, link: Callable[[Path, Path], None]) -> None:
    try:
        link(source, beside)
    except OSError as error:
        if error.errno not in NO_LINK:
            raise
        shutil.copyfile(source, beside)


def _flush(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _two_digits(number: int) -> str:
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= 99:
        raise UnsafePath(f"{shown(str(number))} is not the number of a scene.")
    return f"{number:02d}"
