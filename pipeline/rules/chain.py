"""The audit chain: each entry's hash covers what it says and the hash of the entry before it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from typing import Any

LARGEST = 1e12  # of a number with a fraction; PostgreSQL writes larger ones in another way than Python


@dataclass(frozen=True)
class Said:
    """One entry, as the chain sees it. `task` is the task's id as text, "None" without one."""

    id: int
    previous_hash: str
    at: datetime
    actor: str
    action: str
    task: str
    clip: str
    from_status: str
    to_status: str
    sha256: str
    note: str
    facts: Mapping[str, Any]
    hash: str

    def digest(self) -> str:
        """The hash that this entry must have."""
        said = [
            self.previous_hash,
            self.at.isoformat(timespec="microseconds"),
            self.actor,
            self.action,
            self.task,
            self.clip,
            self.from_status,
            self.to_status,
            self.sha256,
            self.note,
            *([self.facts] if self.facts else []),  # entries from before there were facts keep their hash
        ]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def plain(facts: Any) -> Any:
    """Give facts as every database gives them back: keys are texts, fractions have three places, and zero has no sign.

    A number that cannot be kept becomes None: a fact is information, and stops no decision.
    """
    match facts:
        case Mapping():
            return {str(key): plain(value) for key, value in facts.items()}
        case list() | tuple():
            return [plain(value) for value in facts]
        case float():
            return round(facts, 3) + 0.0 if isfinite(facts) and abs(facts) < LARGEST else None
        case int() if abs(facts) >= LARGEST:
            return None
    return facts


@dataclass(frozen=True)
class Break:
    """Where a chain is not what was written, and how that shows."""

    id: int | None
    sentence: str


class Walk:
    """Goes along a chain, entry by entry, from `after`: the hash before its first one; None where that is not known.

    `known` is a hash that somebody noted earlier: it must be on the way. `alone` looks at each entry by itself.
    """

    def __init__(self, *, after: str | None = "", known: str = "", alone: bool = False) -> None:
        self.last, self.last_id = after, 0
        self.count = 0
        self.alone = alone
        self._known = known

    def along(self, entries: Iterable[Said]) -> Break | None:
        """Give the first entry that is not what was written; None when all are."""
        for entry in entries:
            if entry.hash != entry.digest():
                return Break(entry.id, f"Entry {entry.id} ({entry.action}) was changed after it was written.")
            if not self.alone and self.last is not None and entry.previous_hash != self.last:
                before = f"Between entry {self.last_id} and" if self.last_id else "Before"
                return Break(entry.id, f"{before} entry {entry.id} ({entry.action}) something was taken away.")
            self.last, self.last_id = entry.hash, entry.id
            self.count += 1
            self._known = "" if entry.hash == self._known else self._known
        return None

    def end(self) -> Break | None:
        """Say what is missing when the way is at its end."""
        if not self._known:
            return None
        return Break(None, f"The hash {self._known[:12]}… is not in it: entries were taken away or written anew.")
