"""Orders that may have been charged and nobody is fetching: what a person must know to decide about each."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Min
from django.db.models.functions import Coalesce

from pipeline.actions import can_resume, lost_orders
from pipeline.actions.orders import sentence
from pipeline.models import Attempt, Clip, Job, Task
from pipeline.rules.money import dollars

PROVIDERS: Mapping[str, tuple[str, str]] = {
    "kling": (
        "Kling, through KIE",
        "Log in at kie.ai and open Logs. An order of this time that no clip here has is this one: copy its task id.",
    ),
    "gemini": ("Gemini", "Look at the usage of your project in Google AI Studio. What was lost cannot be fetched."),
    "elevenlabs": (
        "ElevenLabs",
        "Look at History and at Usage of your ElevenLabs account. What was lost cannot be fetched from here.",
    ),
}


@dataclass(frozen=True)
class Lost:
    """How many orders of a task wait for a decision, and since when the oldest does."""

    count: int
    since: datetime

    def __str__(self) -> str:
        clips = "One clip" if self.count == 1 else f"{self.count} clips"
        return f"{clips} may have been charged. Open it to decide."


@dataclass(frozen=True)
class LostOrder:
    """One order to decide about. `id` is its attempt's; `provider_job` is empty where nobody knows what the provider calls it."""

    id: UUID
    usd: Decimal
    at: datetime
    provider: str
    where: str
    sentence: str
    can_resume: bool
    provider_job: str

    @property
    def price(self) -> str:
        """About what it cost, for people; empty where nobody knows."""
        return dollars(self.usd) if self.usd else ""


def per_task(tasks: Collection[UUID]) -> dict[UUID, Lost]:
    """Count the orders to decide about, in one query."""
    rows = lost_orders().filter(clip__task__in=tasks).order_by().values_list("clip__task")
    since = Min(Coalesce("finished_at", "started_at"))
    return {task: Lost(count, at) for task, count, at in rows.annotate(n=Count("pk"), since=since)}


def tasks_of(channels: Iterable[str]) -> set[UUID]:
    """Give the tasks of these channels in which there is an order to decide about."""
    return set(lost_orders().filter(clip__task__channel__in=channels).order_by().values_list("clip__task", flat=True))


def clips_of(task: Task) -> dict[UUID, Clip]:
    """Give the clips of a task with an order to decide about, in order, by the id of the order."""
    orders = lost_orders().filter(clip__task=task).select_related("clip").order_by("clip__kind", "clip__number")
    return {order.pk: order.clip for order in orders}


def of_clip(clip: Clip, jobs: Iterable[Job]) -> LostOrder | None:
    """Give the order of a clip that waits for a decision. Costs no query where attempts were prefetched.

    `jobs`: the jobs of this clip.
    """
    if any(job.state in (Job.State.WAITING, Job.State.RUNNING) for job in jobs):
        return None
    started = Attempt.Outcome.STARTED
    return next(
        (_order(a) for a in clip.attempts.all() if a.order == Attempt.Order.OPEN and a.outcome != started), None
    )


def _order(attempt: Attempt) -> LostOrder:
    name, where = PROVIDERS.get(attempt.provider, (attempt.provider, "Look at the provider's log page."))
    return LostOrder(
        id=attempt.pk,
        usd=attempt.quoted_usd,
        at=attempt.started_at,
        provider=name,
        where=where,
        sentence=attempt.message or sentence(attempt, "It was cut off."),
        can_resume=can_resume(attempt),
        provider_job=attempt.provider_job,
    )
