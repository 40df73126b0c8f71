"""When each written word is heard: espeak's events matched to the words as the text writes them."""

import re
from typing import TypedDict

from sound.espeak import Speech


class Word(TypedDict):
    """One written word; `start` and `end` in seconds after the voice begins."""

    word: str
    start: float
    end: float


def word_times(text: str, speech: Speech, voice_start: float, voice_end: float) -> list[Word]:
    """Time every word of the text, so that the words joined by blanks are the text again.

    Words that espeak runs together ("of the") share their time by length; signs without sound stay with what precedes.
    """
    words: list[Word] = []
    groups = _groups(text, speech)
    for number, (start, written) in enumerate(groups):
        following = groups[number + 1][0] if number + 1 < len(groups) else voice_end
        pauses = [end for end in speech.clause_ends if end > start]
        end = min(following, voice_end, *pauses)
        words += _share(written, max(start - voice_start, 0.0), max(end - voice_start, 0.0))
    return words


def _groups(text: str, speech: Speech) -> list[tuple[float, list[str]]]:
    """Put every word into the group of the sound in which it is heard: (start of the sound, words)."""
    tokens = [(match.start(), match.group()) for match in re.finditer(r"\S+", text)]
    starts: dict[int, float] = {}
    for position, at in speech.words:
        inside = [first for first, token in tokens if first <= position < first + len(token)]
        if inside:
            starts.setdefault(inside[0], at)
    groups: list[tuple[float, list[str]]] = []
    for position, token in tokens:
        if position in starts or not groups:
            groups.append((starts.get(position, 0.0), []))
        groups[-1][1].append(token)
    return groups


def _share(written: list[str], start: float, end: float) -> list[Word]:
    words = _with_their_signs(written)
    letters = sum(map(len, words))
    shared: list[Word] = []
    for word in words:
        stop = start + max(end - start, 0.0) * len(word) / letters
        shared.append({"word": word, "start": round(start, 3), "end": round(stop, 3)})
        start, letters = stop, letters - len(word)
    return shared


def _with_their_signs(written: list[str]) -> list[str]:
    words: list[str] = []
    for token in written:
        if words and not any(map(str.isalnum, token)):
            words[-1] += f" {token}"
        else:
            words.append(token)
    return words
