"""While a script runs, its worker holds no database connection and no transaction (NFR-P5)."""

import time

import pytest
from django.db import connection

from pipeline import actions
from pipeline.models import Attempt
from tests import processes
from tests.factories import make_channel, make_task

pytestmark = pytest.mark.django_db(transaction=True)

OTHERS = "SELECT state, query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL can say who is connected")
def test_a_worker_holds_no_connection_while_its_script_runs(stand_ins):
    make_channel()
    actions.queue(make_task().pk, by="ada")
    stand_ins.play(storyboard=["hang"])
    worker = processes.manage("work", "--concurrency", "1", GRACE_SECONDS="0")
    seen = []
    while not Attempt.objects.exists():
        time.sleep(0.05)
    for _ in range(60):
        time.sleep(0.05)
        seen.append(connected())
    worker.terminate()
    worker.wait(20)

    # The sweep in the main thread looks in now and then; between two looks there is nobody.
    assert sum(not rows for rows in seen) > 45
    assert not [row for rows in seen for row in rows if "transaction" in (row[0] or "")]


def connected():
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
        return cursor.fetchall()
