"""A child process and everything it starts: read without blocking, ended as one group."""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

CHUNK = 65_536  # one read; also the default capacity of a pipe on Linux
MOST_LEFT_IN_A_PIPE = 1_048_576  # the largest pipe that an ordinary user may have (pipe-max-size)
LONGEST_WAIT = 3_600.0
WAIT_WITHOUT_PIDFD = 0.05  # macOS cannot wait for a process and its pipes at once

Piece = tuple[str, bytes]  # ("stdout" or "stderr", what came)


class Child:
    """A running program in a session of its own. Leaving the `with` block ends its whole group."""

    def __init__(self, command: Sequence[str], *, folder: Path, environment: Mapping[str, str]) -> None:
        self.ended = False
        self._collected = False
        self._selector = selectors.DefaultSelector()
        self._end: int | None = None
        try:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                start_new_session=True,
            )
        except BaseException:
            self._selector.close()
            raise
        try:
            self._listen()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def exit_code(self) -> int:
        """Collect the exit code of an ended program; minus the signal's number when a signal ended it."""
        code = self._process.wait()
        self._collected = True
        return code

    def read(self, wait: float) -> Iterator[Piece]:
        """Give what comes within `wait` seconds, at the first sign of life; sets `ended` at the program's end."""
        longest = LONGEST_WAIT if self._end is not None else WAIT_WITHOUT_PIDFD
        for key, _ in self._selector.select(min(max(wait, 0.0), longest)):
            if key.fileobj == self._end:
                self.ended = True
            elif piece := _read(key.fd):
                yield key.data, piece
            elif piece is not None:
                self._selector.unregister(key.fileobj)
        if self._end is None and not self.ended and self._process.poll() is not None:
            self._signal(signal.SIGKILL)  # now or never: the process is collected and its number is free
            self.ended = self._collected = True

    def rest(self) -> Iterator[Piece]:
        """Give what an ended program left in its pipes. Whatever it started ends now and cannot hold them open."""
        self._signal(signal.SIGKILL)
        for name, pipe in self._pipes():
            left = MOST_LEFT_IN_A_PIPE
            while left > 0 and (piece := _read(pipe.fileno())):
                left -= len(piece)
                yield name, piece

    def stop(self, grace: float) -> Iterator[Piece]:
        """Ask the group to end, wait `grace` seconds, then end it. Gives what was still said."""
        self._signal(signal.SIGTERM)
        deadline = time.monotonic() + grace
        while not self.ended and (left := deadline - time.monotonic()) > 0:
            yield from self.read(left)
        yield from self.rest()

    def close(self) -> None:
        """End the group, if there is one left, and give everything back to the system."""
        self._signal(signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):  # Stuck in the kernel, on a dead network disk for example.
            self._process.wait(timeout=5)
        self._collected = True
        for _, pipe in self._pipes():
            pipe.close()
        if self._end is not None:
            os.close(self._end)
            self._end = None
        self._selector.close()

    def _listen(self) -> None:
        for name, pipe in self._pipes():
            os.set_blocking(pipe.fileno(), False)
            self._selector.register(pipe, selectors.EVENT_READ, name)
        # The pidfd tells the end without collecting the process, so its number stays ours until the group is gone.
        if sys.platform == "linux":
            with suppress(OSError):
                self._end = os.pidfd_open(self._process.pid)
        if self._end is not None:
            self._selector.register(self._end, selectors.EVENT_READ, "end")

    def _pipes(self) -> list[tuple[str, IO[bytes]]]:
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        return [("stdout", self._process.stdout), ("stderr", self._process.stderr)]

    def _signal(self, number: signal.Signals) -> None:
        if self._collected:
            return  # Its number may by now be another program's.
        with suppress(ProcessLookupError, PermissionError):  # Nobody left; macOS says so by a refusal.
            os.killpg(self._process.pid, number)


class Lines:
    """Cuts a stream into lines, keeping at most `longest` bytes of each."""

    def __init__(self, longest: int = CHUNK) -> None:
        self._longest = longest
        self._open = bytearray()

    def feed(self, piece: bytes) -> Iterator[str]:
        """Give the lines that this piece completes. What is not UTF-8 is replaced, what is too long is cut."""
        *complete, rest = piece.split(b"\n")
        for part in complete:
            self._keep(part)
            yield self.end()
        self._keep(rest)

    def end(self) -> str:
        """Give the line as far as it came, and begin the next."""
        line = self._open.decode("utf-8", "replace")
        self._open.clear()
        return line

    def _keep(self, part: bytes) -> None:
        self._open += part[: self._longest - len(self._open)]


class Tail:
    """Keeps the end of a stream: at least the last `size` bytes, never more than twice that."""

    def __init__(self, size: int = CHUNK) -> None:
        self._size = size
        self._kept = bytearray()
        self._cut = False

    def feed(self, piece: bytes) -> None:
        """Add a piece and let go of what is too old."""
        self._kept += piece
        if len(self._kept) > 2 * self._size:
            del self._kept[: -self._size]
            self._cut = True

    def lines(self) -> list[str]:
        """Give the kept lines. A line that lost its beginning is left out: half a secret is not recognised as one."""
        kept = bytes(self._kept[-self._size :])
        lines = kept.decode("utf-8", "replace").split("\n")
        return lines[1:] if self._cut or len(self._kept) > self._size else lines


def _read(number: int) -> bytes | None:
    """Read what is there: b"" at the end of the stream, None when there is nothing yet."""
    try:
        return os.read(number, CHUNK)
    except BlockingIOError:
        return None
