"""The process manager of a chaos test: whatever ends is started again; it knows who is who inside a cluster."""

import subprocess
from pathlib import Path

from django.conf import settings

from tests import processes
from tests.chaos import proc

FOREGROUND = ("work", "--concurrency", "4")
# Everything that waits is short, so that a run is.
ENVIRONMENT = {"LEASE_SECONDS": "5", "GRACE_SECONDS": "1", "CALLS_PER_WORKER": "4", "IDLE_TRANSACTION_SECONDS": "5"}
WORKERS = 2  # of each cluster


class Kept:
    """One command that is kept running. `roles` says what each process of a cluster is."""

    def __init__(self, command: tuple[str, ...], log: Path) -> None:
        self.command, self.log = command, log
        self.is_cluster = command[0] == "qcluster"
        self.starts = 0
        self.process = self._start()

    def look(self) -> int | None:
        """Start it again where it has ended. Returns the session that ended."""
        self._name_roles()
        if self.process.poll() is None:
            return None
        ended = self.process.pid
        self.process = self._start()
        return ended

    def of_role(self, role: str) -> list[int]:
        """Give the living processes of a role: worker, monitor, pusher, sentinel or leader."""
        if role == "leader" or not self.is_cluster:
            return [self.process.pid] if role in ("leader", "worker") else []
        self._name_roles()
        return [pid for pid, mine in self.roles.items() if mine == role]

    def _start(self) -> "subprocess.Popen[bytes]":
        self.starts += 1
        self.roles: dict[int, str] = {}
        return processes.manage(*self.command, log=self.log, WORKERS=str(WORKERS), **ENVIRONMENT)

    def _name_roles(self) -> None:
        """Name the children of the sentinel: it starts workers, monitor, pusher, and replaces the dead in that order."""
        sentinel = next(iter(proc.children(self.process.pid)), None) if self.is_cluster else None
        if sentinel is None:
            return
        if self.roles.get(sentinel) != "sentinel":
            self.roles = {sentinel: "sentinel"}
        there = proc.children(sentinel)
        alive = {pid: role for pid, role in self.roles.items() if pid in there or pid == sentinel}
        wanted = ["worker"] * WORKERS + ["monitor", "pusher"]
        for role in alive.values():
            if role in wanted:
                wanted.remove(role)
        new = [pid for pid in there if pid not in alive]
        if len(new) == len(wanted):
            self.roles = {**alive, **dict(zip(new, wanted, strict=True))}


class Keeper:
    """Clusters and one engine in the foreground that are kept running, and what they left behind."""

    def __init__(self, folder: Path, clusters: int) -> None:
        commands = [*[("qcluster",)] * clusters, FOREGROUND]
        self.kept = [Kept(command, folder / f"{n}-{command[0]}.log") for n, command in enumerate(commands)]
        self.ended: list[int] = []

    @property
    def clusters(self) -> list[Kept]:
        return [kept for kept in self.kept if kept.is_cluster]

    def look(self) -> None:
        """Start again what has ended."""
        self.ended += [ended for kept in self.kept if (ended := kept.look())]

    def workers(self) -> dict[int, list[int]]:
        """Give the processes that do jobs, with the scripts that each runs now."""
        running = proc.scripts(settings.WORKSPACE_ROOT)
        pids = [pid for kept in self.kept for pid in kept.of_role("worker")]
        return {pid: [child for child in processes.descendants(pid) if child in running] for pid in pids}

    def left_behind(self) -> list[int]:
        """Give the processes that no command leads any more."""
        led = {pid for kept in self.kept for pid in (kept.process.pid, *processes.descendants(kept.process.pid))}
        sessions = [kept.process.pid for kept in self.kept] + self.ended
        return [pid for session in sessions for pid in proc.of_session(session) if pid not in led]

    def stop(self) -> None:
        """Kill everything that was ever started here."""
        for kept in self.kept:
            sessions = [kept.process.pid, *self.ended]
            processes.kill(kept.process, with_children=True)
            for pid in [pid for session in sessions for pid in proc.of_session(session)]:
                proc.send(pid, 9)
        for pid in proc.scripts(settings.WORKSPACE_ROOT):
            proc.send(pid, 9)
