"""The error log of a task: what was tried and did not work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pipeline.models import Attempt, Clip
from pipeline.steps import BY_KIND
from review.clip_views import ClipView

O = Attempt.Outcome  # noqa: E741

FAILED = (O.FAILED, O.REFUSED, O.TIMED_OUT, O.UNKNOWN)
SAID = {O.UNKNOWN: "The worker was cut off before this was finished.", O.TIMED_OUT: "It took too long and was stopped."}
MOST = 100


@dataclass(frozen=True)
class Failure:
    """One failed attempt: when, at what, why. `number` counts the tries of the same job."""

    at: datetime
    step: str
    clip: str
    sentence: str
    kind: str
    number: int


def failures(views: Iterable[ClipView]) -> list[Failure]:
    """List what failed, newest first. Costs no query where attempts were prefetched."""
    found = [failure for view in views for failure in _of(view.clip, view.full_label)]
    return sorted(found, key=lambda failure: failure.at, reverse=True)[:MOST]


def _of(clip: Clip, label: str) -> Iterable[Failure]:
    tries: dict[int | None, int] = {}
    for attempt in sorted(clip.attempts.all(), key=lambda each: each.started_at):
        number = tries[attempt.job_id] = tries.get(attempt.job_id, 0) + 1
        if attempt.outcome in FAILED:
            yield Failure(
                at=attempt.finished_at or attempt.started_at,
                step=BY_KIND[clip.kind].name,
                clip=label,
                sentence=attempt.message or SAID.get(O(attempt.outcome), "It failed without saying why."),
                kind=attempt.failure_class or attempt.get_outcome_display(),
                number=number,
            )
