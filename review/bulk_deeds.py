"""One deed for one film, through the same functions as everywhere else, and what came of it in words."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.actions import Refused, Seen
from pipeline.models import Clip, Task
from pipeline.models.task import Priority
from pipeline.rules import flow
from pipeline.rules.statuses import Status
from pipeline.steps import STEPS
from review import gates
from review.bulk_form import RELOAD, Choice, Deed

logger = logging.getLogger(__name__)

PRIORITIES: Mapping[Deed, Priority] = {
    Deed.HIGH: Priority.HIGH,
    Deed.NORMAL: Priority.NORMAL,
    Deed.LOW: Priority.LOW,
}
DONE: Mapping[Deed, str] = {
    Deed.QUEUE: "Queued",
    Deed.APPROVE: "Approved",
    Deed.REJECT: "Sent back",
    Deed.RETRY: "Tried again",
    Deed.CANCEL: "Cancelled",
}


@dataclass(frozen=True)
class Result:
    """What became of one film. `task` is None for what this person cannot see, whether it exists or not."""

    task: Task | None
    words: str
    is_done: bool = False


NOT_FOUND = Result(None, "Not found.")


def carry_out(deed: Deed, choice: Choice, task: Task | None, *, by: str, note: str) -> Result:
    """Decide about one film; whatever happens to it, the others have their turn."""
    if task is None or choice.at is None:
        return NOT_FOUND
    try:
        seen = _seen(deed, task, choice.at, choice.revision)
        after = _decide(deed, task, seen, by, note)
    except gates.NOT_POSSIBLE as problem:
        return Result(task, f"Refused: {problem}")
    except Exception:
        logger.exception("%s of %s broke", deed, task.pk)
        return Result(task, "Not carried out: something broke on our side. Open the film to see where it stands.")
    if deed.is_priority:
        return Result(task, f"Priority is now {after.get_priority_display()}.", is_done=True)
    return Result(task, f"{DONE[deed]}: now at {after.label}.", is_done=True)


def _seen(deed: Deed, task: Task, at: Status, revision: int | None) -> Seen:
    """What is judged must be what was seen; for other deeds the status is enough. Raises Refused."""
    if deed not in (Deed.APPROVE, Deed.REJECT):
        return Seen(at)
    if revision is None and task.at_gate and task.state is at:
        raise Refused(RELOAD)
    return Seen(at, revision=revision)


def _decide(deed: Deed, task: Task, seen: Seen, by: str, note: str) -> Task:
    match deed:
        case Deed.QUEUE:
            return gates.queue(task, by=by, seen=seen)
        case Deed.APPROVE:
            return _approve(task, seen, by, note)
        case Deed.REJECT:
            return gates.reject(task, to_reject(task, seen.gate), by=by, note=note, seen=seen)
        case Deed.RETRY:
            return gates.retry(task, by=by, note=note, seen=seen)
        case Deed.CANCEL:
            return gates.cancel(task, by=by, note=note, seen=seen)
        case _:
            # How urgent a film is does not depend on where it is, so a film that has moved on meanwhile is fine.
            return gates.prioritise(task, PRIORITIES[deed], by=by)


def _approve(task: Task, seen: Seen, by: str, note: str) -> Task:
    if seen.gate is Status.FINAL_REVIEW:
        raise Refused("A film is approved by whoever has watched it. Open it, and watch it to its end.")
    return gates.approve(task, by=by, note=note, seen=seen)


def to_reject(task: Task, gate: Status) -> list[tuple[str, int]]:
    """Give the clips that the gate is about and that nobody approved yet. Raises Refused where there are none."""
    kinds = [STEPS[step].kind for step in flow.GATE_STEPS.get(gate, ())]
    made = task.clips.filter(kind__in=kinds, attempts__selected=True).exclude(verdict=Clip.Verdict.APPROVED)
    clips = list(made.order_by("kind", "number").values_list("kind", "number"))
    if not clips and task.state is gate:
        raise Refused("There is no clip here that is not approved already. Open the film to send single ones back.")
    return clips
