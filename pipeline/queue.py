"""The queue: who may do what now. Claim, heartbeat, hand back, and free what dead workers held."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, F, Q
from django.utils.timezone import now

from channels.models import Channel
from pipeline import budget
from pipeline.models import Attempt, Job, Service, Task, Worker
from pipeline.models.job import JobQuerySet
from pipeline.moves import lock, move
from pipeline.rules.fairness import Waiting, next_up
from pipeline.rules.statuses import MAKING, Status

TOO_MANY_CUT_OFFS = 10


def claim(worker: str) -> Job | None:
    """Take the best job that may start now, for `worker`, under a lease. None when there is none.

    One short transaction. The service rows are the gate: whoever holds them counts and takes alone, so neither a limit nor a
    cap is passed. A film whose next order does not fit under a cap is paused on the way.
    """
    if not Job.objects.claimable().exists():
        return None  # Nobody waits at the gate for nothing.
    with transaction.atomic():
        services = {s.name: s for s in Service.objects.select_for_update().order_by("name")}
        while job := _best(_within_limits(services)):
            if full := budget.obstacle(job, services[job.service]):
                budget.pause(job, full)
            elif _take(job, worker):
                return job
        return None


def _take(job: Job, worker: str) -> bool:
    """Make a job this worker's. False when somebody cancelled it since it was read.

    The task is locked before the job, as everybody does who decides about a task, so that nobody waits in a circle.
    """
    task = lock(job.task_id)
    job.state, job.worker, job.token, job.leased_until = Job.State.RUNNING, worker, uuid.uuid4().hex, _lease_end()
    still_there = Job.objects.filter(pk=job.pk, state=Job.State.WAITING, waits_for=None)
    if not still_there.update(state=job.state, worker=worker, token=job.token, leased_until=job.leased_until):
        return False
    Channel.objects.filter(pk=job.channel_id).update(served_at=now())
    if task.state is Status.QUEUED:
        move(task, Status.CLAIMED)
    job.task = task
    return True


def _within_limits(services: dict[str, Service]) -> JobQuerySet:
    """Claimable jobs whose service has a free place, and whose channel may start a film if they would start one."""
    running = dict(
        Job.objects.filter(state=Job.State.RUNNING).values_list("service").annotate(n=Count("id")).order_by()
    )
    free = [s.name for s in services.values() if running.get(s.name, 0) < s.limit and not _paused(s)]
    starts_a_film = Q(step="plan", task__status=Status.QUEUED)
    return (
        Job.objects.claimable()
        .filter(service__in=free, channel__is_active=True)
        .exclude(starts_a_film & Q(channel__in=_full_channels()))
    )


def _paused(service: Service) -> bool:
    return service.paused_until is not None and service.paused_until > now()


def _full_channels() -> list[str]:
    """Channels that have as many films in progress as they allow."""
    busy = Task.objects.filter(status__in=MAKING).values_list("channel").annotate(n=Count("id")).order_by()
    limits = {c.pk: c.settings.max_concurrent for c in Channel.objects.filter(pk__in=[pk for pk, _ in busy])}
    return [pk for pk, n in busy if n >= limits[pk]]


def _best(jobs: JobQuerySet) -> Job | None:
    heads = jobs.values_list("priority", "channel", "channel__served_at").order_by().distinct()
    turn = next_up(Waiting(*head) for head in heads)
    if turn is None:
        return None
    mine = jobs.filter(priority=turn.priority, channel=turn.channel_id).select_related("task", "clip", "channel")
    return mine.order_by("task_age", "position", "id").first()


def heartbeat(job: Job) -> bool:
    """Renew the lease. False when the job is no longer this holder's: cancelled, or given to somebody else.

    Whoever beats also says that the worker lives and looks after the dead: with every worker busy nobody else would.
    """
    still_mine = bool(_mine(job).update(leased_until=_lease_end()))
    see(job.worker)
    release_dead()
    return still_mine


def see(worker: str) -> None:
    """Note that a worker is alive."""
    if not Worker.objects.filter(name=worker).update(seen_at=now()):
        Worker.objects.get_or_create(name=worker, defaults={"seen_at": now()})


@transaction.atomic
def hand_back(job: Job, *, after: float = 0) -> None:
    """Give an unfinished job back; it is claimable after so many seconds and counts no failure."""
    again = now() + timedelta(seconds=after)
    mine = _mine(job).update(state=Job.State.WAITING, worker="", token="", leased_until=None, run_after=again)
    if mine:
        _close_attempt(job, Attempt.Outcome.INTERRUPTED)


def release_dead() -> int:
    """Free the jobs whose leases ran out. Returns how many there were."""
    freed = 0
    for job in Job.objects.filter(state=Job.State.RUNNING, leased_until__lt=now()):
        with transaction.atomic():
            mine = _mine(job).filter(leased_until__lt=now())
            if mine.update(state=Job.State.WAITING, worker="", token="", leased_until=None, cut_offs=F("cut_offs") + 1):
                _close_attempt(job, Attempt.Outcome.UNKNOWN)
                freed += 1
    return freed


def _close_attempt(job: Job, outcome: Attempt.Outcome) -> None:
    Attempt.objects.filter(job=job, outcome=Attempt.Outcome.STARTED).update(outcome=outcome, finished_at=now())


def _mine(job: Job) -> JobQuerySet:
    return Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, token=job.token)


def _lease_end() -> datetime:
    return now() + timedelta(seconds=settings.LEASE_SECONDS)
