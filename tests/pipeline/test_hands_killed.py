"""SIGKILL of any process of a cluster: it is replaced, what it left behind ends, and films go on."""

import os
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline import actions
from pipeline.models import Attempt, Job
from tests import processes
from tests.factories import make_channel, make_task

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 90  # seconds
CLUSTER = 5  # below the process that keeps it: the sentinel, two workers, the monitor, the pusher


@pytest.fixture
def start():
    """Start a command; whatever it leaves behind is killed."""
    started, seen = [], set()

    def start(*command, **more):
        settings = {"WORKERS": "2", "GRACE_SECONDS": "1", "LEASE_SECONDS": "5", **more}
        started.append(processes.manage(*command, **settings))
        return started[-1]

    start.seen = seen
    yield start
    for process in started:
        seen.update(processes.descendants(process.pid))
        processes.kill(process, with_children=True)
    for pid in seen:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def until(happens):
    """Wait until something happens, and give it."""
    ends = time.monotonic() + PATIENCE
    while not (found := happens()) and time.monotonic() < ends:
        time.sleep(0.05)
    return found


def alive(pid):
    """Say whether a process is there, and no zombie."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def members(keeper):
    """The processes of the cluster below a keeper, once all are there: the sentinel first, the pusher last."""
    assert until(lambda: len(processes.descendants(keeper)) == CLUSTER)
    return sorted(processes.descendants(keeper))


def queue_a_film():
    return actions.queue(make_task().pk, by="ada")


def is_worked_on(task):
    return until(Attempt.objects.filter(job__task=task, outcome=Attempt.Outcome.DONE).exists)


def test_whoever_of_an_idle_cluster_is_killed_films_go_on(stand_ins, start):
    make_channel(max_concurrent=20)
    keeper = start("qcluster").pid
    assert is_worked_on(queue_a_film())

    for number in range(CLUSTER):
        cluster = members(keeper)
        start.seen.update(cluster)
        os.kill(cluster[number], signal.SIGKILL)

        assert is_worked_on(queue_a_film()), f"process {number} was missed"
        assert until(lambda victim=cluster[number]: not alive(victim))

    assert until(lambda: len([pid for pid in start.seen if alive(pid)]) <= CLUSTER)


def test_a_cluster_that_lost_its_keeper_ends_and_leaves_no_process(stand_ins, start):
    make_channel()
    keeper = start("qcluster")
    cluster = members(keeper.pid)
    start.seen.update(cluster)

    keeper.kill()

    assert until(lambda: not any(map(alive, cluster)))


def test_jobs_of_a_cluster_that_lost_its_sentinel_are_handed_back_and_done_by_the_next(stand_ins, start):
    make_channel()
    stand_ins.play(storyboard=["hang"])
    task = queue_a_film()
    keeper = start("qcluster", LEASE_SECONDS="600").pid
    assert until(lambda: stand_ins.calls)
    sentinel, *others = members_without_scripts(keeper)
    start.seen.update(others)

    os.kill(sentinel, signal.SIGKILL)

    assert is_worked_on(task)
    first = Attempt.objects.earliest("started_at")
    assert first.outcome == Attempt.Outcome.INTERRUPTED
    assert (first.job.failures, first.job.cut_offs) == (0, 0)
    assert until(lambda: not any(map(alive, others)))


def members_without_scripts(keeper):
    """The sentinel, and the processes that it started."""
    sentinel = min(processes.descendants(keeper))
    return [sentinel, *(pid for pid in processes.descendants(sentinel) if parent(pid) == sentinel)]


def parent(pid):
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def test_a_cluster_in_which_nobody_takes_work_is_replaced(stand_ins, start):
    make_channel()
    keeper = start("qcluster", WATCHDOG_SECONDS="8").pid
    cluster = members(keeper)
    start.seen.update(cluster)

    for pid in cluster[1:]:
        os.kill(pid, signal.SIGSTOP)

    assert is_worked_on(queue_a_film())
    assert not alive(cluster[0])


def test_pages_and_workers_that_are_killed_are_started_again(stand_ins, start):
    make_channel(max_concurrent=3)
    run = start("run", "--port", str(free_port()))
    assert is_worked_on(queue_a_film())
    parts = [pid for pid in processes.descendants(run.pid) if parent(pid) == run.pid]
    start.seen.update(processes.descendants(run.pid))

    for pid in parts:
        os.kill(pid, signal.SIGKILL)

    assert is_worked_on(queue_a_film())
    assert until(lambda: len([pid for pid in processes.descendants(run.pid) if parent(pid) == run.pid]) == len(parts))
    assert run.poll() is None
    run.terminate()
    assert run.wait(PATIENCE) == 0
    assert until(lambda: not any(map(alive, start.seen)))


def test_jobs_of_a_killed_worker_are_free_again_when_its_lease_ends(stand_ins, start):
    make_channel()
    stand_ins.play(storyboard=["hang"])
    task = queue_a_film()
    keeper = start("qcluster").pid
    assert until(lambda: stand_ins.calls)
    worker = int(Job.objects.get(task=task).worker.rpartition(":")[2])

    os.kill(worker, signal.SIGKILL)

    assert is_worked_on(task)
    assert alive(keeper)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
