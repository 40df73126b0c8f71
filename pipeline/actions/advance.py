"""Moves a task on as far as its clips allow, and opens the jobs of what comes next."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q

from pipeline import tickets
from pipeline.models import Attempt, Clip, Job, Task
from pipeline.models.job import OPEN
from pipeline.moves import lock, move
from pipeline.plans import clips_of, read_plan
from pipeline.prices import PriceList, price_list, quote
from pipeline.providers import UnknownProvider, provider_for
from pipeline.refused import Refused
from pipeline.rules import flow
from pipeline.rules.statuses import ERRORS, Status
from pipeline.steps import BY_KIND, STEPS, TaskPlan
from videogen.lib import paths


class Progress:
    """What the flow asks about a task's clips, answered from its rows."""

    def __init__(self, task: Task) -> None:
        self.clips = clips_of(task)
        self.jobs: dict[int, str] = dict(task.jobs.order_by("id").values_list("clip_id", "state"))  # the newest wins

    def of(self, step: str) -> list[Clip]:
        return [clip for clip in self.clips if clip.kind == STEPS[step].kind]

    def complete(self, step: str) -> bool:
        return bool(mine := self.of(step)) and all(clip.is_good for clip in mine)

    def approved(self, step: str) -> bool:
        return all(clip.verdict == Clip.Verdict.APPROVED for clip in self.of(step))

    def failed(self, step: str) -> bool:
        return any(self.is_failed(clip) for clip in self.of(step))

    def is_failed(self, clip: Clip) -> bool:
        # The plan of a claimed task can fail though its storyboard is there: when its file is not.
        missing = not clip.is_good or clip.kind == Clip.Kind.STORYBOARD
        return missing and self.jobs.get(clip.pk) == Job.State.FAILED

    def has_open_job(self, clip: Clip) -> bool:
        return self.jobs.get(clip.pk) in OPEN


def advance(task: Task, *, again: bool = False) -> None:
    """Take a locked task as far as it can go. `again`: a person asked, so what failed before is tried once more."""
    progress = Progress(task)
    open_jobs(task, progress, again=again)
    while to := flow.next_status(task.state, progress, task.channel.settings.gates.auto):
        if to in ERRORS:
            _halt(task, to)
            return
        move(task, to)
        open_jobs(task, progress)
        progress = Progress(task)


def pass_auto_gates() -> None:
    """Let films through that wait at a gate which their channel's file makes automatic by now."""
    for task in Task.objects.at_a_gate().exclude(status=Status.FINAL_REVIEW).select_related("channel"):
        if flow.GATE_NAMES[task.state] in task.channel.settings.gates.auto:
            with transaction.atomic():
                advance(lock(task.pk))


def requote() -> None:
    """Price what waits anew, after a channel's file changed: it may be done elsewhere now, or by another model."""
    idle = Q(state=Job.State.WAITING) | Q(state=Job.State.HELD, hold=Job.Hold.BUDGET)
    prices = price_list()
    for task_id in set(Job.objects.filter(idle).values_list("task", flat=True)):
        try:
            _requote(task_id, idle, prices)
        except (Refused, paths.UnsafePath):
            continue  # The run itself says what is wrong with its storyboard.


@transaction.atomic
def _requote(task_id: Any, idle: Q, prices: PriceList) -> None:
    task = lock(task_id)
    plan = read_plan(task)
    for job in task.jobs.filter(idle).select_related("clip"):
        quoted, service = quote_for(plan, task, job.clip, prices), service_of(task, job.step)
        if (quoted, service) != (job.quoted_usd, job.service):
            task.jobs.filter(idle, pk=job.pk).update(quoted_usd=quoted, service=service)


def open_jobs(task: Task, progress: Progress, *, again: bool = False) -> None:
    """Create the jobs that the task's status opens, one for each clip that is missing and has none."""
    jobs: dict[int, Job] = {job.clip_id: job for job in task.jobs.open()}
    new: list[Job] = []
    plan, prices = None, None
    for step in flow.opens(task.state, task.channel.settings.gates.auto):
        for clip in progress.of(step):
            if not _wanted(task, clip, progress, again=again):
                continue
            plan = plan or read_plan(task, progress.clips)
            needed = STEPS[step].needs(plan, clip.number)
            waits_for = next(
                (jobs[c.pk] for c in progress.clips if (c.kind, c.number) in needed and c.pk in jobs), None
            )
            prices = price_list() if prices is None else prices
            jobs[clip.pk] = _job(task, clip, waits_for, quote_for(plan, task, clip, prices))
            new.append(jobs[clip.pk])
    for job in new:  # In order: a job that is waited for has its key before the one that waits.
        job.save(force_insert=True)
        progress.jobs[job.clip_id] = job.state
    if new:
        tickets.wake()


def _wanted(task: Task, clip: Clip, progress: Progress, *, again: bool) -> bool:
    if progress.has_open_job(clip) or (progress.is_failed(clip) and not again):
        return False
    # A queued task gets a plan job even when its storyboard is there: being claimed is how it enters the channel's limit.
    return not clip.is_good or task.state is Status.QUEUED


def quote_for(plan: TaskPlan, task: Task, clip: Clip, prices: PriceList) -> Decimal:
    """Say what making this clip will probably cost."""
    step = BY_KIND[clip.kind].name
    try:
        return quote(provider_for(step, task.channel.settings.provider(step)), plan, clip.number, prices)
    except UnknownProvider:
        return Decimal(0)  # The run itself says what is wrong.


def _job(task: Task, clip: Clip, waits_for: Job | None, quoted_usd: Decimal) -> Job:
    step = BY_KIND[clip.kind]
    return Job(
        task=task,
        channel=task.channel,
        clip=clip,
        step=step.name,
        service=service_of(task, step.name),
        priority=task.priority,
        task_age=task.created_at,
        position=flow.STEPS.index(step.name) * 1_000 + clip.number,
        waits_for=waits_for,
        starts_film=task.state is Status.QUEUED,
        film_turn=None if task.state is Status.QUEUED else task.started_at,
        quoted_usd=quoted_usd,
    )


def service_of(task: Task, step: str) -> str:
    """Whose limit the step of this task counts against."""
    try:
        return provider_for(step, task.channel.settings.provider(step)).service
    except UnknownProvider:
        return STEPS[step].service  # The run itself says what is wrong.


def _halt(task: Task, to: Status) -> None:
    """Stop a task for a person: what waits is put aside, what runs may finish and is kept."""
    idle = Q(state=Job.State.WAITING) | Q(state=Job.State.HELD, hold=Job.Hold.BUDGET)
    task.jobs.filter(idle).update(state=Job.State.CANCELLED, hold=Job.Hold.NOTHING, waits_for=None)
    task.pause = ""
    task.error = _last_error(task)
    move(task, to, note=task.error["message"])


def _last_error(task: Task) -> dict[str, Any]:
    failed: Iterable[Attempt] = (
        Attempt.objects.filter(clip__task=task, job__state=Job.State.FAILED)
        .exclude(failure_class="")
        .select_related("clip", "job")
        .order_by("-finished_at")
    )
    for attempt in failed:
        if attempt.job and (not attempt.clip.is_good or attempt.clip.kind == Clip.Kind.STORYBOARD):
            return {
                "step": attempt.job.step,
                "clip": str(attempt.clip),
                "class": attempt.failure_class,
                "message": attempt.message,
            }
    return {"step": "", "clip": "", "class": "permanent", "message": "A step failed without saying why."}
