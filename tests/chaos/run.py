"""Films in flight under trouble: the loop that does it all."""

import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from django.db import Error, connection

from pipeline import actions
from pipeline.models import Clip, Service, Task
from pipeline.rules.statuses import Status
from tests.chaos import plan
from tests.chaos.hits import Hits
from tests.chaos.keeper import Keeper
from tests.chaos.on_machine import Hit, OnMachine
from tests.chaos.on_providers import OnProviders
from tests.chaos.person import Person
from tests.chaos.plan import Fault
from tests.factories import make_task
from tests.fakes import Fakes
from tests.own_postgres import OwnPostgres
from tests.paid import paid_channel

T = TypeVar("T")

LOOKS = 0.3  # seconds between two looks at everything
# Calls at once: each is a process, and a test has few cores. Starved ones would lose their leases without any trouble.
LIMITS = {"gemini": 4, "kling": 5, "elevenlabs": 3}
AHEAD = 0.8  # the last trouble comes when so much is made: it must still meet a film
SHARE_OF_TROUBLE = 0.6  # of the time; the rest is for finishing
POSSIBLE = 5.0  # seconds within which a trouble must find a victim
RETRY = {"max_attempts": 5, "backoff": [1, 2, 4, 8]}  # minutes, usually


@dataclass(frozen=True)
class Shape:
    """How many films, and how large."""

    films: int = 20
    channels: int = 5
    assets: int = 4
    scenes: int = 3

    @property
    def clips(self) -> int:
        """How many clips a film has: with the storyboard, the composites and the film itself."""
        return 2 + self.assets + 4 * self.scenes

    @property
    def undisturbed(self) -> dict[str, int]:
        """What is ordered when nothing goes wrong."""
        each = {"text": 1, "image": self.assets, "video": self.scenes, "speech": self.scenes, "sound": self.scenes}
        return {what: count * self.films for what, count in each.items()}


def make_films(shape: Shape) -> list[Task]:
    """Queue the films over the channels, with limits that this machine can bear."""
    for name, limit in LIMITS.items():
        Service.objects.filter(pk=name).update(limit=limit)
    count = min(shape.channels, shape.films)
    channels = [
        paid_channel(f"channel_{n + 1}", assets=shape.assets, scenes=shape.scenes, max_concurrent=4, retry=RETRY)
        for n in range(count)
    ]
    films = [make_task(channel=channels[n % count], title=f"Film {n + 1} of {shape.films}") for n in range(shape.films)]
    return [actions.queue(task.pk, by="ada") for task in films]


class Run:
    """One chaos run. `database` and `disk` are None where there is no own one to hurt."""

    def __init__(
        self, fakes: Fakes, shape: Shape, logs: Path, *, clusters: int, database: OwnPostgres | None, disk: Path | None
    ) -> None:
        self.shape, self.tasks = shape, make_films(shape)
        self.keeper = Keeper(logs, clusters)
        self.machine = OnMachine(self.keeper, database, disk)
        self.providers = OnProviders(fakes)
        self.person = Person(fakes, self.tasks)
        self.hits = Hits()
        self.skipped = 0
        self._began, self._looked = time.monotonic(), 0.0

    @property
    def without(self) -> tuple[str, ...]:
        """The kinds of trouble that this machine cannot have."""
        return (
            *(() if self.machine.database else plan.OF_THE_DATABASE),
            *(() if self.machine.disk else plan.OF_THE_DISK),
        )

    def go(self, faults: int, seed: int, *, until: float) -> bool:
        """Make so many troubles, then let the films be finished; all by `until`. True when they are."""
        coming = plan.faults(seed, without=self.without)
        pace = (until - time.monotonic()) * SHARE_OF_TROUBLE / faults
        while len(self.hits.all) < faults and time.monotonic() < until and not self.finished:
            self._one(
                next(coming),
                share=AHEAD * len(self.hits.all) / faults,
                no_sooner=self._began + pace * len(self.hits.all),
            )
        self.machine.go_on(now=True)
        for provider in self.providers.fakes.values():
            provider.calm()
        self._say("no more trouble")
        self._wait_for(lambda: self.finished, until)
        self.look()
        self._say("the end")
        return self.finished

    @property
    def finished(self) -> bool:
        """Every film waits for its final review."""
        mine = Task.objects.filter(pk__in=[task.pk for task in self.tasks])
        return not self._patiently(mine.exclude(status=Status.FINAL_REVIEW).exists)

    @property
    def progress(self) -> float:
        """Which part of all clips is made."""
        films = [task.pk for task in self.tasks]
        made = self._patiently(Clip.objects.filter(task__in=films, attempts__selected=True).count)
        return made / (len(films) * self.shape.clips)

    def look(self) -> None:
        """Look after everything: processes that ended, clocks that stand, answers that were met, decisions that wait."""
        self._looked = time.monotonic()
        self.keeper.look()
        self.hits.look()
        for work in (self.machine.go_on, self.person.look):
            try:
                work()
            except Error:
                connection.close()

    def stop(self) -> None:
        self.machine.go_on(now=True)
        self.keeper.stop()

    def _one(self, fault: Fault, *, share: float, no_sooner: float) -> None:
        """Make a trouble in its turn: as far into the films as it is into all troubles, or when half the time is used so."""
        self._wait_for(lambda: self.progress >= share, no_sooner)
        if self.progress < share:
            self._wait_for(lambda: False, time.monotonic() + fault.wait)
        done = self._wait_for(lambda: self._do(fault), time.monotonic() + POSSIBLE)
        self.skipped += not done
        self._say(f"{fault.number:4} {fault.kind}{'' if done else ' (found nobody)'}")

    def _say(self, what: str) -> None:
        passed = time.monotonic() - self._began
        print(f"{passed:5.0f} s {what}: {len(self.hits.all)} had effect, {self.progress:.0%} made", file=sys.stderr)

    def _do(self, fault: Fault) -> bool:
        """Make a trouble; False where it cannot be now."""
        luck = fault.luck()
        with suppress(Error):
            hit = self._hit(fault.kind, luck)
            if isinstance(hit, set):
                self.hits.add(fault.kind, hit)
            return hit is not None
        connection.close()
        return False

    def _hit(self, kind: str, luck: random.Random) -> "Hit | bool":
        machine = self.machine
        match kind:
            case "kill a worker":
                return machine.kill_worker(luck, scripts=False)
            case "kill a worker and its scripts":
                return machine.kill_worker(luck, scripts=True)
            case "kill a script":
                return machine.kill_script(luck)
            case "kill a sentinel" | "kill a monitor" | "kill a pusher" | "kill a cluster's leader":
                return machine.kill_role(luck, kind.rpartition(" ")[2])
            case "end a worker":
                return machine.end_worker(luck)
            case "end a cluster":
                return machine.end_cluster(luck)
            case "stop a worker's clock":
                return machine.stop_clock(luck, scripts=False)
            case "stop a worker's and its scripts' clock":
                return machine.stop_clock(luck, scripts=True)
            case "kill the database" | "restart the database":
                return machine.kill_database(luck, gently=kind.startswith("restart"))
            case "fill the disk":
                return machine.fill_disk(luck)
            case "pause a service":
                return set() if self.providers.pause(luck) else None
        planned = self.providers.plan(luck, kind)
        if planned:
            self.hits.plan(kind, *planned)
        return bool(planned) or None

    def _wait_for(self, happens: Callable[[], bool], ends: float) -> bool:
        while not (happened := happens()) and time.monotonic() < ends:
            time.sleep(0.1)
            if time.monotonic() - self._looked >= LOOKS:
                self.look()
        return happened

    def _patiently(self, ask: Callable[[], T]) -> T:
        """Ask the database until it answers."""
        while True:
            try:
                return ask()
            except Error:
                connection.close()
                time.sleep(0.2)
