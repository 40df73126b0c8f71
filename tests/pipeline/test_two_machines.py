"""Two machines that share a database and a store, and no disk, make films together; one of them is killed on the way."""

import json
import time
from collections import Counter

import pytest
from django.db.models import Count

from pipeline import actions, sharing
from pipeline.models import Attempt, Job
from pipeline.rules.statuses import Status
from tests import processes
from tests.factories import make_channel, make_task
from tests.paid import paid_channel
from tests.store import machines, store, store_server  # noqa: F401  (fixtures)
from videogen.lib import paths

pytestmark = pytest.mark.django_db(transaction=True)

AUTO = {"assets": "auto", "videos": "auto", "audio": "auto"}
PATIENCE = 200  # seconds for five films
WHAT = {"text": 1, "image": 3, "video": 2, "speech": 2, "sound": 2}


class Crew:
    """Machines as processes, each with a disk of its own."""

    def __init__(self, machines, store):  # noqa: F811
        self._machines, self._store = machines, store
        self.running = {}

    def start(self, name):
        own = {"MACHINE_NAME": name, "WORKSPACE_ROOT": str(self._machines.workspace(name)), "LEASE_SECONDS": "3"}
        self.running[name] = processes.manage("work", "--concurrency", "3", **own, **self._store.settings)

    def kill(self, name):
        processes.kill(self.running[name], with_children=True)

    def end(self):
        for process in self.running.values():
            processes.kill(process, with_children=True)


@pytest.fixture
def crew(machines, store):  # noqa: F811
    made = Crew(machines, store)
    yield made
    made.end()


@pytest.fixture
def films(fakes, stand_ins, machines):  # noqa: F811
    """Four films by quick stand-ins, which take a moment, and one by the paid providers."""
    (stand_ins.folder / "plays.json").write_text(
        json.dumps({ending: ["slow"] * 99 for ending in (".json", ".png", ".mp4", ".mp3", ".wav")})
    )
    machines.on("web")
    offline = [make_task(channel=make_channel(gates=AUTO, max_concurrent=5)) for _ in range(4)]
    return [actions.queue(task.pk, by="ada") for task in [*offline, make_task(channel=paid_channel("paid"))]]


def wait_until(happened, seconds=PATIENCE):
    ends = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < ends, [(str(j), j.state, j.worker) for j in Job.objects.open()]
        time.sleep(0.1)


def decide(decided):
    """Be the person who has everything ordered again that was lost with the machine that was killed."""
    for job in Job.objects.filter(state="held", hold="lost").select_related("clip"):
        actions.order_again(job.task_id, (job.clip.kind, job.clip.number), by="ada")
        decided.append(job)


def test_two_machines_make_five_films_and_one_of_them_is_killed(crew, films, fakes, machines):  # noqa: F811
    decided = []
    done = Attempt.objects.filter(outcome="done")

    def all_finished():
        decide(decided)
        for film in films:
            film.refresh_from_db()
        return all(film.state is Status.FINAL_REVIEW for film in films)

    crew.start("a")
    crew.start("b")
    wait_until(lambda: done.filter(machine="b").count() >= 8 and done.filter(machine="a").exists())
    crew.kill("b")
    wait_until(lambda: done.count() >= 25)
    crew.start("b")
    wait_until(all_finished)

    made_by = {str(film): Counter(done.filter(clip__task=film).values_list("machine", flat=True)) for film in films}
    print(f"\nmade by: {json.dumps(made_by)}; ordered again by a person: {len(decided)}")
    assert sum(set(machines) == {"a", "b"} for machines in made_by.values()) >= 4
    assert not done.values("clip").annotate(n=Count("id")).filter(n__gt=1).exists()
    ordered = Counter(entry.what for provider in fakes.all for entry in provider.book if not entry.refunded)
    assert (ordered - Counter(WHAT)).total() <= len(decided)
    assert not Attempt.objects.filter(order="open").exists()

    machines.on("c")  # an empty disk
    for take in Attempt.objects.filter(selected=True).select_related("clip__task__channel"):
        assert paths.digest(sharing.bring_take(take)) == take.sha256
        assert paths.digest(sharing.place(take.clip.task, take.clip)) == take.sha256
    assert all(film.project.narration(1).with_suffix(".json").is_file() for film in films)  # what goes with a take
