"""What becomes of an order when its script, its worker or its answer is lost; and the three ways out for a person."""

import pytest

from pipeline import actions, queue, running
from pipeline.models import Alert, Attempt, AuditEntry, Cost, Job, Service
from pipeline.models.service import UNTIL_RESUMED
from pipeline.rules.statuses import Status
from tests.fakes import faults
from tests.paid import film_at_its_clips, work

pytestmark = pytest.mark.django_db(transaction=True)

ONE = ("video", 1)


@pytest.fixture
def film(fakes, stand_ins, samples):
    return film_at_its_clips(samples, scenes=1)


@pytest.fixture
def lost(fakes, film):
    fakes.kie.then(faults.kie.LOST_AFTER_CREATE, on="createTask")
    return work(film)


def test_a_lost_answer_waits_for_a_person_and_fails_nothing(fakes, lost):
    work(lost)

    assert len(fakes.kie.tasks) == 1
    assert lost.state is Status.GENERATING_VIDEO
    assert lost.jobs.get(hold="lost").state == Job.State.HELD
    assert "may have been charged ($0.21)" in Attempt.objects.get(order="open").message


def test_a_lost_order_is_fetched_by_the_id_that_a_person_found(fakes, lost):
    actions.resume_order(lost.pk, ONE, fakes.kie.tasks[0].id, by="ada")

    work(lost)

    assert len(fakes.kie.tasks) == 1
    assert lost.state is Status.FINAL_REVIEW
    assert Cost.objects.get().certain


def test_a_lost_order_is_ordered_again_and_counted_as_charged(fakes, lost):
    actions.order_again(lost.pk, ONE, by="ada")

    work(lost)

    assert len(fakes.kie.tasks) == 2
    assert lost.state is Status.FINAL_REVIEW
    assert sorted(Cost.objects.values_list("certain", flat=True)) == [False, True]


def test_a_lost_order_that_was_not_charged_costs_nothing(fakes, lost):
    actions.order_again(lost.pk, ONE, by="ada", charged=False)

    work(lost)

    assert Cost.objects.get().certain
    assert AuditEntry.objects.get(action="order_again").note == "not charged, says the provider's page"


def test_a_lost_order_is_given_up_and_its_clip_needs_a_person(fakes, lost):
    actions.give_up_order(lost.pk, ONE, by="ada")

    work(lost)

    assert len(fakes.kie.tasks) == 1
    assert lost.state is Status.VIDEO_ERROR
    assert "given up" in lost.error["message"]
    assert not Cost.objects.get().certain


def test_after_giving_up_a_retry_orders_once_more(fakes, lost):
    actions.give_up_order(lost.pk, ONE, by="ada")
    actions.retry(lost.pk, by="ada")

    work(lost)

    assert len(fakes.kie.tasks) == 2
    assert lost.state is Status.FINAL_REVIEW


def test_a_mistyped_id_is_asked_for_again_and_nothing_is_ordered(fakes, lost):
    actions.resume_order(lost.pk, ONE, "task_kling_mistyped", by="ada")

    work(lost)

    assert len(fakes.kie.tasks) == 1
    assert lost.jobs.get(hold="lost")
    assert "does not know" in Attempt.objects.get(order="open").message


def test_the_id_of_another_clip_is_refused(fakes, lost):
    Attempt.objects.create(
        clip=lost.clips.get(kind="image", number=1), provider="kling", provider_job="task_kling_other"
    )

    with pytest.raises(actions.Refused, match="belongs to another clip"):
        actions.resume_order(lost.pk, ONE, "task_kling_other", by="ada")


@pytest.mark.parametrize("bad", ["", "x", "two words", "a" * 300, "line\nbreak"])
def test_what_cannot_be_an_id_is_refused(fakes, lost, bad):
    with pytest.raises(actions.Refused, match="no id of an order"):
        actions.resume_order(lost.pk, ONE, bad, by="ada")


def test_a_second_decision_finds_nothing_to_decide(fakes, lost):
    actions.order_again(lost.pk, ONE, by="ada")

    with pytest.raises(actions.Refused, match="nothing to decide"):
        actions.order_again(lost.pk, ONE, by="eve")


def test_a_lost_order_survives_cancelling_and_queueing_again(fakes, lost):
    actions.cancel(lost.pk, by="ada")
    actions.queue(lost.pk, by="ada")

    work(lost)

    assert len(fakes.kie.tasks) == 1
    assert lost.jobs.get(hold="lost")


def test_an_order_that_outlasts_its_script_is_fetched_by_the_next_one(fakes, stand_ins, samples):
    fakes.kie.generation = 2.5
    film = film_at_its_clips(samples, scenes=1, timeouts={"videos": 1})

    work(film)

    assert len(fakes.kie.tasks) == 1
    assert film.state is Status.FINAL_REVIEW
    assert Attempt.objects.filter(code="still_running").exists()
    assert Cost.objects.count() == 1


def test_a_worker_that_dies_with_a_known_order_leaves_it_to_be_fetched(fakes, film):
    job = queue.claim("dead")
    order = running.prepare(job)
    attempt = actions.begin_attempt(
        job, provider="kling", quoted_usd=job.quoted_usd, input_digest=order.digest, paid=True
    )
    report = running.make(order, attempt, running.output(order, attempt), lambda: False)
    running.output(order, attempt).unlink()
    trim_journal(running.output(order, attempt))
    Job.objects.update(leased_until="2020-01-01T00:00Z")
    queue.release_dead()

    work(film)

    assert report["provider_job"] == fakes.kie.tasks[0].id
    assert len(fakes.kie.tasks) == 1
    assert film.state is Status.FINAL_REVIEW
    assert Cost.objects.count() == 1


def test_an_order_of_another_prompt_is_let_go_and_written_down(fakes, lost):
    Attempt.objects.filter(order="open").update(provider_job=fakes.kie.tasks[0].id)
    lost.jobs.filter(state="held").update(state="waiting", hold="")
    lost.clips.filter(kind="video").update(prompt="another motion")

    work(lost)

    assert len(fakes.kie.tasks) == 2
    assert sorted(Cost.objects.values_list("certain", flat=True)) == [False, True]


def test_an_empty_balance_pauses_the_service_until_somebody_resumes_it(fakes, film):
    fakes.kie.then(faults.kie.NO_CREDITS, on="createTask")
    work(film)
    kling = Service.objects.get(pk="kling")
    assert kling.paused_until == UNTIL_RESUMED
    assert film.state is Status.GENERATING_VIDEO
    assert Alert.objects.filter(kind="quota").count() == 1

    Service.objects.update(paused_until=None)
    work(film)

    assert film.state is Status.FINAL_REVIEW
    assert film.jobs.filter(step="videos").get().failures == 0


def test_refused_content_is_a_sentence_for_the_creator(fakes, film):
    fakes.kie.then(faults.kie.TASK_FAILED_POLICY, on="createTask")

    work(film)

    assert film.state is Status.VIDEO_ERROR
    assert film.error["clip"] == "video:1"
    assert Attempt.objects.get(code__startswith="refused").outcome == Attempt.Outcome.REFUSED


def trim_journal(out):
    """Take the end away, as if the script had been cut off while it polled."""
    journal = out.with_name(f"{out.name}.order.jsonl")
    lines = journal.read_text().splitlines()
    known = next(n for n, line in enumerate(lines) if "provider_job" in line)
    journal.write_text("\n".join(lines[: known + 1]) + "\n")
