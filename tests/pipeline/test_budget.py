"""Caps hold however many workers there are; at a cap nothing fails (SPEC, money)."""

import time
from decimal import Decimal

import pytest

from channels.models import Channel
from pipeline import actions, budget, queue
from pipeline.models import Alert, Attempt, Cost, Job, Service, Worker
from pipeline.rules.statuses import Status
from tests import processes
from tests.factories import make_task
from tests.paid import film_at_its_clips, paid_channel, work

pytestmark = pytest.mark.django_db(transaction=True)

CLIP = Decimal("0.21")
SEVEN = {"per_video_usd": 1.50}  # 7 x 0.21 = 1.47


def raise_cap(task, **caps):
    paid_channel(scenes=task.channel.settings.format.scenes, providers={"videos": "kling"}, budget=caps)


def test_eight_workers_order_seven_clips_and_the_film_waits(fakes, stand_ins, samples):
    workers = [processes.manage("work", "--concurrency", "1") for _ in range(8)]
    try:
        while Worker.objects.count() < 8:
            time.sleep(0.1)
        task = film_at_its_clips(samples, scenes=10, budget=SEVEN)
        while Job.objects.filter(state__in=("waiting", "running")).exists():
            time.sleep(0.1)
    finally:
        for worker in workers:
            processes.kill(worker, with_children=True)

    task.refresh_from_db()
    assert len(fakes.kie.tasks) == 7
    assert task.state is Status.GENERATING_VIDEO
    assert task.error is None
    assert "Raise budget.per_video_usd in meadow.yaml" in task.pause
    assert task.jobs.filter(state="held", hold="budget").count() == 3


def test_a_raised_cap_lets_the_film_go_on(fakes, stand_ins, samples):
    task = work(film_at_its_clips(samples, scenes=4, budget={"per_video_usd": 0.5}))
    assert len(fakes.kie.tasks) == 2

    raise_cap(task, per_video_usd=5)
    work(task)

    assert len(fakes.kie.tasks) == 4
    assert task.pause == ""
    assert task.state is Status.FINAL_REVIEW


@pytest.mark.parametrize("cap", ["per_video_usd", "per_day_usd", "per_month_usd"])
def test_each_cap_holds(fakes, stand_ins, samples, cap):
    task = work(film_at_its_clips(samples, scenes=3, budget={cap: 0.43}))

    assert len(fakes.kie.tasks) == 2
    assert f"budget.{cap}" in task.problem


def test_the_daily_cap_of_a_service_holds_over_all_channels(fakes, stand_ins, samples):
    Service.objects.filter(pk="kling").update(daily_cap_usd=Decimal("0.43"))
    task = work(film_at_its_clips(samples, scenes=3))

    assert len(fakes.kie.tasks) == 2
    assert "the daily cap of kling of $0.43" in task.pause


def test_yesterdays_costs_do_not_count_today(stand_ins, samples, settings):
    task = film_at_its_clips(samples, scenes=2, budget={"per_day_usd": 0.25})
    spend(task, "0.24", days_ago=1)

    assert queue.claim("ada")


def test_what_runs_counts_before_it_is_billed(stand_ins, samples):
    task = film_at_its_clips(samples, scenes=3, budget={"per_video_usd": 0.43}, gates={})
    assert queue.claim("ada")
    assert queue.claim("ada")

    assert queue.claim("ada") is None
    assert task.jobs.filter(hold="budget").count() == 1


def test_free_steps_go_on_under_a_spent_budget(stand_ins):
    task = make_task(channel=paid_channel(providers={}, budget={"per_video_usd": 0}))
    actions.queue(task.pk, by="ada")

    assert queue.claim("ada").step == "plan"


def test_four_fifths_of_a_cap_are_told_once(stand_ins, samples):
    task = film_at_its_clips(samples, scenes=3, budget={"per_video_usd": 0.63})
    budget.warn(spend(task, "0.50"))
    assert not Alert.objects.exists()

    budget.warn(spend(task, "0.01"))
    budget.warn(spend(task, "0.02"))

    assert [alert.message.split(" of ")[0] for alert in Alert.objects.filter(key__endswith=":80")] == ["Four fifths"]


def test_cancelling_frees_what_was_reserved(stand_ins, samples):
    task = film_at_its_clips(samples, scenes=2, budget={"per_month_usd": 0.43})
    queue.claim("ada")

    actions.cancel(task.pk, by="ada")

    assert budget.reserved_usd(budget.Q(channel=Channel.objects.get())) == 0


def test_a_lost_order_stays_reserved_until_somebody_decides(stand_ins, samples):
    task = film_at_its_clips(samples, scenes=2, budget={"per_video_usd": 0.43})
    job = queue.claim("ada")
    attempt = actions.begin_attempt(job, provider="kling", quoted_usd=job.quoted_usd, input_digest="x", paid=True)
    actions.give_up(attempt, actions.Failure("ambiguous", "lost", "Gone."), actions.Left(is_open=True))

    assert budget.reserved_usd(budget.Q(task=task)) == CLIP
    actions.give_up_order(task.pk, ("video", 1), by="ada", charged=False)
    assert budget.reserved_usd(budget.Q(task=task)) == 0


def spend(task, usd, *, days_ago=0):
    from datetime import timedelta

    from django.utils.timezone import now

    attempt = Attempt.objects.create(clip=task.clips.first(), provider="kling", outcome="failed")
    at = now() - timedelta(days=days_ago)
    return Cost.objects.create(
        task=task,
        attempt=attempt,
        channel=task.channel,
        service="kling",
        component="kling_video",
        usd=Decimal(usd),
        at=at,
    )
