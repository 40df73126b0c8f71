"""What happens to a job that runs: an attempt begins, and ends as a take or as a failure."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from pipeline.actions.advance import advance
from pipeline.actions.intake import lay_out
from pipeline.actions.takes import outdate, publish
from pipeline.models import Attempt, Clip, Cost, Job, Service, Task
from pipeline.moves import changed, lock
from pipeline.plans import read_plan
from pipeline.rules import retries
from pipeline.rules import storyboard as storyboards
from pipeline.steps import Step
from videogen.lib import paths


@dataclass(frozen=True)
class Failure:
    """Why an attempt has no file. `kind` is transient, quota, permanent or ambiguous; `message` is for the creator."""

    kind: str
    code: str
    message: str
    retry_after_s: float | None = None
    reset_at: datetime | None = None
    provider_job: str = ""
    cost_usd: Decimal = Decimal(0)


@transaction.atomic
def begin_attempt(job: Job, *, provider: str, quoted_usd: Decimal, input_digest: str) -> Attempt | None:
    """Start a try of a claimed job. None when the claim is gone."""
    mine = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, token=job.token)
    if not mine.update(started_at=now()):
        return None
    return Attempt.objects.create(
        job=job,
        clip=job.clip,
        token=job.token,
        provider=provider,
        quoted_usd=quoted_usd,
        input_digest=input_digest,
    )


def note_provider_job(attempt: Attempt, provider_job: str) -> None:
    """Remember what the provider calls this order, as soon as it says so."""
    Attempt.objects.filter(pk=attempt.pk).update(provider_job=provider_job[:200])


@transaction.atomic
def keep(attempt: Attempt, step: Step, out: Path, *, report: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    """Make a finished file the selected take of its clip, and go on with the film. False when the claim is gone.

    The file is complete under its final name; `report` has model, units, cost_usd, provider_job, and facts about the file.
    """
    task = lock(attempt.clip.task_id)
    if not _finish_job(attempt, Job.State.DONE):
        return False
    clip = Clip.objects.get(pk=attempt.clip_id)
    had_a_take = clip.attempts.filter(selected=True).update(selected=False)
    _become_take(attempt, task, out, report, facts)
    Cost.objects.bulk_create(_costs(attempt, task, step.name, report.get("units", {})))
    overtaken = clip.verdict == Clip.Verdict.OUTDATED and _overtaken(task, step, clip, attempt)
    verdict = Clip.Verdict.OUTDATED if overtaken else Clip.Verdict.UNDECIDED
    Clip.objects.filter(pk=clip.pk).update(verdict=verdict)
    publish(task, step, clip, out)
    Job.objects.filter(waits_for=attempt.job_id).update(waits_for=None)
    if step.kind == Clip.Kind.STORYBOARD:
        _lay_out(task)
    if had_a_take:
        outdate(task, clip)
    _go_on(task)
    return True


@transaction.atomic
def nothing_to_do(job: Job) -> None:
    """Close a job whose clip is good already, and go on with the film."""
    task = lock(job.task_id)
    mine = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, token=job.token)
    if mine.update(state=Job.State.DONE, finished_at=now(), leased_until=None):
        _lay_out(task)
        _go_on(task)


@transaction.atomic
def give_up(attempt: Attempt, failure: Failure) -> None:
    """Settle a failed attempt: again at a later time, or over to a person."""
    task = lock(attempt.clip.task_id)
    job = Job.objects.get(attempts=attempt)
    if job.state != Job.State.RUNNING or job.token != attempt.token:
        return
    if failure.kind != "quota":  # Waiting for a quota is nobody's failure.
        job.failures += 1
    again = _next_try(task, job, failure)
    _note_failure(attempt, failure)
    if again:
        job.state, job.run_after, job.token, job.worker, job.leased_until = Job.State.WAITING, again, "", "", None
        job.save()
    else:
        job.state, job.finished_at, job.leased_until = Job.State.FAILED, now(), None
        job.save()
    _go_on(task)


def pause_service(name: str, until: datetime, reason: str) -> None:
    """Let nobody start calls to a service until its quota is back; a longer pause stays."""
    shorter = Q(paused_until=None) | Q(paused_until__lt=until)
    Service.objects.filter(shorter, pk=name).update(paused_until=until, pause_reason=reason[:300])


def _overtaken(task: Task, step: Step, clip: Clip, attempt: Attempt) -> bool:
    """Something that this take was made from got a newer take while it was made."""
    needed = step.needs(read_plan(task), clip.number)
    newer = Attempt.objects.filter(clip__task=task, selected=True, finished_at__gt=attempt.started_at)
    return any(key in needed for key in newer.values_list("clip__kind", "clip__number"))


def _go_on(task: Task) -> None:
    before = task.revision
    advance(task)
    if task.revision == before:
        changed(task)


def _finish_job(attempt: Attempt, state: Job.State) -> bool:
    mine = Job.objects.filter(attempts=attempt, state=Job.State.RUNNING, token=attempt.token)
    return bool(mine.update(state=state, finished_at=now(), leased_until=None))


def _become_take(attempt: Attempt, task: Task, out: Path, report: Mapping[str, Any], facts: Mapping[str, Any]) -> None:
    earlier = Attempt.objects.filter(clip=attempt.clip_id, outcome=Attempt.Outcome.DONE).count()
    attempt.outcome = Attempt.Outcome.DONE
    attempt.finished_at = now()
    attempt.model = str(report.get("model") or "")[:80]
    attempt.cost_usd = Decimal(report.get("cost_usd") or 0)
    attempt.provider_job = str(report.get("provider_job") or attempt.provider_job)[:200]
    attempt.take = earlier + 1
    attempt.selected = True
    attempt.path = paths.relative(task.project.root, out)
    attempt.sha256 = str(facts["sha256"])
    attempt.size = int(facts["size"])
    known = {**report.get("facts", {}), **facts}
    attempt.facts = {key: value for key, value in known.items() if key not in ("sha256", "size")}
    attempt.save()


def _costs(attempt: Attempt, task: Task, step: str, units: Any) -> list[Cost]:
    if not attempt.cost_usd:
        return []
    component = f"{attempt.provider}_{step}"
    return [Cost(task=task, attempt=attempt, component=component, units=units, usd=attempt.cost_usd)]


def _lay_out(task: Task) -> None:
    plan = read_plan(task)
    assert isinstance(plan.storyboard, storyboards.Storyboard)
    lay_out(task, plan, plan.storyboard)


def _next_try(task: Task, job: Job, failure: Failure) -> datetime | None:
    retry = task.channel.settings.retry
    return retries.next_try(
        retries.Failed(failure.kind, failure.retry_after_s, failure.reset_at),
        failures=job.failures,
        now=now(),
        luck=random.random(),  # noqa: S311 (jitter, not a secret)
        backoff=retry.backoff,
        max_attempts=retry.max_attempts,
    )


OUTCOMES = {"timed_out": Attempt.Outcome.TIMED_OUT, "silent": Attempt.Outcome.TIMED_OUT}


def _note_failure(attempt: Attempt, failure: Failure) -> None:
    unsure = Attempt.Outcome.UNKNOWN if failure.kind == "ambiguous" else Attempt.Outcome.FAILED
    # Read again: what a rolled-back keep left in this object must not be saved.
    attempt.refresh_from_db()
    attempt.outcome = OUTCOMES.get(failure.code, unsure)
    attempt.finished_at = now()
    attempt.failure_class, attempt.code, attempt.message = failure.kind, failure.code[:60], failure.message
    attempt.cost_usd = failure.cost_usd
    attempt.save()
    Cost.objects.bulk_create(_costs(attempt, attempt.clip.task, attempt.job.step if attempt.job else "", {}))
