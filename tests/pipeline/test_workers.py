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


def start(*command, **more):
    """Start a command without a database; what it says goes to a file in the workspace."""
    arguments = [sys.executable, str(processes.ROOT / "manage.py"), *command]
    environment = processes.environment(DATABASE_URL=NO_SERVER, **more)
    return subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("command", [("work",), ("qcluster",)], ids=lambda command: command[0])
def test_without_a_database_workers_wait_and_say_so_once(command):
    worker = start(*command, WORKERS="1")
    time.sleep(6)
    assert worker.poll() is None

    worker.terminate()
    said = worker.communicate(timeout=20)[0]

    assert worker.returncode == 0
    assert "Traceback" not in said
    tries = said.count("the database did not answer; trying again")
    assert 1 <= tries <= 3  # the worker, and in a cluster its pusher


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_gone_is_no_longer_listed():
    claimed()
    queue.see("elsewhere:1")
    Worker.objects.filter(name="elsewhere:1").update(seen_at="2020-01-01T00:00:00Z")

    processes.manage("work", "--until-idle").wait(30)

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
