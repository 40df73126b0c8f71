"""Trouble for processes, the database and the disk. Each gives the attempts that it hit, or None where it cannot be now."""

import os
import random
import signal
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from pipeline.models import Job
from tests import processes
from tests.chaos import proc
from tests.chaos.keeper import Keeper
from tests.own_postgres import OwnPostgres

Hit = set[str] | None
LONGEST_STOP = 15.0  # seconds until a stopped clock goes on in any case
DISK_IS_FULL, DATABASE_IS_AWAY = (1.0, 3.0), (0.0, 3.0)  # seconds


@dataclass
class Stopped:
    """Processes whose clock stands, and the claims that they held."""

    pids: list[int]
    tokens: list[str]
    until: float = field(default_factory=lambda: time.monotonic() + LONGEST_STOP)
    seen: bool = False


class OnMachine:
    """What can be done to this machine. `fenced` counts claims that somebody else had taken before a clock went on."""

    def __init__(self, keeper: Keeper, database: OwnPostgres | None, disk: Path | None) -> None:
        self.keeper, self.database, self.disk = keeper, database, disk
        self.stopped: list[Stopped] = []
        self.fenced = 0

    def kill_worker(self, luck: random.Random, *, scripts: bool) -> Hit:
        """SIGKILL a process that does jobs, with the scripts that it runs or without them."""
        worker, running = self._busy_worker(luck)
        if worker is None:
            return None
        hit = self._attempts(running)
        for pid in (worker, *(processes.descendants(worker) if scripts else ())):
            proc.send(pid, signal.SIGKILL)
        return hit

    def kill_script(self, luck: random.Random) -> Hit:
        """SIGKILL one script."""
        running = proc.scripts(settings.WORKSPACE_ROOT)
        if not running:
            return None
        pid = luck.choice(sorted(running))
        return {running[pid]} if proc.send(pid, signal.SIGKILL) else None

    def kill_role(self, luck: random.Random, role: str) -> Hit:
        """SIGKILL a process of a cluster that does no jobs itself."""
        cluster = luck.choice(self.keeper.clusters)
        victims = cluster.of_role(role)
        hit = self._attempts(processes.descendants(cluster.process.pid)) if role in ("leader", "sentinel") else set()
        return hit if victims and proc.send(victims[0], signal.SIGKILL) else None

    def end_worker(self, luck: random.Random) -> Hit:
        """SIGTERM a process that does jobs."""
        worker, running = self._busy_worker(luck)
        if worker is None:
            return None
        hit = self._attempts(running)
        return hit if proc.send(worker, signal.SIGTERM) else None

    def end_cluster(self, luck: random.Random) -> Hit:
        """SIGTERM a whole cluster, as a deployment does."""
        cluster = luck.choice(self.keeper.clusters)
        hit = self._attempts(processes.descendants(cluster.process.pid))
        return hit if proc.send(cluster.process.pid, signal.SIGTERM) else None

    def stop_clock(self, luck: random.Random, *, scripts: bool) -> Hit:
        """SIGSTOP a worker until its leases have run out and others have its jobs; `go_on` wakes it."""
        worker, running = self._busy_worker(luck)
        if worker is None:
            return None
        tokens = Job.objects.filter(state=Job.State.RUNNING, worker=f"{settings.MACHINE_NAME}:{worker}")
        stopped = Stopped([worker, *(running if scripts else ())], list(tokens.values_list("token", flat=True)))
        if not stopped.tokens:
            return None
        hit = self._attempts(running)
        for pid in stopped.pids:
            proc.send(pid, signal.SIGSTOP)
        self.stopped.append(stopped)
        return hit

    def go_on(self, *, now: bool = False) -> None:
        """Let those go on whose jobs are in other hands by now."""
        for stopped in list(self.stopped):
            lost = not Job.objects.filter(state=Job.State.RUNNING, token__in=stopped.tokens).exists()
            if lost or now or time.monotonic() > stopped.until:
                self.stopped.remove(stopped)
                self.fenced += lost
                for pid in stopped.pids:
                    proc.send(pid, signal.SIGCONT)

    def kill_database(self, luck: random.Random, *, gently: bool) -> Hit:
        """Kill or stop the server, and start it again after a while."""
        assert self.database
        away = luck.uniform(*DATABASE_IS_AWAY)
        if gently:
            self.database.restart("fast", away=away)
        else:
            self.database.kill()
            time.sleep(away)
            self.database.start()
        return self._attempts(proc.scripts(settings.WORKSPACE_ROOT))

    def fill_disk(self, luck: random.Random) -> Hit:
        """Take all the space of the workspace's disk for some seconds."""
        assert self.disk
        hit = self._attempts(proc.scripts(settings.WORKSPACE_ROOT))
        ends = time.monotonic() + luck.uniform(*DISK_IS_FULL)
        hog = self.disk / "everything"
        try:
            while time.monotonic() < ends:  # What others free meanwhile is taken, too.
                _take_all(hog)
                time.sleep(0.05)
        finally:
            hog.unlink(missing_ok=True)
        return hit | self._attempts(proc.scripts(settings.WORKSPACE_ROOT))

    def _busy_worker(self, luck: random.Random) -> tuple[int | None, list[int]]:
        workers = {pid: scripts for pid, scripts in self.keeper.workers().items() if scripts}
        if not workers:
            return None, []
        pid = luck.choice(sorted(workers))
        return pid, workers[pid]

    def _attempts(self, pids: object) -> set[str]:
        running = proc.scripts(settings.WORKSPACE_ROOT)
        return {attempt for pid, attempt in running.items() if pid in pids}  # type: ignore[operator]


def _take_all(hog: Path) -> None:
    free = os.statvfs(hog.parent)
    with hog.open("ab") as file, suppress(OSError):
        os.posix_fallocate(file.fileno(), file.tell(), max(1, free.f_bavail * free.f_frsize))
