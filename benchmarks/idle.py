"""Measure what `make run` costs while there is nothing to do.

    python benchmarks/idle.py --minutes 5

Starts the pages and a worker cluster in a temporary workspace, waits until a worker says that it is ready, leaves them alone,
and reads from /proc what the whole tree of processes used. Prints one line of JSON; exits 1 where a limit is broken:
a worker ready within 30 seconds, under 1 % of one core. Linux only.
"""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MOST_CPU_PERCENT, LONGEST_START_S = 1.0, 30.0
SETTLE_S = 5  # after the first sign of readiness


def main() -> int:
    """Measure once and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument(
        "--database-url", default="", help="an empty database of your own; default: SQLite in a temporary folder"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="idle-") as workspace:
        figures = measure(options.minutes * 60, Path(workspace), options.database_url)
    print(json.dumps(figures))
    return 0 if figures["ok"] else 1


def measure(seconds: float, workspace: Path, database_url: str) -> dict[str, Any]:
    """Run `manage.py run` for so long and give its figures."""
    port = _free_port()
    environment = {**os.environ, "WORKSPACE_ROOT": str(workspace), "DATABASE_URL": database_url, "DEBUG": "true"}
    began = time.monotonic()
    command = [sys.executable, str(ROOT / "manage.py"), "run", "--port", str(port)]
    run = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        ready = _wait_until_ready(port, run, began)
        time.sleep(SETTLE_S)
        start, used = time.monotonic(), _cpu(run.pid)
        time.sleep(seconds)
        percent = 100 * (_cpu(run.pid) - used) / (time.monotonic() - start)
        pss = {pid: _pss_mb(pid) for pid in _tree(run.pid)}
    finally:
        run.send_signal(signal.SIGTERM)
        run.wait(60)
    good = percent < MOST_CPU_PERCENT and ready is not None and ready <= LONGEST_START_S
    return {
        "ok": good,
        "cpu_percent": round(percent, 3),
        "pss_mb": round(sum(pss.values()), 1),
        "processes": len(pss),
        "ready_s": None if ready is None else round(ready, 1),
        "minutes": round(seconds / 60, 2),
        "database": "postgresql" if database_url.startswith("postgres") else "sqlite",
    }


def _wait_until_ready(port: int, run: "subprocess.Popen[bytes]", began: float) -> float | None:
    """Give the seconds until the pages say that a worker is there; None when they did not within two minutes."""
    while time.monotonic() - began < 120 and run.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
                if json.load(answer)["status"] == "healthy":
                    return time.monotonic() - began
        except OSError:
            pass
        time.sleep(0.2)
    return None


def _tree(pid: int) -> Iterator[int]:
    """Give a process and all that descend from it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from _tree(int(child))


def _cpu(pid: int) -> float:
    """Sum the seconds of a core that a tree used, its ended processes included."""
    ticks = 0
    for member in _tree(pid):
        fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        ticks += sum(int(field) for field in fields[11:15])  # own user and system time, then those of ended children
    return ticks / os.sysconf("SC_CLK_TCK")


def _pss_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
