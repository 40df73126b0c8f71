"""Who is next: priority first, then films under way before films that are still to be started.

Films under way go in the order in which they were started, each in the order of its scenes, so that they finish one after
another and not all at the end. Which film is started next goes round the channels: the channel whose last turn is longest ago,
its oldest film. A 10 and B 2 waiting start A B A B A A.

A priority that waits in vain because there is always more urgent work gets one job every PATIENCE. At four an hour, a film of 96
jobs that would never be next is made within a day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

NEVER = datetime.min.replace(tzinfo=UTC)
PATIENCE = timedelta(minutes=15)

Lane = tuple[int, str]  # priority and channel


@dataclass(frozen=True)
class Turns:
    """When each channel had its last turn, and when one of its jobs was claimed last, in turn or not."""

    served: Mapping[Lane, datetime] = field(default_factory=dict)
    claimed: Mapping[Lane, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Waiting:
    """A job that could start. `priority` is 0 high, 1 normal, 2 low; `ready_at` is since when it could; `film_turn` is when its
    film was started, None for one that is not under way.
    """

    job: int
    priority: int
    channel: str
    task_age: datetime
    position: int
    ready_at: datetime
    film_turn: datetime | None = None


def next_up(waiting: Iterable[Waiting], turns: Turns, at: datetime) -> Waiting | None:
    """Choose the best job. A channel that never had a turn comes first; equals go by name."""
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
    claimed = max((at for (priority, _), at in turns.claimed.items() if priority == first.priority), default=NEVER)
    return max(claimed, first.ready_at) + PATIENCE <= at


def _order(job: Waiting, turns: Turns) -> tuple[bool, datetime, str, datetime, int, int]:
    if job.film_turn is not None:
        return (False, job.film_turn, "", NEVER, job.position, job.job)
    served = turns.served.get((job.priority, job.channel), NEVER)
    return (True, served, job.channel, job.task_age, job.position, job.job)
