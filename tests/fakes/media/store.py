"""Files that are made once on this machine and found again by every later run."""

import os
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import imageio_ffmpeg

FOLDER = Path(tempfile.gettempdir()) / f"videogen-fakes-3-{os.getuid()}"
HEAVY = threading.BoundedSemaphore(2)  # Work that keeps a core busy; a laptop has few.

_memory: dict[str, bytes] = {}
_locks: dict[str, threading.Lock] = {}
_guard = threading.Lock()


def kept(name: str, make: Callable[[Path], object]) -> bytes:
    """Give the bytes of a file, made by `make(path)` where it is not there yet."""
    with _guard:
        lock = _locks.setdefault(name, threading.Lock())
    with lock:
        if name not in _memory:
            file = FOLDER / name
            if not file.exists():
                _make(file, make)
            _memory[name] = file.read_bytes()
        return _memory[name]


def _make(file: Path, make: Callable[[Path], object]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{os.getpid()}.{file.name}")
    with HEAVY:
        make(unfinished)
    unfinished.replace(file)  # Another process may have been quicker; both are the same.


def ffmpeg(*arguments: str | Path) -> None:
    """Run ffmpeg to its end, quietly."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", "-y", *map(str, arguments)]
    subprocess.run(command, check=True, capture_output=True)
