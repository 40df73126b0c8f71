"""Trouble on purpose: workers and scripts that are killed, and a person who decides about lost orders as a careful one would."""

import os
import random
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

from pipeline import actions
from pipeline.models import Attempt, Cost, Job, Task
from pipeline.rules.statuses import ERRORS, Status
from tests import processes
from tests.fakes import Fakes

WHAT = {"plan": "text", "images": "image", "videos": "video", "narration": "speech", "sfx": "sound"}
QUICK_LEASE = {"LEASE_SECONDS": "2", "GRACE_SECONDS": "1"}


class Chaos:
    """Films in flight, and what is done to them. `decided` counts what the person had to decide; `paid_twice`, what they
    ordered again though its answer was charged: it reached a script in the very moment when that was killed.
    """

    def __init__(self, fakes: Fakes, tasks: list[Task], *, seed: int, concurrency: int = 6) -> None:
        self.fakes, self.tasks, self.concurrency = fakes, tasks, concurrency
        self.luck = random.Random(seed)
        self.decided: Counter[str] = Counter()
        self.paid_twice: Counter[str] = Counter()
        self.killed: Counter[str] = Counter()
        self._worker = self._start()

    @property
    def done(self) -> bool:
        for task in self.tasks:
            task.refresh_from_db()
        return all(task.state is Status.FINAL_REVIEW for task in self.tasks)

    def kill(self, kills: int, *, within: float) -> None:
        """Kill something at so many random moments, each within so many seconds of scripts running; stop when all is done."""
        for _ in range(kills):
            while not (self.done or processes.descendants(self._worker.pid)):
                self._wait(0.05)
            self._wait(self.luck.uniform(0, within))
            if self.done:
                return
            self._kill_something()

    def _wait(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            time.sleep(0.02)
            self.look_after()

    def finish(self, *, seconds: float) -> bool:
        """Work without further kills until every film waits for its final review."""
        ends = time.monotonic() + seconds
        while not self.done and time.monotonic() < ends:
            self.look_after()
            time.sleep(0.2)
        return self.done

    def stop(self) -> None:
        processes.kill(self._worker, with_children=True)

    def look_after(self) -> None:
        """Be the process manager that starts a worker again, and the person who decides about what was lost."""
        if self._worker.poll() is not None:
            self._worker = self._start()
        if not Job.objects.filter(
            state__in=(Job.State.WAITING, Job.State.RUNNING)
        ).exists():  # Now the books stand still.
            for job in Job.objects.filter(state=Job.State.HELD, hold=Job.Hold.LOST).select_related("clip", "task"):
                self._decide(job)
        for task in self.tasks:
            task.refresh_from_db()
            if task.state in ERRORS:
                self.decided["retry"] += 1
                actions.retry(task.pk, by="ada")

    def _decide(self, job: Job) -> None:
        key = (job.clip.kind, job.clip.number)
        known = set(Attempt.objects.exclude(provider_job="").values_list("provider_job", flat=True))
        lost = Attempt.objects.get(clip=job.clip, order=Attempt.Order.OPEN)
        prompts = Path(job.task.project.take(str(lost.pk))) / "motion.txt"
        wanted = prompts.read_text() if prompts.exists() else None
        at_kie = [
            t for t in self.fakes.kie.tasks if t.id not in known and t.input["prompt"][:60] == (wanted or "")[:60]
        ]
        if lost.provider == "kling" and at_kie:
            self.decided["resumed"] += 1
            actions.resume_order(job.task_id, key, at_kie[-1].id, by="ada")
        else:
            charged = self._was_charged(job)
            self.decided[f"{WHAT[job.step]} ordered again{', though charged' if charged else ''}"] += 1
            self.paid_twice[WHAT[job.step]] += charged
            actions.order_again(job.task_id, key, by="ada", charged=charged)

    def _was_charged(self, job: Job) -> bool:
        """Compare the provider's book with the ledger, as a careful person would."""
        billed = sum(entry.what == WHAT[job.step] and not entry.refunded for p in self.fakes.all for entry in p.book)
        return billed > Cost.objects.filter(attempt__job__step=job.step).count()

    def _kill_something(self) -> None:
        how = self.luck.choice(("worker", "script", "worker and scripts"))
        scripts = processes.descendants(self._worker.pid)
        if how == "script" and scripts:
            try:
                os.kill(self.luck.choice(scripts), signal.SIGKILL)
            except ProcessLookupError:
                return
        elif how != "script":
            processes.kill(self._worker, with_children=how == "worker and scripts")
        self.killed[how] += 1

    def _start(self) -> subprocess.Popen[bytes]:
        return processes.manage("work", "--concurrency", str(self.concurrency), **QUICK_LEASE)
