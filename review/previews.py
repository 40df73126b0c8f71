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


NONE = PreviewView("", "", "", 0, "", (), (), None)


def previews(task: Task, views: Views) -> Mapping[UUID, PreviewView]:
    """Give the previews of all of a task's takes, in one query."""
    rows = Preview.objects.filter(take__clip__task=task).values_list("take", "take__path", "state", "facts")
    made = {take: (path, state, facts) for take, path, state, facts in rows}
    done = {take: facts for take, (_, state, facts) in made.items() if state == Preview.State.DONE}
    wanted = wanted_of(task, views, done)
    return {take: _readable(path, state, facts, wanted.get(take)) for take, (path, state, facts) in made.items()}


def _readable(path: str, state: str, facts: Mapping[str, Any], wanted: Wanted | None) -> PreviewView:
    """Give one take's preview; measurements that make no sense are as good as none, for the take itself can be shown."""
    try:
        return _view(path, state, facts, wanted)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        log.warning("a preview's measurements cannot be read", take=path, exc_info=True)
        return replace(NONE, state=Preview.State.FAILED)


def _view(path: str, state: str, facts: Mapping[str, Any], wanted: Wanted | None) -> PreviewView:
    if state != Preview.State.DONE:
        return replace(NONE, state=state)
    return PreviewView(
        state=state,
        poster=_place(path, facts, "poster.jpg"),
        strip=_place(path, facts, "strip.jpg"),
        frames=int(facts.get("frames", 0)),
        proxy=_place(path, facts, "proxy.mp4"),
        peaks=tuple(int(peak) for peak in facts.get("peaks") or ()),
        findings=findings(facts, wanted) if wanted else (),
        seconds=facts.get("seconds"),
    )


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
