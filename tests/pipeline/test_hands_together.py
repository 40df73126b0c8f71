"""Many calls in flight in few processes, several processes over one SQLite file, and a stop that reaches all of them."""

import os
import signal
import time

import pytest

from pipeline import actions
from pipeline.models import Attempt, Job, Service
from pipeline.rules.statuses import Status
from tests import processes
from tests.factories import make_channel, make_task

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 120  # seconds
AUTO = {"assets": "auto", "videos": "auto", "audio": "auto"}
NEVER = ["hang"] * 100


@pytest.fixture
def start(tmp_path):
    """Start a command, which logs to `start.log`; whatever it leaves behind is killed."""
    started = []

    def start(*command, **more):
        started.append(processes.manage(*command, log=start.log, **{"GRACE_SECONDS": "1", **more}))
        return started[-1]

    start.log = tmp_path / "workers.log"
    yield start
    for process in started:
        processes.kill(process, with_children=True)


def until(happens):
    """Wait until something happens, and give it."""
    ends = time.monotonic() + PATIENCE
    while not (found := happens()) and time.monotonic() < ends:
        time.sleep(0.1)
    return found


def queue_films(number):
    """Queue films of a channel that decides everything by itself; give them."""
    make_channel(gates=AUTO, max_concurrent=number)
    return [actions.queue(make_task().pk, by="ada") for _ in range(number)]


def are_done(films):
    for film in films:
        film.refresh_from_db()
    return all(film.state is Status.FINAL_REVIEW for film in films)


def test_three_workers_have_26_calls_in_flight(stand_ins, start):
    Service.objects.update(limit=30)
    stand_ins.play(storyboard=NEVER)
    queue_films(26)

    cluster = start("qcluster", WORKERS="3")

    assert until(lambda: Attempt.objects.filter(outcome=Attempt.Outcome.STARTED).count() == 26)
    cluster.terminate()
    assert cluster.wait(PATIENCE) == 0
    assert set(Attempt.objects.values_list("outcome", flat=True)) == {Attempt.Outcome.INTERRUPTED}


def test_a_stop_that_reaches_every_process_hands_back_as_one_that_reaches_the_first(stand_ins, start):
    stand_ins.play(storyboard=NEVER)
    queue_films(2)
    cluster = start("qcluster", WORKERS="2")
    assert until(lambda: stand_ins.calls["storyboard.json"] == 2)

    os.killpg(cluster.pid, signal.SIGTERM)

    assert cluster.wait(PATIENCE) == 0
    assert not Job.objects.filter(state=Job.State.RUNNING).exists()
    assert set(Attempt.objects.values_list("outcome", flat=True)) == {Attempt.Outcome.INTERRUPTED}


def test_what_becomes_due_is_done_by_an_idle_cluster(stand_ins, start):
    stand_ins.play(storyboard=["transient"])
    films = queue_films(1)
    start("qcluster", WORKERS="1")
    assert until(Job.objects.retrying().exists)

    Job.objects.update(run_after=films[0].created_at)

    assert until(Attempt.objects.filter(outcome=Attempt.Outcome.DONE).exists)


def test_four_workers_with_three_films_never_meet_a_locked_database(stand_ins, start):
    Service.objects.update(limit=24)
    films = queue_films(3)

    workers = [start("work", "--concurrency", "6") for _ in range(2)] + [start("qcluster", WORKERS="2")]

    assert until(lambda: are_done(films))
    for worker in workers:
        worker.terminate()
        assert worker.wait(PATIENCE) == 0
    said = start.log.read_text()
    assert "locked" not in said
    assert "Traceback" not in said
    assert not Job.objects.exclude(state=Job.State.DONE).exists()
    assert set(Attempt.objects.values_list("outcome", "job__cut_offs", "job__failures")) == {("done", 0, 0)}
