"""Machines without a common disk: which one is this, was another one seen lately, and what did its attempts leave behind."""

import socket
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils.timezone import now

from pipeline import storage
from pipeline.models import Attempt, Worker
from pipeline.storage import no_connection
from videogen.lib import journals
from videogen.lib.paths import Project


def this() -> str:
    """Give the name of this machine."""
    return str(getattr(settings, "MACHINE_NAME", "") or socket.gethostname())[:80]


def leave(project: Project, attempt: Attempt, name: str) -> None:
    """Store what a paid script that has ended left in its attempt's folder, so that any machine can go on with it.

    `name` is the name of its output. The answers that it should have read go along. Raises StoreFailed.
    """
    if not storage.is_shared():
        return
    folders = [str(attempt.pk), *filter(None, [attempt.facts.get("answers_of", "")])]
    with no_connection():
        for out in (project.take(folder) / name for folder in reversed(folders)):
            _leave(out)


def _leave(out: Path) -> None:
    journal = journals.journal_of(out)
    if not out.parent.is_dir() or storage.has(journal):
        return
    if not journal.exists():
        journals.call_off(out)  # Its script never began, and never will: that is worth knowing elsewhere, too.
    rest = (file for file in out.parent.iterdir() if file.is_file() and file != journal and file.name[0] != ".")
    storage.put([*rest, journal])


def bring_left(project: Project, attempt: Attempt, name: str) -> bool:
    """Have an attempt's folder here, from the store where it is on another machine's disk. False when it cannot be had.

    Raises StoreFailed.
    """
    last = journals.journal_of(Path(name)).name
    folders = (attempt.facts.get("answers_of", ""), str(attempt.pk))
    places = [project.take(folder) for folder in folders if folder]
    if all(place.is_dir() for place in places):
        return True
    with no_connection():
        return all(storage.fetch_folder(place, last=last) for place in places)


def may_come_back(attempt: Attempt) -> bool:
    """Say whether the machine that an attempt ran on was seen lately, so that what is on its disk is worth waiting for."""
    if attempt.machine in ("", this()):
        return False
    since = now() - timedelta(seconds=settings.MACHINE_GONE_SECONDS)
    return (attempt.finished_at or attempt.started_at) > since or is_alive(attempt.machine, since)


def is_alive(machine: str, since: datetime | None = None) -> bool:
    """Say whether a worker of a machine was seen since a moment, or within the time of a lease."""
    since = since or now() - timedelta(seconds=settings.LEASE_SECONDS)
    return Worker.objects.filter(name__startswith=f"{machine}:", seen_at__gt=since).exists()
