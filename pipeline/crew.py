"""The hands of one process: this thread claims, and a thread for each job waits for its script."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

import structlog
from django.db import Error, InterfaceError, InternalError, OperationalError, connection, reset_queries

from pipeline import orchestrator, queue, tickets
from pipeline.models import Job
from pipeline.pipes import pulse
from pipeline.previewing import Spare
from pipeline.stopping import Stopping

log = structlog.get_logger(__name__)

LOOK_AGAIN = 0.25  # seconds until a crew with room looks for what other processes made claimable
AWAY = 1.0  # seconds between two tries while the database does not answer
CALL_AGAIN = 1.0  # seconds between two calls for others by a crew that has no room

T = TypeVar("T")


class Crew:
    """Does up to `places` jobs at once. Only the claiming thread keeps its connection; a job's is closed while it waits."""

    def __init__(self, places: int, name: str, stopping: Stopping, *, spare: bool = True) -> None:
        self.name = name
        self._places, self._stopping = places, stopping
        self._jobs: set[threading.Thread] = set()
        self._spare = Spare(name, stopping, wanted=spare)
        self._away = False
        self._called = 0.0

    def work(self, rounds: Callable[[], None], *, stay: bool = False) -> None:
        """Do jobs until nothing is in flight and nothing can be started, or until a stop; with `stay` only until a stop.

        `rounds` is called on each look: whatever else has to be done now and then.
        """
        while not self._stopping.told:
            heard = tickets.bell.rings  # This and the next before the claim: what ends later may make work.
            quiet = not (self._jobs or self._spare.is_busy)
            pulse.beat()
            reset_queries()  # With DEBUG on, each one would be kept.
            self._safely(rounds)
            took = self._fill() or (self._has_room and self._safely(self._spare.begin))
            if quiet and not took and not stay and not self._away:
                return
            tickets.bell.wait(heard, AWAY if self._away else LOOK_AGAIN)
        self._finish()

    @property
    def _has_room(self) -> bool:
        return len(self._jobs) < self._places and not self._stopping.told

    def _fill(self) -> bool:
        """Claim and start jobs while there are room and work. True when there were any."""
        started = 0
        while self._has_room:
            job = self._claim()
            if job is None:
                return started > 0
            self._start(job)
            started += 1
            if started == 1:
                self._safely(tickets.issue)  # There may be more: another process should look, too.
        self._call_others()
        return started > 0

    def _claim(self) -> Job | None:
        try:
            job = queue.claim(self.name)
            self._away = False
        except Error as error:
            self._note(error)
            return None
        except Exception:  # What is in flight must not lose its crew.
            log.exception("looking for work failed; the next look tries again")
            self._away = True
            return None
        return job

    def _call_others(self) -> None:
        """Call others to what this crew has no room for, again and again: a ticket may reach somebody who is full, too."""
        if time.monotonic() - self._called >= CALL_AGAIN:
            self._called = time.monotonic()
            if self._safely(lambda: Job.objects.claimable().exists()):
                self._safely(tickets.issue)

    def _start(self, job: Job) -> None:
        thread = threading.Thread(target=self._do, args=(job,), name=f"job-{job.pk}")
        self._jobs.add(thread)
        try:
            thread.start()
        except RuntimeError:  # The system gives no more threads.
            self._jobs.discard(thread)
            log.exception("a job could not be started; it is handed back")
            self._safely(lambda: queue.hand_back(job, after=AWAY))

    def _do(self, job: Job) -> None:
        try:
            orchestrator.run_job(job, stop=self._stopping.grace_is_over)
        except (OperationalError, InterfaceError, InternalError) as error:  # the last: it stood still for too long
            log.warning("the database did not answer when a job was settled", job=job.pk, error=str(error)[:200])
            self._hand_back(job)
        except Exception:
            log.exception("a job could not be settled; its lease will run out")
        finally:
            connection.close()
            self._jobs.discard(threading.current_thread())
            tickets.bell.ring()

    def _hand_back(self, job: Job) -> None:
        """Give a job back as soon as the database answers. A file that is finished is then found and recorded."""
        waited = threading.Event()
        while not self._stopping.grace_is_over():
            connection.close()
            try:
                queue.hand_back(job, after=AWAY)
                return
            except Error:
                waited.wait(AWAY)

    def _finish(self) -> None:
        """Wait for the scripts in flight. Those that are not done when the grace is over are handed back."""
        while self._jobs or self._spare.is_busy:
            pulse.beat()
            tickets.bell.wait(tickets.bell.rings, LOOK_AGAIN)

    def _safely(self, act: Callable[[], T]) -> T | None:
        """Talk to the database. None when that failed: the next look does it."""
        try:
            return act()
        except Error as error:
            self._note(error)
        except Exception:
            log.exception("looking for work failed; the next look tries again")
        return None

    def _note(self, error: Error) -> None:
        connection.close()
        if not self._away:  # Once is enough.
            log.warning("the database did not answer; trying again", error=str(error)[:200])
        self._away = True
