"""The queue: who may do what now. Claim, heartbeat, hand back, and free what dead workers held.

Leases are counted by the database's clock, so that machines whose clocks differ agree about who is dead.
"""

import time
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Now
from django.utils.timezone import now

from pipeline import budget, claim_portable, claim_postgresql
from pipeline.models import Attempt, Job, Service, Task, Worker
from pipeline.models.job import JobQuerySet
from pipeline.moves import lock, move
from pipeline.rules.statuses import Status

TOO_MANY_CUT_OFFS = 10
TRIES = 20  # jobs that were cancelled, or do not fit under a cap, before a claim leaves the rest to the next one


def claim(worker: str) -> Job | None:
    """Take the best job that may start now, for `worker` ("machine:pid"), under a lease. None when there is none.

    A film whose next order does not fit under a cap is paused on the way.
    """
    for _ in range(TRIES):
        token = uuid.uuid4().hex
        take_best = claim_postgresql.take_best if connection.vendor == "postgresql" else claim_portable.take_best
        job = take_best(worker, token)
        if job is None:
            return None
        if job.token != token:
            _pause(job)
        elif not job.starts_film or _enter(job):
            return job
    return None


@transaction.atomic
def _pause(job: Job) -> None:
    caps = budget.Caps(_database_time())  # As the claim counted: a worker's clock may be in another day.
    if full := budget.obstacle(job, caps):
        budget.pause(job, full)


@transaction.atomic
def _enter(job: Job) -> bool:
    """Take the film that this job starts from Queued to Claimed. False when somebody cancelled it since."""
    task, at = lock(job.task_id), now()
    if not _mine(job).update(starts_film=False, film_turn=at):
        return False
    job.starts_film, job.film_turn, job.task = False, at, task
    Task.objects.filter(pk=task.pk).update(started_at=at)
    task.started_at = at
    if task.state is Status.QUEUED:
        move(task, Status.CLAIMED)
    return True


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
def hand_back(job: Job, *, after: float = 0, was_alive: bool = False) -> None:
    """Give an unfinished job back; it is claimable after so many seconds and counts no failure.

    `was_alive`: its lease ran out although its script lives, so it took no worker down.
    """
    again = now() + timedelta(seconds=after)
    cut_offs = max(0, job.cut_offs - 1) if was_alive else job.cut_offs
    mine = _mine(job).update(
        state=Job.State.WAITING,
        worker="",
        token="",
        leased_until=None,
        run_after=again,
        later=after > 0,
        cut_offs=cut_offs,
    )
    if mine:
        _close_attempt(job, Attempt.Outcome.INTERRUPTED)
        uncount(job)


def uncount(job: Job) -> None:
    """Take a claim that led to no call back from its service's count of today.

    The service's row comes last: claims wait for it, so whoever holds it waits for nobody.
    """
    if not Attempt.objects.filter(job=job, token=job.token).exists():
        Service.objects.filter(pk=job.service, used_today__gt=0).update(used_today=F("used_today") - 1)


class _Looks:
    """When this process looked for the dead. After a gap of a lease nobody could renew one, and the living get time to do so."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._wait_until = self._spared_until = 0.0

    def may_free(self) -> bool:
        looks, lease = time.monotonic(), settings.LEASE_SECONDS
        if self._last is not None and looks - self._last > lease and looks >= self._spared_until:
            self._wait_until = looks + lease / 2  # a holder renews its lease every third of it
            self._spared_until = looks + 10 * lease  # a process that always looks late must free the dead, too
        self._last = looks
        return looks >= self._wait_until


_looks = _Looks()


def release_dead() -> int:
    """Free the jobs whose leases ran out. Returns how many there were.

    None for a while after the database was away for as long as a lease, or this process stood still.
    """
    dead = list(
        Job.objects.filter(state=Job.State.RUNNING, leased_until__lt=Now())
    )  # raises while the database is away
    return sum(_free(job) for job in dead) if _looks.may_free() else 0


@transaction.atomic
def _free(job: Job) -> bool:
    # A row that somebody holds just now is looked at the next time: nobody stands in line for it.
    expired = _mine(job).filter(leased_until__lt=Now()).select_for_update(skip_locked=True, no_key=True)
    if not expired.first():
        return False
    _mine(job).update(state=Job.State.WAITING, worker="", token="", leased_until=None, cut_offs=F("cut_offs") + 1)
    _close_attempt(job, Attempt.Outcome.UNKNOWN)
    return True


def _close_attempt(job: Job, outcome: Attempt.Outcome) -> None:
    Attempt.objects.filter(job=job, outcome=Attempt.Outcome.STARTED).update(outcome=outcome, finished_at=now())


def _database_time() -> datetime:
    moment: datetime = Service.objects.values_list(Now(), flat=True)[:1][0]
    return moment


def _mine(job: Job) -> JobQuerySet:
    return Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, token=job.token)


def _lease_end() -> CombinedExpression:
    return Now() + timedelta(seconds=settings.LEASE_SECONDS)
