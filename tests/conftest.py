"""What every test stands on: a workspace of its own, no secrets from outside, and an audit table that can be emptied."""

import os

os.environ.setdefault("DEBUG", "true")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the same thread as the tests.

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django.fixtures import SettingsWrapper

from pipeline import triggers


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, settings: SettingsWrapper) -> Path:
    """A workspace that only this test sees."""
    settings.WORKSPACE_ROOT = (tmp_path / "workspace").resolve()
    settings.WORKSPACE_ROOT.mkdir()
    return settings.WORKSPACE_ROOT


@pytest.fixture(autouse=True)
def _audit_can_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the clean-up after a test with real transactions empty the audit table, which nothing else may."""
    marker = request.node.get_closest_marker("django_db")
    real = {"transactional_db", "live_server"} & set(request.fixturenames) or (marker and marker.kwargs.get("transaction"))
    if not real:
        yield
        return
    request.getfixturevalue("transactional_db")
    triggers.install(connection)
    yield
    triggers.remove(connection)
