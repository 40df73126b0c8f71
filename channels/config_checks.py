"""Small checks for the values of a channel's file. Each takes a value and gives the good one back, or raises Wrong."""

import difflib
import math
import re
import string
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from videogen.lib.words import did_you_mean, shown, unreadable

Checker = Callable[[Any], Any]


class Wrong(ValueError):
    """Says what was expected."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend: which file, which key, and what was expected."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.key, self.message) if part)


def unknown_key(key: str, known: Collection[str], secret_words: Collection[str]) -> str:
    """Say what may have been meant; secrets never stand in these files."""
    if any(word in key.lower() for word in secret_words):
        return "Secrets never stand in this file. Put keys into .env; YouTube and Notion are connected in the admin."
    near = difflib.get_close_matches(key, known, n=1)
    return f"Unknown key. Did you mean “{near[0]}”?" if near else f"Unknown key. Known are: {', '.join(sorted(known))}."


def text(longest: int, *, least: int = 0, none: bool = False) -> Checker:
    """A text of at most `longest` characters."""

    def check(value: Any) -> str | None:
        if value is None and none:
            return None
        if not isinstance(value, str):
            hint = "" if isinstance(value, list | dict) else " Put it in quotation marks if it is meant as text."
            raise Wrong(f"Expected a text, not {shown(value)}.{hint}")
        if len(value) > longest or len(value.strip()) < least:
            raise Wrong(f"Expected {least or 'up'} to {longest:,} characters, not {len(value):,}.")
        if mark := unreadable(value):
            raise Wrong(f"The text holds the invisible control character {mark}; write it again by hand.")
        return value.strip()

    return check


def identifier(value: Any) -> str:
    """A name of 1 to 64 letters, digits, hyphens and underscores."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", value):
        raise Wrong(f"Expected 1 to 64 letters, digits, hyphens or underscores, not {shown(value)}.")
    return value


def truth(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Wrong(f"Expected true or false, not {shown(value)}.")
    return value


def choice(*allowed: str) -> Checker:
    """One of these words."""

    def check(value: Any) -> str:
        if value not in allowed:
            near = difflib.get_close_matches(str(value), allowed, n=1)
            raise Wrong(
                f"Expected {' or '.join(allowed)}, not {shown(value)}."
                + (f" Did you mean “{near[0]}”?" if near else "")
            )
        return str(value)

    return check


def colour(value: Any) -> str:
    """A colour as #rrggbb."""
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise Wrong(f"Expected a colour such as '#2f6f8f' (with quotes), not {shown(value)}.")
    return value.lower()


def whole(low: int, high: int, *, none: bool = False) -> Checker:
    """A whole number from low to high."""

    def check(value: Any) -> int | None:
        if value is None and none:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise Wrong(f"Expected a whole number from {low} to {high}, not {shown(value)}.")
        return value

    return check


def number(low: float, high: float, unit: str, *, also: str = "") -> Checker:
    """A number from low to high, or the word `also`."""

    def check(value: Any) -> float | str:
        if also and value == also:
            return also
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
        if not is_number or not low <= value <= high:
            either = f", or {also}" if also else ""
            raise Wrong(f"Expected a number of {unit} from {low:g} to {high:g}{either}, not {shown(value)}.")
        return float(value)

    return check


def money(value: Any) -> Decimal | None:
    """An amount in US dollars, or null for no cap."""
    if value is None:
        return None
    try:
        usd = Decimal(str(value)) if not isinstance(value, bool) else Decimal(-1)
    except InvalidOperation:
        usd = Decimal(-1)
    if not usd.is_finite() or not 0 <= usd <= 1_000_000:
        raise Wrong(f"Expected an amount in US dollars such as 25.00, or null for no cap, not {shown(value)}.")
    return usd


def names(longest: int) -> Checker:
    """A list of short texts."""
    one = text(longest, least=1)

    def check(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise Wrong(f"Expected a list, not {shown(value)}.")
        return tuple(one(item) for item in value)

    return check


def clock_times(value: Any) -> tuple[str, ...]:
    """A list of times of day, HH:MM."""
    good = isinstance(value, list) and all(
        isinstance(item, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", item) for item in value
    )
    if not good:  # YAML reads 18:00 without quotation marks as the number 1080.
        raise Wrong('Expected a list of times with quotation marks, such as ["09:00", "18:30"].')
    return tuple(value)


def template(longest: int, *known: str) -> Checker:
    """A text whose words in braces are filled in later."""
    plain = text(longest)

    def check(value: Any) -> str:
        words = plain(value)
        try:
            places = [name for _, name, _, _ in string.Formatter().parse(words) if name is not None]
        except ValueError:
            raise Wrong("A brace { or } has no partner; write {{ or }} where a brace itself is meant.") from None
        for name in places:
            if name not in known:
                names_known = ", ".join(f"{{{one}}}" for one in known)
                raise Wrong(f"{{{name[:40]}}} is not known; known are {names_known}.{did_you_mean(name, known)}")
        return str(words)

    return check


def numbers(low: float, high: float, unit: str) -> Checker:
    """A list of numbers from low to high."""
    one = number(low, high, unit)

    def check(value: Any) -> tuple[float, ...]:
        if not isinstance(value, list) or not value:
            raise Wrong(f"Expected a list of {unit}, such as [60, 300, 900, 3600], not {shown(value)}.")
        return tuple(one(item) for item in value)

    return check


def steps_to(one: Checker, steps: Collection[str]) -> Checker:
    """A value for each of some steps."""

    def check(value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise Wrong(f"Expected a value for each step, such as “videos: 900”, not {shown(value)}.")
        for key in value:
            if key not in steps:
                raise Wrong(f"There is no step {shown(key)}. Steps are: {', '.join(steps)}.")
        return {key: one(item) for key, item in value.items()}

    return check
