"""Workers outlast a database that is not there."""

import os
import subprocess
import sys
import time

import pytest

from pipeline import queue
from pipeline.models import Worker
from tests import processes
from tests.factories import claimed

NO_SERVER = "postgres://nobody@127.0.0.1:9/nothing"  # the discard port: nobody listens


AWAY = "the database did not answer; trying again"
PATIENCE = 60  # seconds


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("command", ["work", "qcluster"])
def test_without_a_database_workers_wait_and_say_so_once(command, tmp_path):
    log = tmp_path / "said.log"
    worker = processes.manage(command, log=log, DATABASE_URL=NO_SERVER, WORKERS="1")
    ends = time.monotonic() + PATIENCE
    while AWAY not in log.read_text() and time.monotonic() < ends:
        time.sleep(0.1)
    time.sleep(4)  # several tries
    assert worker.poll() is None

    worker.terminate()

    assert worker.wait(PATIENCE) == 0
    said = log.read_text()
    assert "Traceback" not in said
    assert 1 <= said.count(AWAY) <= 3  # the worker, and in a cluster its pusher


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_gone_is_no_longer_listed():
    claimed()
    queue.see("elsewhere:1")
    Worker.objects.filter(name="elsewhere:1").update(seen_at="2020-01-01T00:00:00Z")

    processes.manage("work", "--until-idle").wait(PATIENCE)

    assert not Worker.objects.filter(name="elsewhere:1").exists()


@pytest.mark.parametrize("name", ["a:b", "no spaces", "..", "x" * 65])
def test_a_machine_name_that_cannot_be_used_is_refused_in_a_sentence(name):
    checked = subprocess.run(
        [sys.executable, str(processes.ROOT / "manage.py"), "check"],
        env={**os.environ, "MACHINE_NAME": name},
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode != 0
    assert "MACHINE_NAME" in checked.stderr.strip().splitlines()[-1]
