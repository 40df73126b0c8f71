"""Measure how long the pages take on the server, and how many queries each needs.

    .venv/bin/python benchmarks/pages.py                       # 10,000 finished films, 300 under way; about five minutes
    .venv/bin/python benchmarks/pages.py --finished 500 --live 60 --rounds 20
    DATABASE_URL=postgres://… .venv/bin/python benchmarks/pages.py

Pages are asked for through Django's test client in this process, one after another, after a warm-up. On SQLite the database
is a file in a temporary folder; a PostgreSQL server gets a scratch database, which is dropped at the end. Prints one line of
JSON: for each page the 50th and 95th percentile in milliseconds, the median of this process's own CPU time (which other work
on the machine disturbs less), its queries, and its queries when there were only 10 films under way and 100 finished ones
(`queries_small`): they should be the same.

--browser also opens a gate room in Chromium and says when something was painted first, and how many media it asked for.
--keep FOLDER leaves workspace and database there, to look at the pages by hand, and to
measure them again (SQLite only).
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
FEW_LIVE, FEW_FINISHED, WARM_UP = 10, 100, 5
ROOMS = {
    "room_assets": "assets_ready",
    "room_video": "video_ready",
    "room_audio": "audio_ready",
    "room_final": "final_review",
}
REFRESH = {"HX-Request": "true"}


def main() -> int:
    """Build, measure, print."""
    options = _options()
    with _place(options) as workspace, _database(workspace):
        figures = measure(options, workspace)
    print(json.dumps(figures))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--finished", type=int, default=10_000)
    parser.add_argument("--live", type=int, default=300)
    parser.add_argument("--channels", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--browser", action="store_true")
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    parser.add_argument("--chromium", metavar="FILE", default=found, help="the browser, where it is not on the path")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    return parser.parse_args()


@contextmanager
def _place(options: argparse.Namespace) -> Iterator[Path]:
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        yield options.keep.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        yield Path(folder).resolve()


@contextmanager
def _database(workspace: Path) -> Iterator[None]:
    """Set the application up on a database of its own, as a browser meets it in production."""
    server, scratch = os.environ.get("DATABASE_URL", ""), None
    if server.startswith("postgres"):
        from _claims_database import Database

        scratch = Database(server, f"pages_{os.getpid()}")
        os.environ["DATABASE_URL"] = scratch.url
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "videogen.settings",
        "WORKSPACE_ROOT": str(workspace),
        "DEBUG": "true",  # plain static files and no TLS; switched off below, so that no query is kept
    }
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    settings.DEBUG, settings.ALLOWED_HOSTS = False, ["*"]
    call_command("migrate", verbosity=0)
    try:
        yield
    finally:
        connections.close_all()
        if scratch:
            scratch.drop()


def measure(options: argparse.Namespace, workspace: Path) -> dict[str, Any]:
    """Count queries with little data, then queries and time with all of it."""
    from django.db import connection

    import _pages_rows as rows
    from _pages_files import Files
    from _pages_finished import make_finished
    from pipeline.models import Task

    began, small = time.perf_counter(), {}
    if not Task.objects.exists():  # what was kept is looked at once more
        files, channels = Files(workspace / "samples"), rows.make_channels(options.channels)
        rows.make_live(channels, FEW_LIVE, files)
        make_finished(channels, FEW_FINISHED, files)
        small = {name: _queries(ask) for name, ask in _pages().items()}
        rows.make_live(channels, options.live - FEW_LIVE, files, first=FEW_LIVE)
        make_finished(channels, options.finished - FEW_FINISHED, files, first=FEW_FINISHED)
    with connection.cursor() as db:
        db.execute("ANALYZE")
    set_up = time.perf_counter() - began
    figures = {name: {**_time(ask, options.rounds), "queries_small": small.get(name)} for name, ask in _pages().items()}
    answer = {
        "database": connection.vendor,
        "finished": options.finished,
        "live": options.live,
        "set_up_s": round(set_up, 1),
        "worst_p95_ms": max(page["p95_ms"] for page in figures.values()),
        "growing": [name for name, page in figures.items() if name in small and page["queries"] > small[name]],
        "pages": figures,
    }
    if options.browser:
        from _pages_browser import first_paint

        answer["browser"] = first_paint(
            _path_of("video_ready"), _operator().cookies["sessionid"].value, options.chromium
        )
    return answer


def _pages() -> Mapping[str, Callable[[], Any]]:
    """Each page as a call that asks for it, by an operator who is logged in."""
    client = _operator()

    def page(path: str, **headers: str) -> Callable[[], Any]:
        return lambda: client.get(path, headers=headers)

    addresses = {
        "board": "/",
        "board_search": "/?q=what+part",
        "board_stuck": "/?show=stuck",
        "board_published": "/?show=published",
        "inbox": "/inbox/",
        **{name: _path_of(status) for name, status in ROOMS.items()},
        "task": _path_of("generating_video", "review:task"),
        "audit": _path_of("final_review", "review:audit"),
    }
    return {**{name: page(path) for name, path in addresses.items()}, "board_poll": _poll(client)}


def _poll(client: Any) -> Callable[[], Any]:
    """Ask as an open board does: each time with what it was told last."""
    address = _news(client.get("/"))

    def ask() -> Any:
        nonlocal address
        answer = client.get(address, headers=REFRESH)
        address = _news(answer) if answer.status_code == 200 else address
        return answer

    return ask


def _news(answer: Any) -> str:
    found = re.search(r'id="poller" hx-get="(.*?)"', answer.content.decode())
    return found[1].replace("&amp;", "&") if found else "/"


def _operator() -> Any:
    """A browser in which an operator is logged in."""
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client()
    client.force_login(User.objects.get_or_create(username="rita", is_staff=True, is_superuser=True)[0])
    return client


def _path_of(status: str, view: str = "review:gate") -> str:
    from django.urls import reverse

    from pipeline.models import Task

    return reverse(view, args=[Task.objects.filter(status=status).order_by("created_at", "pk")[0].pk])


def _queries(ask: Callable[[], Any]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ask()
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


def _time(ask: Callable[[], Any], rounds: int) -> dict[str, Any]:
    status = [ask().status_code for _ in range(WARM_UP)][-1]
    taken, of_cpu = [], []
    for _ in range(rounds):
        began, cpu = time.perf_counter(), time.process_time()
        answer = ask()
        taken.append(1_000 * (time.perf_counter() - began))
        of_cpu.append(1_000 * (time.process_time() - cpu))
    return {
        "p50_ms": _percentile(taken, 50),
        "p95_ms": _percentile(taken, 95),
        "cpu_ms": _percentile(of_cpu, 50),
        "queries": _queries(ask),
        "status": status,
        "kb": round(len(answer.content) / 1024, 1),
    }


def _percentile(values: list[float], percent: int) -> float:
    return round(sorted(values)[min(len(values) - 1, len(values) * percent // 100)], 1)


if __name__ == "__main__":
    sys.exit(main())
