"""Making previews: one at a time in a process, few on a machine, and only when there is nothing else to do."""

import fcntl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import IO, Any

import structlog
from django.conf import settings
from django.db import Error, connection

from pipeline import machines, previews, sharing, tickets
from pipeline.models import Attempt, Clip, Job, Preview
from pipeline.running import PROTOCOL, ffmpeg
from pipeline.steps.film import thumbnail
from pipeline.stopping import Stopping
from pipeline.storage import no_connection
from videogen.lib import paths, scripts

log = structlog.get_logger(__name__)

SCRIPT = "make_previews.py"
FOLDER = "previews"  # in the take's own folder
LONGEST = 1_800.0  # seconds; at the lowest priority a busy machine takes its time
# A full disk or a store that is away says nothing about the take.
OF_THE_MACHINE = ("disk_full", "machine_busy", "no_access", "store_key", "store_bucket", "store_unreachable")
PULSE = 0.2  # seconds between two looks at whether to stop: nothing is lost, so a stop is at once


class Spare:
    """What a crew does when there is nothing to claim. It takes no job's place, so no job waits for it."""

    def __init__(self, name: str, stopping: Stopping, *, wanted: bool = True) -> None:
        self._name, self._stopping = name, stopping
        self._wanted = wanted and settings.PREVIEWS
        self._thread: threading.Thread | None = None

    @property
    def is_busy(self) -> bool:
        return self._thread is not None

    def begin(self) -> bool:
        """Take a preview if one waits and the machine has a place for it. True when one is begun."""
        if self.is_busy or self._stopping.told or not self._wanted or not previews.waiting().exists():
            return False
        place = None if _cores_are_taken() else _place()
        if place is None:
            return False
        try:
            preview = previews.claim(self._name)
            if preview:
                self._start(preview, place)
            return preview is not None
        finally:
            if not self.is_busy:
                place.close()

    def _start(self, preview: Preview, place: IO[bytes]) -> None:
        self._thread = threading.Thread(target=self._do, args=(preview, place), name=f"preview-{preview.pk}")
        try:
            self._thread.start()
        except RuntimeError:  # The system gives no more threads.
            self._thread = None
            previews.hand_back(preview)

    def _do(self, preview: Preview, place: IO[bytes]) -> None:
        try:
            make(preview, stop=lambda: self._stopping.told)
        except Error as error:
            log.warning("the database did not answer for a preview; its lease will run out", error=str(error)[:200])
        except Exception:
            log.exception("a preview could not be settled; its lease will run out")
        finally:
            place.close()
            connection.close()
            self._thread = None
            tickets.bell.ring()


def make(preview: Preview, *, stop: Callable[[], bool]) -> None:
    """Make a claimed preview, and record it or why there is none. No database is held while the script runs."""
    try:
        facts = _make(preview, stop)
    except Error:
        raise
    except scripts.Interrupted:
        previews.hand_back(preview)
    except Exception as error:
        settle = previews.wait if _is_of_the_machine(error) else previews.fail
        settle(preview, _sentence(error))
    else:
        previews.keep(preview, facts)


def _make(preview: Preview, stop: Callable[[], bool]) -> dict[str, Any]:
    take = preview.take
    file = sharing.bring_take(take)
    folder = paths.inside(settings.WORKSPACE_ROOT, str(PurePosixPath(take.path).with_name(FOLDER)))
    with no_connection():
        report = scripts.run(
            settings.SCRIPTS_DIR / SCRIPT,
            _arguments(take, file, folder),
            folder=file.parent,
            timeout=LONGEST,
            environment={"FFMPEG_BINARY": ffmpeg()},
            pulse=_Pulse(preview, stop),
            pulse_every=PULSE,
        )
        sharing.give_previews(folder)
    return {key: value for key, value in report.facts.items() if key not in PROTOCOL}


def _arguments(take: Attempt, file: Path, folder: Path) -> list[str]:
    kind = take.clip.kind
    # A film has a picture already, chosen among its scenes.
    poster = ["--poster", str(thumbnail(file))] if kind == Clip.Kind.FILM else []
    nice = ["--nice", str(settings.PREVIEWS_NICE)]
    return ["--kind", kind, "--take", str(file), "--output", str(folder), *poster, *nice]


class _Pulse:
    """Says whether a preview may go on, and renews its lease well before it ends."""

    def __init__(self, preview: Preview, stop: Callable[[], bool]) -> None:
        self._preview, self._stop = preview, stop
        self._last = time.monotonic()
        self._mine = True

    def __call__(self) -> bool:
        if time.monotonic() - self._last >= settings.LEASE_SECONDS / 3:
            self._last = time.monotonic()
            with suppress(Error):  # The lease has time left.
                self._mine = previews.heartbeat(self._preview)
            connection.close()
        return self._mine and not self._stop()


def _cores_are_taken() -> bool:
    """Jobs use every core of this machine: even at the lowest priority a preview would slow the films down."""
    mine = Job.objects.filter(state=Job.State.RUNNING, service="local", worker__startswith=f"{machines.this()}:")
    return mine.count() >= settings.CORES


def _place() -> IO[bytes] | None:
    """Get one of this machine's places, held until the file is closed or its process ends. None when all are taken."""
    for number in range(max(1, settings.CORES // 2)):
        with suppress(OSError):  # Somebody has it, or there is no room on the disk for anything.
            file = (settings.WORKSPACE_ROOT / f".previews_{machines.this()}_{number}").open("ab")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                file.close()
                raise
            return file
    return None


def _is_of_the_machine(error: Exception) -> bool:
    if isinstance(error, scripts.ScriptFailed):
        return error.code in OF_THE_MACHINE
    return isinstance(error, OSError) and not isinstance(error, FileNotFoundError)


def _sentence(error: Exception) -> str:
    match error:
        case scripts.ScriptFailed() | paths.UnsafePath():
            return str(error)
        case OSError():
            return str(scripts.from_os(error))
    log.exception("a preview failed by our own fault", exc_info=error)
    return "Something in videogen itself went wrong. The log has the details."
