"""The hands: threads in the foreground or django-q2 tickets, all running the same loop; and the sweeps."""

import math
import os
import socket
import threading
import time
from datetime import timedelta

import structlog
from django.conf import settings
from django.db import Error, close_old_connections, connection
from django.utils.timezone import now

from channels import loading
from pipeline import actions, budget, orchestrator, queue, tickets
from pipeline.models import Job, Worker
from pipeline.stopping import cluster_stop

log = structlog.get_logger(__name__)

LOOK_AGAIN = 0.5  # seconds an idle hand sleeps when no bell rings
TICKET_SECONDS = 5  # after this long a ticket ends and asks for another, so that a cluster can stop
SWEEP_SECONDS = 2
PAUSED_SECONDS = 15  # between two looks at films that a cap paused


def name() -> str:
    """Give this process's name as a worker."""
    return f"{socket.gethostname()[:80]}:{os.getpid()}"


class Hands:
    """Threads that do jobs in this process. `stop` lets scripts finish for a grace period, then hands the jobs back."""

    def __init__(self, concurrency: int) -> None:
        self.name = name()
        self.stopping = threading.Event()
        self.aborting = threading.Event()
        self.swept = self.looked_at_paused = -math.inf
        self._busy = 0
        self._found_nothing = False
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._loop, name=f"hand-{n}") for n in range(concurrency)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self, grace: float) -> None:
        """Take no more jobs; wait for the running scripts, at most `grace` seconds, then hand their jobs back."""
        self.stopping.set()
        ends = time.monotonic() + grace
        for thread in self._threads:
            thread.join(max(0.0, ends - time.monotonic()))
        self.aborting.set()
        for thread in self._threads:
            thread.join()

    @property
    def idle(self) -> bool:
        """Nobody here works, and nothing could be started now."""
        with self._lock:
            return self._found_nothing and not self._busy

    def _loop(self) -> None:
        while not self.stopping.is_set():
            try:
                worked = self._one_job()
            except Error as error:
                log.warning("the database did not answer; trying again", error=str(error)[:200])
                worked = False
            except Exception:
                log.exception("a job could not be settled; its lease will run out")
                worked = False
            finally:
                connection.close()
            if not worked:
                tickets.wait_for_bell(LOOK_AGAIN)

    def _one_job(self) -> bool:
        with self._lock:
            self._busy += 1
        try:
            job = queue.claim(self.name)
            self._found_nothing = job is None
            if job:
                orchestrator.run_job(job, stop=self.aborting.is_set)
                self._found_nothing = False
            return job is not None
        finally:
            with self._lock:
                self._busy -= 1


def work_ticket() -> None:
    """Do jobs until nothing can be started, for a while, or until a stop. What a django-q2 worker calls."""
    with cluster_stop.at_work():
        me = name()
        queue.see(me)
        ends = time.monotonic() + TICKET_SECONDS
        while time.monotonic() < ends and not cluster_stop.told:
            job = queue.claim(me)
            if job is None:
                return
            tickets.issue()  # There was something, so there may be more: another free worker should look, too.
            orchestrator.run_job(job, stop=cluster_stop.grace_is_over)
            close_old_connections()
        tickets.issue()  # Also at a stop: another machine's workers may go on.


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
    Worker.objects.filter(seen_at__lt=now() - timedelta(days=1)).delete()
    if Job.objects.claimable().exists():
        tickets.issue()


def tick() -> None:
    """Sweep, and say that this cluster lives. Scheduled each minute in django-q2."""
    queue.see(f"{socket.gethostname()[:80]}:cluster")
    sweep()


def work(concurrency: int, *, until_idle: bool, stop: threading.Event) -> None:
    """Run hands and sweeps in this process until `stop` is set, or until nothing is left that could be done now."""
    hands = Hands(concurrency)
    _beat(hands)
    hands.start()
    try:
        while not stop.is_set():
            _beat(hands)
            if until_idle and hands.idle:
                break
            connection.close()
            stop.wait(0.2 if until_idle else SWEEP_SECONDS)
    finally:
        hands.stop(0.0 if until_idle and not stop.is_set() else settings.GRACE_SECONDS)
        Worker.objects.filter(name=hands.name).delete()


def _beat(hands: Hands) -> None:
    began = time.monotonic()
    if began - hands.swept < SWEEP_SECONDS:
        return
    look_at_paused = began - hands.looked_at_paused >= PAUSED_SECONDS
    hands.swept, hands.looked_at_paused = began, began if look_at_paused else hands.looked_at_paused
    try:
        queue.see(hands.name)
        sweep(paused=look_at_paused)
    except Error as error:
        log.warning("the sweep could not reach the database", error=str(error)[:200])
    except Exception:
        log.exception("the sweep failed; the next one tries again")
