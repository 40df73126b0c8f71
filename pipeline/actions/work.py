"""What happens to a job that runs: an attempt begins, and ends as a take or as a failure."""

import random
import uuid
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from pipeline import machines, previews
from pipeline.actions.advance import advance
from pipeline.actions.bills import bill
from pipeline.actions.intake import lay_out
from pipeline.actions.orders import close, found_again, sentence
from pipeline.actions.outcomes import NOTHING_LEFT, Failure, Left
from pipeline.actions.takes import outdate
from pipeline.budget import alert
from pipeline.models import Attempt, Clip, Job, Service, Task
from pipeline.models.service import UNTIL_RESUMED
from pipeline.moves import changed, lock
from pipeline.plans import read_plan
from pipeline.rules import retries
from pipeline.rules import storyboard as storyboards
from pipeline.sharing import publish
from pipeline.steps import Step
from videogen.lib import paths


@transaction.atomic
def begin_attempt(
    job: Job,
    *,
    provider: str,
    quoted_usd: Decimal,
    input_digest: str,
    paid: bool = False,
    takes_over: Attempt | None = None,
    answers_of: str = "",
    folder: bool = True,
) -> Attempt | None:
    """Start a try of a claimed job. None when the claim is gone.

    `paid`: from now on something may be ordered, and the clip has an open order until it is known that it has none.
    `takes_over`: the earlier attempt whose order this one goes on with; `answers_of`: the attempt in whose folder its
    answers are kept.
    """
    mine = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, token=job.token)
    if not mine.update(started_at=now()):
        return None
    if takes_over:
        close(takes_over)
    attempt_id = uuid.uuid4()
    # The folder is there before the row: where it is missing later, something was lost.
    if folder:
        job.task.project.take(str(attempt_id)).mkdir(parents=True, exist_ok=True)
    return Attempt.objects.create(
        id=attempt_id,
        job=job,
        clip=job.clip,
        token=job.token,
        machine=machines.this(),
        provider=provider,
        quoted_usd=takes_over.quoted_usd if takes_over else quoted_usd,
        input_digest=input_digest,
        order=Attempt.Order.OPEN if paid else Attempt.Order.NONE,
        provider_job=takes_over.provider_job if takes_over else "",
        facts={**({"answers_of": answers_of} if answers_of else {}), **_found_by_a_person(takes_over)},
    )


def _found_by_a_person(attempt: Attempt | None) -> dict[str, Any]:
    return {key: value for key, value in attempt.facts.items() if key == "id_from"} if attempt else {}


def note_provider_job(attempt: Attempt, provider_job: str) -> None:
    """Remember what the provider calls this order, as soon as it says so."""
    Attempt.objects.filter(pk=attempt.pk).update(provider_job=provider_job[:200])


@transaction.atomic
def keep(attempt: Attempt, step: Step, out: Path, *, report: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    """Make a finished file the selected take of its clip, and go on with the film. False when the claim is gone.

    The file is complete under its final name; `report` has model, units, cost_usd, provider_job, and facts about the file.
    """
    task = lock(attempt.clip.task_id)
    _hold_job(attempt)
    _read_again(attempt, task)  # Somebody may have billed or closed it while this holder was away.
    _bill_own(attempt, report)
    if not _finish_job(attempt, Job.State.DONE):
        # Somebody cancelled meanwhile. The file stays where it is, and is taken over if the clip is wanted again.
        if attempt.order == Attempt.Order.OPEN:
            close(attempt)
            found_again(attempt)
        return False
    clip = Clip.objects.get(pk=attempt.clip_id)
    had_a_take = clip.attempts.filter(selected=True).update(selected=False)
    _become_take(attempt, task, out, report, facts)
    overtaken = clip.verdict == Clip.Verdict.OUTDATED and _overtaken(task, step, clip, attempt)
    verdict = Clip.Verdict.OUTDATED if overtaken else Clip.Verdict.UNDECIDED
    Clip.objects.filter(pk=clip.pk).update(verdict=verdict)
    publish(task, step, clip, out)
    Job.objects.filter(waits_for=attempt.job_id).update(waits_for=None)
    if step.kind == Clip.Kind.STORYBOARD:
        _lay_out(task)
    if had_a_take:
        outdate(task, clip)
    if step.kind == Clip.Kind.STORYBOARD or had_a_take or overtaken or not _has_open_jobs(task, step):
        _go_on(task)
    else:
        changed(task)  # Nothing comes next before the rest of its step is there.
    return True


@transaction.atomic
def nothing_to_do(job: Job) -> None:
    """Close a job whose clip is good already, and go on with the film."""
    task = lock(job.task_id)
    mine = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, token=job.token)
    if mine.update(state=Job.State.DONE, finished_at=now(), leased_until=None):
        Job.objects.filter(waits_for=job).update(waits_for=None)
        _lay_out(task)
        _go_on(task)


@transaction.atomic
def give_up(attempt: Attempt, failure: Failure, left: Left = NOTHING_LEFT) -> None:
    """Settle a failed attempt: again at a later time, or over to a person. `left`: what there is at the provider."""
    task = lock(attempt.clip.task_id)
    _hold_job(attempt)
    attempt.refresh_from_db()  # What a rolled-back keep left in this object must not be believed.
    settle_order(attempt, left)
    if not left.is_lost:  # What a lost order cost is written down when somebody decides about it.
        _bill_own(attempt, failure.bill)
    job = Job.objects.get(attempts=attempt)
    if job.state != Job.State.RUNNING or job.token != attempt.token:
        if not left.is_lost:
            found_again(attempt)
        return
    _note_failure(attempt, failure, left)
    job.token, job.worker, job.leased_until = "", "", None
    if left.is_lost:
        job.state, job.hold = Job.State.HELD, Job.Hold.LOST
    else:
        job.failures += failure.kind != "quota"  # Waiting for a quota is nobody's failure.
        again = _next_try(task, job, failure)
        job.state = Job.State.WAITING if again else Job.State.FAILED
        job.run_after, job.finished_at = again or job.run_after, None if again else now()
        job.later = job.run_after > now()
    job.save()
    _go_on(task)


@transaction.atomic
def interrupt(attempt: Attempt, left: Left, report: Mapping[str, Any]) -> None:
    """Settle what a script that was stopped on our own wish left at the provider, and what it was billed."""
    lock(attempt.clip.task_id)
    attempt.refresh_from_db()
    settle_order(attempt, left)
    if not left.is_open:  # Whoever goes on with it is billed for it.
        _bill_own(attempt, report)
    if not left.is_lost:
        found_again(attempt)


def reprice(job: Job, service: str, quoted_usd: Decimal) -> bool:
    """Give a claimed job back where it is done elsewhere, or costs something else, than when it was claimed. True if so."""
    if (job.service, job.quoted_usd) == (service, quoted_usd):
        return False
    mine = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, token=job.token)
    new = {"service": service, "quoted_usd": quoted_usd}
    mine.update(**new, state=Job.State.WAITING, token="", worker="", leased_until=None)
    return True


def settle_order(attempt: Attempt, left: Left) -> None:
    """Note what became of an attempt's order: still open, perhaps under an id, or closed."""
    if attempt.order != Attempt.Order.OPEN:
        return
    if not left.is_open:
        close(attempt)
    elif left.provider_job:
        note_provider_job(attempt, left.provider_job)


@transaction.atomic
def settle_earlier(attempt: Attempt, report: Mapping[str, Any]) -> None:
    """Close the order of an earlier attempt of which nothing is left to fetch, and write down what it was billed."""
    lock(attempt.clip.task_id)
    attempt.refresh_from_db()
    bill(attempt, report)
    if attempt.order:
        close(attempt)


def pause_service(name: str, until: datetime | None, reason: str) -> None:
    """Let nobody start calls to a service until its quota is back (None: until somebody resumes it); a longer pause stays."""
    end = until or UNTIL_RESUMED
    shorter = Q(paused_until=None) | Q(paused_until__lt=end)
    if Service.objects.filter(shorter, pk=name).update(paused_until=end, pause_reason=reason[:300]):
        when = (
            f"until {until:%Y-%m-%d %H:%M} UTC" if until else "until somebody resumes it in the admin, under Services"
        )
        alert("quota", f"pause:{name}:{until or now():%Y-%m-%dT%H:%M}", f"{name} is paused {when}. {reason}")


def _bill_own(attempt: Attempt, report: Mapping[str, Any]) -> None:
    """Write down what a run was billed, unless another machine fetched the same order meanwhile: then it is billed there."""
    later = Attempt.objects.filter(clip=attempt.clip_id, started_at__gt=attempt.started_at).exclude(order="")
    fetched = attempt.order == Attempt.Order.CLOSED and attempt.provider_job
    if not (fetched and later.filter(provider_job=attempt.provider_job).exists()):
        bill(attempt, report)


def _hold_job(attempt: Attempt) -> None:
    """Lock the job before its attempt, as those do who free what dead workers held."""
    Job.objects.select_for_update(of=("self",), no_key=True).filter(attempts=attempt).first()


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


def _has_open_jobs(task: Task, step: Step) -> bool:
    return task.jobs.open().filter(step=step.name).exists()


def _read_again(attempt: Attempt, task: Task) -> None:
    """Read an attempt's own row anew, and keep what does not change."""
    job, clip = attempt.job, attempt.clip
    attempt.refresh_from_db()
    attempt.job, attempt.clip, clip.task = job, clip, task


def _finish_job(attempt: Attempt, state: Job.State) -> bool:
    mine = Job.objects.filter(attempts=attempt, state=Job.State.RUNNING, token=attempt.token)
    return bool(mine.update(state=state, finished_at=now(), leased_until=None))


def _become_take(attempt: Attempt, task: Task, out: Path, report: Mapping[str, Any], facts: Mapping[str, Any]) -> None:
    attempt.outcome = Attempt.Outcome.DONE
    attempt.finished_at = now()
    attempt.model = str(report.get("model") or "")[:80]
    attempt.order = Attempt.Order.CLOSED if attempt.order else Attempt.Order.NONE
    attempt.provider_job = str(report.get("provider_job") or attempt.provider_job)[:200]
    attempt.take = 1 + Attempt.objects.filter(clip=attempt.clip_id, outcome=Attempt.Outcome.DONE).count()
    attempt.selected = True
    attempt.path = paths.relative(task.project.root, out)
    attempt.sha256 = str(facts["sha256"])
    attempt.size = int(facts["size"])
    known = {**report.get("facts", {}), **facts}
    attempt.facts = {key: value for key, value in known.items() if key not in ("sha256", "size")}
    attempt.save()
    previews.ask(attempt)


def _lay_out(task: Task) -> None:
    plan = read_plan(task)
    assert isinstance(plan.storyboard, storyboards.Storyboard)
    lay_out(task, plan, plan.storyboard)


def _next_try(task: Task, job: Job, failure: Failure) -> datetime | None:
    retry = task.channel.settings.retry
    return retries.next_try(
        retries.Failed(failure.kind, failure.retry_after_s, failure.reset_at, failure.most_tries),
        failures=job.failures,
        now=now(),
        luck=random.random(),  # noqa: S311 (jitter, not a secret)
        backoff=retry.backoff,
        max_attempts=retry.max_attempts,
    )


OUTCOMES = {"timed_out": Attempt.Outcome.TIMED_OUT, "silent": Attempt.Outcome.TIMED_OUT}


def _note_failure(attempt: Attempt, failure: Failure, left: Left) -> None:
    usual = Attempt.Outcome.REFUSED if failure.code.startswith("refused") else Attempt.Outcome.FAILED
    attempt.outcome = Attempt.Outcome.UNKNOWN if left.is_lost else OUTCOMES.get(failure.code, usual)
    attempt.finished_at = now()
    attempt.failure_class, attempt.code, attempt.message = failure.kind, failure.code[:60], failure.message
    if left.is_lost:
        attempt.failure_class, attempt.message = "ambiguous", sentence(attempt, failure.message)
    attempt.save()
