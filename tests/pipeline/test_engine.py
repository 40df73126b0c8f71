"""The engine from end to end, with quick scripts in place of the offline ones."""

import shutil
from decimal import Decimal

import pytest
from django.core.management import call_command

from pipeline import actions, queue, running
from pipeline.models import Attempt, AuditEntry, Job, Service
from pipeline.rules.statuses import Status
from pipeline.trail import broken_link
from tests.factories import make_channel, make_task

pytestmark = pytest.mark.django_db(transaction=True)

S = Status
AUTO = {"assets": "auto", "videos": "auto", "audio": "auto"}


@pytest.fixture
def task():
    make_channel(gates=AUTO)
    return make_task()


def work():
    call_command("work", "--until-idle", "--concurrency", "2")


def made(task):
    work()
    task.refresh_from_db()
    return task.state


def test_an_idea_becomes_a_film_that_waits_for_its_final_review(stand_ins, task):
    actions.queue(task.pk, by="ada")

    assert made(task) is S.FINAL_REVIEW
    assert task.film.is_file()
    assert sum(stand_ins.calls.values()) == 1 + 3 + 4 * 2 + 1
    assert all(clip.is_good for clip in task.clips.all())


def test_each_transition_is_audited_once_and_the_chain_is_whole(stand_ins, task):
    actions.queue(task.pk, by="ada")
    made(task)

    path = list(AuditEntry.objects.filter(action="transition").values_list("to_status", flat=True))
    in_order = [s.value for s in S]
    assert path == in_order[in_order.index("queued") : in_order.index("final_review") + 1]
    assert broken_link() is None


def test_a_person_is_waited_for_at_each_gate_and_nothing_runs_meanwhile(stand_ins):
    make_channel()
    task = actions.queue(make_task().pk, by="ada")
    stops = []
    while made(task) in (S.ASSETS_READY, S.VIDEO_READY, S.AUDIO_READY):
        stops.append(task.state)
        assert not Job.objects.open().exists()
        actions.approve(task.pk, by="ada")

    assert stops == [S.ASSETS_READY, S.VIDEO_READY, S.AUDIO_READY]
    assert task.state is S.FINAL_REVIEW


def test_the_canonical_place_holds_the_selected_take(stand_ins, task):
    actions.queue(task.pk, by="ada")
    made(task)

    folder = task.project.folder
    assert all((folder / clip.path).is_file() for clip in task.clips.all())
    assert (folder / "audio" / "narration_01.json").is_file()


def test_a_transient_failure_is_tried_again_on_the_schedule(stand_ins, task, settings):
    stand_ins.play(clip_02=["transient"])
    actions.queue(task.pk, by="ada")

    assert made(task) is S.GENERATING_VIDEO
    assert task.retry["attempt"] == 2
    assert task.retry["of"] == 5
    Job.objects.retrying().update(run_after=task.created_at)
    assert made(task) is S.FINAL_REVIEW
    assert stand_ins.calls["clip_02.mp4"] == 2
    assert stand_ins.calls["clip_01.mp4"] == 1


def test_a_permanent_failure_is_a_sentence_for_a_person_and_retry_makes_only_what_is_missing(stand_ins, task):
    stand_ins.play(clip_02=["permanent"])
    actions.queue(task.pk, by="ada")

    assert made(task) is S.VIDEO_ERROR
    assert task.error["clip"] == "video:2"
    assert task.error["message"] == "The prompt was refused. Change it and try again."
    actions.retry(task.pk, by="ada")
    assert made(task) is S.FINAL_REVIEW
    assert stand_ins.calls == {**stand_ins.calls, "clip_01.mp4": 1, "clip_02.mp4": 2, "scene_01.png": 1}


@pytest.mark.parametrize(
    ("play", "says"),
    [
        ("empty", "is empty (0 bytes)"),
        ("corrupt", "damaged"),
    ],
)
def test_an_unusable_file_is_never_kept(stand_ins, task, play, says):
    stand_ins.play(owl=[play])
    actions.queue(task.pk, by="ada")

    assert made(task) is S.ASSET_ERROR
    assert says in task.error["message"]
    assert not (task.project.folder / "assets/characters/owl.png").exists()


def test_a_script_that_dies_or_chatters_does_not_hurt_the_engine(stand_ins, task):
    stand_ins.play(owl=["chatter"], lamp=["die"])
    actions.queue(task.pk, by="ada")

    assert made(task) is S.GENERATING_ASSETS
    assert task.clips.get(name="owl").is_good
    assert Attempt.objects.get(clip__name="lamp").code == "died"


def test_a_hung_script_is_ended_at_the_channels_time_out(stand_ins):
    make_channel(timeouts={"images": 1})
    task = actions.queue(make_task().pk, by="ada")
    stand_ins.play(owl=["hang"])

    made(task)

    assert Attempt.objects.get(clip__name="owl").outcome == Attempt.Outcome.TIMED_OUT


def test_a_used_up_quota_pauses_its_service_until_the_reset_and_fails_nothing(stand_ins, task):
    stand_ins.play(owl=["quota"])
    actions.queue(task.pk, by="ada")

    assert made(task) is S.GENERATING_ASSETS
    assert Service.objects.get(pk="local").paused_until.year == 2999
    assert Job.objects.get(clip__name="owl").failures == 0


def test_the_providers_job_id_is_noted_while_the_script_runs(stand_ins, task):
    stand_ins.play(clip_01=["paid"])
    actions.queue(task.pk, by="ada")

    made(task)

    assert Attempt.objects.get(clip__kind="video", clip__number=1).provider_job == "order-1"


def test_a_rejected_clip_alone_is_made_again_and_both_takes_stay(stand_ins):
    make_channel(gates={**AUTO, "videos": "person"})
    task = actions.queue(make_task().pk, by="ada")
    assert made(task) is S.VIDEO_READY

    actions.make_again(task.pk, [("video", 2)], by="ada", note="too dark")

    assert made(task) is S.VIDEO_READY
    assert stand_ins.calls["clip_02.mp4"] == 2
    assert stand_ins.calls["clip_01.mp4"] == 1
    assert [take.selected for take in task.clips.get(kind="video", number=2).takes] == [False, True]


def test_an_image_rejected_at_the_final_review_remakes_what_was_made_from_it_and_nothing_else(stand_ins, task):
    actions.queue(task.pk, by="ada")
    made(task)
    board = dict(stand_ins.calls)

    actions.make_again(task.pk, [("image", 3)], by="ada", note="another lamp")

    assert made(task) is S.FINAL_REVIEW
    again = {name for name, count in stand_ins.calls.items() if count > board[name]}
    assert again == {"lamp.png", "scene_01.png", "scene_02.png", "clip_01.mp4", "clip_02.mp4", f"{task.pk}_final.mp4"}


def test_a_file_that_a_cut_off_attempt_had_finished_is_taken_over(stand_ins, task, samples):
    actions.queue(task.pk, by="ada")
    job = queue.claim("doomed")
    order = running.prepare(job)
    attempt = actions.begin_attempt(job, provider="local", quoted_usd=Decimal(0), input_digest=order.digest)
    out = running.output(order, attempt)
    shutil.copyfile(samples / "sample.json", out)  # its worker dies here, before it can say so
    Job.objects.update(leased_until=task.created_at)

    assert made(task) is S.FINAL_REVIEW
    assert stand_ins.calls["storyboard.json"] == 0
    assert [take.take for take in task.clips.get(kind="storyboard").takes] == [1]
