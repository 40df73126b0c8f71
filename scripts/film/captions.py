"""Captions: what is spoken, in lines that can be read while it is heard."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LINE, LINES = 42, 2  # characters, and lines at a time: what broadcasters allow
LINGER_S = 0.35  # a caption stays a little after its last word
GAP_S = 0.042  # one frame, so that a change can be seen


@dataclass(frozen=True)
class Spoken:
    """One word, in seconds of the film."""

    word: str
    start: float
    end: float


@dataclass(frozen=True)
class Caption:
    """One or two lines, in seconds of the film."""

    text: str
    start: float
    end: float


def spoken_words(timings: Path | None, text: str, start: float, voice_s: float, skipped_s: float) -> list[Spoken]:
    """Place a scene's words in the film; without timings they are spread by their length."""
    timed = _timed(timings)
    if timed:
        shift, latest = start - skipped_s, start + voice_s
        return [Spoken(w, _within(start, a + shift, latest), _within(start, b + shift, latest)) for w, a, b in timed]
    words = text.split()
    share = voice_s / max(1, sum(len(word) + 1 for word in words))
    spread, at = [], start
    for word in words:
        spread.append(Spoken(word, at, at + share * (len(word) + 1)))
        at = spread[-1].end
    return spread


def captions(words: list[Spoken], scene_end: float) -> list[Caption]:
    """Group a scene's words into captions that never overlap and never outlive the scene."""
    groups = _groups(words)
    shown: list[Caption] = []
    for group, following in zip(groups, [*groups[1:], None], strict=True):
        latest = following[0].start - GAP_S if following else scene_end - GAP_S
        end = max(min(group[-1].end + LINGER_S, latest), group[0].start + GAP_S)
        shown.append(Caption(_in_lines([each.word for each in group]), group[0].start, end))
    return shown


def as_srt(shown: Iterable[Caption]) -> str:
    """Write captions in the SubRip format."""
    return "".join(
        f"{number}\n{_clock(each.start)} --> {_clock(each.end)}\n{each.text}\n\n"
        for number, each in enumerate(shown, 1)
    )


def _groups(words: list[Spoken]) -> list[list[Spoken]]:
    """Fill captions up to their size, and break early after a sentence or, when half full, after a comma."""
    groups: list[list[Spoken]] = []
    for word in words:
        if not groups or _complete(groups[-1], word):
            groups.append([])
        groups[-1].append(word)
    return groups


def _complete(group: list[Spoken], following: Spoken) -> bool:
    words = [each.word for each in group]
    if not _fits([*words, following.word]):
        return True
    length = len(" ".join(words))
    sentence, clause = re.search(r"[.!?…][\"'”’)]*$", words[-1]), re.search(r"[,;:—–]$", words[-1])
    return bool((sentence and length > LINE / 2) or (clause and length > LINE * 1.4))


def _fits(words: list[str]) -> bool:
    return all(len(line) <= LINE for line in _in_lines(words).split("\n")) or len(words) == 1


def _in_lines(words: list[str]) -> str:
    """Break into at most two lines of similar length, rather after a comma than inside a phrase."""
    whole = " ".join(words)
    if len(whole) <= LINE or len(words) == 1:
        return whole
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return "\n".join(min(breaks, key=lambda lines: _clumsiness(*lines)))


def _clumsiness(first: str, second: str) -> float:
    too_long = max(0, len(first) - LINE) + max(0, len(second) - LINE)
    return 100 * too_long + abs(len(first) - len(second)) - (8 if first[-1] in ",;:.!?—" else 0)


def _timed(timings: Path | None) -> list[tuple[str, float, float]]:
    """Read word timings; a file that cannot be used counts as none, because captions can do without."""
    if timings is None:
        return []
    try:
        words = json.loads(timings.read_text(encoding="utf-8"))["words"]
        return [(" ".join(str(each["word"]).split()), float(each["start"]), float(each["end"])) for each in words]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _within(lowest: float, value: float, highest: float) -> float:
    return min(max(value, lowest), highest)


def _clock(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02d}:{whole // 60_000 % 60:02d}:{whole // 1000 % 60:02d},{whole % 1000:03d}"
