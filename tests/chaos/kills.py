"""Kills alone: one engine in the foreground whose worker and scripts die at random moments."""

import random
import subprocess
import time
from collections import Counter

from pipeline.models import Task
from pipeline.rules.statuses import Status
from tests import processes
from tests.chaos import proc
from tests.chaos.person import Person
from tests.fakes import Fakes

QUICK_LEASE = {"LEASE_SECONDS": "2", "GRACE_SECONDS": "1"}
LOOKS = 0.3  # seconds between two looks of the person


class Kills:
    """Films in flight, and what is killed around them. `person` decides about what was lost."""

    def __init__(self, fakes: Fakes, tasks: list[Task], *, seed: int, concurrency: int = 6) -> None:
        self.tasks, self.concurrency = tasks, concurrency
        self.person = Person(fakes, tasks)
        self.luck = random.Random(seed)
        self.killed: Counter[str] = Counter()
        self._looked = 0.0
        self._worker = self._start()

    @property
    def done(self) -> bool:
        mine = Task.objects.filter(pk__in=[task.pk for task in self.tasks])
        return not mine.exclude(status=Status.FINAL_REVIEW).exists()

    def kill(self, kills: int, *, within: float) -> None:
        """Kill something at so many random moments, each within so many seconds of scripts running; stop when all is done."""
        for _ in range(kills):
            while not (self.done or processes.descendants(self._worker.pid)):
                self._wait(0.05)
            self._wait(self.luck.uniform(0, within))
            if self.done:
                return
            self._kill_something()

    def finish(self, *, seconds: float) -> bool:
        """Work without further kills until every film waits for its final review."""
        ends = time.monotonic() + seconds
        while not self.done and time.monotonic() < ends:
            self._wait(0.2)
        for task in self.tasks:
            task.refresh_from_db()
        return self.done

    def stop(self) -> None:
        processes.kill(self._worker, with_children=True)

    def _wait(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            time.sleep(0.02)
            if self._worker.poll() is not None:
                self._worker = self._start()
            if time.monotonic() - self._looked >= LOOKS:
                self._looked = time.monotonic()
                self.person.look()

    def _kill_something(self) -> None:
        how = self.luck.choice(("worker", "script", "worker and scripts"))
        scripts = processes.descendants(self._worker.pid)
        if how == "script":
            if not (scripts and proc.send(self.luck.choice(scripts), 9)):
                return
        else:
            processes.kill(self._worker, with_children=how == "worker and scripts")
        self.killed[how] += 1

    def _start(self) -> "subprocess.Popen[bytes]":
        return processes.manage("work", "--concurrency", str(self.concurrency), **QUICK_LEASE)
