"""A cluster that is told to stop lets scripts finish for a while, then hands their jobs back, and ends."""

import os
import signal
import socket
import time
from contextlib import suppress

import pytest

from pipeline import actions
from pipeline.models import Attempt, Job
from tests import paid, processes
from tests.factories import make_channel, make_task
from tests.fakes import faults

pytestmark = pytest.mark.django_db(transaction=True)

AUTO = {"assets": "auto", "videos": "auto", "audio": "auto"}
PROCESSES = 5  # of a cluster: the sentinel, two workers, the monitor, the pusher
PATIENCE = 60  # seconds; a script that hangs does so for ten minutes


@pytest.fixture
def hanging(stand_ins):
    """A film whose first script never ends."""
    make_channel()
    stand_ins.play(storyboard=["hang"])
    return actions.queue(make_task().pk, by="ada")


@pytest.fixture
def start():
    """Start a command that runs a cluster; whatever it leaves behind is killed."""
    started = []

    def start(*command, grace=1, log=None):
        started.append(processes.manage(*command, log=log, WORKERS="2", GRACE_SECONDS=str(grace)))
        return started[-1]

    yield start
    for process in started:
        processes.kill(process, with_children=True)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def until(happens):
    """Wait until something happens, and give it."""
    ends = time.monotonic() + PATIENCE
    while not (found := happens()) and time.monotonic() < ends:
        time.sleep(0.05)
    return found


def test_a_cluster_that_is_stopped_hands_back_what_hangs(hanging, start):
    cluster = start("qcluster")
    assert until(Attempt.objects.exists)

    cluster.terminate()

    assert cluster.wait(PATIENCE) == 0
    assert Attempt.objects.get().outcome == Attempt.Outcome.INTERRUPTED
    assert (hanging.jobs.get().state, hanging.jobs.get().failures) == (Job.State.WAITING, 0)


def test_a_cluster_that_is_stopped_finishes_what_runs_and_begins_nothing_more(stand_ins, start):
    make_channel(gates=AUTO)
    stand_ins.play(storyboard=["slower"])
    actions.queue(make_task().pk, by="ada")
    cluster = start("qcluster", grace=PATIENCE)
    assert until(Attempt.objects.exists)

    cluster.terminate()

    assert cluster.wait(PATIENCE) == 0
    assert Attempt.objects.get().outcome == Attempt.Outcome.DONE
    assert Job.objects.claimable().exists()


def test_a_call_that_is_paid_comes_to_its_end_however_long_it_takes(fakes, stand_ins, start):
    fakes.gemini.then(faults.slow(4))
    paid.paid_film()
    cluster = start("qcluster", grace=0.1)
    assert until(lambda: fakes.gemini.calls("generateContent"))

    cluster.terminate()

    assert cluster.wait(PATIENCE) == 0
    assert Attempt.objects.get().outcome == Attempt.Outcome.DONE
    assert fakes.gemini.calls("generateContent") == 1


def test_a_worker_that_is_stopped_alone_hands_back_and_is_replaced(hanging, start):
    cluster = start("qcluster")
    assert until(Attempt.objects.exists)
    worker = int(hanging.jobs.get().worker.rpartition(":")[2])

    os.kill(worker, signal.SIGTERM)

    assert until(Attempt.objects.filter(outcome="interrupted").exists)
    assert until(lambda: worker not in processes.descendants(cluster.pid))
    assert cluster.poll() is None


def test_an_idle_cluster_ends_without_waiting(start):
    cluster = start("qcluster", grace=600)
    assert until(lambda: len(processes.descendants(cluster.pid)) == PROCESSES)

    cluster.terminate()

    assert cluster.wait(PATIENCE) == 0


def test_pages_and_idle_workers_end_without_waiting(start):
    everything = start("run", "--port", str(free_port()), grace=600)
    assert until(lambda: len(processes.descendants(everything.pid)) >= PROCESSES + 3)  # gunicorn's two, the cluster

    everything.terminate()

    assert everything.wait(PATIENCE) == 0


def test_a_paid_call_is_waited_for_and_said_so_until_somebody_does_not_want_to_wait(fakes, stand_ins, start, tmp_path):
    fakes.gemini.then(faults.slow(120))
    paid.paid_film()
    everything = start("run", "--port", str(free_port()), grace=0.1, log=tmp_path / "said.log")
    assert until(lambda: fakes.gemini.calls("generateContent"))

    everything.terminate()
    assert until(lambda: "Waiting for the workers" in (tmp_path / "said.log").read_text())
    assert everything.poll() is None
    everything.terminate()

    assert everything.wait(PATIENCE) == 0
    assert "ended at once" in (tmp_path / "said.log").read_text()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
