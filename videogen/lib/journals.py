"""What a paid script left in its journal: was something ordered, under which id, does it still run, how did it end."""

import fcntl
import os
from dataclasses import dataclass, field
from pathlib import Path

from videogen.lib import _last_words
from videogen.lib._last_words import Bill, Report, ScriptFailed

MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Journal:
    """One script run, as its journal tells it. `end` is its report, why it failed, or None when it was cut off."""

    may_be_ordered: bool = False
    answered: bool = False  # and the answer is kept beside the output
    provider_job: str = ""
    running: bool = False
    end: Report | ScriptFailed | None = None
    bill: Bill = field(default_factory=Bill)  # what its answers were billed by the time it was cut off


def journal_of(output: Path) -> Path:
    """Say where the journal of a script's output is."""
    return output.with_name(f"{output.name}.order.jsonl")


def read(output: Path) -> Journal | None:
    """Read the journal beside an output. None when there is none: the script never came so far."""
    try:
        with journal_of(output).open("rb") as file:
            running = _is_locked(file.fileno())
            text = file.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return None
    if not text and not running:
        return None
    order, provider_job, bill = "none", "", Bill()
    end: Report | ScriptFailed | None = None
    for each in text.splitlines():
        line = _last_words.json_line(each)
        if line is None:
            continue
        order = line.get("order", order)
        bill = _last_words.bill(line) if "units" in line else bill
        provider_job = _last_words.name(line.get("provider_job")) or provider_job
        if line.get("ok") is True:
            end = _last_words.report(line, provider_job=provider_job or None)
        elif line.get("ok") is False:
            end = _last_words.failure(line, secrets=())
            # An answer is worth reading again only where the script says so: it may have found nothing in it.
            order = line.get("order", "sent" if order == "answered" else order)
    return Journal(order != "none", order == "answered", provider_job, running, end, bill)


def call_off(output: Path) -> bool:
    """Make sure that a script which has not begun by now never orders anything. False when one has begun meanwhile."""
    with journal_of(output).open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        if file.tell():
            return False
        file.write(b'{"order": "none", "called_off": true}\n')
        file.flush()
        os.fsync(file.fileno())
        return True


def _is_locked(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    fcntl.flock(number, fcntl.LOCK_UN)
    return False
