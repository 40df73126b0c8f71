"""Previews for pages: the small files of each take, and what the automatic checks found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

import structlog

from pipeline.models import Preview, Task
from pipeline.rules.checks import Finding, Wanted, findings
from review.clip_views import Views
from review.wanted import wanted_of

State = Preview.State
CANNOT_BE_CHECKED = 100  # what could not even be opened weighs more than whatever could be measured

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class PreviewView:
    """One take's preview. Paths are in the workspace; what is empty is not there, and the take itself is shown instead."""

    state: str
    poster: str
    strip: str
    frames: int
    proxy: str
    peaks: tuple[int, ...]
    findings: tuple[Finding, ...]
    seconds: float | None

    @property
    def wave(self) -> str:
        """The shape of the sound, for an SVG path in a box of 1000 by 200; empty without one."""
        return wave(self.peaks)


@dataclass(frozen=True)
class _Made:
    """What a row says. `path` is that of the take."""

    path: str
    state: str
    facts: Mapping[str, Any]
    message: str


NONE = PreviewView("", "", "", 0, "", (), (), None)


def previews(task: Task, views: Views) -> Mapping[UUID, PreviewView]:
    """Give the previews of all of a task's takes, in one query."""
    rows = Preview.objects.filter(take__clip__task=task)
    made = {row[0]: _Made(*row[1:]) for row in rows.values_list("take", "take__path", "state", "facts", "message")}
    wanted = wanted_of(task, views, {take: each.facts for take, each in made.items() if each.state == State.DONE})
    return {take: _readable(each, wanted.get(take)) for take, each in made.items()}


def _readable(made: _Made, wanted: Wanted | None) -> PreviewView:
    """Give one take's preview; measurements that make no sense are as good as none, for the take itself can be shown."""
    try:
        return _view(made, wanted)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        log.warning("a preview's measurements cannot be read", take=made.path, exc_info=True)
        return replace(NONE, state=State.FAILED)


def _view(made: _Made, wanted: Wanted | None) -> PreviewView:
    facts = made.facts
    if made.state != State.DONE:
        return replace(NONE, state=made.state, findings=_why_none(made))
    return PreviewView(
        state=made.state,
        poster=_place(made.path, facts, "poster.jpg"),
        strip=_place(made.path, facts, "strip.jpg"),
        frames=int(facts.get("frames", 0)),
        proxy=_place(made.path, facts, "proxy.mp4"),
        peaks=tuple(int(peak) for peak in facts.get("peaks") or ()),
        findings=findings(facts, wanted) if wanted else (),
        seconds=facts.get("seconds"),
    )


def _why_none(made: _Made) -> tuple[Finding, ...]:
    """Say what was wrong with a take of which nobody could make a preview."""
    given_up = made.state == State.FAILED and made.message
    return (Finding("cannot_be_checked", made.message, CANNOT_BE_CHECKED),) if given_up else ()


def _place(take: str, facts: Mapping[str, Any], name: str) -> str:
    return str(PurePosixPath(take).parent / "previews" / name) if name in facts.get("files", ()) else ""


def wave(peaks: Sequence[int]) -> str:
    """Draw peaks from 0 to 100 as one closed shape around the middle of a box of 1000 by 200."""
    if not peaks:
        return ""
    places = [round((n + 0.5) * 1000 / len(peaks)) for n in range(len(peaks))]
    upper = [f"{x} {100 - peak}" for x, peak in zip(places, peaks, strict=True)]
    lower = [f"{x} {100 + peak}" for x, peak in zip(places, peaks, strict=True)]
    return f"M0 100L{'L'.join((*upper, '1000 100', *reversed(lower)))}Z"
