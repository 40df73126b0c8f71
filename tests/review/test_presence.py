"""Who else has a task open."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import RequestFactory
from django.utils.timezone import now

from pipeline.models import Task
from review.models import Presence
from review.presence import look
from tests.factories import make_task

pytestmark = pytest.mark.django_db


def looks(name: str, task: Task) -> list[str]:
    """This person opens the task; gives the names that the page shows them."""
    request = RequestFactory().get("/")
    request.user = User.objects.filter(username=name).first() or User.objects.create_user(name)
    return look(request, task)


def aged(**ago: int) -> None:
    Presence.objects.update(seen_at=now() - timedelta(**ago))


def test_people_see_who_else_has_the_task_open():
    task, other = make_task(), make_task()

    assert [looks("rita", task), looks("anna", task), looks("olga", other)] == [[], ["rita"], []]
    assert looks("olga", task) == ["anna", "rita"]


def test_who_was_not_seen_for_half_a_minute_is_gone():
    task = make_task()
    looks("rita", task)

    aged(seconds=31)

    assert looks("anna", task) == []


def test_what_was_looked_at_days_ago_is_forgotten_but_not_when_somebody_was_here_last():
    old, new = make_task(), make_task()
    looks("rita", old)
    looks("anna", old)
    aged(hours=25)

    looks("rita", new)

    assert set(Presence.objects.values_list("user__username", "task")) == {("rita", new.pk), ("anna", old.pk)}


def test_who_was_switched_off_is_not_there():
    task = make_task()
    looks("rita", task)

    User.objects.update(is_active=False)

    assert looks("anna", task) == []


def test_a_page_that_asks_often_writes_every_ten_seconds(django_assert_num_queries):
    task = make_task()
    looks("rita", task)

    with django_assert_num_queries(2):  # The person and the look.
        looks("rita", task)
    aged(seconds=11)
    looks("rita", task)

    assert Presence.objects.get().seen_at > now() - timedelta(seconds=5)


@contextmanager
def busy() -> Iterator[None]:
    """Somebody else holds the rows of those who look; on SQLite, that is the whole database."""
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            Presence.objects.update(seen_at=now() - timedelta(seconds=25))
            held.set()
            done.wait(10)
        connection.close()

    holder = threading.Thread(target=hold)
    holder.start()
    assert held.wait(10)
    try:
        yield
    finally:
        done.set()
        holder.join()


@pytest.mark.django_db(transaction=True)
def test_a_busy_database_holds_no_page_up():
    task = make_task()
    looks("anna", task)
    looks("rita", task)
    aged(seconds=15)

    with busy():
        begun = now()
        assert looks("rita", task) == ["anna"]

    assert now() - begun < timedelta(seconds=2)


@pytest.mark.django_db(transaction=True)
def test_the_next_write_waits_as_patiently_as_before():
    task = make_task()
    looks("rita", task)
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout" if connection.vendor == "postgresql" else "PRAGMA busy_timeout")
        patience = cursor.fetchone()[0]

    assert patience in ("0", 30_000)
