"""When each word is heard, from a provider's times of single characters, or estimated from the words' lengths."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # It brings the offline voice along.
    from sound.word_times import Word

TAG = r"\[[^\[\]\n]{1,80}\]"  # [whispers], [pause]: directions to the voice
MARK = re.compile(rf"{TAG}|<break\b[^<>]*>")
Letter = tuple[str, float, float]


def without_tags(text: str) -> str:
    """Take the tags out of a text for a voice that would read them aloud."""
    text = re.sub(rf"[ \t]*(?:{TAG}[ \t]*)+(?=[,.;:!?…])", "", text)
    return re.sub(rf"[ \t]*(?:{TAG}[ \t]*)+", " ", text).strip()


def aligned_words(alignment: Any, duration: float) -> "list[Word]":
    """Group timed characters into words; none when the times are missing or make no sense.

    Tags are left out. Signs without sound stay with the word before them.
    """
    letters = _letters(alignment)
    words: list[Word] = []
    for blank, group in groupby(_spoken(letters), key=lambda letter: letter[0].isspace()):
        if not blank:
            word = list(group)
            _add(words, "".join(letter for letter, _, _ in word), word[0][1], word[-1][2], duration)
    return words


def estimated_words(text: str, duration: float) -> "list[Word]":
    """Spread the words of a text over a sound by their length."""
    written = MARK.sub(" ", text).split()
    share = duration / max(1, sum(len(word) + 1 for word in written))
    words: list[Word] = []
    start = 0.0
    for word in written:
        end = start + share * (len(word) + 1)
        _add(words, word, start, end, duration)
        start = end
    return words


def _letters(alignment: Any) -> list[Letter]:
    try:
        names = ("characters", "character_start_times_seconds", "character_end_times_seconds")
        rows = zip(*(alignment[name] for name in names), strict=True)
        return [(letter, float(start), float(end)) for each, start, end in rows for letter in each]
    except (KeyError, TypeError, ValueError):
        return []


def _spoken(letters: list[Letter]) -> Iterator[Letter]:
    """Give the letters with a blank in place of each tag."""
    text = "".join(letter for letter, _, _ in letters)
    spoken = MARK.sub(lambda found: " " * len(found.group()), text)
    return ((letter, start, end) for letter, (_, start, end) in zip(spoken, letters, strict=True))


def _add(words: "list[Word]", word: str, start: float, end: float, duration: float) -> None:
    if words and not any(map(str.isalnum, word)):
        words[-1]["word"] += f" {word}"
        return
    start = min(max(start, words[-1]["end"] if words else 0.0), duration)
    words.append({"word": word, "start": round(start, 3), "end": round(min(max(end, start), duration), 3)})
