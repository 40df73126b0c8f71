"""Orders and costs when a worker stands still, a channel's file changes, or somebody cancels at the wrong moment."""

import fcntl
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import now

from pipeline import actions, orchestrator, queue, running
from pipeline.models import Attempt, Cost, Job, Price, Service
from pipeline.rules.statuses import Status
from tests.fakes import faults
from tests.paid import film_at_its_clips, paid_channel, work
from tests.pipeline.test_orders import trim_journal

pytestmark = pytest.mark.django_db(transaction=True)

ONE = ("video", 1)
SMALL = {"per_video_usd": 0.25}


@pytest.fixture
def film(fakes, stand_ins, samples):
    return film_at_its_clips(samples, scenes=1, budget=SMALL)


def rewrite(film, **changes):
    """Change the channel's file while its films are under way."""
    paid_channel(scenes=film.channel.settings.format.scenes, **{"providers": {"videos": "kling"}, **changes})


def begun():
    """A claimed job whose attempt has begun."""
    job = queue.claim("first")
    order = running.prepare(job)
    return order, actions.begin_attempt(
        job, provider="kling", quoted_usd=job.quoted_usd, input_digest=order.digest, paid=True
    )


def let_the_lease_run_out():
    Job.objects.filter(state="running").update(leased_until="2020-01-01T00:00Z")
    queue.release_dead()


def ordered_and_cut_off():
    """An order whose id is known, and whose worker is gone."""
    order, attempt = begun()
    out = running.output(order, attempt)
    running.make(order, attempt, out, lambda: False)
    out.unlink()
    trim_journal(out)
    let_the_lease_run_out()


def test_a_film_that_becomes_a_paid_one_passes_no_cap_and_no_pause(fakes, stand_ins, samples):
    film = film_at_its_clips(samples, scenes=2, budget={"per_video_usd": 0})
    Job.objects.update(service="local", quoted_usd=0)  # as they were when the channel made its clips offline
    Service.objects.filter(pk="kling").update(paused_until=now() + timedelta(days=1))

    work(film)

    assert not fakes.kie.tasks
    assert set(film.jobs.filter(step="videos").values_list("service", flat=True)) == {"kling"}


def test_a_dearer_model_counts_before_it_is_ordered(fakes, stand_ins, samples):
    film = film_at_its_clips(samples, scenes=4, budget={"per_video_usd": 0.9})
    rewrite(film, budget={"per_video_usd": 0.9}, models={"videos": "kling/v3-turbo-image-to-video"})

    work(film)

    assert sum(Cost.objects.values_list("usd", flat=True)) <= Decimal("0.9")


def test_another_host_for_pictures_throws_no_paid_order_away(fakes, film):
    ordered_and_cut_off()
    rewrite(film, hosting="catbox")

    work(film)

    assert len(fakes.kie.tasks) == 1
    assert film.state is Status.FINAL_REVIEW


def test_an_order_that_is_not_wanted_any_more_still_counts_under_the_cap(fakes, film):
    ordered_and_cut_off()
    film.clips.filter(kind="video").update(prompt="another motion")

    work(film)

    assert len(fakes.kie.tasks) == 1
    assert "Raise budget.per_video_usd" in film.pause
    assert not Cost.objects.get().certain


def test_a_worker_that_stood_still_before_its_script_began_orders_nothing(fakes, film):
    order, attempt = begun()
    let_the_lease_run_out()
    orchestrator.run_job(queue.claim("second"))

    with pytest.raises(running.scripts.ScriptFailed, match="called off"):
        running.make(order, attempt, running.output(order, attempt), lambda: False)

    work(film)
    assert len(fakes.kie.tasks) == 1


def test_a_film_that_two_workers_hold_is_billed_once(fakes, film):
    order, attempt = begun()
    out = running.output(order, attempt)
    report = running.make(order, attempt, out, lambda: False)
    let_the_lease_run_out()
    orchestrator.run_job(queue.claim("second"))

    facts = {"sha256": "0" * 64, "size": 1}
    kept = actions.keep(attempt, order.step, out, report=report, facts=facts)

    assert not kept
    assert len(fakes.kie.tasks) == Cost.objects.count() == 1


def test_a_refusal_that_nobody_could_settle_is_not_ordered_again(fakes, film):
    fakes.kie.then(faults.kie.TASK_FAILED_POLICY, on="createTask")
    order, attempt = begun()
    with pytest.raises(running.scripts.ScriptFailed):
        running.make(order, attempt, running.output(order, attempt), lambda: False)
    let_the_lease_run_out()

    work(film)

    assert len(fakes.kie.tasks) == 1
    assert film.state is Status.VIDEO_ERROR


def test_an_order_that_its_provider_forgot_waits_for_a_person(fakes, film):
    ordered_and_cut_off()
    fakes.kie._tasks.clear()  # as the account of another key would answer

    work(film)

    assert fakes.kie.calls("createTask") == 1
    assert film.jobs.get(hold="lost")


def test_a_folder_that_is_gone_may_have_held_an_order(fakes, film):
    order, attempt = begun()
    running.output(order, attempt).parent.rmdir()
    let_the_lease_run_out()

    work(film)

    assert not fakes.kie.tasks
    assert film.jobs.get(hold="lost")


def test_nothing_is_decided_about_an_order_whose_script_still_runs(fakes, film):
    order, attempt = begun()
    journal = running.output(order, attempt).with_name("clip_01.mp4.order.jsonl")
    actions.cancel(film.pk, by="ada")

    with journal.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(actions.Refused, match="still at work"):
            actions.order_again(film.pk, ONE, by="ada")


def test_a_model_without_any_price_is_counted_at_its_quote(fakes, film):
    Price.objects.all().delete()
    _, attempt = begun()
    Attempt.objects.update(quoted_usd=Decimal("0.42"))
    attempt.refresh_from_db()

    report = {"model": "kling/of-tomorrow", "units": {"seconds": 5}, "cost_usd": 0}
    actions.settle_earlier(attempt, report)

    cost = Cost.objects.get()
    assert (cost.usd, cost.certain) == (Decimal("0.42"), False)
