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
import re
import secrets
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

IDENTIFIER = re.compile(r"[a-zA-Z0-9_-]{1,64}")
# No "..", no hidden files, nothing that another system would read otherwise.
PART = re.compile(r"[a-zA-Z0-9_-][a-zA-Z0-9_.-]{0,127}")
LONGEST_PATH = 1_024
ASSET_FOLDERS = {"character": "characters", "environment": "environments", "prop": "props"}

# Other disk, links not allowed or not known there, too many of them.
NO_LINK = (errno.EXDEV, errno.EPERM, errno.EACCES, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL)


class UnsafePath(ValueError):
    """Says why a name or a path is not used."""


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
            raise UnsafePath(f"{_shown(kind)} is no kind of asset; use {', '.join(ASSET_FOLDERS)}.")
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
            raise UnsafePath(f"{_shown(text)} does not belong to the task {self.task_id}.")


def identifier(text: str) -> str:
    """Give the text back when it may name a channel, a task, an attempt or an asset. Raises UnsafePath."""
    if not isinstance(text, str) or not IDENTIFIER.fullmatch(text):
        raise UnsafePath(f"{_shown(text)} cannot be a name here: use 1 to 64 letters, digits, hyphens and underscores.")
    return text


def inside(root: Path, relative: str) -> Path:
    """Give the path below root; it need not exist yet. Raises UnsafePath for anything else, symbolic links included."""
    if not isinstance(relative, str) or len(relative) > LONGEST_PATH:
        raise UnsafePath(f"{_shown(relative)} is not a path in the workspace: it is too long or no text.")
    parts = relative.split("/")
    if not all(PART.fullmatch(part) for part in parts):
        raise UnsafePath(f"{_shown(relative)} is not a path in the workspace: use plain names separated by slashes.")
    path = root.resolve()
    for number, part in enumerate(parts, start=1):
        path /= part
        _check_on_disk(path, relative, is_last=number == len(parts))
    return path


def relative(root: Path, file: Path) -> str:
    """Give the place of a file below root as a row keeps it. Raises UnsafePath when it is not below root."""
    for start in (root.absolute(), root.resolve()):
        if file.absolute().is_relative_to(start):
            text = file.absolute().relative_to(start).as_posix()
            inside(root, text)
            return text
    raise UnsafePath(f"{_shown(str(file))} is not in the workspace.")


def publish(source: Path, target: Path, *, link: Callable[[Path, Path], None] = os.link) -> None:
    """Let a finished file appear as `target`, all at once: readers see the old file or the new one.

    Both names then stand for the same file, so nobody may write into either; where links are not possible it is a copy.
    """
    if not stat.S_ISREG(source.lstat().st_mode):
        raise UnsafePath(f"{_shown(source.name)} is not a plain file.")
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _link_or_copy(source, beside, link)
        beside.replace(target)
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
        with beside.open("rb+") as copy:
            os.fsync(copy.fileno())


def _check_on_disk(path: Path, shown: str, *, is_last: bool) -> None:
    with suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            raise UnsafePath(f"{_shown(shown)} leads through a symbolic link, and the workspace holds none.")
        if not stat.S_ISDIR(mode) and not (is_last and stat.S_ISREG(mode)):
            raise UnsafePath(f"{_shown(shown)} leads through something that is not a folder, or to no plain file.")


def _two_digits(number: int) -> str:
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= 99:
        raise UnsafePath(f"{_shown(str(number))} is not the number of a scene.")
    return f"{number:02d}"


def _shown(text: object) -> str:
    """Write a text so that it can stand in a sentence, whatever it holds."""
    short = str(text)
    return ascii(short if len(short) <= 80 else short[:79] + "…")
