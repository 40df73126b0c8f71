"""Real processes for tests: `manage.py` over the test's own database and workspace, and ways to kill them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests import paid

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable


def environment(**more: str) -> dict[str, str]:
    """The environment in which another process sees what this test sees."""
    return {
        **os.environ,
        "DATABASE_URL": database_url(),
        "WORKSPACE_ROOT": str(settings.WORKSPACE_ROOT),
        "CHANNEL_CONFIG_DIR": str(settings.CHANNEL_CONFIG_DIR),
        "SCRIPTS_DIR": str(settings.SCRIPTS_DIR),
        **paid.environment(),
        **more,
    }


def database_url() -> str:
    """The address of the test's database."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    return (
        f"postgres://{values['USER']}:{values['PASSWORD']}@{values['HOST']}:{values['PORT'] or 5432}/{values['NAME']}"
    )


def manage(*arguments: str, log: Path | None = None, **more: str) -> "subprocess.Popen[bytes]":
    """Start a management command as a process of its own; what it says on stderr goes to the end of `log`, where given."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    stderr = log.open("ab") if log else None
    try:
        return subprocess.Popen(
            command, env=environment(**more), start_new_session=True, stdout=stderr or subprocess.DEVNULL, stderr=stderr
        )
    finally:
        if stderr:
            stderr.close()


def kill(process: "subprocess.Popen[bytes]", *, with_children: bool) -> None:
    """SIGKILL a process, and everything that it started where asked."""
    victims = [*(descendants(process.pid) if with_children else []), process.pid]
    for pid in victims:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    process.wait()


def descendants(pid: int) -> list[int]:
    """Give the processes that a process started, and theirs."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
    found: list[int] = []
    level = {pid}
    while level := {child for child, parent in parents.items() if parent in level}:
        found += level
    return found
