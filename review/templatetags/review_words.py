"""Short words for times and money."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from time import time
from typing import Any

from django import template
from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.safestring import SafeString
from django.utils.timezone import now

from pipeline.rules.money import dollars
from pipeline.rules.statuses import Status
from review import cards, evidence, gates
from review.cards import Card

register = template.Library()


@register.filter
def ago(moment: datetime) -> str:
    """How long ago, in the largest unit that fits: 40 s, 12 min, 3 h, 5 d."""
    seconds = max(0, int((now() - moment).total_seconds()))
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


@register.filter
def done(action: str) -> str:
    """What an audit entry says was done, as people say it."""
    return evidence.in_words(action)


@register.filter
def clock(seconds: float | str | None) -> str:
    """Write seconds as a player does, 1:05; nothing for what is no number."""
    if not isinstance(seconds, int | float) or not 0 <= seconds < 360_000:
        return ""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


@register.filter
def drawn(card: Card, may_decide: bool) -> SafeString:
    """Draw a card for the board."""
    return cards.drawn(card, bool(may_decide), int(time() // 60))


@register.filter
def media(path: str) -> str:
    """The address of a file in the workspace. A room names hundreds; the tag `url` takes ten times as long for each."""
    return _under("review:media") + escape_uri_path(path)


@register.filter
def thumb(path: str) -> str:
    """The address of the small form of a picture."""
    return _under("review:thumb") + escape_uri_path(path)


@cache
def _under(name: str) -> str:
    return reverse(name, args=["x"]).removesuffix("x")


@register.filter
def moment(seconds: float) -> str:
    """Write a moment of a clip, 0:03.4."""
    return gates.moment(seconds)


@register.filter
def plain(seconds: float) -> str:
    """Write a number so that programs read it, whatever the language of the page."""
    return f"{seconds:.3f}"


@register.filter
def label(status: str) -> str:
    """The words for a status."""
    return Status(status).label


@register.filter
def usd(amount: Decimal) -> str:
    """Write an amount for people: $3.42."""
    return dollars(amount)


@register.filter
def of(values: Mapping[str, Any], key: str) -> Any:
    """Look a key up; nothing where it is not there."""
    return values.get(key, "") if isinstance(values, Mapping) else ""
