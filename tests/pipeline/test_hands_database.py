"""The database server goes away under load, and comes back: everybody works again, nothing is lost, nothing is made twice."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request

import psycopg
import pytest
from django.conf import settings

from tests import own_postgres, processes
from tests.factories import write_channel
from tests.needs import missing

PATIENCE = 60  # seconds
AUTO = {"assets": "auto", "videos": "auto", "audio": "auto"}
DONE = "SELECT count(*) FROM pipeline_job WHERE state = 'done'"


class Place:
    """A server of its own with films in its queue, and what the real programs say about them."""

    def __init__(self, server, folder):
        self.server, self.url = server, server.create("films")
        self.log = folder / "workers.log"
        self._ideas = folder / "ideas.yaml"
        self._started = []
        write_channel(gates=AUTO, max_concurrent=20)
        self.run("migrate")
        self.run("load_channels")

    def queue(self, films):
        rows = [{"channel": "meadow", "title": f"Owls {n}", "topic": "How owls hear"} for n in range(films)]
        self._ideas.write_text(json.dumps(rows))
        self.run("add_tasks", str(self._ideas), "--queue")

    def run(self, *command):
        done = subprocess.run(
            [sys.executable, str(processes.ROOT / "manage.py"), *command],
            env=processes.environment(DATABASE_URL=self.url),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, *command, **more):
        usual = {"DATABASE_URL": self.url, "WORKERS": "2", "GRACE_SECONDS": "2", "LEASE_SECONDS": "600"}
        self._started.append(processes.manage(*command, log=self.log, **{**usual, **more}))
        return self._started[-1]

    def close(self):
        for process in self._started:
            processes.kill(process, with_children=True)

    def ask(self, sql):
        with psycopg.connect(self.url) as connection:
            return connection.execute(sql).fetchall()

    def count(self, sql):
        return self.ask(sql)[0][0]

    def statuses(self):
        return {task["status"] for task in json.loads(self.run("status", "--json"))["tasks"]}


@pytest.fixture
def place(tmp_path, stand_ins):
    if why := own_postgres.why_not():
        missing(why)
    with own_postgres.OwnPostgres() as server:
        place = Place(server, tmp_path)
        yield place
        place.close()


def until(happens, seconds=PATIENCE):
    """Wait until something happens, and give it."""
    ends = time.monotonic() + seconds
    while not (found := happens()) and time.monotonic() < ends:
        time.sleep(0.1)
    return found


@pytest.mark.parametrize("command", [("qcluster",), ("work", "--concurrency", "8")], ids=lambda command: command[0])
def test_restarts_under_load_stop_nobody(place, stand_ins, command):
    stand_ins.play(**{ending: ["slow"] * 200 for ending in (".png", ".mp4", ".mp3")})
    place.queue(films=4)
    worker = place.start(*command)

    for mode in ("fast", "immediate", "kill"):
        before = place.count(DONE)
        assert until(lambda before=before: place.count(DONE) > before)
        place.server.kill() if mode == "kill" else place.server.stop(mode)
        time.sleep(2)
        place.server.start()

    assert until(lambda: place.statuses() == {"final_review"}, 3 * PATIENCE)
    assert worker.poll() is None
    assert place.count("SELECT count(*) FROM pipeline_job WHERE state <> 'done' OR failures > 0") == 0
    twice = "SELECT clip_id FROM pipeline_attempt WHERE outcome = 'done' GROUP BY clip_id HAVING count(*) > 1"
    assert not place.ask(twice)
    assert "Traceback" not in place.log.read_text()


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_script_that_ends_while_the_database_is_away_is_recorded_once_it_is_back(place, stand_ins, mode):
    stand_ins.play(storyboard=["slower"])
    place.queue(films=1)
    place.start("qcluster")
    assert until(lambda: stand_ins.calls["storyboard.json"])

    place.server.stop(mode)
    assert until(lambda: list(settings.WORKSPACE_ROOT.rglob("takes/*/storyboard.json")))
    time.sleep(2)
    place.server.start()

    # The lease is ten minutes long: it is not by its end that the file is found.
    assert until(lambda: place.count("SELECT count(*) FROM pipeline_attempt WHERE outcome = 'done'"))
    assert stand_ins.calls["storyboard.json"] == 1


def test_pages_answer_again_after_a_restart(place):
    port = own_postgres.free_port()
    place.start("run", "--port", str(port))
    assert until(lambda: health(port) == "healthy")

    place.server.stop("immediate")
    assert until(lambda: health(port) == "unhealthy")
    place.server.start()

    assert until(lambda: health(port) == "healthy")


def health(port):
    """What the pages say; empty when nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
            return json.load(answer)["status"]
    except urllib.error.HTTPError as error:
        return json.load(error)["status"]
    except OSError:
        return ""
