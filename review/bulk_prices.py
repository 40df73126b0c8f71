"""What deciding about many films at once makes, and for about how much."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.actions import Refused
from pipeline.models import Task
from pipeline.quotes import Estimate
from pipeline.rules.statuses import GATES, Status
from review.bulk_deeds import to_reject
from review.bulk_form import Choice, Deed

logger = logging.getLogger(__name__)

Tasks = Mapping[object, Task]


@dataclass(frozen=True)
class Makes:
    """What a deed has made: for how many films, how many clips of theirs where that is known, for about how much."""

    films: int = 0
    clips: int = 0
    usd: Decimal = Decimal(0)

    def __add__(self, other: "Makes") -> "Makes":
        return Makes(self.films + other.films, self.clips + other.clips, self.usd + other.usd)


def what_it_makes(deed: Deed, choices: Sequence[Choice], tasks: Tasks) -> Makes:
    """Add up what a deed has made. Films that it cannot be about, or that are elsewhere by now, are left out."""
    if deed not in PRICED:
        return Makes()
    at, price = PRICED[deed]
    found = [
        tasks[choice.task] for choice in choices if choice.at in at and _is_as_seen(tasks.get(choice.task), choice)
    ]
    return sum((_of_one(task, price) for task in found), Makes())


def _is_as_seen(task: Task | None, choice: Choice) -> bool:
    return task is not None and task.state is choice.at and choice.revision in (None, task.revision)


def _of_one(task: Task, price: Callable[[Task], Makes]) -> Makes:
    try:
        return price(task)
    except Refused:
        return Makes()
    except Exception:
        logger.exception("the price of what comes next for %s broke", task.pk)  # Its own answer will say so.
        return Makes()


def _rest(task: Task) -> Makes:
    return Makes() if task.problem else Makes(films=1, usd=Estimate(task).film().usd)


def _stage(task: Task) -> Makes:
    return Makes(films=1, usd=Estimate(task).stage().usd)


def _again(task: Task) -> Makes:
    clips = to_reject(task, task.state)
    return Makes(1, len(clips), Estimate(task).again(clips).usd)


# Where a film must stand, and what is made then.
PRICED: Mapping[Deed, tuple[Collection[Status], Callable[[Task], Makes]]] = {
    Deed.QUEUE: ((Status.DRAFT,), _rest),
    Deed.APPROVE: ([gate for gate in GATES if gate is not Status.FINAL_REVIEW], _stage),
    Deed.REJECT: (GATES, _again),
}
