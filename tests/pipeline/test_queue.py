"""Claims, leases and limits."""

import time
from datetime import timedelta

import pytest
from django.utils.timezone import now

from channels.models import Channel
from pipeline import actions, queue
from pipeline.actions import Failure
from pipeline.models import Attempt, Job, Service
from pipeline.orchestrator import run_job
from pipeline.rules.statuses import Status
from tests.factories import claimed, make_channel, make_job, make_task

pytestmark = pytest.mark.django_db


def test_a_claimed_job_is_not_claimed_again():
    make_job()

    assert queue.claim("one")
    assert queue.claim("two") is None


def test_a_film_that_was_cancelled_since_it_was_read_is_not_entered():
    task = actions.queue(make_task().pk, by="ada")
    job = task.jobs.get()
    job.token = "mine"
    actions.cancel(task.pk, by="ada")

    assert not queue._enter(job)

    task.refresh_from_db()
    assert task.state is Status.DRAFT


def test_a_services_limit_is_never_passed():
    Service.objects.filter(pk="local").update(limit=2)
    task = make_task(Status.GENERATING_ASSETS)
    for number in (1, 2, 3):
        make_job(task=task, number=number)

    assert [bool(queue.claim("w")) for _ in range(3)] == [True, True, False]


def test_a_raised_limit_holds_from_the_next_claim_on():
    Service.objects.filter(pk="local").update(limit=0)
    make_job()
    assert queue.claim("w") is None

    Service.objects.filter(pk="local").update(limit=1)

    assert queue.claim("w")


def test_a_paused_service_is_left_alone_until_its_time():
    make_job()
    actions.pause_service("local", now() + timedelta(minutes=1), "quota")

    assert queue.claim("w") is None


def test_an_inactive_channels_jobs_wait_and_the_task_says_why():
    job = make_job()
    Channel.objects.update(is_active=False)

    assert queue.claim("w") is None
    job.task.channel.refresh_from_db()
    assert "is inactive" in job.task.problem


def test_a_job_that_waits_for_another_is_not_claimed():
    first = make_job(kind="composite", state=Job.State.RUNNING)
    make_job(task=first.task, kind="video", waits_for=first)

    assert queue.claim("w") is None


def test_a_full_channel_starts_no_further_film():
    make_channel(max_concurrent=1)
    first, second = (actions.queue(make_task().pk, by="ada") for _ in range(2))

    assert queue.claim("w").task == first
    assert queue.claim("w") is None
    first.refresh_from_db()
    assert first.state is Status.CLAIMED
    assert second.state is Status.QUEUED


def test_channels_take_turns_whatever_their_backlogs():
    Service.objects.filter(pk="local").update(limit=50)
    for channel, films in (("alpha", 10), ("beta", 2)):
        make_channel(channel, max_concurrent=20)
        for _ in range(films):
            actions.queue(make_task(channel=Channel.objects.get(pk=channel)).pk, by="ada")

    order = [queue.claim("w").channel_id[0] for _ in range(6)]

    assert "".join(order) == "ababaa"


def test_a_high_priority_task_goes_next():
    actions.queue(make_task().pk, by="ada")
    urgent = actions.queue(make_task(priority=0).pk, by="ada")

    assert queue.claim("w").task == urgent


def test_films_are_finished_rather_than_started():
    old = actions.queue(make_task().pk, by="ada")
    actions.queue(make_task().pk, by="ada")

    assert queue.claim("w").task == old


def test_a_dead_workers_job_is_free_again_when_its_lease_ran_out():
    job = claimed()
    Job.objects.update(leased_until=now() - timedelta(seconds=1))

    assert queue.release_dead() == 1

    job.refresh_from_db()
    assert job.state == Job.State.WAITING
    assert job.cut_offs == 1


def test_after_the_database_was_away_the_living_get_time_to_renew_their_leases(settings):
    settings.LEASE_SECONDS = 0.4
    queue.release_dead()
    job = claimed()
    time.sleep(0.5)

    assert queue.release_dead() == 0  # nobody could renew anything for so long

    time.sleep(0.3)
    assert queue.release_dead() == 1
    job.refresh_from_db()
    assert job.state == Job.State.WAITING


def test_a_living_workers_heartbeat_keeps_its_job():
    job = claimed()
    Job.objects.update(leased_until=now() - timedelta(seconds=1))

    assert queue.heartbeat(job)

    assert queue.release_dead() == 0


def test_an_old_holders_word_no_longer_counts():
    old = claimed()
    Job.objects.update(leased_until=now() - timedelta(seconds=1))
    queue.release_dead()
    queue.claim("somebody else")

    assert not queue.heartbeat(old)
    assert actions.begin_attempt(old, provider="local", quoted_usd=0, input_digest="") is None


def test_a_job_already_taken_away_is_left_alone():
    job = claimed()
    Job.objects.update(state=Job.State.CANCELLED)

    run_job(job)

    assert Attempt.objects.filter(job=job).count() == 0


def test_a_job_that_took_its_worker_down_again_and_again_is_for_a_person():
    job = claimed()
    Job.objects.update(cut_offs=queue.TOO_MANY_CUT_OFFS)
    job.refresh_from_db()

    run_job(job)

    job.task.refresh_from_db()
    assert job.task.state is Status.ASSET_ERROR
    assert "took its worker down 10 times" in job.task.error["message"]


@pytest.mark.parametrize(("failures", "minutes"), [(0, 1), (1, 5), (2, 15), (3, 60)])
def test_a_failed_job_waits_as_the_schedule_says(failures, minutes):
    job = claimed(failures=failures)
    attempt = actions.begin_attempt(job, provider="local", quoted_usd=0, input_digest="")

    actions.give_up(attempt, Failure("transient", "busy", "Busy."))

    job.refresh_from_db()
    assert 0.79 * minutes < (job.run_after - now()).total_seconds() / 60 < 1.21 * minutes
    assert job.task.retry == {"attempt": failures + 2, "of": 5, "at": job.run_after}


def test_the_fifth_failure_is_an_error_for_a_person():
    job = claimed(failures=4)
    attempt = actions.begin_attempt(job, provider="local", quoted_usd=0, input_digest="")

    actions.give_up(attempt, Failure("transient", "busy", "The painter is busy."))

    job.task.refresh_from_db()
    assert job.task.state is Status.ASSET_ERROR
    assert job.task.error == {
        "step": "images",
        "clip": "image:1",
        "class": "transient",
        "message": "The painter is busy.",
    }
