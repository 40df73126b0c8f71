"""After films by the paid providers, with everything that can go wrong, no key stands anywhere (NFR-S: secrets)."""

import subprocess
import threading
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from pipeline.rules.statuses import Status
from tests import processes
from tests.fakes import faults
from tests.paid import paid_film

pytestmark = pytest.mark.django_db(transaction=True)


def keys(fakes):
    return [value for name, value in fakes.environment.items() if name.endswith("_API_KEY")]


class Watcher(threading.Thread):
    """Looks at the arguments of every process, again and again."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seen: set[bytes] = set()
        self.stop = threading.Event()

    def run(self) -> None:
        while not self.stop.wait(0.01):
            for file in Path("/proc").glob("[0-9]*/cmdline"):
                try:
                    self.seen.add(file.read_bytes())
                except OSError:
                    continue


@pytest.fixture
def troubled_film(fakes):
    """A film made while each provider once refuses the key, once answers nonsense and once is busy."""
    for provider, bad in ((fakes.gemini, faults.gemini.BAD_KEY), (fakes.kie, faults.kie.BAD_KEY)):
        provider.then(None, faults.html(502), bad)
    fakes.elevenlabs.then(None, faults.html(502), faults.elevenlabs.BAD_KEY)
    return paid_film(retry={"max_attempts": 2, "backoff": [0.1]})


def test_no_key_stands_in_arguments_logs_rows_or_files(fakes, troubled_film, tmp_path):
    watcher, log = Watcher(), tmp_path / "log.txt"
    watcher.start()
    with log.open("wb") as file:
        run = [processes.PYTHON, str(processes.ROOT / "manage.py"), "work", "--until-idle", "--concurrency", "4"]
        subprocess.run(run, env=processes.environment(), stdout=file, stderr=file, check=True)
    watcher.stop.set()
    watcher.join()
    troubled_film.refresh_from_db()

    assert troubled_film.state is not Status.QUEUED
    assert any(b"generate_asset.py" in line or b"write_storyboard.py" in line for line in watcher.seen)
    assert fakes.gemini.calls("generateContent") >= 2
    for key in keys(fakes):
        assert not [line for line in watcher.seen if key.encode() in line]
        assert key not in log.read_text(errors="replace")
        assert not list(files_with(key))
        assert not list(rows_with(key))


def files_with(key):
    for file in settings.WORKSPACE_ROOT.rglob("*"):
        if file.is_file() and key.encode() in file.read_bytes():
            yield file


def rows_with(key):
    for model in apps.get_models():
        for row in model._default_manager.values():
            if key in repr(row):
                yield model, row


def test_the_search_itself_finds_a_key(fakes, troubled_film):
    troubled_film.__class__.objects.update(topic=f"look: {fakes.gemini.key}")
    (settings.WORKSPACE_ROOT / "note.txt").write_text(fakes.kie.key)

    assert list(rows_with(fakes.gemini.key))
    assert list(files_with(fakes.kie.key))
