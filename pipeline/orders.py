"""What earlier attempts at a clip left behind: a finished file, an order to fetch, a script that still runs, or a lost order."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from django.conf import settings

from pipeline import actions, machines
from pipeline.actions import Left
from pipeline.models import Attempt, Clip
from pipeline.steps import Step, TaskPlan, UnusableFile
from videogen.lib import journals, paths
from videogen.lib.journals import Journal
from videogen.lib.scripts import Bill, Report, ScriptFailed


class Fate(Enum):
    """What became of an open order whose attempt has ended."""

    RUNNING = "its script still runs"
    ELSEWHERE = "the machine that it was begun on has its journal, and is waited for"
    FETCHABLE = "it can be fetched by its id"
    ANSWERED = "it was answered, and the answer is kept"
    LOST = "it may have been charged, and nobody knows its id"
    OVER = "nothing is left to fetch"


@dataclass(frozen=True)
class Earlier:
    """An earlier attempt with an open order, and what became of it. `bill` is what its script said about costs."""

    attempt: Attempt
    fate: Fate
    provider_job: str = ""
    bill: Mapping[str, Any] | None = None
    why: str = ""
    failed: ScriptFailed | None = None  # how its script ended, where nobody could settle that any more
    answers_of: str = ""  # the attempt in whose folder the answers are kept
    is_gone: bool = False  # the machine that has its journal was not seen for long


@dataclass(frozen=True)
class Finished:
    """A file that an earlier attempt had finished before it was cut off, and what its script said about it."""

    attempt: Attempt
    file: Path
    report: Mapping[str, Any]


def open_order(clip_id: int, plan: TaskPlan, name: str) -> Earlier | None:
    """Find the open order of a clip, if it has one. `name` is the file's name. Raises StoreFailed."""
    attempt = Attempt.objects.filter(clip=clip_id, order=Attempt.Order.OPEN).select_related("job").first()
    if attempt is None:
        return None
    if not machines.bring_left(plan.project, attempt, name):
        return _without_folder(attempt)
    out = plan.project.take(str(attempt.pk)) / name
    journal = journals.read(out)
    if journal is None:
        found = _without_journal(attempt, out)
        return (_still_answered(attempt) if found[0] is Fate.OVER else None) or Earlier(attempt, *found)
    return _by_journal(attempt, journal)


def _by_journal(attempt: Attempt, journal: Journal) -> Earlier:
    if journal.running:
        return Earlier(attempt, Fate.RUNNING)
    if not journal.may_be_ordered and (kept := _still_answered(attempt)):
        return kept
    job = journal.provider_job or attempt.provider_job
    match journal.end:
        case Report() as report:
            return Earlier(attempt, Fate.OVER, bill=said(report))
        case _ if "id_from" in attempt.facts:
            return Earlier(attempt, Fate.FETCHABLE, attempt.provider_job)  # A person found it, and knows better.
        case ScriptFailed(code="unknown_order") as failed:
            return Earlier(attempt, Fate.LOST, why=str(failed))
        case ScriptFailed() as failed if failed.provider_job or (attempt.provider_job and not journal.may_be_ordered):
            return Earlier(attempt, Fate.FETCHABLE, failed.provider_job or attempt.provider_job)
        case ScriptFailed() if journal.answered:
            return Earlier(attempt, Fate.ANSWERED, bill=billed_by(journal.bill))
        case ScriptFailed() as failed:
            # A person may have found its id meanwhile.
            lost = failed.kind == "ambiguous"
            fate = (Fate.FETCHABLE if job else Fate.LOST) if lost else Fate.OVER
            return Earlier(attempt, fate, job, bill=billed_by(failed.bill), why=str(failed), failed=failed)
    if job:
        return Earlier(attempt, Fate.FETCHABLE, job)
    if journal.answered:
        return Earlier(attempt, Fate.ANSWERED, bill=billed_by(journal.bill))
    return Earlier(attempt, Fate.LOST if journal.may_be_ordered else Fate.OVER, bill=billed_by(journal.bill))


def _without_folder(attempt: Attempt) -> Earlier:
    """Judge an order whose folder is on another machine, or gone: it was made before anything else, so nobody can tell."""
    if attempt.provider_job and actions.can_resume(attempt):
        return Earlier(attempt, Fate.FETCHABLE, attempt.provider_job)
    if machines.may_come_back(attempt):
        return Earlier(attempt, Fate.ELSEWHERE)
    if attempt.machine in ("", machines.this()):
        return Earlier(attempt, Fate.LOST)
    minutes = f"{settings.MACHINE_GONE_SECONDS / 60:.0f} minutes"
    why = f"This was begun on {attempt.machine}, which was not seen for {minutes}. If it comes back, this goes on by itself."
    return Earlier(attempt, Fate.LOST, why=why, is_gone=True)


def _without_journal(attempt: Attempt, out: Path) -> tuple[Fate, str]:
    if attempt.provider_job:
        return Fate.FETCHABLE, attempt.provider_job
    try:
        return (Fate.OVER if journals.call_off(out) else Fate.RUNNING), ""
    except OSError:  # A full disk, perhaps: it is looked at again.
        return Fate.RUNNING, ""


def _still_answered(attempt: Attempt) -> Earlier | None:
    """Say that an attempt which should read a kept answer, and asked nothing itself, leaves that answer as it was."""
    kept = attempt.facts.get("answers_of", "")
    return Earlier(attempt, Fate.ANSWERED, answers_of=kept) if kept else None


def left_by(out: Path, attempt: Attempt) -> Left:
    """Read from its journal what a script that ended without a file left at the provider."""
    journal = journals.read(out)
    if "answers_of" in attempt.facts and not (journal and journal.may_be_ordered):
        return Left(is_open=True, is_answered=True)  # The answer that it should have read is still there.
    if journal is None:
        return Left(bool(attempt.provider_job), attempt.provider_job)
    match journal.end:
        case Report():
            return Left()
        case ScriptFailed() as failed:
            is_open = failed.kind == "ambiguous" or failed.provider_job is not None or journal.answered
            return Left(is_open, failed.provider_job or "", journal.answered)
    job = journal.provider_job or attempt.provider_job
    return Left(journal.may_be_ordered or bool(job), job, journal.answered)


def finished(clip: Clip, digest: str, step: Step, plan: TaskPlan) -> Finished | None:
    """Find what an attempt at this clip had finished before it was cut off, if it was made from the same inputs.

    What was paid for is also looked for in the store. Raises StoreFailed.
    """
    # A script that fails leaves no file under this name, so whatever is there and can be used was finished.
    settled = (Attempt.Outcome.DONE, Attempt.Outcome.STARTED)
    for attempt in Attempt.objects.filter(clip=clip, input_digest=digest).exclude(outcome__in=settled):
        file = plan.project.take(str(attempt.pk)) / step.place(plan, clip.number).name
        if attempt.order:
            machines.bring_left(plan.project, attempt, file.name)
        try:
            step.check(file, plan, clip.number)
        except UnusableFile:
            continue
        journal = journals.read(file)
        if journal and journal.running:
            continue
        report = said(journal.end) if journal and isinstance(journal.end, Report) else {}
        return Finished(attempt, file, report)
    return None


def take_over(found: Finished, step: Step, out: Path) -> dict[str, Any]:
    """Put a finished file into the place of the new attempt. It was billed to the attempt whose script made it."""
    actions.settle_earlier(found.attempt, found.report or {"cost_usd": found.attempt.quoted_usd})
    for file in (found.file, *step.companions(found.file)):
        if file.exists():
            paths.publish(file, out.with_name(file.name))
    job = found.report.get("provider_job") or found.attempt.provider_job
    return {**found.report, "units": {}, "cost_usd": Decimal(0), "provider_job": job}


def said(report: Report) -> dict[str, Any]:
    """Give what a script reported as plain values."""
    return {
        "model": report.model,
        "units": dict(report.units),
        "cost_usd": report.cost_usd,
        "provider_job": report.provider_job,
    }


def bill_of(out: Path) -> dict[str, Any]:
    """Give what a script said about costs by the end of its journal, as plain values."""
    journal = journals.read(out)
    match journal.end if journal else None:
        case Report() as report:
            return said(report)
        case ScriptFailed() as failed:
            return billed_by(failed.bill)
    return billed_by(journal.bill) if journal else {}


def billed_by(bill: Bill) -> dict[str, Any]:
    """Give what a run was billed although it has no file, as plain values."""
    return {"model": bill.model, "units": dict(bill.units), "cost_usd": bill.cost_usd}
