"""Films under trouble of every kind, in small; `python -m tests.chaos --films 20 --faults 100` is the large one."""

import json
import subprocess
import sys

from tests.needs import missing
from tests.own_postgres import why_not
from tests.processes import ROOT

SMALL = ("--films", "2", "--clusters", "1", "--assets", "3", "--scenes", "2", "--faults", "10", "--minutes", "3")


def chaos(*arguments):
    """Run the command as people do, and give its line."""
    command = [sys.executable, "-m", "tests.chaos", *SMALL, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=270, check=False)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def test_films_survive_trouble_and_a_database_that_is_killed():
    if why := why_not():
        missing(why)

    line = chaos("--seed", "3")

    assert line["broken"] == []
    assert line["by_kind"]["kill the database"] >= 1
    assert line["finished"] == 2
    assert line["difference_usd"] == "0.0000" or line["ordered_again_though_charged"]


def test_films_survive_trouble_on_sqlite():
    line = chaos("--seed", "4", "--sqlite")

    assert line["broken"] == []
    assert line["finished"] == 2
    assert line["faults"] >= 10
