"""Wakes whoever could work. A ticket says only "somebody look for work"; a lost or doubled one is harmless."""

import threading

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now

_bell = threading.Condition()


def wake() -> None:
    """Call the hands once the running transaction is committed."""
    transaction.on_commit(_ring)


def wait_for_bell(seconds: float) -> None:
    """Sleep until something in this process rings, but not longer than `seconds`."""
    with _bell:
        _bell.wait(seconds)


def _ring() -> None:
    with _bell:
        _bell.notify_all()
    issue()


def issue() -> None:
    """Put a ticket into django-q's queue, unless every worker has one already."""
    from django_q.models import OrmQ
    from django_q.tasks import async_task

    # Tickets that somebody holds do not count: their holder is busy, or died with them, perhaps on another machine.
    if OrmQ.objects.filter(lock__lte=now()).count() < settings.WORKERS:
        async_task("pipeline.workers.work_ticket")
