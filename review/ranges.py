"""Byte ranges: which part of a file a player asks for."""

import re
from dataclasses import dataclass

_ONE_RANGE = re.compile(r"bytes=\s*(?P<first>\d{0,30})-(?P<last>\d{0,30})\s*", re.ASCII | re.IGNORECASE)


class Unsatisfiable(ValueError):
    """The range lies outside of the file."""


@dataclass(frozen=True)
class Part:
    """Bytes of a file, from `first` to `last`, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


def wanted_part(header: str, size: int, *, at_once: int | None = None) -> Part | None:
    """Read a Range header (RFC 9110, 14.2) for a file of `size` bytes.

    None means the whole file: there is no header, it makes no sense, or it asks for several ranges, which a server may
    ignore. A part may be shorter than what was asked for (15.3.7): not more than `at_once`. Raises Unsatisfiable when the range
    has no byte in common with the file.
    """
    found = _ONE_RANGE.fullmatch(header)
    if not found or not (found["first"] or found["last"]):
        return None
    if not found["first"]:
        return _tail(int(found["last"]), size)
    first = int(found["first"])
    last = int(found["last"]) if found["last"] else size - 1
    if found["last"] and last < first:
        return None
    if first >= size:
        raise Unsatisfiable
    return Part(first, min(last, size - 1, first + (at_once or size) - 1))


def _tail(length: int, size: int) -> Part:
    if length == 0 or size == 0:
        raise Unsatisfiable
    return Part(max(0, size - length), size - 1)
