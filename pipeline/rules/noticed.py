"""What the automatic checks speak of: what was wanted of a take, and what was found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Finding:
    """Something that a person should look at: a plain sentence with its figure. `at`: the second where it begins."""

    code: str
    text: str
    weight: int
    at: float | None = None


@dataclass(frozen=True)
class Look:
    """What a picture looks like to a computer: 64 bits, and the mean colours of 16 parts of it, both in hexadecimal."""

    hash: str
    colours: str


@dataclass(frozen=True)
class Wanted:
    """What a take should be. None and 0: nothing is asked. `others`: the task's other pictures of its kind, by name."""

    kind: str
    seconds: float | None = None
    longer_side: int = 0
    aspect: float | None = None
    text: str = ""
    clip_seconds: float | None = None
    others: Mapping[str, Look] = field(default_factory=dict)


def moment(seconds: float) -> str:
    """Write a moment as minutes and seconds."""
    minutes, rest = divmod(round(seconds, 1), 60)
    return f"{minutes:.0f}:{rest:04.1f}"


def spans(facts: Facts, name: str, at_least: float | None) -> Sequence[tuple[float, float]]:
    """Give the measured spans of some kind that are long enough; none where there is no length."""
    if at_least is None:
        return ()
    return [(start, end) for start, end in facts.get(name, ()) if end - start >= at_least]
