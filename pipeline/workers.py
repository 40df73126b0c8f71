"""The engine's processes: the crew of a django-q2 ticket, the crew in the foreground; and the sweeps."""

import math
import os
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import structlog
from django.conf import settings
from django.db import Error, connection
from django.utils.timezone import now

from channels import loading
from pipeline import actions, budget, queue, tickets
from pipeline.crew import Crew
from pipeline.models import Job, Worker
from pipeline.stopping import ForegroundStop, cluster_stop

log = structlog.get_logger(__name__)

SWEEP_SECONDS = 2  # in the foreground; in a cluster each process sweeps once a minute
CLUSTER_SWEEP_SECONDS = 60
LISTED_SECONDS = 300  # a worker without a sign of life is listed for at least so long
PAUSED_SECONDS = 15  # between two looks at films that a cap paused


def name() -> str:
    """Give this process's name as a worker."""
    return f"{settings.MACHINE_NAME}:{os.getpid()}"


class Every:
    """Does something, but not more often than every so many seconds; the first time at once, or `later`."""

    def __init__(self, seconds: float, act: Callable[[], object], *, later: bool = False) -> None:
        self._seconds, self._act = seconds, act
        self._last = time.monotonic() if later else -math.inf

    def __call__(self) -> None:
        if time.monotonic() - self._last >= self._seconds:
            self._last = time.monotonic()
            self._act()


def work_ticket() -> None:
    """Do jobs, many at once, until nothing is left that could be started, or until a stop. What a django-q2 worker calls."""
    with cluster_stop.at_work():
        Crew(settings.CALLS_PER_WORKER, name(), cluster_stop).work(_rounds)


def work(concurrency: int, *, until_idle: bool, stop: Any, spare: bool = True) -> None:
    """Do jobs and sweep in this process until the event `stop` is set, or until nothing is left that could be done now.

    `spare`: what is in nobody's way is done, too, when there is nothing else to do.
    """
    me = name()
    look_at_paused = Every(PAUSED_SECONDS, budget.release)

    def rounds() -> None:
        queue.see(me)
        sweep(paused=False)
        look_at_paused()

    try:
        Crew(concurrency, me, ForegroundStop(stop), spare=spare).work(
            Every(min(SWEEP_SECONDS, settings.LEASE_SECONDS / 3), rounds), stay=not until_idle
        )
    finally:
        _leave(me)


def sweep(*, paused: bool = True) -> None:
    """Find what is due: dead leases, changed channel files, films that a cap paused, retries whose time has come.

    `paused` says whether the paused ones are looked at although no file changed: caps rarely move by themselves.
    """
    queue.release_dead()
    changed = loading.reload_if_changed()
    if changed:
        actions.pass_auto_gates()
        actions.requote()
    if changed or paused:
        budget.release()
    gone = timedelta(seconds=max(settings.MACHINE_GONE_SECONDS, LISTED_SECONDS))
    Worker.objects.filter(seen_at__lt=now() - gone).delete()
    if Job.objects.claimable().exists():
        tickets.issue()


def _look() -> None:
    queue.see(name())
    queue.release_dead()


# Over all tickets of a process: a schedule's tasks would wait behind tickets that work for hours.
_be_seen, _sweep_now_and_then = Every(tickets.LOOK_EVERY, _look), Every(CLUSTER_SWEEP_SECONDS, sweep, later=True)


def _rounds() -> None:
    _be_seen()
    _sweep_now_and_then()


def _leave(me: str) -> None:
    try:
        Worker.objects.filter(name=me).delete()
    except Error as error:  # The next sweep finds that nobody is there.
        log.warning("the database did not answer at the end", error=str(error)[:200])
    finally:
        connection.close()
