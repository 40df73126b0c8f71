"""Small help with words: what was probably meant, how to show a strange value, which characters nobody can read."""

import difflib
import json
import unicodedata
from collections.abc import Iterable

# Unicode's embedding, override and isolate marks: they can make a text read differently from what it says.
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_SPACE = frozenset("\n\r\t")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ' Did you mean "x"?' for the nearest known word, or nothing."""
    spellings = {name.lower(): name for name in known}
    near = difflib.get_close_matches(word[:80].lower(), spellings, n=1)
    return f' Did you mean "{spellings[near[0]]}"?' if near else ""


def shown(value: object, *, limit: int = 60) -> str:
    """Show any value from a file on one line, in quotes where it is text, cut where it is long."""
    if isinstance(value, str):
        value = value if len(value) <= limit else value[: limit - 1] + "…"
        return '"' + "".join(mark if mark.isprintable() else ascii(mark)[1:-1] for mark in value) + '"'
    if isinstance(value, dict | list | tuple):
        return kind_of(value)
    if isinstance(value, int) and abs(value) >= 10**limit:
        return "a very large number"  # Python refuses to write out numbers of some thousand digits.
    text = json.dumps(value, default=str)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def kind_of(value: object) -> str:
    """Name the kind of a value as a person would: text, a number, a list, a group of keys, yes or no, nothing."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes or no"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "text"
    if isinstance(value, list | tuple):
        return "a list"
    return "a group of keys" if isinstance(value, dict) else f"a {type(value).__name__}"


def unreadable(text: str) -> str | None:
    """Name the first control character of a text, such as 'U+0007'; line ends and tabs are fine."""
    for mark in text:
        if mark in BIDI_CONTROLS or (mark not in LINE_SPACE and unicodedata.category(mark) in ("Cc", "Cs")):
            return f"U+{ord(mark):04X}"
    return None
