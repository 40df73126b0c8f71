"""What in our own rows about money does not go together, or waits for somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from pipeline import actions
from pipeline.models import Attempt, Cost, Job
from pipeline.rules.money import dollars
from videogen.lib import journals
from videogen.lib.scripts import Report, ScriptFailed


@dataclass(frozen=True)
class LooseEnd:
    """One thing that is open or odd. `matches`: nobody needs to do anything about it."""

    kind: str
    task: str
    clip: str
    sentence: str
    matches: bool = False


def open_orders() -> Iterator[LooseEnd]:
    """Find the orders that are not fetched, refused or given up yet."""
    undecided = set(actions.lost_orders().values_list("pk", flat=True))
    orders = Attempt.objects.filter(order=Attempt.Order.OPEN).select_related("clip__task", "job")
    for attempt in orders:
        where, since = _where(attempt), f"since {attempt.started_at:%Y-%m-%d %H:%M} UTC"
        job, usd = attempt.provider_job, dollars(attempt.quoted_usd)
        if attempt.pk in undecided and not job:
            text = f"{where}: lost {since}; {usd} may have been charged. {_decide(attempt)}"
            yield _end("lost", attempt, text)
        elif attempt.pk in undecided:
            text = f"{where}: ordered {since} as {job}, and nobody is fetching it. {_decide(attempt)}"
            yield _end("to_fetch", attempt, text)
        elif attempt.outcome == Attempt.Outcome.STARTED and attempt.job and attempt.job.state == Job.State.RUNNING:
            yield _end("in_work", attempt, f"{where}: being made {since}, about {usd}.", matches=True)
        else:
            known = f" as {job}" if job else ""
            text = f"{where}: ordered {since}{known}, about {usd}; the next try looks after it."
            yield _end("to_fetch", attempt, text, matches=True)


def uncertain(service: str, since: datetime) -> Iterator[LooseEnd]:
    """Find what may have been charged, and was written down at its quote, after a moment."""
    for cost in _costs(service, since).filter(certain=False):
        text = f"{_where(cost.attempt)}: {dollars(cost.usd)} may have been charged, written down {cost.at:%Y-%m-%d}."
        yield _end("uncertain", cost.attempt, text)


def unbilled(service: str, since: datetime) -> Iterator[LooseEnd]:
    """Find files that were paid for after a moment, and stand nowhere in the ledger."""
    # A file that a later attempt took over was billed with the attempt that made it.
    same = Cost.objects.filter(attempt__clip=OuterRef("clip"), attempt__input_digest=OuterRef("input_digest"))
    done = Attempt.objects.filter(
        provider=service, outcome=Attempt.Outcome.DONE, finished_at__gt=since, quoted_usd__gt=0
    )
    for attempt in done.exclude(Exists(same)).select_related("clip__task", "job"):
        text = (
            f"{_where(attempt)}: made by {attempt.model or service}, about {dollars(attempt.quoted_usd)}, and not in the "
            "ledger. See whether its model has a price in the admin, under Prices."
        )
        yield _end("unbilled", attempt, text)


def never_sent(service: str, since: datetime) -> Iterator[LooseEnd]:
    """Find what stands in the ledger after a moment although nothing was ordered."""
    for cost in _costs(service, since):
        if cost.attempt.order == Attempt.Order.NONE or _journal_says_no(cost.attempt):
            text = f"{_where(cost.attempt)}: {dollars(cost.usd)} in the ledger for an order that never left."
            yield _end("never_sent", cost.attempt, text)


def _journal_says_no(attempt: Attempt) -> bool:
    """Its journal is here, and says that nothing was ordered and nothing was billed."""
    folder = attempt.clip.task.project.take(str(attempt.pk))
    for file in folder.glob("*.order.jsonl"):
        journal = journals.read(file.with_name(file.name.removesuffix(".order.jsonl")))
        if journal is None or journal.may_be_ordered or journal.provider_job:
            return False
        billed = isinstance(journal.end, ScriptFailed) and (journal.end.bill.units or journal.end.bill.cost_usd)
        return not billed and not isinstance(journal.end, Report)
    return False


def _costs(service: str, since: datetime) -> QuerySet[Cost]:
    rows = Cost.objects.filter(service=service, at__gt=since)
    return rows.select_related("attempt__clip__task__channel", "attempt__job").order_by("at")


def _decide(attempt: Attempt) -> str:
    clip = attempt.clip
    resume = "--resume JOB | " if actions.can_resume(attempt) else ""
    command = f"manage.py settle {str(clip.task_id)[:8]} --clip {clip.kind}:{clip.number}"
    return f"Decide with: {command} ({resume}--order-again | --give-up)"


def _where(attempt: Attempt) -> str:
    return f"{attempt.clip} of “{attempt.clip.task}”"


def _end(kind: str, attempt: Attempt, sentence: str, *, matches: bool = False) -> LooseEnd:
    clip = attempt.clip
    return LooseEnd(kind, str(clip.task_id), f"{clip.kind}:{clip.number}", sentence, matches)
