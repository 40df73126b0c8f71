"""What the system says about processes: which scripts run for which attempt, who is whose child, and since when."""

import os
import re
from pathlib import Path

ATTEMPT = re.compile(rb"/takes/([0-9a-f-]{36})/")


def scripts(workspace: Path) -> dict[int, str]:
    """Give the processes that run a script in a workspace, and the attempt that each works for."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        command = _read(entry / "cmdline")
        attempt = ATTEMPT.search(command)
        if attempt and bytes(workspace) in command and is_alive(int(entry.name)):
            found[int(entry.name)] = attempt[1].decode()
    return found


def is_alive(pid: int) -> bool:
    """Say whether a process is there and not just waiting to be collected."""
    fields = _fields(pid)
    return bool(fields) and fields[0] not in (b"Z", b"X")


def children(pid: int) -> list[int]:
    """Give the living children of a process, oldest first."""
    pids = [int(entry.name) for entry in Path("/proc").glob("[0-9]*")]
    mine = [(_started(child), child) for child in pids if _parent(child) == pid and is_alive(child)]
    return [child for _, child in sorted(mine)]


def of_session(session: int) -> list[int]:
    """Give the living processes of a session."""
    pids = [int(entry.name) for entry in Path("/proc").glob("[0-9]*")]
    return [pid for pid in pids if (fields := _fields(pid)) and int(fields[3]) == session and is_alive(pid)]


def send(pid: int, number: int) -> bool:
    """Send a signal. False when the process is gone."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return False
    return True


def _parent(pid: int) -> int:
    fields = _fields(pid)
    return int(fields[1]) if fields else 0


def _started(pid: int) -> int:
    fields = _fields(pid)
    return int(fields[19]) if fields else 0


def _fields(pid: int) -> list[bytes]:
    """Give what comes after a process's name in its stat: state, parent, group, session …"""
    return _read(Path(f"/proc/{pid}/stat")).rpartition(b")")[2].split()


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
