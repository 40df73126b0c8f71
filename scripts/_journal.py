"""The journal of a paid script: a file beside its output that outlives whoever listens."""

import fcntl
import json
import os
from pathlib import Path
from typing import IO, Any


class Journal:
    """Everything a paid script says, on disk before the next thing happens. Closed until `open`."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None

    @property
    def is_open(self) -> bool:
        return self._file is not None

    def open(self, output: Path) -> bool:
        """Open it beside the output. Its lock, held to the end, shows others that the script still runs. False: one does."""
        output.parent.mkdir(parents=True, exist_ok=True)
        file = output.with_name(f"{output.name}.order.jsonl").open("ab", buffering=0)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._file = file
        return True

    def note(self, line: dict[str, Any]) -> None:
        """Write one line, if the journal is open, and wait until it is on disk."""
        if self._file is not None:
            self._file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
            os.fsync(self._file.fileno())
