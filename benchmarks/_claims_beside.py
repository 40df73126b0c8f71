"""Two other queues at the same server: the rate at which their own calls give jobs."""

import argparse
import os
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from _claims_crew import Crew, summary
from _claims_database import Database

Figures = dict[str, Any]


def measure_peers(options: argparse.Namespace, at_once: Sequence[int]) -> Figures:
    """Measure both, with each number of processes in `at_once`."""
    return {
        "procrastinate": _peer(options, at_once, "procrastinate", {"": False}),
        "pgqueuer": _peer(options, at_once, "pgqueuer", {"": False, "_with_limits": True}),
    }


def _peer(options: argparse.Namespace, at_once: Sequence[int], name: str, modes: dict[str, bool]) -> Figures:
    figures: Figures = {}
    members = [str(n) for n in range(max(at_once))]
    with ExitStack() as stack:
        database = Database(options.url, f"claims_{os.getpid()}_{name}")
        stack.callback(database.drop)
        if options.peers_without_disk:
            with database.open() as db:
                db.execute(f'ALTER DATABASE "{database.name}" SET synchronous_commit = off')
        arguments = (options.peers_python, "_claims_peers.py", members, name, database.url)
        crew = stack.enter_context(Crew(*arguments, env=dict(os.environ)))
        (filled,) = crew.run(1, do="fill", install=True, jobs=options.waiting)
        figures["version"] = filled["version"]
        for how, finish in (("fetch", False), ("fetch_and_finish", True)):
            for mode, limits in modes.items():
                figures[how + mode] = each = {}
                for processes in at_once:
                    with database.open() as db:
                        db.execute("VACUUM ANALYZE")
                    found = crew.run(processes, do="take", seconds=options.peer_seconds, finish=finish, limits=limits)
                    each[str(processes)] = summary(found)
                    crew.run(1, do="fill", install=False, jobs=sum(len(one["ms"]) for one in found))
    return figures
