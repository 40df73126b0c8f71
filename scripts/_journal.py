"""The journal of a paid script: a file beside its output that outlives whoever listens."""

import fcntl
import json
import os
import tempfile
from pathlib import Path
from typing import IO, Any

ENDING = ".order.jsonl"
ROOM = 32 * 1024 * 1024  # bytes; above what one image, voice or sound has


class Journal:
    """Everything a paid script says, on disk before the next thing happens. Closed until `open`.

    `may_be_ordered` and `provider_job` say what is known about the order by now.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._room: IO[bytes] | None = None
        self._order = "none"
        self._is_torn = False  # the file ends within a line, which a full disk cut off
        self.provider_job = ""

    @property
    def may_be_ordered(self) -> bool:
        return self._order != "none"

    @property
    def answered(self) -> bool:
        return self._order == "answered"

    @property
    def is_open(self) -> bool:
        return self._file is not None

    def open(self, output: Path) -> bool:
        """Open it beside the output. Its lock, held to the end, shows others that the script still runs. False: one does."""
        output.parent.mkdir(parents=True, exist_ok=True)
        file = output.with_name(output.name + ENDING).open("ab", buffering=0)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        before = Path(file.name).read_bytes()
        if b'"called_off"' in before:  # Whoever started this run is long taken for dead.
            file.close()
            return False
        if before and not before.endswith(b"\n"):  # An earlier run was killed in the middle of a line.
            file.write(b"\n")
        self._file = file
        return True

    def note(self, line: dict[str, Any]) -> None:
        """Write one line, if the journal is open, and wait until it is on disk."""
        if self._file is not None:
            self._order = line.get("order", self._order)
            self.provider_job = line.get("provider_job", self.provider_job)
            # Known before the disk is asked: where it refuses, the last words must name the order all the more.
            text = json.dumps(line, ensure_ascii=False).encode() + b"\n"
            self._append(self._file, text)
            os.fsync(self._file.fileno())

    def _append(self, file: IO[bytes], text: bytes) -> None:
        """Write all of it: one write may take only a part, and on a full disk there is the room that was set aside."""
        rest = b"\n" + text if self._is_torn else text
        while rest:
            try:
                rest = rest[file.write(rest) :]
                self._is_torn = bool(rest)
            except OSError:
                if self._room is None:
                    raise
                self.give_room()

    def drop_answers(self) -> None:
        """Remove the answers that were kept until the output was there."""
        if self._file is not None:
            output = Path(self._file.name.removesuffix(ENDING))
            for file in output.parent.glob(f"{output.name}.answer*"):
                file.unlink(missing_ok=True)

    def keep_room(self) -> None:
        """Set disk space aside, so that what is about to be paid for can be stored when it comes. Raises OSError."""
        if self._file is not None and self._room is None:
            room = tempfile.TemporaryFile(dir=Path(self._file.name).parent)  # noqa: SIM115 (held until the file is written)
            self._room = room
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(room.fileno(), 0, ROOM)

    def give_room(self) -> None:
        """Free the space that was set aside."""
        if self._room is not None:
            self._room.close()
            self._room = None
