"""Wakes whoever could work. A ticket says only "somebody look for work"; a lost or doubled one is harmless."""

import threading

from django.conf import settings
from django.db import transaction

# Seconds between two tickets that a cluster issues itself, so that a machine with nothing to do is not taken for dead.
LOOK_EVERY = min(15.0, settings.LEASE_SECONDS / 3)
WITHOUT_LIMIT = -1  # A crew works as long as there is work; the engine ends a script that hangs.


class Bell:
    """Wakes those who wait in this process. Whoever looked for work after the n-th ring waits for the next one."""

    def __init__(self) -> None:
        self.rings = 0
        self._changed = threading.Condition()

    def ring(self) -> None:
        with self._changed:
            self.rings += 1
            self._changed.notify_all()

    def wait(self, since: int, seconds: float) -> None:
        """Sleep until it rings, not at all if it rang since, and not longer than `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: self.rings != since, seconds)


bell = Bell()


def wake() -> None:
    """Call the hands once the running transaction is committed."""
    transaction.on_commit(_ring)


def _ring() -> None:
    bell.ring()
    issue()


def issue() -> None:
    """Put a ticket into django-q's queue, unless every worker has one already."""
    from django_q.models import OrmQ
    from django_q.tasks import async_task

    if OrmQ.objects.count() < settings.WORKERS:
        async_task("pipeline.workers.work_ticket", timeout=WITHOUT_LIMIT)
