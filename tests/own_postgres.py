"""A PostgreSQL of a test's own, which may be stopped, killed and started again without harm to anybody else."""

import getpass
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 60  # seconds
USER = "postgres"  # the superuser of the server; as root it is run by the system's user of this name, too
# A test's data may be lost with the machine's power. SIGKILL of the server alone loses nothing even so.
FAST = {"fsync": "off", "shared_buffers": "32MB", "max_connections": "200", "listen_addresses": "127.0.0.1"}


def why_not() -> str:
    """Say why this machine cannot start a server of its own; empty when it can."""
    if _binaries() is None:
        return "There are no PostgreSQL server programs. Install the package postgresql, or put initdb into PATH."
    if os.geteuid() == 0:
        try:
            pwd.getpwnam(USER)
        except KeyError:
            return f"As root a server needs the system's user {USER}. Install the package postgresql."
    return ""


class OwnPostgres:
    """A running server with its data in a temporary folder, or in `folder`. Leaving the `with` block ends and removes it."""

    def __init__(self, folder: Path | None = None, **settings: str) -> None:
        programs = _binaries()
        if programs is None:
            raise RuntimeError(why_not())
        self._programs = programs
        # Not below pytest's own folders: those are closed to other users.
        self.folder = folder or Path(tempfile.mkdtemp(prefix="own-postgres-"))
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self._data = self.folder / "data"
        if os.geteuid() == 0:
            shutil.chown(self.folder, USER)
        self._run("initdb", "-D", str(self._data), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        own = {**FAST, "port": str(self.port), "unix_socket_directories": str(self.folder), **settings}
        with (self._data / "postgresql.auto.conf").open("a") as file:
            file.writelines(f"{key} = '{value}'\n" for key, value in own.items())
        self.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def url(self, database: str = USER) -> str:
        """Give the address of a database, as DATABASE_URL takes it."""
        return f"postgres://{USER}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> str:
        """Make an empty database and give its address."""
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, database)
        return self.url(database)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        log = self.folder / "server.log"
        self._run("pg_ctl", "start", "-D", str(self._data), "-l", str(log), "-w", "-t", str(PATIENCE))

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: "fast" ends connections in order, "immediate" as a crash would, "smart" waits for them."""
        self._run("pg_ctl", "stop", "-D", str(self._data), "-m", mode, "-w", "-t", str(PATIENCE))

    def restart(self, mode: str = "fast", *, away: float = 0) -> None:
        """Stop the server and start it again after so many seconds."""
        self.stop(mode)
        time.sleep(away)
        self.start()

    def kill(self) -> None:
        """SIGKILL every process of the server, as the system does when it runs out of memory."""
        leader = self._leader()
        if leader is None:
            return
        others = _children(leader)
        for pid in (leader, *others):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        _wait_for_end(leader, *others)

    def close(self) -> None:
        """End the server and remove its data."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _leader(self) -> int | None:
        try:
            return int((self._data / "postmaster.pid").read_text().split()[0])
        except (OSError, IndexError, ValueError):
            return None

    def _run(self, program: str, *arguments: str) -> None:
        user = USER if os.geteuid() == 0 else None
        # Output goes to a file: the server inherits it, and would hold a pipe open for ever.
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(
                [str(self._programs / program), *arguments],
                user=user,
                group=pwd.getpwnam(USER).pw_gid if user else None,
                extra_groups=[] if user else None,
                cwd=self.folder,
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": str(self.folder)},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                timeout=2 * PATIENCE,
                check=False,
            )
            said.seek(0)
            words = said.read().decode(errors="replace").strip()
        if done.returncode:
            raise RuntimeError(f"{program} as {user or getpass.getuser()} failed: {words[-500:]}")


def _binaries() -> Path | None:
    """Give the folder of the server's programs: Debian keeps them out of PATH."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: file.parts[-3].zfill(4))
    return folders[-1].parent if folders else None


def free_port() -> int:
    """Find a port that nobody uses now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(word) for word in found.stdout.split()]


def _wait_for_end(*pids: int) -> None:
    """Wait until processes are gone and collected too: a server does not start beside its own zombie."""
    ends = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{pid}").exists() for pid in pids) and time.monotonic() < ends:
        time.sleep(0.02)
