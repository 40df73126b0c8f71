"""The measurement of the paid scripts: it finds figures for each, and complains about those that are too high."""

import json
import subprocess
import sys

from tests.film_parts import ROOT


def measure(*more):
    command = [sys.executable, ROOT / "benchmarks" / "provider_scripts.py", "--runs", 1, *more]
    finished = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    result = json.loads(finished.stdout)
    assert finished.returncode == (0 if result["ok"] else 1)
    return result


def test_every_script_asks_once_and_costs_more_than_bare_python():
    result = measure("--most-cpu-ms", 10_000, "--most-mb", 10_000)

    assert result["problems"] == []
    assert len(result["scripts"]) == 6
    for figure in result["scripts"].values():
        assert figure["cpu_ms"] > result["bare_python"]["cpu_ms"] > 0
        assert figure["rss_mb"] > result["bare_python"]["rss_mb"] > 1


def test_figures_that_are_too_high_are_problems():
    problems = measure("--most-cpu-ms", 1, "--most-mb", 1)["problems"]

    assert sum("ms of CPU" in problem for problem in problems) == 6
    assert sum("MB while it waits" in problem for problem in problems) == 6
