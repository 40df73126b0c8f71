"""Run films under trouble and say what became of them, as one JSON line; exit code 1 where a promise is broken."""

import argparse
import json
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any

from tests.chaos.stage import Stage, stage
from tests.fakes import Fakes

CALL, CLIP = (0.2, 0.8), (1.0, 4.0)  # seconds that a provider takes
MEGABYTES = 60  # of disk for one film


def main() -> int:
    """Run as asked and print the line."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    asked = _arguments()
    with stage(sqlite=asked.sqlite, disk_mb=200 + MEGABYTES * asked.films) as place, Fakes("tiny") as fakes:
        fakes.gemini.delay = fakes.elevenlabs.delay = CALL
        fakes.kie.generation = CLIP
        line = _run(asked, place, fakes)
        if asked.logs:
            shutil.copytree(place.folder / "logs", asked.logs, dirs_exist_ok=True)
    print(json.dumps(line))
    return 0 if line["ok"] else 1


def _run(asked: argparse.Namespace, place: Stage, fakes: Fakes) -> dict[str, object]:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.backends.signals import connection_created

    from tests.chaos.report import report
    from tests.chaos.run import Run, Shape
    from tests.paid import settings_for

    for name, value in settings_for(fakes).items():
        setattr(settings, name, value)
    call_command("migrate", verbosity=0)
    connection_created.connect(_never_wait_long)
    connection.close()
    began, logs = time.monotonic(), place.folder / "logs"
    logs.mkdir()
    shape = Shape(asked.films, asked.channels, asked.assets, asked.scenes)
    run = Run(fakes, shape, logs, clusters=asked.clusters, database=place.database, disk=place.disk)
    try:
        run.go(asked.faults, asked.seed, until=began + asked.minutes * 60)
        told = report(run, fakes, faults=asked.faults, seed=asked.seed, seconds=time.monotonic() - began)
        for decision in run.person.decisions:
            print(f"a person: {decision.did}; {decision.why}", file=sys.stderr)
        return {**told, "missing": place.missing}
    finally:
        run.stop()


def _never_wait_long(connection: Any, **_: Any) -> None:
    """Let whoever makes the trouble never stand in line behind a worker that it has stopped itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--films", type=int, default=20)
    parser.add_argument("--channels", type=int, default=5)
    parser.add_argument("--clusters", type=int, default=2, help="qclusters, beside one engine in the foreground")
    parser.add_argument("--assets", type=int, default=4, help="images of a film")
    parser.add_argument("--scenes", type=int, default=3, help="scenes of a film")
    parser.add_argument("--faults", type=int, default=100, help="how many troubles must have had an effect")
    parser.add_argument("--seed", type=int, default=1, help="the sequence of troubles")
    parser.add_argument("--minutes", type=float, default=8, help="longest time, films' ends included")
    parser.add_argument("--sqlite", action="store_true", help="on SQLite; its server cannot be killed")
    parser.add_argument("--logs", type=Path, help="a folder for what the workers say")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
