"""The words of an order, as our files have them and as the provider's page shows them."""

import re

from pipeline.models import Attempt

CUT = 200  # characters that every provider takes
FILES = ("motion.txt", "prompt.txt", "text.txt")
_known: dict[str, str] = {}


def words_of(attempt: Attempt) -> str:
    """Give what identifies an attempt's order at its provider; empty where it never came so far."""
    key = str(attempt.pk)
    if key in _known:
        return _known[key]
    folder = attempt.clip.task.project.take(key)
    words = next((sent(file.read_text("utf-8")) for name in FILES if (file := folder / name).exists()), "")
    if attempt.clip.kind == "storyboard":
        words = f"Title: {attempt.clip.task.title}"
    if attempt.outcome != Attempt.Outcome.STARTED:  # Its files may still be written.
        _known[key] = words
    return words


def sent(text: str) -> str:
    """Give what identifies a prompt: a storyboard's title, or all its words."""
    title = re.search(r"^Title: .*$", text, re.MULTILINE)
    return title[0].strip() if title else " ".join(text.split())


def same(shown: str, wanted: str) -> bool:
    """Say whether a page shows these words: perhaps after a line about reference pictures, perhaps cut at the end."""
    return shown == wanted or shown.endswith(f" {wanted}") or (len(shown) > CUT and wanted.startswith(shown))
