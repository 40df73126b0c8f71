"""The only room where rows, steps and scripts meet: one job is done from start to end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import structlog
from django.db import Error
from django.utils.timezone import now

from pipeline import actions, machines, orders, queue, sharing, storage
from pipeline.actions import Failure, Left
from pipeline.models import Attempt, Job
from pipeline.orders import Earlier, Fate, Finished
from pipeline.providers import CannotOrder, UnknownProvider
from pipeline.rules.retries import Failed, pause_until
from pipeline.running import Order, beating, make, output, prepare
from pipeline.steps import UnusableFile
from pipeline.storage import StoreFailed, no_connection
from videogen.lib import paths, redact, scripts

log = structlog.get_logger(__name__)

LOOK_AGAIN = 5.0  # seconds until a script that outlived its worker is looked at again, or its machine has claimed it
AWAY = 60.0  # the same, while its machine is not seen: each look is a claim, which counts in its service's quota
ACCOUNT = ("account_limited", "bad_key", "no_billing")  # whoever asks next would hear the same
CUT_OFF = ("timed_out", "silent", "died", "no_report")


def run_job(job: Job, *, stop: Callable[[], bool] = lambda: False) -> None:
    """Make one file. The script runs between two short transactions, inside neither. `stop` asks to hand the job back."""
    with structlog.contextvars.bound_contextvars(task=str(job.task_id), channel=job.channel_id, step=job.step):
        try:
            _load(job)
            with beating(job):
                _look_back()
                sharing.bring_storyboard(job.task_id)
            if job.clip.is_good:
                actions.nothing_to_do(job)
                return
            order = prepare(job)
            with beating(job):
                ready = _get_ready(order)
        except Error:
            raise
        except Exception as error:
            _refuse(job, error)
            return
        if ready:
            _run(order, ready, stop)


def _load(job: Job) -> None:
    """Read all rows that a job is about at once."""
    known = Job.objects.select_related("task__channel", "clip").get(pk=job.pk)
    job.task, job.clip, job.channel = known.task, known.clip, known.task.channel
    job.clip.task = job.task


@dataclass(frozen=True)
class Ready:
    """What earlier attempts left to go on with: a finished file, or an order to fetch. Neither: it is made anew."""

    found: Finished | None = None
    fetch: Earlier | None = None


def _get_ready(order: Order) -> Ready | None:
    """See what earlier attempts left, and get what the script reads to this machine. None when the job cannot go on now."""
    earlier = orders.open_order(order.job.clip_id, order.plan, order.name)
    found = orders.finished(order.job.clip, order.digest, order.step, order.plan)
    made = earlier is not None and found is not None and found.attempt.pk == earlier.attempt.pk
    if earlier and not made and _must_wait(order, earlier):
        return None
    fetch = earlier if earlier and (made or _can_fetch(order, earlier)) else None
    if not (found or fetch) and actions.reprice(order.job, order.provider.service, order.quoted_usd):
        return None  # The channel's file or a price changed since: the next claim counts what it costs now.
    if found is None:
        sharing.bring_inputs(order.plan, order.brief)
    elif order.provider.is_paid:  # Its order is closed soon: then every machine must be able to find it.
        machines.leave(order.plan.project, found.attempt, order.name)
    return Ready(found, fetch)


def _run(order: Order, ready: Ready, stop: Callable[[], bool]) -> None:
    attempt = _begin(order, ready.fetch, ready.found)
    if attempt is None:
        return  # Somebody cancelled, or the lease ran out meanwhile.
    out = output(order, attempt)
    report: Mapping[str, Any] = {}
    checked: Mapping[str, Any] = {}
    try:
        found = ready.found
        report = orders.take_over(found, order.step, out) if found else make(order, attempt, out, stop, ready.fetch)
        with no_connection():
            checked = order.step.check(out, order.plan, order.number)
            facts = {**checked, "sha256": paths.digest(out), "size": out.stat().st_size}
        with beating(order.job):
            sharing.give(out, order.step)
        actions.keep(attempt, order.step, out, report=report, facts=facts)
    except Error:
        raise  # Nothing can be recorded now. The lease runs out, and the finished file is found again.
    except scripts.Interrupted:
        left = _share_left(order, out, attempt, is_finished=out.is_file())
        actions.interrupt(attempt, left, orders.bill_of(out))
        queue.hand_back(order.job)
    except Exception as error:
        # Settle the job first, or the next worker would trip on it again and again.
        failure = _settle(error, order)
        left = _share_left(order, out, attempt, is_finished=bool(checked))
        failure = replace(failure, bill={} if left.is_finished else report or failure.bill)  # billed all the same
        if failure.kind == "quota":
            until = pause_until(Failed("quota", reset_at=failure.reset_at), now=now())
            actions.pause_service(order.provider.service, until, failure.message)
        elif failure.code in ACCOUNT:
            actions.pause_service(order.provider.service, None, failure.message)
        _give_up(attempt, failure, left)


def _begin(order: Order, fetch: Earlier | None, found: Finished | None = None) -> Attempt | None:
    try:
        return actions.begin_attempt(
            order.job,
            provider=order.provider.name,
            quoted_usd=order.job.quoted_usd,
            input_digest=order.digest,
            paid=order.provider.is_paid and found is None,
            takes_over=fetch.attempt if fetch else None,
            answers_of=(fetch.answers_of or str(fetch.attempt.pk)) if fetch and fetch.fate is Fate.ANSWERED else "",
        )
    except OSError as error:  # There is no room even for the attempt's folder.
        _refuse(order.job, error)
        return None


def _must_wait(order: Order, earlier: Earlier) -> bool:
    """Deal with an open order of the clip before anything new is ordered. True when the job cannot go on now.

    Whatever is closed here gives its reservation back, so the next claim looks at the caps again.
    """
    match earlier.fate:
        case Fate.RUNNING:
            # Its script outlived its worker. What it fetches is taken over.
            queue.hand_back(order.job, after=LOOK_AGAIN, was_alive=True)
        case Fate.ELSEWHERE:
            # Its own machine knows what became of it, and claims the job when it has a hand free.
            queue.hand_back(order.job, after=LOOK_AGAIN if machines.is_alive(earlier.attempt.machine) else AWAY)
        case Fate.LOST:
            actions.hold_lost(order.job, earlier.attempt, earlier.why, is_gone=earlier.is_gone)
        case Fate.FETCHABLE | Fate.ANSWERED if _can_fetch(order, earlier):
            return False
        case Fate.FETCHABLE | Fate.ANSWERED:
            # Ordered from another prompt or picture: it is paid, but not wanted any more.
            actions.abandon(earlier.attempt, earlier.bill or {})
            queue.hand_back(order.job)
        case Fate.OVER:
            actions.settle_earlier(earlier.attempt, earlier.bill or {})
            same = earlier.attempt.input_digest == order.digest
            if same and earlier.failed and earlier.failed.kind == "permanent":
                _refuse(order.job, earlier.failed)  # Its worker died before it could say so.
            else:
                queue.hand_back(order.job)
    return True


def _can_fetch(order: Order, earlier: Earlier) -> bool:
    can = earlier.fate is Fate.ANSWERED or (earlier.fate is Fate.FETCHABLE and order.provider.can_resume)
    wanted = earlier.attempt.input_digest == order.digest or "id_from" in earlier.attempt.facts
    return can and wanted


def _left(order: Order, out: Path, attempt: Attempt) -> Left:
    return orders.left_by(out, attempt) if order.provider.is_paid else Left()


def _share_left(order: Order, out: Path, attempt: Attempt, *, is_finished: bool) -> Left:
    """Say what an attempt left, and put it where other machines find it, who would order it again otherwise.

    What is finished, and could not be put there, stays an open order of this machine.
    """
    left = _left(order, out, attempt)
    if not (storage.is_shared() and attempt.order and (left.is_open or is_finished)):
        return left
    try:
        with beating(order.job):
            machines.leave(order.plan.project, attempt, order.name)
    except (StoreFailed, OSError) as error:
        log.warning("what an attempt left could not be stored", attempt=str(attempt.pk), error=str(error)[:200])
        if is_finished:
            return Left(is_open=True, provider_job=left.provider_job, is_answered=True, is_finished=True)
    return left


_looked_back = False


def _look_back() -> None:
    """Once per process: go on with the orders that this machine left, which waited for it or were taken for lost."""
    global _looked_back  # noqa: PLW0603
    if storage.is_shared() and not _looked_back:
        actions.take_back_lost(machines.this())
        _looked_back = True


def _give_up(attempt: Attempt, failure: Failure, left: Left) -> None:
    if failure.code == "unknown_order" and attempt.provider_job:
        # A mistyped id, or the key of another account: whatever it is, nothing is paid again before a person looked.
        left = Left(is_open=True)
        actions.forget_provider_job(attempt)
    elif left.is_open and not left.is_lost and (failure.kind == "ambiguous" or failure.code in CUT_OFF):
        failure = replace(failure, kind="transient")  # The order is safe at the provider, and is fetched later.
    actions.give_up(attempt, failure, left)


def _settle(error: Exception, order: Order | None = None) -> Failure:
    """Turn whatever went wrong into a failure that a creator understands."""
    match error:
        case scripts.ScriptFailed():
            bill = orders.billed_by(error.bill)
            return Failure(
                error.kind, error.code, str(error), error.retry_after_s, error.reset_at, error.most_tries, bill
            )
        case UnusableFile():
            return Failure("permanent", "unusable_file", f"{error} Press Retry to have it made again.")
        case UnknownProvider() | CannotOrder() | paths.UnsafePath() | actions.Refused():
            return Failure("permanent", "bad_input", str(error))
        case OSError():
            known = scripts.from_os(error)
            return Failure(known.kind, known.code, str(known))
    log.exception("job failed by our own fault", clip=str(order.job.clip) if order else "")
    what = redact.clean(f"{type(error).__name__}: {error}"[:200])
    return Failure(
        "permanent", "our_fault", f"Something in videogen itself went wrong ({what}). The log has the details."
    )


def _refuse(job: Job, error: Exception) -> None:
    """Settle a job that could not even start, so that it does not come back again and again."""
    attempt = actions.begin_attempt(job, provider="", quoted_usd=Decimal(0), input_digest="", folder=False)
    if attempt:
        actions.give_up(attempt, replace(_settle(error), bill={}))
