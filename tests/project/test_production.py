"""What a server relies on: a start that says what is missing, a clean deployment check, health."""

import os
import secrets
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.timezone import now

from pipeline.models import Worker

ROOT = Path(__file__).resolve().parents[2]


def check(tmp_path, **environment):
    inherited = {key: value for key, value in os.environ.items() if key != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={**inherited, "DEBUG": "false", "WORKSPACE_ROOT": str(tmp_path), "SECRET_KEY": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_debug_a_missing_secret_stops_the_start_with_one_sentence(tmp_path):
    stopped = check(tmp_path)

    assert stopped.returncode == 1
    assert stopped.stderr.strip().splitlines()[-1].endswith("or set DEBUG=true on a laptop.")


def test_the_deployment_check_is_clean(tmp_path):
    checked = check(tmp_path, SECRET_KEY=secrets.token_urlsafe(60), ALLOWED_HOSTS="videogen.example")

    assert checked.returncode == 0, checked.stderr


@pytest.mark.django_db
def test_health_is_degraded_without_a_worker_and_needs_no_login(client):
    assert client.get("/health").json() == {"status": "degraded", "database": True, "workers": 0, "queue_depth": 0}

    Worker.objects.create(name="hand", seen_at=now() - timedelta(minutes=4))

    assert client.get("/health").json()["status"] == "healthy"


def test_a_browser_that_asks_for_an_icon_gets_one(client):
    assert client.get("/favicon.ico").headers["Location"].endswith("icon.svg")
