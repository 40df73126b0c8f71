"""Claims by many at once, and claims of rows that somebody is changing in that moment."""

import threading
from collections import Counter
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.utils.timezone import now

from pipeline import actions, queue
from pipeline.models import Job, Service, Turn
from pipeline.moves import lock
from pipeline.rules.fairness import PATIENCE
from pipeline.rules.statuses import Status
from tests.factories import make_channel, make_job, make_task

pytestmark = pytest.mark.django_db(transaction=True)

on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="on SQLite nobody writes while another one does"
)


def in_threads(count, act):
    """Let so many do the same at once, each with a connection of its own."""
    results = []

    def run():
        try:
            results.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


class Meanwhile:
    """A transaction that stays open in another connection while a test goes on."""

    def __init__(self, change):
        self._change, self._inside, self._go_on = change, threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run)

    def _run(self):
        with transaction.atomic():
            self._change()
            self._inside.set()
            self._go_on.wait(30)
        connection.close()

    @property
    def is_there(self):
        return self._thread.is_alive()

    def __enter__(self):
        self._thread.start()
        assert self._inside.wait(30)
        return self

    def __exit__(self, *_):
        self._go_on.set()
        self._thread.join(30)


def test_many_who_claim_at_once_never_take_the_same_job_nor_pass_a_limit():
    task = make_task(Status.GENERATING_ASSETS)
    for number in (1, 2, 3):
        make_job(task=task, number=number, service="kling")
        make_job(task=task, kind="video" if number < 3 else "film", number=min(number, 2) if number < 3 else 1)
    Service.objects.filter(pk="kling").update(limit=1)
    Service.objects.filter(pk="local").update(limit=2)

    taken = [job for job in in_threads(8, lambda: queue.claim("here:1")) if job]

    assert Counter(job.service for job in taken) == {"kling": 1, "local": 2}
    assert len({job.pk for job in taken}) == 3


def test_a_limit_per_machine_holds_on_each_machine():
    task = make_task(Status.GENERATING_ASSETS)
    for number in (1, 2, 3):
        make_job(task=task, number=number)
    Service.objects.filter(pk="local").update(limit=1)

    assert [bool(queue.claim(worker)) for worker in ("a:1", "a:2", "b:1", "b:2")] == [True, False, True, False]


def test_no_more_calls_begin_than_a_window_or_a_day_allows():
    task = make_task(Status.GENERATING_ASSETS)
    for number in (1, 2, 3):
        make_job(task=task, number=number, service="kling")
        make_job(
            task=task, kind="narration" if number < 3 else "film", number=number if number < 3 else 1, service="gemini"
        )
    Service.objects.filter(pk="kling").update(calls_per_window=2, window_seconds=60)
    Service.objects.filter(pk="gemini").update(daily_quota=1)

    taken = Counter(job.service for job in (queue.claim("w") for _ in range(6)) if job)

    assert taken == {"kling": 2, "gemini": 1}


def test_a_claim_that_led_to_no_call_uses_up_no_quota():
    make_job(service="gemini")
    Service.objects.filter(pk="gemini").update(daily_quota=1)

    queue.hand_back(queue.claim("w"))

    assert queue.claim("w")


def test_a_channel_whose_reviewers_are_behind_starts_no_film():
    make_task(Status.VIDEO_READY, channel=make_channel(review_backlog=1, max_concurrent=5))
    actions.queue(make_task().pk, by="ada")
    assert queue.claim("w") is None

    make_channel(review_backlog=2, max_concurrent=5)

    assert queue.claim("w")


def test_a_job_whose_time_has_not_come_is_passed_over_until_then():
    early = make_job(run_after=now() + timedelta(hours=1))
    second = make_job(task=early.task, number=2)

    assert queue.claim("w").pk == second.pk
    assert queue.claim("w") is None
    Job.objects.filter(pk=early.pk).update(run_after=now())
    assert queue.claim("w").pk == early.pk


def test_less_urgent_work_is_not_passed_over_for_ever():
    urgent = make_job(priority=0)
    patient = make_job(task=urgent.task, number=2, priority=2, run_after=now() - PATIENCE)
    make_job(task=urgent.task, number=3, priority=0)

    assert [queue.claim("w").pk, queue.claim("w").pk] == [patient.pk, urgent.pk]
    assert Turn.objects.get(priority=2).claimed_at > now() - PATIENCE


@on_postgresql
def test_a_job_that_is_priced_anew_in_this_moment_is_not_taken_at_the_old_limits():
    job = make_job()
    Service.objects.filter(pk="kling").update(limit=0)
    dearer = Job.objects.filter(pk=job.pk)

    with Meanwhile(lambda: dearer.update(service="kling", quoted_usd=Decimal(50))):
        assert queue.claim("w") is None

    assert queue.claim("w") is None


@on_postgresql
def test_a_claim_waits_for_nobody_and_takes_the_next_best():
    first = make_job()
    second = make_job(task=first.task, number=2)

    with Meanwhile(lambda: Job.objects.filter(pk=first.pk).update(priority=2)) as somebody:
        assert queue.claim("w").pk == second.pk
        assert somebody.is_there


@on_postgresql
def test_a_dead_workers_row_that_somebody_holds_stops_no_sweep():
    dead = [make_job(number=1)]
    dead += [make_job(task=dead[0].task, number=2)]
    Job.objects.update(state=Job.State.RUNNING, token="x", leased_until=now() - timedelta(minutes=1))

    with Meanwhile(lambda: Job.objects.select_for_update().get(pk=dead[0].pk)):
        assert queue.release_dead() == 1

    assert queue.release_dead() == 1


@on_postgresql
def test_a_film_that_somebody_decides_about_stops_no_claim_of_another_one():
    busy = make_job().task
    free = make_job(task=make_task(Status.GENERATING_ASSETS))

    with Meanwhile(lambda: lock(busy.pk)):
        taken = [queue.claim("w").pk, queue.claim("w").pk]

    assert free.pk in taken
