"""While scripts run, a process that waits for them holds one idle connection at most, and no transaction (NFR-P5)."""

import time

import pytest
from django.db import connection

from pipeline import actions
from pipeline.models import Attempt, Service
from tests import processes
from tests.factories import make_channel, make_task

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL can say who is connected"),
]

OTHERS = "SELECT state, query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


def test_a_process_with_many_calls_in_flight_holds_one_idle_connection(stand_ins):
    Service.objects.update(limit=4)
    make_channel(max_concurrent=4)
    for _ in range(4):
        actions.queue(make_task().pk, by="ada")
    stand_ins.play(storyboard=["hang"] * 4)
    worker = processes.manage("work", "--concurrency", "8", GRACE_SECONDS="0")
    while Attempt.objects.count() < 4:
        time.sleep(0.05)
    time.sleep(1)  # until the last of them waits, too

    seen = [connected() for _ in range(60)]
    worker.terminate()
    worker.wait(20)

    # A heartbeat or the sweep may look in for a moment; else there is the one that claims, and it waits for nothing.
    assert sorted(len(rows) for rows in seen)[30] <= 1
    in_transaction = [rows for rows in seen if any("idle in transaction" in (row[0] or "") for row in rows)]
    assert len(in_transaction) < 20


def connected():
    time.sleep(0.05)
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
        return cursor.fetchall()
