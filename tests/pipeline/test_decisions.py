"""What people decide, and what is refused."""

import threading

import pytest
from django.db import connection

from pipeline import actions
from pipeline.actions import Refused
from pipeline.models import Attempt, AuditEntry, Clip, Job, Task
from pipeline.rules.statuses import InvalidStateTransitionError, Status
from tests.factories import claimed, make_clip, make_job, make_storyboard, make_take, make_task

S = Status


def at_gate(status: Status, *kinds: str):
    """A task at a gate, with a take for each clip of the given kinds."""
    task = make_storyboard(make_task(status))
    for clip in task.clips.filter(kind__in=kinds):
        make_take(clip)
    return task


@pytest.mark.django_db
def test_approving_a_gate_approves_its_clips_and_starts_what_is_next():
    task = at_gate(S.ASSETS_READY, "image")

    actions.approve(task.pk, by="ada", note="lovely")

    task.refresh_from_db()
    assert task.state is S.GENERATING_COMPOSITES
    assert set(task.clips.filter(kind="image").values_list("verdict", flat=True)) == {"approved"}
    assert {job.step for job in task.jobs.all()} == {"composites", "videos"}


@pytest.mark.django_db
def test_a_clips_job_waits_for_its_own_composite():
    task = at_gate(S.ASSETS_READY, "image")
    actions.approve(task.pk, by="ada")

    video = task.jobs.get(clip__kind="video", clip__number=2)
    assert (video.waits_for.clip.kind, video.waits_for.clip.number) == ("composite", 2)


@pytest.mark.django_db
def test_a_second_click_on_approve_is_told_what_happened():
    task = at_gate(S.ASSETS_READY, "image")
    actions.approve(task.pk, by="ada", seen=actions.Seen(S.ASSETS_READY))

    with pytest.raises(Refused, match="decided already"):
        actions.approve(task.pk, by="ada", seen=actions.Seen(S.ASSETS_READY))


@pytest.mark.django_db
def test_a_task_that_is_not_at_a_gate_cannot_be_approved():
    with pytest.raises(Refused, match="not a gate"):
        actions.approve(make_task(S.GENERATING_VIDEO).pk, by="ada")


@pytest.mark.django_db
def test_the_final_approval_is_bound_to_the_hash_of_the_film():
    task = at_gate(S.FINAL_REVIEW, "film")
    film = task.clips.get(kind="film").selected

    actions.approve(task.pk, by="ada")

    assert AuditEntry.objects.get(action="approve").sha256 == film.sha256


@pytest.mark.django_db
def test_a_film_that_is_not_the_one_that_was_made_cannot_be_approved():
    task = at_gate(S.FINAL_REVIEW, "film")
    task.project.film.unlink()
    task.project.film.write_bytes(b"another film")

    with pytest.raises(Refused, match="not the one that was made"):
        actions.approve(task.pk, by="ada")


@pytest.mark.django_db
def test_a_clip_waits_for_its_composite_also_when_that_runs_already():
    task = at_gate(S.ASSETS_READY, "image")
    actions.approve(task.pk, by="ada")
    task.jobs.filter(clip__kind="composite", clip__number=1).update(state=Job.State.RUNNING)
    task.jobs.filter(clip__number=2).update(state=Job.State.FAILED, waits_for=None)
    task.jobs.filter(clip__kind="video", clip__number=1).delete()
    Task.objects.update(status=S.ASSET_ERROR)

    actions.retry(task.pk, by="ada")

    assert task.jobs.open().get(clip__kind="video", clip__number=1).waits_for.state == Job.State.RUNNING


@pytest.mark.django_db
def test_a_failed_clip_is_tried_again_after_cancelling_and_queueing():
    job = claimed()
    attempt = actions.begin_attempt(job, provider="local", quoted_usd=0, input_digest="")
    actions.give_up(attempt, actions.Failure("permanent", "refused", "Refused."))

    actions.cancel(job.task_id, by="ada")

    assert not Job.objects.filter(state=Job.State.FAILED).exists()


@pytest.mark.django_db
def test_rejecting_two_clips_makes_two_jobs_and_leaves_the_rest_alone():
    task = at_gate(S.VIDEO_READY, "image", "composite", "video")

    actions.make_again(task.pk, [("video", 1), ("video", 2)], by="ada", note="too dark")

    task.refresh_from_db()
    assert task.state is S.GENERATING_VIDEO
    assert [str(job.clip) for job in task.jobs.open()] == ["video:1", "video:2"]
    assert set(AuditEntry.objects.filter(action="reject").values_list("note", flat=True)) == {"too dark"}


@pytest.mark.django_db
def test_a_clip_of_another_gate_cannot_be_rejected_here():
    task = at_gate(S.AUDIO_READY, "image", "video", "narration", "sfx")

    with pytest.raises(Refused, match="at its own gate or at Final Review"):
        actions.make_again(task.pk, [("video", 1)], by="ada", note="no")

    task.refresh_from_db()
    assert task.state is S.AUDIO_READY


@pytest.mark.django_db
def test_a_new_prompt_is_kept_with_the_clip():
    task = at_gate(S.ASSETS_READY, "image")

    actions.make_again(task.pk, [("image", 1)], by="ada", prompts={("image", 1): "a white owl"})

    assert task.clips.get(kind="image", number=1).prompt == "a white owl"


@pytest.mark.django_db
def test_picking_an_earlier_take_puts_it_back_to_its_place():
    task = at_gate(S.VIDEO_READY, "image", "composite", "video")
    clip = task.clips.get(kind="video", number=1)
    make_take(clip, content=b"second")

    actions.pick_take(task.pk, ("video", 1), 1, by="ada")

    assert (task.project.folder / clip.path).read_bytes() == b"content"
    assert Clip.objects.get(pk=clip.pk).selected.take == 1
    assert Clip.objects.get(pk=clip.pk).verdict == "approved"


@pytest.mark.django_db
def test_a_refused_prompt_is_changed_and_the_task_goes_on():
    job = claimed()
    attempt = actions.begin_attempt(job, provider="local", quoted_usd=0, input_digest="")
    actions.give_up(attempt, actions.Failure("permanent", "refused", "The prompt was refused."))

    task = actions.make_again(job.task_id, [("image", 1)], by="ada", prompts={("image", 1): "a kinder owl"})

    assert task.state is S.GENERATING_ASSETS
    assert task.clips.get(kind="image", number=1).prompt == "a kinder owl"
    assert task.jobs.open().get(clip__number=1)


@pytest.mark.django_db
def test_cancelling_stops_what_runs_and_keeps_what_is_finished():
    job = claimed()
    attempt = actions.begin_attempt(job, provider="local", quoted_usd=0, input_digest="")

    actions.cancel(job.task_id, by="ada")

    job.refresh_from_db()
    attempt.refresh_from_db()
    assert (job.state, attempt.outcome) == (Job.State.CANCELLED, Attempt.Outcome.INTERRUPTED)
    assert job.task.clips.get(kind="storyboard").is_good


@pytest.mark.django_db
def test_a_cancelled_task_goes_on_with_what_is_missing():
    job = make_job(number=2)
    make_take(make_clip("image", 1, task=job.task))
    actions.cancel(job.task_id, by="ada")

    task = actions.queue(job.task_id, by="ada")

    assert task.state is S.QUEUED
    assert [j.step for j in task.jobs.open()] == ["plan"]


@pytest.mark.django_db
def test_an_idea_without_a_topic_is_never_queued():
    task = make_task(topic=" ")

    with pytest.raises(Refused, match="topic must be filled in"):
        actions.queue(task.pk, by="ada")

    task.refresh_from_db()
    assert task.state is S.DRAFT


@pytest.mark.django_db
def test_queueing_twice_is_refused_and_makes_one_job():
    task = make_task()
    actions.queue(task.pk, by="ada")

    with pytest.raises(InvalidStateTransitionError, match="from Queued to Queued"):
        actions.queue(task.pk, by="ada")

    assert task.jobs.count() == 1


@pytest.mark.django_db
def test_retry_of_a_waiting_retry_hurries_it():
    job = claimed(failures=1)
    attempt = actions.begin_attempt(job, provider="local", quoted_usd=0, input_digest="")
    actions.give_up(attempt, actions.Failure("transient", "busy", "Busy."))

    actions.retry(job.task_id, by="ada")

    assert Job.objects.claimable().filter(pk=job.pk).exists()


@pytest.mark.django_db
def test_there_is_nothing_to_retry_in_a_healthy_task():
    with pytest.raises(Refused, match="nothing to retry"):
        actions.retry(make_task(S.GENERATING_VIDEO).pk, by="ada")


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_approve_at_once_one_wins_and_the_other_is_told():
    task = at_gate(S.ASSETS_READY, "image")
    results = []

    def decide(who):
        try:
            actions.approve(task.pk, by=who, seen=actions.Seen(S.ASSETS_READY))
            results.append("won")
        except Refused as told:
            results.append(str(told))
        finally:
            connection.close()

    threads = [threading.Thread(target=decide, args=(who,)) for who in ("ada", "bob")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert results.count("won") == 1
    assert any("decided already" in told for told in results)
    assert AuditEntry.objects.filter(action="approve").count() == 1
