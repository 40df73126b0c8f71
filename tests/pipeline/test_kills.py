"""SIGKILL anywhere loses nothing (NFR-R3): the film is finished, nothing finished is made again."""

import random
import time

import pytest

from pipeline import actions
from pipeline.models import Attempt, AuditEntry
from pipeline.rules.statuses import Status
from pipeline.trail import broken_link
from tests import processes
from tests.factories import make_channel, make_task

pytestmark = pytest.mark.django_db(transaction=True)

KILLS = 10
AUTO = {"assets": "auto", "videos": "auto", "audio": "auto"}
SHORT_LEASE = {"LEASE_SECONDS": "1.5"}


@pytest.mark.parametrize("with_children", [False, True], ids=["worker", "worker and scripts"])
def test_a_film_survives_ten_kills(stand_ins, with_children):
    make_channel(gates=AUTO)
    task = make_task()
    stand_ins.play(**{name: ["slow"] * 9 for name in ("clip_01", "clip_02", "narration_01", "owl", "scene_02")})
    actions.queue(task.pk, by="ada")

    luck = random.Random(7)
    for _ in range(KILLS):
        worker = processes.manage("work", "--concurrency", "2", **SHORT_LEASE)
        time.sleep(luck.uniform(0.8, 2.2))
        processes.kill(worker, with_children=with_children)
    finish(task)

    assert task.clips.count() == 3 + 4 * 2 + 2
    assert set(Attempt.objects.filter(outcome="done").values_list("take", flat=True)) == {1}
    moves = list(AuditEntry.objects.filter(action="transition").values_list("to_status", flat=True))
    assert len(moves) == len(set(moves))
    assert broken_link() is None


def finish(task):
    """Work without further kills until the film waits for its final review."""
    ends = time.monotonic() + 60
    while task.state is not Status.FINAL_REVIEW and time.monotonic() < ends:
        processes.manage("work", "--until-idle", "--concurrency", "2", **SHORT_LEASE).wait(60)
        task.refresh_from_db()
    assert task.state is Status.FINAL_REVIEW


def test_sigterm_lets_a_running_script_finish(stand_ins):
    make_channel(gates=AUTO)
    task = make_task()
    stand_ins.play(storyboard=["slower"])
    actions.queue(task.pk, by="ada")

    worker = processes.manage("work", "--concurrency", "1")
    while not Attempt.objects.exists():
        time.sleep(0.05)
    worker.terminate()
    worker.wait(20)

    assert Attempt.objects.get().outcome == Attempt.Outcome.DONE


def test_a_script_that_outlives_the_grace_period_is_handed_back_at_once(stand_ins):
    make_channel(gates=AUTO)
    task = make_task()
    stand_ins.play(storyboard=["hang"])
    actions.queue(task.pk, by="ada")

    worker = processes.manage("work", "--concurrency", "1", GRACE_SECONDS="0.5")
    while not Attempt.objects.exists():
        time.sleep(0.05)
    worker.terminate()
    worker.wait(20)

    assert Attempt.objects.get().outcome == Attempt.Outcome.INTERRUPTED
    assert task.jobs.claimable().count() == 1
    assert task.jobs.get().failures == 0
