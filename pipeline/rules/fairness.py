"""Who is next: priority first, then the channel served least recently, then its oldest film, in the order of its scenes.

A priority that waits in vain because there is always more urgent work gets one job every PATIENCE. At four an hour, a film of 96
jobs that would never be next is made within a day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

NEVER = datetime.min.replace(tzinfo=UTC)
PATIENCE = timedelta(minutes=15)

Turns = Mapping[tuple[int, str], datetime]  # when a channel was served last, by priority and channel


@dataclass(frozen=True)
class Waiting:
    """A job that could start. `priority` is 0 high, 1 normal, 2 low; `ready_at` is since when it could."""

    job: int
    priority: int
    channel: str
    task_age: datetime
    position: int
    ready_at: datetime


def next_up(waiting: Iterable[Waiting], turns: Turns, at: datetime) -> Waiting | None:
    """Choose whose turn it is. A channel that was never served comes first; equals go by name."""
    firsts: dict[int, Waiting] = {}
    for job in waiting:
        first = firsts.get(job.priority)
        if first is None or _order(job, turns) < _order(first, turns):
            firsts[job.priority] = job
    if not firsts:
        return None
    most_urgent, *others = sorted(firsts)
    in_vain = (firsts[priority] for priority in others if waits_in_vain(firsts[priority], turns, at))
    return next(in_vain, firsts[most_urgent])


def waits_in_vain(first: Waiting, turns: Turns, at: datetime) -> bool:
    """Say whether the first job of a priority, and with it the whole priority, was passed over for too long."""
    served = max((when for (priority, _), when in turns.items() if priority == first.priority), default=NEVER)
    return max(served, first.ready_at) + PATIENCE <= at


def _order(job: Waiting, turns: Turns) -> tuple[datetime, str, datetime, int, int]:
    served = turns.get((job.priority, job.channel), NEVER)
    return (served, job.channel, job.task_age, job.position, job.job)
