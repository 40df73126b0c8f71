"""A place of its own for a chaos run: a database server, a small disk, a folder for everything else; gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.own_postgres import OwnPostgres, why_not


@dataclass(frozen=True)
class Stage:
    """`database` and `disk` are None where this machine cannot have its own; `missing` says why."""

    folder: Path
    workspace: Path
    database: OwnPostgres | None
    disk: Path | None
    missing: list[str]


@contextmanager
def stage(*, sqlite: bool, disk_mb: int) -> Iterator[Stage]:
    """Prepare the place, and the environment that leads Django there. To be entered before Django starts."""
    missing: list[str] = []
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="chaos-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        workspace, disk = folder / "workspace", None
        workspace.mkdir()
        if why := _mount(workspace, disk_mb):
            missing.append(why)
        else:
            disk = workspace
            stack.callback(subprocess.run, ["umount", "-l", str(workspace)], check=False)
        database = None
        if sqlite or (why := why_not()):
            missing.append("The database is SQLite, which has no server to kill." if sqlite else why)
        else:
            database = stack.enter_context(OwnPostgres())
        (folder / "channels").mkdir()
        address = database.create("chaos") if database else f"sqlite:///{folder / 'chaos.sqlite3'}"
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "videogen.settings",
            "DEBUG": "true",
            "DATABASE_URL": address,
            "WORKSPACE_ROOT": str(workspace),
            "CHANNEL_CONFIG_DIR": str(folder / "channels"),
        }
        yield Stage(folder, workspace, database, disk, missing)


def _mount(place: Path, megabytes: int) -> str:
    """Mount a small disk of its own. Returns why that cannot be; empty when it is done."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        return "Only root can mount a small disk, so none is filled."
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return f"No small disk can be mounted here, so none is filled: {done.stderr.strip()}." if done.returncode else ""
