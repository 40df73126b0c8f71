"""Who else has a task open, so that two people do not decide about the same film unawares."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import Error, connection, transaction
from django.http import HttpRequest
from django.utils.timezone import now

from pipeline.models import Task
from review.models import Presence

log = structlog.get_logger(__name__)

HERE = timedelta(seconds=30)  # whoever was seen within this time has the page open
FORGOTTEN = timedelta(days=1)
WRITE_EVERY = timedelta(seconds=10)
PATIENCE_MS = 300  # the page matters more than the note that somebody looks at it


def look(request: HttpRequest, task: Task) -> list[str]:
    """Note that this person has the task open, and name the others who do. Never raises, also when the database is busy."""
    me, moment = request.user.pk, now()
    try:
        here = _here(task, moment)
    except Error as error:
        log.info("nobody could be seen", task=str(task.pk), error=str(error))
        return []
    mine = [seen_at for person, _, seen_at in here if person == me]
    if not mine or mine[0] <= moment - WRITE_EVERY:
        _note(me, task, moment)
    return [name for person, name, _ in here if person != me]


def _here(task: Task, moment: datetime) -> list[tuple[Any, str, datetime]]:
    """Those who have the task open: key, name, when they were last seen."""
    seen = Presence.objects.filter(task=task, seen_at__gt=moment - HERE, user__is_active=True)
    return list(seen.order_by("user__username").values_list("user_id", "user__username", "seen_at"))


def _note(me: Any, task: Task, moment: datetime) -> None:
    """Write that this person is here, unless another of their windows did so just now."""
    try:
        with _without_waiting():
            mine = Presence.objects.filter(user_id=me, task=task)
            if not mine.filter(seen_at__lte=moment - WRITE_EVERY).update(seen_at=moment):
                Presence.objects.bulk_create([Presence(user_id=me, task=task, seen_at=moment)], ignore_conflicts=True)
                # What this person looked at before means nothing now, and must not grow for ever.
                Presence.objects.filter(user_id=me, seen_at__lt=moment - FORGOTTEN).delete()
    except Error as error:
        log.info("a look was not noted", task=str(task.pk), error=str(error))


@contextmanager
def _without_waiting() -> Iterator[None]:
    """A short transaction that gives up soon when somebody else holds what it needs."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {PATIENCE_MS}")
            yield
        return
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        try:
            with transaction.atomic():
                yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {before}")
