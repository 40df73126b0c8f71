"""One script run: what it is told, what is heard of it meanwhile, and how long it may take. No database is held."""

import hashlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.db import Error, connection

from pipeline import actions, orders, queue, storage
from pipeline.models import Attempt, Job
from pipeline.orders import Earlier, Fate
from pipeline.plans import read_plan
from pipeline.prices import price_list, quote
from pipeline.providers import Provider, provider_for
from pipeline.queue import TOO_MANY_CUT_OFFS
from pipeline.steps import STEPS, Brief, Step, TaskPlan
from pipeline.storage import no_connection
from videogen.lib import redact, scripts

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
    quoted_usd: Decimal

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


def prepare(job: Job) -> Order:
    """Read all that a script run needs. Raises what `_settle` knows how to explain."""
    plan = read_plan(job.task)
    step = STEPS[job.step]
    provider = provider_for(step.name, job.channel.settings.provider(step.name))
    takes = Attempt.objects.filter(clip=job.clip_id, outcome=Attempt.Outcome.DONE).count()
    brief = step.brief(plan, job.clip.number, seed=takes + 1)
    # A paid order stays the same order when only its carrying out changed, such as where its picture is hosted.
    inputs = f"{provider.name} {brief.order if provider.is_paid else repr(brief)}"
    digest = hashlib.sha256(
        inputs.replace(str(plan.project.root), "").encode()
    ).hexdigest()  # the same on every machine
    if job.cut_offs >= TOO_MANY_CUT_OFFS:
        raise scripts.ScriptFailed(
            f"This took its worker down {job.cut_offs} times, so it is not tried again by itself. "
            "Look at the machine's memory and the log, then press Retry.",
            code="cut_off",
        )
    return Order(job, plan, step, provider, brief, digest, quote(provider, plan, job.clip.number, price_list()))


def output(order: Order, attempt: Attempt) -> Path:
    """Where an attempt's file will be: in a folder of its own, so that a retry never touches earlier work."""
    folder = order.plan.project.take(str(attempt.pk))
    return folder / order.name


def make(
    order: Order, attempt: Attempt, out: Path, stop: Callable[[], bool], fetch: Earlier | None = None
) -> Mapping[str, Any]:
    """Run the script, holding no database connection meanwhile. `fetch`: what was ordered already. Returns its report."""
    step, provider = order.step, order.provider
    news = _News(attempt, order.job, stop, paid=provider.is_paid)
    with no_connection():
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
        kept = order.plan.project.take(fetch.answers_of or str(fetch.attempt.pk))
        return ["--answers", str(kept / order.name)]
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


@contextmanager
def beating(job: Job) -> Iterator[None]:
    """Renew the lease while files are on their way to or from the store, which may take longer than a lease."""
    if not storage.is_shared():
        yield
        return
    over = threading.Event()

    def beat() -> None:
        while not over.wait(settings.LEASE_SECONDS / 3):
            with _short_connection():
                queue.heartbeat(job)

    beats = threading.Thread(target=beat, name="heartbeat", daemon=True)
    beats.start()
    try:
        yield
    finally:
        over.set()
        beats.join()


@contextmanager
def _short_connection() -> Iterator[None]:
    """Talk to the database for a moment. If it is away, the script goes on: it may be paid, and the lease has time left."""
    try:
        yield
    except Error as error:
        log.warning("the database did not answer during a script", error=str(error)[:200])
    finally:
        if not connection.in_atomic_block:
            connection.close()
