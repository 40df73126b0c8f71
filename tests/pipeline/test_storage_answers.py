"""What is finished or answered on one machine is used by all: nothing that was paid is lost on the way through the store."""

import threading
import time

import pytest
from django.db import connection

from pipeline import actions, orchestrator, orders, queue, running
from pipeline.models import Attempt, Cost, Job
from pipeline.rules.statuses import Status
from tests.paid import paid_channel
from tests.pipeline.test_money_in_trouble import let_the_lease_run_out
from tests.store import machines, slow_store, store, store_server  # noqa: F401  (fixtures)
from tests.two_disks import (  # noqa: F401  (fixtures among them)
    ONE,
    asked,
    away_for_long,
    clip_film,
    cut_off,
    due_again,
    everything_is_stored,
    film,
    run_on_a,
    seen,
)

pytestmark = pytest.mark.django_db(transaction=True)


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
