"""An answer that was paid for is kept through stops, deaths and second runs that fail; a doubtful order stays doubtful."""

import pytest
from django.db import transaction

from pipeline import actions, orchestrator, orders, queue, running
from pipeline.actions.advance import advance
from pipeline.models import Attempt, Cost
from pipeline.moves import lock
from pipeline.rules.statuses import Status
from tests.factories import make_storyboard, make_take, make_task
from tests.fakes import faults
from tests.paid import film_at_its_clips, paid_channel, work
from tests.pipeline.test_money_in_trouble import let_the_lease_run_out, ordered_and_cut_off

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def film(fakes, stand_ins, samples):
    """One picture is missing; only pictures cost something."""
    task = make_task(Status.GENERATING_ASSETS, channel=paid_channel(providers={"images": "gemini"}, gates={}))
    make_storyboard(task)
    for clip in task.clips.filter(kind="image").exclude(number=1):
        make_take(clip, file=samples / "sample.png")
    with transaction.atomic():
        advance(lock(task.pk))
    return task


@pytest.fixture
def answered(film):
    """An attempt that was cut off between its answer and its picture: something stands where the picture should be."""
    job = queue.claim("first")
    order = running.prepare(job)
    quote = job.quoted_usd
    attempt = actions.begin_attempt(job, provider="gemini", quoted_usd=quote, input_digest=order.digest, paid=True)
    out = running.output(order, attempt)
    out.mkdir()
    with pytest.raises(running.scripts.ScriptFailed):
        running.make(order, attempt, out, lambda: False)
    out.rmdir()
    cut_off_after(out, '"answered"')
    return order, attempt, out


@pytest.fixture
def clip_film(fakes, stand_ins, samples):
    return film_at_its_clips(samples, scenes=1)


def cut_off_after(out, word):
    journal = out.with_name(f"{out.name}.order.jsonl")
    lines = journal.read_text().splitlines()
    last = next(n for n, line in enumerate(lines) if word in line)
    journal.write_text("\n".join(lines[: last + 1]) + "\n")


def asked(fakes):
    return fakes.gemini.calls("generateContent")


def test_a_kept_answer_becomes_the_picture_after_a_death(fakes, film, answered):
    let_the_lease_run_out()

    work(film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1


def test_a_stop_after_the_answer_is_billed_once(fakes, film, answered):
    order, attempt, out = answered
    actions.interrupt(attempt, orders.left_by(out, attempt), orders.bill_of(out))
    queue.hand_back(order.job)

    work(film)

    assert asked(fakes) == Cost.objects.count() == 1


def test_a_run_without_a_key_leaves_the_answer_as_it_was(fakes, film, answered, settings):
    let_the_lease_run_out()
    key, settings.GEMINI_API_KEY = settings.GEMINI_API_KEY, ""
    work(film)
    settings.GEMINI_API_KEY = key
    actions.retry(film.pk, by="ada")

    work(film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1


def test_a_second_death_before_the_answer_is_read_leaves_it_as_it_was(fakes, film, answered):
    let_the_lease_run_out()
    again = running.prepare(queue.claim("second"))
    orchestrator._begin(again, orders.open_order(again.job.clip_id, again.plan, again.name))
    let_the_lease_run_out()

    work(film)

    assert asked(fakes) == Cost.objects.count() == 1


def test_a_forgotten_order_stays_doubtful_when_its_film_is_cancelled_and_queued(fakes, clip_film):
    ordered_and_cut_off()
    fakes.kie._tasks.clear()
    work(clip_film)
    actions.cancel(clip_film.pk, by="ada")
    actions.queue(clip_film.pk, by="ada")

    work(clip_film)

    assert fakes.kie.calls("createTask") == 1
    assert Attempt.objects.filter(order="open").exists()


def test_a_run_whose_journal_is_empty_orders_nothing_when_it_wakes_up(fakes, clip_film):
    job = queue.claim("first")
    order = running.prepare(job)
    attempt = actions.begin_attempt(
        job, provider="kling", quoted_usd=job.quoted_usd, input_digest=order.digest, paid=True
    )
    out = running.output(order, attempt)
    out.with_name(f"{out.name}.order.jsonl").touch()
    let_the_lease_run_out()
    work(clip_film)

    with pytest.raises(running.scripts.ScriptFailed, match="called off"):
        running.make(order, attempt, out, lambda: False)

    assert len(fakes.kie.tasks) == 1


def test_another_prompt_is_not_refused_for_what_the_old_one_did(fakes, clip_film):
    fakes.kie.then(faults.kie.TASK_FAILED_POLICY, on="createTask")
    job = queue.claim("first")
    order = running.prepare(job)
    attempt = actions.begin_attempt(
        job, provider="kling", quoted_usd=job.quoted_usd, input_digest=order.digest, paid=True
    )
    with pytest.raises(running.scripts.ScriptFailed):
        running.make(order, attempt, running.output(order, attempt), lambda: False)
    actions.cancel(clip_film.pk, by="ada")
    clip_film.clips.filter(kind="video").update(prompt="another motion")
    actions.queue(clip_film.pk, by="ada")

    work(clip_film)

    assert clip_film.state is Status.FINAL_REVIEW


def test_ordering_one_clip_again_starts_no_other(fakes, stand_ins, samples):
    task = make_task(Status.GENERATING_COMPOSITES, channel=paid_channel(providers={"videos": "kling"}))
    make_storyboard(task)
    for clip in task.clips.filter(kind="image"):
        make_take(clip, file=samples / "sample.png")
    with transaction.atomic():
        advance(lock(task.pk))
    videos = task.jobs.filter(step="videos")
    videos.update(state="failed", waits_for=None)
    one = videos.get(clip__number=1)
    Attempt.objects.create(
        job=one, clip=one.clip, provider="kling", provider_job="task_1", order="open", outcome="failed"
    )

    actions.order_again(task.pk, ("video", 1), by="ada")

    assert list(videos.open().values_list("clip__number", flat=True)) == [1]


def test_a_film_that_a_dear_provider_paused_goes_on_with_a_free_one(stand_ins, fakes, samples):
    film = work(film_at_its_clips(samples, scenes=1, budget={"per_video_usd": 0}))
    assert film.pause
    paid_channel(scenes=1, providers={"videos": "local"}, budget={"per_video_usd": 0})

    actions.requote()
    work(film)

    assert film.pause == ""
    assert film.jobs.get(step="videos").service == "local"
