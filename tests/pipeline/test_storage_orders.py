"""What becomes of paid work when its machine dies, stops, comes back or loses its store: nothing is paid twice.

Each case of the table in docs/operating.md, on machines that share a database and a store but no disk.
"""

import pytest
from django.utils.timezone import now

from pipeline import actions, orchestrator
from pipeline.models import Attempt, Cost, Worker
from pipeline.rules.statuses import Status
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
