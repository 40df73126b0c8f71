"""Orders of which nobody knows what became of them."""

from decimal import Decimal
from typing import Any

from pipeline.models import Attempt, Clip, Job
from tests.factories import make_job

QUOTE = Decimal("0.42")


def lose(clip: Clip, *, provider: str = "kling", **values: Any) -> Attempt:
    """A clip's order whose answer was lost: its job is held, and a person must decide."""
    job = make_job(clip, state=Job.State.HELD, hold=Job.Hold.LOST, service=provider, quoted_usd=QUOTE)
    return ended(job, provider=provider, order=Attempt.Order.OPEN, outcome=Attempt.Outcome.UNKNOWN, **values)


def cancelled_while_ordered(clip: Clip, provider_job: str = "") -> Attempt:
    """An order that was open when its film was cancelled: no job waits for it any more."""
    job = make_job(clip, state=Job.State.CANCELLED)
    return ended(job, order=Attempt.Order.OPEN, outcome=Attempt.Outcome.INTERRUPTED, provider_job=provider_job)


def refuse(clip: Clip, sentence: str = "The provider refused the text.") -> Attempt:
    """A clip whose content the provider refused."""
    job = make_job(clip, state=Job.State.FAILED)
    values = {"outcome": Attempt.Outcome.REFUSED, "failure_class": "permanent", "code": "refused_content"}
    return ended(job, message=sentence, **values)


def ended(job: Job, **values: Any) -> Attempt:
    """An attempt at this job that is over."""
    return Attempt.objects.create(
        job=job, clip=job.clip, finished_at=job.created_at, **{"provider": "kling", "quoted_usd": QUOTE, **values}
    )
