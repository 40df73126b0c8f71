"""Names and paths, taken only by their shape and only inside the workspace."""

import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

IDENTIFIER = re.compile(r"[a-zA-Z0-9_-]{1,64}")
# No "..", no hidden files, nothing that another system would read otherwise.
PART = re.compile(r"[a-zA-Z0-9_-][a-zA-Z0-9_.-]{0,127}")
LONGEST_PATH = 1_024


class UnsafePath(ValueError):
    """Says why a name or a path is not used."""


def identifier(text: str) -> str:
    """Give the text back when it may name a channel, a task, an attempt or an asset. Raises UnsafePath."""
    if not isinstance(text, str) or not IDENTIFIER.fullmatch(text):
        raise UnsafePath(f"{shown(text)} cannot be a name here: use 1 to 64 letters, digits, hyphens and underscores.")
    return text


def inside(root: Path, relative: str) -> Path:
    """Give the path below root; it need not exist yet. Raises UnsafePath for anything else, symbolic links included."""
    if not isinstance(relative, str) or len(relative) > LONGEST_PATH:
        raise UnsafePath(f"{shown(relative)} is not a path in the workspace: it is too long or no text.")
    parts = relative.split("/")
    if not all(PART.fullmatch(part) for part in parts):
        raise UnsafePath(f"{shown(relative)} is not a path in the workspace: use plain names separated by slashes.")
    place = os.path.realpath(root)
    for part in parts[:-1]:
        place = f"{place}/{part}"
        _check_on_disk(place, relative, stat.S_ISDIR)
    place = f"{place}/{parts[-1]}"
    _check_on_disk(place, relative, lambda mode: stat.S_ISDIR(mode) or stat.S_ISREG(mode))
    return Path(place)


def relative(root: Path, file: Path) -> str:
    """Give the place of a file below root as a row keeps it. Raises UnsafePath when it is not below root."""
    for start in (root.absolute(), root.resolve()):
        if file.absolute().is_relative_to(start):
            text = file.absolute().relative_to(start).as_posix()
            inside(root, text)
            return text
    raise UnsafePath(f"{shown(str(file))} is not in the workspace.")


def _check_on_disk(place: str, text: str, fits: Callable[[int], bool]) -> None:
    with suppress(FileNotFoundError):
        mode = os.lstat(place).st_mode  # Path.lstat would do as well, but pages and plans check hundreds of files
        if stat.S_ISLNK(mode):
            raise UnsafePath(f"{shown(text)} leads through a symbolic link, and the workspace holds none.")
        if not fits(mode):
            raise UnsafePath(f"{shown(text)} leads through something that is not a folder, or to no plain file.")


def shown(text: object) -> str:
    """Write a text so that it can stand in a sentence, whatever it holds."""
    short = str(text)
    return ascii(short if len(short) <= 80 else short[:79] + "…")
