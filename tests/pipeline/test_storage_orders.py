"""What becomes of paid work when its machine dies, stops, comes back or loses its store: nothing is paid twice.

Each case of the table in docs/operating.md, on machines that share a database and a store but no disk.
"""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils.timezone import now

from pipeline import actions, orchestrator, orders, queue, running
from pipeline.actions.advance import advance
from pipeline.models import Attempt, Cost, Job, Worker
from pipeline.moves import lock
from pipeline.rules.statuses import Status
from tests.factories import make_storyboard, make_take, make_task
from tests.paid import film_at_its_clips, paid_channel
from tests.pipeline.test_kept_answers import cut_off_after
from tests.pipeline.test_money_in_trouble import let_the_lease_run_out
from tests.pipeline.test_orders import trim_journal
from tests.store import machines, slow_store, store, store_server  # noqa: F401  (fixtures)

pytestmark = pytest.mark.django_db(transaction=True)

ONE = ("image", 1)


def everything_is_stored(store, film):  # noqa: F811
    """Put what the factories made on this machine into the store, as the engine would have done."""
    for take in Attempt.objects.filter(clip__task=film, outcome="done"):
        store.client.upload_file(str(film.project.root / take.path), store.bucket, take.path)


@pytest.fixture
def film(fakes, stand_ins, samples, machines, store):  # noqa: F811
    """One picture is missing; only pictures cost something, and their orders have no id."""
    task = make_task(Status.GENERATING_ASSETS, channel=paid_channel(providers={"images": "gemini"}, gates={}))
    make_storyboard(task)
    for clip in task.clips.filter(kind="image").exclude(number=1):
        make_take(clip, file=samples / "sample.png")
    everything_is_stored(store, task)
    with transaction.atomic():
        advance(lock(task.pk))
    return task


@pytest.fixture
def clip_film(fakes, stand_ins, samples, machines, store):  # noqa: F811
    """One clip is missing; its order has an id."""
    task = film_at_its_clips(samples, scenes=1)
    everything_is_stored(store, task)
    return task


def run_on_a(*, provider="gemini", end="report"):
    """Run the script on machine a, whose worker dies before it can say so; `end` is how far it came."""
    job = queue.claim("a:1")
    order = running.prepare(job)
    attempt = actions.begin_attempt(
        job, provider=provider, quoted_usd=job.quoted_usd, input_digest=order.digest, paid=True
    )
    out = running.output(order, attempt)
    report = {}
    if end == "answered":
        out.mkdir(parents=True)  # so that the picture cannot be written
        with pytest.raises(running.scripts.ScriptFailed):
            running.make(order, attempt, out, lambda: False)
        out.rmdir()
        cut_off_after(out, '"answered"')
    elif end:
        report = running.make(order, attempt, out, lambda: False)
    if end == "id":
        out.unlink()
        trim_journal(out)
    return order, attempt, out, report


def cut_off(**how):
    run_on_a(**how)
    let_the_lease_run_out()


def seen(machine, minutes_ago=0.0):
    Worker.objects.update_or_create(name=f"{machine}:1", defaults={"seen_at": now() - timedelta(minutes=minutes_ago)})


def away_for_long():
    """Nothing was heard of machine a for eleven minutes."""
    Worker.objects.all().delete()
    long_ago = now() - timedelta(minutes=11)
    Attempt.objects.exclude(outcome="done").update(started_at=long_ago, finished_at=long_ago)


def asked(fakes):
    return fakes.gemini.calls("generateContent")


def due_again():
    Job.objects.filter(state="waiting").update(run_after=now(), later=False)


def test_an_order_with_an_id_is_fetched_by_another_machine(fakes, clip_film, machines):  # noqa: F811
    cut_off(provider="kling", end="id")
    seen("a")

    machines.work("b", clip_film)

    assert clip_film.state is Status.FINAL_REVIEW
    assert len(fakes.kie.tasks) == Cost.objects.count() == 1
    assert Attempt.objects.get(clip__kind="video", outcome="done").machine == "b"


def test_an_order_without_an_id_is_left_to_its_machine_while_that_is_seen(fakes, film, machines):  # noqa: F811
    cut_off()
    seen("a")

    machines.work("b", film)

    assert asked(fakes) == 1
    waiting = film.jobs.get(step="images")
    assert (waiting.state, waiting.failures, waiting.run_after > now()) == ("waiting", 0, True)


def test_both_machines_claim_in_turn_and_the_right_one_goes_on(fakes, film, machines):  # noqa: F811
    cut_off()
    seen("a")
    for name in ("b", "c", "b"):
        machines.work(name, film)
        due_again()

    machines.work("a", film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1
    assert Cost.objects.get().certain


def test_an_order_of_a_machine_that_is_gone_waits_for_a_person(fakes, film, machines):  # noqa: F811
    cut_off()
    away_for_long()

    machines.work("b", film)

    assert asked(fakes) == 1
    assert film.jobs.get(hold="lost")
    assert "begun on a, which was not seen for 10 minutes" in Attempt.objects.get(order="open").message


def test_a_machine_that_only_restarts_is_not_taken_for_gone(fakes, film, machines):  # noqa: F811
    cut_off()
    Worker.objects.all().delete()  # as at every orderly end

    machines.work("b", film)

    assert not film.jobs.filter(hold="lost").exists()


def test_a_machine_that_comes_back_goes_on_with_what_was_taken_for_lost(fakes, film, machines, monkeypatch):  # noqa: F811
    cut_off()
    away_for_long()
    machines.work("b", film)
    monkeypatch.setattr(orchestrator, "_looked_back", False)  # a process that has just started

    machines.on("a")
    orchestrator._look_back()
    machines.work("a", film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1


def test_a_machine_that_comes_back_too_late_changes_nothing(fakes, film, machines):  # noqa: F811
    cut_off()
    away_for_long()
    machines.work("b", film)
    actions.order_again(film.pk, ONE, by="ada")
    machines.work("b", film)

    machines.on("a")
    actions.take_back_lost("a")
    machines.work("a", film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == 2
    assert sorted(Cost.objects.values_list("certain", flat=True)) == [False, True]


def test_what_a_late_machine_finished_frees_the_clip_that_was_held(fakes, film, machines):  # noqa: F811
    order, attempt, out, report = run_on_a()
    let_the_lease_run_out()
    away_for_long()
    machines.work("b", film)

    machines.on("a")
    orchestrator.sharing.give(out, order.step)
    kept = actions.keep(attempt, order.step, out, report=report, facts={"sha256": "0" * 64, "size": 1})
    machines.work("b", film)

    assert not kept
    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1


def test_two_machines_that_hold_the_same_order_bill_it_once(fakes, clip_film, machines):  # noqa: F811
    order, attempt, out, report = run_on_a(provider="kling")
    let_the_lease_run_out()
    machines.work("b", clip_film)
    machines.on("a")

    kept = actions.keep(attempt, order.step, out, report=report, facts={"sha256": "0" * 64, "size": 1})

    assert not kept
    assert len(fakes.kie.tasks) == Cost.objects.count() == 1


def test_an_answer_that_a_stopped_machine_kept_is_read_by_another(fakes, film, machines):  # noqa: F811
    order, attempt, out, _ = run_on_a(end="answered")
    left = orchestrator._share_left(order, out, attempt, is_finished=False)
    actions.interrupt(attempt, left, orders.bill_of(out))
    queue.hand_back(order.job)
    machines.lose("a")

    machines.work("b", film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1


def test_an_answer_survives_a_second_machine_that_is_stopped_before_it_reads_it(fakes, film, machines):  # noqa: F811
    order, attempt, out, _ = run_on_a(end="answered")
    left = orchestrator._share_left(order, out, attempt, is_finished=False)
    actions.interrupt(attempt, left, orders.bill_of(out))
    queue.hand_back(order.job)
    machines.on("b")
    again = running.prepare(queue.claim("b:1"))
    second = orchestrator._begin(again, orders.open_order(again.job.clip_id, again.plan, again.name))
    out = running.output(again, second)
    actions.interrupt(second, orchestrator._share_left(again, out, second, is_finished=False), {})
    queue.hand_back(again.job)
    machines.lose("a")
    machines.lose("b")

    machines.work("c", film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1


def test_a_finished_file_that_cannot_be_stored_is_neither_lost_nor_ordered_again(fakes, film, machines, settings):  # noqa: F811
    url, settings.STORAGE_ENDPOINT_URL = settings.STORAGE_ENDPOINT_URL, "http://127.0.0.1:9"
    job = queue.claim("a:1")
    orchestrator.run_job(job)
    assert Attempt.objects.get(code="store_unreachable").order == "open"
    settings.STORAGE_ENDPOINT_URL = url
    seen("a")
    due_again()

    machines.work("b", film)
    assert asked(fakes) == 1
    due_again()
    machines.work("a", film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1


def test_a_file_that_was_stored_before_its_worker_died_is_taken_over_anywhere(fakes, film, machines):  # noqa: F811
    order, _, out, _ = run_on_a()
    orchestrator.sharing.give(out, order.step)
    let_the_lease_run_out()
    machines.lose("a")

    machines.work("b", film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1
    assert Cost.objects.get().certain


def test_a_file_of_a_cancelled_film_is_found_when_it_is_queued_again(fakes, film, machines):  # noqa: F811
    order, attempt, out, report = run_on_a()
    actions.cancel(film.pk, by="ada")
    orchestrator.sharing.give(out, order.step)
    actions.keep(attempt, order.step, out, report=report, facts={"sha256": "0" * 64, "size": 1})
    actions.queue(film.pk, by="ada")
    machines.lose("a")

    machines.work("b", film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1


def test_a_script_that_was_stopped_when_it_had_just_finished_is_not_ordered_again(fakes, film, machines):  # noqa: F811
    order, attempt, out, _ = run_on_a()
    left = orchestrator._share_left(order, out, attempt, is_finished=out.is_file())
    actions.interrupt(attempt, left, orders.bill_of(out))
    queue.hand_back(order.job)
    machines.lose("a")

    machines.work("b", film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == Cost.objects.count() == 1


def test_a_script_that_had_not_begun_on_a_stopped_machine_is_begun_elsewhere(fakes, film, machines):  # noqa: F811
    order, attempt, out, _ = run_on_a(end="")
    actions.interrupt(attempt, orchestrator._share_left(order, out, attempt, is_finished=False), {})
    queue.hand_back(order.job)

    machines.work("b", film)

    assert film.state is Status.ASSETS_READY
    assert asked(fakes) == 1


def test_a_person_is_not_asked_to_decide_while_another_machines_script_may_run(fakes, film, machines):  # noqa: F811
    run_on_a()
    seen("a")
    actions.cancel(film.pk, by="ada")
    machines.on("b")

    with pytest.raises(actions.Refused, match="still at work"):
        actions.order_again(film.pk, ONE, by="ada")


def test_free_work_that_went_with_its_machine_is_made_again(film, stand_ins, machines):  # noqa: F811
    paid_channel(providers={}, gates={})
    order = running.prepare(queue.claim("a:1"))
    attempt = actions.begin_attempt(order.job, provider="local", quoted_usd=0, input_digest=order.digest)
    running.make(order, attempt, running.output(order, attempt), lambda: False)
    let_the_lease_run_out()
    machines.lose("a")

    machines.work("b", film)

    assert film.state is Status.ASSETS_READY
    assert stand_ins.calls["owl.png"] == 2


def test_a_lease_is_kept_while_a_file_is_on_its_way(film, slow_store, settings):  # noqa: F811
    settings.LEASE_SECONDS = slow_store
    paid_channel(providers={}, gates={})
    actions.requote()
    job = queue.claim("a:1")
    maker = threading.Thread(target=lambda: (orchestrator.run_job(job), connection.close()))

    maker.start()
    leases = set()
    while maker.is_alive():
        leases.add(Job.objects.get(pk=job.pk).leased_until)
        time.sleep(0.1)

    assert len(leases - {None}) > 1
