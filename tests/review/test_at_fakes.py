"""The demo with fake providers makes its film by the real scripts, and cannot reach a real provider."""

import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from review import at_fakes

REAL = {"GEMINI_API_KEY": "a-real-key-1", "KIE_API_KEY": "a-real-key-2", "KIE_API_BASE_URL": "https://api.kie.ai"}


@pytest.fixture
def told(monkeypatch):
    """What the demo's process is told, started by somebody who has real keys."""
    for name, value in {**REAL, "HTTPS_PROXY": "http://proxy:3128", "DATABASE_URL": "postgres://real/films"}.items():
        monkeypatch.setenv(name, value)
    return at_fakes._environment()


def test_no_key_no_address_and_no_proxy_is_passed_on(told):
    assert not set(REAL.values()) & set(told.values())
    assert "HTTPS_PROXY" not in told
    assert all(told[name] == "" for name in at_fakes._settings_of_providers())


def test_films_at_fakes_have_a_workspace_and_a_database_of_their_own(told, workspace):
    assert told["WORKSPACE_ROOT"] == str(workspace / "fake")
    assert told["DATABASE_URL"] == ""


def test_keys_in_the_env_file_are_covered(tmp_path):
    file = tmp_path / ".env"
    file.write_text("# mine\nexport OTHER_API_KEY=1\nDISCORD_WEBHOOK_URL = x\nDEBUG=true\nNOTION_TOKEN=2\n")

    assert at_fakes._private_in(file) == ["OTHER_API_KEY", "DISCORD_WEBHOOK_URL", "NOTION_TOKEN"]


@pytest.mark.parametrize(
    "address", ["", "https://api.kie.ai", "http://127.0.0.1.kie.ai:80", "http://127.0.0.1:80@api.kie.ai"]
)
def test_the_demo_refuses_an_address_that_is_not_a_fake(fakes, settings, address):
    at_fakes.check()
    settings.KIE_API_BASE_URL = address

    with pytest.raises(CommandError, match="KIE_API_BASE_URL must lead to the fakes"):
        call_command("demo", "--at-fakes")


def test_an_installation_without_fakes_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(at_fakes, "FAKES", tmp_path)

    with pytest.raises(CommandError, match="this installation comes without them"):
        call_command("demo", "--providers", "fake")


def test_a_small_film_is_made_and_the_books_agree(tmp_path):
    command = [sys.executable, "manage.py", "demo", "--providers", "fake", "--no-serve", "--idea", "2"]
    environment = {**os.environ, **REAL, "WORKSPACE_ROOT": str(tmp_path)}

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    assert f"Film: {tmp_path}/fake/channels/short_tides/" in done.stdout
    assert "kling_video $1.26" in done.stdout
    assert "Kie: 3 billed, 1.2600 USD" in done.stderr
    assert "real-key" not in done.stdout + done.stderr
