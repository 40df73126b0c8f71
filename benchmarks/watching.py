"""Measure what it costs to have films watched by many at once.

    python benchmarks/watching.py --seconds 10

Serves a film of 150 MB by gunicorn from a temporary workspace, lets ten people jump about in it, and reads from /proc how much
memory the processes hold. Prints one line of JSON; exits 1 where a limit is broken: every answer is a part (206), and the memory
with ten watchers is at most 1.25 times that with none. Linux only.
"""

import argparse
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MOST_RATIO = 1.25
WARM_UP = 24  # jumps before memory is read, so that each thread has its buffers and its connection to the database
PIECE = 1024 * 1024


@dataclass(frozen=True)
class Film:
    """A film at its address, for somebody with this session."""

    port: int
    path: str
    session: str
    size: int

    def read(self, connection: HTTPConnection, first: int | None) -> tuple[int, int]:
        """Read from a place as a player does, or the whole film; gives the status and how many bytes came."""
        headers = {"Cookie": f"sessionid={self.session}", "Sec-Fetch-Dest": "video"}
        if first is not None:
            headers["Range"] = f"bytes={first}-"
        connection.request("GET", self.path, headers=headers)
        answer = connection.getresponse()
        came = 0
        while piece := answer.read(PIECE):
            came += len(piece)
        return answer.status, came

    def connect(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=30)


def serve(environment: Mapping[str, str]) -> tuple["subprocess.Popen[bytes]", int]:
    """Start gunicorn as `make run` does, and wait until it answers; gives the process and its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "videogen.wsgi", "--worker-class", "gthread", "--threads", "8"]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    server = subprocess.Popen(command, cwd=ROOT, env=dict(environment), stdout=subprocess.DEVNULL)
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server, port
        time.sleep(0.05)
    server.kill()
    raise SystemExit("gunicorn did not start within ten seconds.")


def measure(film: Film, server: int, *, watchers: int, seconds: float) -> dict[str, Any]:
    """Let people jump about in a film for so long; `server` is the process that serves it."""
    jump_about(film, 8, until=None, jumps=WARM_UP // 8)
    before = memory_mb(server)
    statuses: Counter[int] = Counter()
    watching = threading.Thread(
        target=lambda: statuses.update(jump_about(film, watchers, until=time.monotonic() + seconds))
    )
    watching.start()
    most = before
    while watching.is_alive():
        most = max(most, memory_mb(server))
        time.sleep(0.02)
    return {
        "film_mb": round(film.size / 1e6),
        "watchers": watchers,
        "jumps": sum(statuses.values()),
        "statuses": sorted(statuses),
        "memory_mb": round(before, 1),
        "memory_watched_mb": round(most, 1),
        "memory_ratio": round(most / before, 3),
    }


def jump_about(film: Film, people: int, *, until: float | None, jumps: int = 1_000_000) -> Counter[int]:
    """People read from random places, each over one connection, until it is time or they have jumped so often."""
    statuses: Counter[int] = Counter()

    def watch(seed: int) -> None:
        dice, connection = random.Random(seed), film.connect()
        for _ in range(jumps):
            if until is not None and time.monotonic() > until:
                break
            statuses[film.read(connection, dice.randrange(film.size))[0]] += 1
        connection.close()

    threads = [threading.Thread(target=watch, args=(number,)) for number in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def throughput(film: Film, file: Path) -> dict[str, Any]:
    """How fast one reader gets the whole film, beside reading the file itself."""
    begun = time.monotonic()
    connection = film.connect()
    _, came = film.read(connection, None)
    connection.close()
    served = came / (time.monotonic() - begun) / 1e6
    begun = time.monotonic()
    with file.open("rb") as content:
        while content.read(PIECE):
            pass
    alone = film.size / (time.monotonic() - begun) / 1e6
    return {"mb_per_s": round(served), "file_mb_per_s": round(alone), "speed_ratio": round(served / alone, 2)}


def memory_mb(pid: int) -> float:
    """What a process and its children hold in memory."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    total = 0.0
    for each in (pid, *map(int, children)):
        status = Path(f"/proc/{each}/status").read_text()
        total += int(status.partition("VmRSS:")[2].split()[0]) / 1024
    return total


def set_up(workspace: Path, megabytes: int) -> tuple[Path, str, str]:
    """A database with a film and somebody who may watch it; gives the film's file, its path and a session."""
    os.environ |= {"WORKSPACE_ROOT": str(workspace), "DATABASE_URL": "", "DEBUG": "true", "STORAGE_BUCKET": ""}
    os.environ["DJANGO_SETTINGS_MODULE"] = "videogen.settings"
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    from channels.models import Channel
    from pipeline.models import Task

    call_command("migrate", verbosity=0)
    channel = Channel.objects.create(channel_id="meadow", channel_name="Meadow", file_name="meadow.yaml")
    task = Task.objects.create(channel=channel, title="A long film", topic="Owls")
    browser = Client()
    browser.force_login(User.objects.create_user("olga", is_staff=True))
    file = task.project.folder / "film.mp4"
    file.parent.mkdir(parents=True)
    with file.open("wb") as film:
        film.truncate(megabytes * 1_000_000)
    return file, f"/media/channels/meadow/projects/{task.pk}/film.mp4", browser.cookies["sessionid"].value


def main() -> int:
    """Measure once and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--watchers", type=int, default=10)
    parser.add_argument("--megabytes", type=int, default=150)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="watching-") as workspace:
        file, path, session = set_up(Path(workspace), options.megabytes)
        server, port = serve(os.environ)
        film = Film(port, path, session, file.stat().st_size)
        try:
            figures = measure(film, server.pid, watchers=options.watchers, seconds=options.seconds)
            figures |= throughput(film, file)
        finally:
            server.terminate()
            server.wait(30)
    figures["ok"] = figures["statuses"] == [206] and figures["memory_ratio"] <= MOST_RATIO
    print(json.dumps(figures))
    return 0 if figures["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
