"""What somebody saw when they decided: a decision is about exactly these takes, or it is not carried out."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.timezone import now

from pipeline.models import Attempt, AuditEntry, Task
from pipeline.moves import ENGINE
from pipeline.refused import Refused
from pipeline.rules import flow
from pipeline.rules.statuses import GATES, MAKING, Status
from pipeline.steps import STEPS

_WORDS = {
    "approve": "approved it",
    "reject": "sent clips back",
    "pick_take": "picked another take",
    "retry": "had it tried again",
    "transition": "",  # see _words
}


@dataclass(frozen=True)
class Seen:
    """The gate, or other status, that a person saw and, where the page said it, what was there to decide about.

    `takes` names the takes; `revision` is the task's, which goes up with whatever people can see.
    """

    gate: Status
    takes: str = ""
    revision: int | None = None


def takes_of(gate: Status, selected: Iterable[tuple[str, int, UUID]]) -> str:
    """Put the takes that a gate is about (kind, number, take) into one short text: another one as soon as one of them changes."""
    kinds = {STEPS[step].kind for step in flow.GATE_STEPS[gate]}
    said = sorted(f"{kind}:{number}:{take}" for kind, number, take in selected if kind in kinds)
    return hashlib.sha256(" ".join(said).encode()).hexdigest()[:16]


def must_be_at_gate(task: Task, seen: Seen | None) -> None:
    """Raise Refused unless the locked task waits at a gate, at the one that was seen, with the takes that were seen."""
    must_be_as_seen(task, seen)
    if task.state not in GATES:
        working = task.state in (*MAKING, Status.QUEUED)
        doing = "the engine is still working" if working else "there is nothing to decide now"
        raise Refused(f"“{task}” is at {task.label}, which is not a gate: {doing}.")


def takes_now(task: Task) -> str:
    """Say as `takes_of` does which takes there are to decide about now; the task is at a gate."""
    selected = Attempt.objects.filter(clip__task=task, selected=True)
    return takes_of(task.state, selected.values_list("clip__kind", "clip__number", "pk"))


def who_was_last(task: Task) -> str:
    """Say who changed the task last, and when: “olga approved it a moment ago”. Empty when no person did."""
    entry = task.audit.exclude(actor=ENGINE).filter(action__in=_WORDS).order_by("-id").first()
    if entry is None:
        return ""
    recent = (now() - entry.at).total_seconds() < 60
    return f"{entry.actor} {_words(entry)} {'a moment ago' if recent else f'at {entry.at:%H:%M} UTC'}"


def must_be_as_seen(task: Task, seen: Seen | None) -> None:
    """Raise Refused unless the locked task is where somebody saw it, and as they saw it."""
    if seen is not None and (seen.gate is not task.state or not _shows(task, seen)):
        raise Refused(_decided_already(task, seen))


def _words(entry: AuditEntry) -> str:
    """Say what an entry tells, with a decision's own word where it is told by where it led."""
    if entry.action != "transition":
        return _WORDS[entry.action]
    if entry.to_status == Status.DRAFT:
        return "cancelled it"
    if entry.from_status in GATES:
        return _WORDS["approve" if flow.APPROVES_TO[Status(entry.from_status)] == entry.to_status else "reject"]
    return "moved it on"


def _shows(task: Task, seen: Seen) -> bool:
    if seen.revision not in (None, task.revision):
        return False
    return not seen.takes or seen.takes == takes_now(task)


def _decided_already(task: Task, seen: Seen) -> str:
    who = f" ({said})" if (said := who_was_last(task)) else ""
    if seen.gate is task.state:
        return f"This changed while you were looking{who}. Nothing of yours was carried out: look again, then decide."
    return (
        f"This was decided already{who}: “{task}” is now at {task.label}. Nothing of yours was carried out. "
        "Reload the page to see where it stands."
    )
