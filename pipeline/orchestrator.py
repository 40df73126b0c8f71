"""The only room where rows, steps and scripts meet: one job is done from start to end."""

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.timezone import now

from pipeline import actions, queue
from pipeline.actions import Failure
from pipeline.models import Attempt, Job
from pipeline.plans import read_plan
from pipeline.providers import Provider, UnknownProvider, provider_for
from pipeline.queue import TOO_MANY_CUT_OFFS
from pipeline.rules.retries import Failed, pause_until
from pipeline.steps import STEPS, Brief, Step, TaskPlan, UnusableFile
from videogen.lib import paths, redact, scripts

log = structlog.get_logger(__name__)

PROTOCOL = ("ok", "model", "cost_usd", "provider_job")  # what every report has; the rest are facts of its file
PULSE = 1.0  # seconds between two looks at whether to stop


@dataclass(frozen=True)
class Order:
    """One script run, made ready: everything that is needed once the database is let go."""

    job: Job
    plan: TaskPlan
    step: Step
    provider: Provider
    brief: Brief
    digest: str


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
    attempt = actions.begin_attempt(
        order.job,
        provider=order.provider.name,
        quoted_usd=order.provider.price_usd,
        input_digest=order.digest,
    )
    if attempt is None:
        return  # Somebody cancelled, or the lease ran out meanwhile.
    report: Mapping[str, Any] = {}
    try:
        out = output(order, attempt)
        report = _found_again(order, out) or _make(order, attempt, out, stop)
        with _no_connection():
            facts = {**order.step.check(out, order.plan), "sha256": paths.digest(out), "size": out.stat().st_size}
        actions.keep(attempt, order.step, out, report=report, facts=facts)
    except scripts.Interrupted:
        queue.hand_back(order.job)
    except DatabaseError:
        raise  # Nothing can be recorded now. The lease runs out, and the finished file is found again.
    except Exception as error:
        # Settle the job first, or the next worker would trip on it again and again.
        failure = replace(_settle(error, order), cost_usd=Decimal(report.get("cost_usd") or 0))  # billed all the same
        if failure.kind == "quota":
            until = pause_until(Failed("quota", reset_at=failure.reset_at), now=now())
            actions.pause_service(order.provider.service, until, failure.message)
        actions.give_up(attempt, failure)


def prepare(job: Job) -> Order:
    """Read all that a script run needs. Raises what `_settle` knows how to explain."""
    plan = read_plan(job.task)
    step = STEPS[job.step]
    provider = provider_for(step.name, job.channel.settings.provider(step.name))
    takes = Attempt.objects.filter(clip=job.clip_id, outcome=Attempt.Outcome.DONE).count()
    brief = step.brief(plan, job.clip.number, seed=takes + 1)
    digest = hashlib.sha256(f"{provider.name} {brief!r}".encode()).hexdigest()
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
    return folder / order.step.place(order.plan, order.job.clip.number).name


def _make(order: Order, attempt: Attempt, out: Path, stop: Callable[[], bool]) -> Mapping[str, Any]:
    """Run the script, holding no database connection meanwhile. Returns its report."""
    step, provider = order.step, order.provider
    timeout = order.job.channel.settings.timeouts.get(step.name, step.timeout)
    with _no_connection():
        out.parent.mkdir(parents=True, exist_ok=True)
        report = scripts.run(
            settings.SCRIPTS_DIR / provider.script(order.brief),
            provider.arguments(order.brief, out.parent, out),
            folder=out.parent,
            timeout=timeout,
            quiet_timeout=step.quiet_timeout,
            environment=_environment(provider),
            on_line=partial(_hear, attempt),
            pulse=_pulse(order.job, stop),
            pulse_every=PULSE,
        )
    return {
        "model": report.model,
        "units": dict(report.units),
        "cost_usd": report.cost_usd,
        "provider_job": report.provider_job,
        "facts": redact.clean_mapping({k: v for k, v in report.facts.items() if k not in PROTOCOL}),
    }


def _found_again(order: Order, out: Path) -> Mapping[str, Any] | None:
    """Take over what an attempt at this clip had finished before it was cut off, if it was made from the same inputs."""
    # A script that fails leaves no file under this name, so whatever is there and can be used was finished.
    unfinished = Attempt.objects.filter(clip=order.job.clip_id, input_digest=order.digest).exclude(
        outcome__in=(Attempt.Outcome.DONE, Attempt.Outcome.STARTED)
    )
    for earlier in unfinished:
        there = order.plan.project.take(str(earlier.pk)) / out.name
        try:
            order.step.check(there, order.plan)
        except UnusableFile:
            continue
        for file in (there, *order.step.companions(there)):
            if file.exists():
                paths.publish(file, out.with_name(file.name))
        cost = Decimal(0) if earlier.cost_usd else earlier.quoted_usd  # what was billed already is not billed again
        return {"cost_usd": cost, "provider_job": earlier.provider_job, "units": {}}
    return None


def _environment(provider: Provider) -> dict[str, str]:
    secrets = {name: str(getattr(settings, setting)) for name, setting in provider.secrets.items()}
    return {"FFMPEG_BINARY": ffmpeg(), **secrets}


def ffmpeg() -> str:
    """The ffmpeg for every script, found once per process."""
    if not settings.FFMPEG_BINARY:
        import imageio_ffmpeg

        settings.FFMPEG_BINARY = imageio_ffmpeg.get_ffmpeg_exe()
    return str(settings.FFMPEG_BINARY)


def _hear(attempt: Attempt, line: Mapping[str, Any]) -> None:
    said = line.get("provider_job")
    if isinstance(said, str) and said != attempt.provider_job:
        with _short_connection():
            actions.note_provider_job(attempt, said)
        attempt.provider_job = said


def _pulse(job: Job, stop: Callable[[], bool]) -> Callable[[], bool]:
    """Look every second whether to stop; renew the lease well before it ends."""
    every = settings.LEASE_SECONDS / 3
    last = time.monotonic()

    def beat() -> bool:
        nonlocal last
        if stop():
            return False
        if time.monotonic() - last < every:
            return True
        with _short_connection():
            still_mine = queue.heartbeat(job)
            last = time.monotonic()
            return still_mine
        return True  # Asked again at the next pulse.

    return beat


def _settle(error: Exception, order: Order | None = None) -> Failure:
    """Turn whatever went wrong into a failure that a creator understands."""
    match error:
        case scripts.ScriptFailed():
            job = error.provider_job or ""
            return Failure(error.kind, error.code, str(error), error.retry_after_s, error.reset_at, job, Decimal(0))
        case UnusableFile():
            return Failure("permanent", "unusable_file", f"{error} Press Retry to have it made again.")
        case UnknownProvider() | paths.UnsafePath() | actions.Refused():
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
