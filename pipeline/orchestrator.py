"""The only room where rows, steps and scripts meet: one job is done from start to end."""

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.timezone import now

from pipeline import actions, orders, queue
from pipeline.actions import Failure, Left
from pipeline.models import Attempt, Job
from pipeline.orders import Earlier, Fate
from pipeline.plans import read_plan
from pipeline.providers import CannotOrder, Provider, UnknownProvider, provider_for
from pipeline.queue import TOO_MANY_CUT_OFFS
from pipeline.rules.retries import Failed, pause_until
from pipeline.steps import STEPS, Brief, Step, TaskPlan, UnusableFile
from videogen.lib import paths, redact, scripts

log = structlog.get_logger(__name__)

PROTOCOL = ("ok", "model", "cost_usd", "provider_job")  # what every report has; the rest are facts of its file
PULSE = 1.0  # seconds between two looks at whether to stop
LOOK_AGAIN = 5.0  # seconds until a script that outlived its worker is looked at again
ACCOUNT = ("account_limited", "bad_key", "no_billing")  # whoever asks next would hear the same
CUT_OFF = ("timed_out", "silent", "died", "no_report")


@dataclass(frozen=True)
class Order:
    """One script run, made ready: everything that is needed once the database is let go."""

    job: Job
    plan: TaskPlan
    step: Step
    provider: Provider
    brief: Brief
    digest: str

    @property
    def number(self) -> int:
        return self.job.clip.number

    @property
    def timeout(self) -> float:
        """How long the step may take, in seconds."""
        return self.job.channel.settings.timeouts.get(self.step.name, self.step.timeout)

    @property
    def name(self) -> str:
        """The name of the file that is made."""
        return self.step.place(self.plan, self.number).name


def run_job(job: Job, *, stop: Callable[[], bool] = lambda: False) -> None:
    """Make one file. The script runs between two short transactions, inside neither. `stop` asks to hand the job back."""
    with structlog.contextvars.bound_contextvars(task=str(job.task_id), channel=job.channel_id, step=job.step):
        try:
            if job.clip.is_good:
                actions.nothing_to_do(job)
                return
            order = prepare(job)
        except DatabaseError:
            raise
        except Exception as error:
            _refuse(job, error)
            return
        _run(order, stop)


def _run(order: Order, stop: Callable[[], bool]) -> None:
    earlier = orders.open_order(order.job.clip_id, order.plan, order.name)
    found = orders.finished(order.job.clip, order.digest, order.step, order.plan)
    made = earlier is not None and found is not None and found.attempt.pk == earlier.attempt.pk
    if earlier and not made and _must_wait(order, earlier):
        return
    fetch = earlier if earlier and (made or _can_fetch(order, earlier)) else None
    attempt = actions.begin_attempt(
        order.job,
        provider=order.provider.name,
        quoted_usd=order.job.quoted_usd,
        input_digest=order.digest,
        paid=order.provider.is_paid,
        takes_over=fetch.attempt if fetch else None,
    )
    if attempt is None:
        return  # Somebody cancelled, or the lease ran out meanwhile.
    out = output(order, attempt)
    report: Mapping[str, Any] = {}
    try:
        report = orders.take_over(found, order.step, out) if found else _make(order, attempt, out, stop, fetch)
        with _no_connection():
            checked = order.step.check(out, order.plan, order.number)
            facts = {**checked, "sha256": paths.digest(out), "size": out.stat().st_size}
        actions.keep(attempt, order.step, out, report=report, facts=facts)
    except DatabaseError:
        raise  # Nothing can be recorded now. The lease runs out, and the finished file is found again.
    except scripts.Interrupted:
        actions.settle_order(attempt, _left(order, out, attempt))
        queue.hand_back(order.job)
    except Exception as error:
        # Settle the job first, or the next worker would trip on it again and again.
        failure, left = _settle(error, order), _left(order, out, attempt)
        failure = replace(failure, bill=report or failure.bill)  # billed all the same
        if failure.kind == "quota":
            until = pause_until(Failed("quota", reset_at=failure.reset_at), now=now())
            actions.pause_service(order.provider.service, until, failure.message)
        elif failure.code in ACCOUNT:
            actions.pause_service(order.provider.service, None, failure.message)
        _give_up(attempt, failure, left)


def _must_wait(order: Order, earlier: Earlier) -> bool:
    """Deal with an open order of the clip before anything new is ordered. True when the job cannot go on now."""
    match earlier.fate:
        case Fate.RUNNING:
            queue.hand_back(
                order.job, after=LOOK_AGAIN
            )  # Its script outlived its worker: what it fetches is taken over.
            return True
        case Fate.LOST:
            actions.hold_lost(order.job, earlier.attempt, earlier.why)
            return True
        case Fate.FETCHABLE | Fate.ANSWERED if not _can_fetch(order, earlier):
            actions.abandon(
                earlier.attempt
            )  # Ordered from another prompt or picture: it is paid, but not wanted any more.
        case Fate.OVER:
            actions.settle_earlier(earlier.attempt, earlier.bill or {})
    return False


def _can_fetch(order: Order, earlier: Earlier) -> bool:
    can = earlier.fate is Fate.ANSWERED or (earlier.fate is Fate.FETCHABLE and order.provider.can_resume)
    return can and earlier.attempt.input_digest == order.digest


def _left(order: Order, out: Path, attempt: Attempt) -> Left:
    return orders.left_by(out, attempt.provider_job) if order.provider.is_paid else Left()


def _give_up(attempt: Attempt, failure: Failure, left: Left) -> None:
    if failure.code == "unknown_order" and attempt.provider_job:
        # Asked before paying, as always: the provider has nothing to fetch. A person's id may be mistyped, so they are asked.
        if "id_from" in attempt.facts:
            left = Left(is_open=True)
            actions.forget_provider_job(attempt)
        else:
            failure = replace(failure, kind="transient")
    elif left.is_open and not left.is_lost and (failure.kind == "ambiguous" or failure.code in CUT_OFF):
        failure = replace(failure, kind="transient")  # The order is safe at the provider, and is fetched later.
    actions.give_up(attempt, failure, left)


def prepare(job: Job) -> Order:
    """Read all that a script run needs. Raises what `_settle` knows how to explain."""
    plan = read_plan(job.task)
    step = STEPS[job.step]
    provider = provider_for(step.name, job.channel.settings.provider(step.name))
    takes = Attempt.objects.filter(clip=job.clip_id, outcome=Attempt.Outcome.DONE).count()
    brief = step.brief(plan, job.clip.number, seed=takes + 1)
    inputs = f"{provider.name} {brief!r}".replace(str(plan.project.root), "")  # The same on every machine.
    digest = hashlib.sha256(inputs.encode()).hexdigest()
    if job.cut_offs >= TOO_MANY_CUT_OFFS:
        raise scripts.ScriptFailed(
            f"This took its worker down {job.cut_offs} times, so it is not tried again by itself. "
            "Look at the machine's memory and the log, then press Retry.",
            code="cut_off",
        )
    return Order(job, plan, step, provider, brief, digest)


def output(order: Order, attempt: Attempt) -> Path:
    """Where an attempt's file will be: in a folder of its own, so that a retry never touches earlier work."""
    folder = order.plan.project.take(str(attempt.pk))
    return folder / order.name


def _make(
    order: Order, attempt: Attempt, out: Path, stop: Callable[[], bool], fetch: Earlier | None = None
) -> Mapping[str, Any]:
    """Run the script, holding no database connection meanwhile. `fetch`: what was ordered already. Returns its report."""
    step, provider = order.step, order.provider
    news = _News(attempt, order.job, stop, paid=provider.is_paid)
    with _no_connection():
        out.parent.mkdir(parents=True, exist_ok=True)
        report = scripts.run(
            settings.SCRIPTS_DIR / provider.script(order.brief),
            [*provider.arguments(order.brief, out.parent, out), *_options(order), *_already(order, fetch)],
            folder=out.parent,
            timeout=_longest(order),
            quiet_timeout=step.quiet_timeout,
            environment=_environment(order),
            on_line=news.hear,
            pulse=news.pulse,
            pulse_every=PULSE,
        )
    return {
        **orders.said(report),
        "facts": redact.clean_mapping({k: v for k, v in report.facts.items() if k not in PROTOCOL}),
    }


def _longest(order: Order) -> float:
    """Give the seconds after which a script is ended. A paid one ends its own calls in time and must not be cut off before."""
    if not order.provider.is_paid:
        return order.timeout
    return order.timeout + 60 if order.provider.can_resume else order.timeout * 2 + 60


def _already(order: Order, fetch: Earlier | None) -> list[str]:
    """Tell the script what was ordered already: an id to fetch, or an answer that is kept."""
    if fetch is None:
        return []
    if fetch.fate is Fate.ANSWERED:
        return ["--answers", str(output(order, fetch.attempt))]
    return ["--provider-job", fetch.provider_job]


def _options(order: Order) -> list[str]:
    provider = order.provider
    chosen = [part for flag, setting in provider.options.items() for part in (flag, f"{getattr(settings, setting):g}")]
    patience = [provider.patience, f"{order.timeout:g}"] if provider.patience else []
    return [*chosen, *patience]


def _environment(order: Order) -> dict[str, str]:
    provider = order.provider
    wanted = {**provider.secrets, **provider.more_secrets(order.brief), **provider.addresses}
    values = {name: str(getattr(settings, setting)) for name, setting in wanted.items()}
    return {"FFMPEG_BINARY": ffmpeg(), **{name: value for name, value in values.items() if value}}


def ffmpeg() -> str:
    """The ffmpeg for every script, found once per process."""
    if not settings.FFMPEG_BINARY:
        import imageio_ffmpeg

        settings.FFMPEG_BINARY = imageio_ffmpeg.get_ffmpeg_exe()
    return str(settings.FFMPEG_BINARY)


class _News:
    """Hears a script's progress, and says at each pulse whether it may go on; renews the lease well before it ends."""

    def __init__(self, attempt: Attempt, job: Job, stop: Callable[[], bool], *, paid: bool) -> None:
        self.attempt, self.job, self.stop, self.paid = attempt, job, stop, paid
        self.every = settings.LEASE_SECONDS / 3
        self.last = time.monotonic()
        self.in_flight = False  # ordered, and not yet known under which id: cut off now, it would be lost
        self.mine = True

    def hear(self, line: Mapping[str, Any]) -> None:
        said = line.get("provider_job")
        if isinstance(said, str) and said != self.attempt.provider_job:
            with _short_connection():
                actions.note_provider_job(self.attempt, said)
            self.attempt.provider_job = said
        if "order" in line:
            self.in_flight = self.paid and line["order"] == "sent" and not isinstance(said, str)

    def pulse(self) -> bool:
        if time.monotonic() - self.last >= self.every:
            with _short_connection():
                self.mine = queue.heartbeat(self.job)
                self.last = time.monotonic()
        return self.in_flight or (self.mine and not self.stop())


def _settle(error: Exception, order: Order | None = None) -> Failure:
    """Turn whatever went wrong into a failure that a creator understands."""
    match error:
        case scripts.ScriptFailed():
            bill = orders.billed_anyway(error)
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
    attempt = actions.begin_attempt(job, provider="", quoted_usd=Decimal(0), input_digest="")
    if attempt:
        actions.give_up(attempt, _settle(error))


@contextmanager
def _no_connection() -> Iterator[None]:
    """Let the database go while the world is waited for. Inside a test's transaction there is nothing to let go."""
    if not connection.in_atomic_block:
        connection.close()
    yield


@contextmanager
def _short_connection() -> Iterator[None]:
    """Talk to the database for a moment. If it is away, the script goes on: it may be paid, and the lease has time left."""
    try:
        yield
    except DatabaseError as error:
        log.warning("the database did not answer during a script", error=str(error)[:200])
    finally:
        if not connection.in_atomic_block:
            connection.close()
