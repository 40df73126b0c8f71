"""How a cluster gets its tasks: from django-q2's table, and now and then a ticket of its own."""

import os
import sys
import time
from datetime import UTC, datetime
from typing import Any

import structlog
from django.db import Error, connection, reset_queries
from django_q.brokers import orm
from django_q.conf import Conf
from django_q.models import OrmQ
from django_q.signing import SignedPackage

from pipeline.tickets import LOOK_EVERY, WITHOUT_LIMIT

log = structlog.get_logger(__name__)

FIRST = f"SELECT id, payload FROM {OrmQ._meta.db_table} WHERE key = %s ORDER BY id LIMIT 1"  # noqa: S608 (our own name)
TRY_AGAIN = 1.0  # seconds between two tries while the database is away


class Broker(orm.ORM):  # type: ignore[misc]  # django-q2 has no types
    """A task leaves the table when it is pulled, so none is ever done twice; the sweep makes up for one that is lost.

    A cluster's own tickets need no database: they find what became due, make up for lost ones, and show that it lives.
    """

    def __init__(self, list_key: str | None = None) -> None:
        super().__init__(list_key=list_key)
        self._leader = os.getpid()
        self._looked = 0.0
        self._is_away = False

    @staticmethod
    def get_connection(*_: Any) -> Any:
        """Give the table. A cluster starts without a database, too, and finds it later."""
        return OrmQ.objects

    def dequeue(self) -> list[tuple[int | None, str]] | None:
        """Give a task, or None after a moment. Called in a process of its own, over and over."""
        if os.getppid() != self._leader:
            sys.exit()  # A cluster without its leader must not take what others would do.
        task = self._pull()
        if task:
            return [task]
        if time.monotonic() - self._looked >= LOOK_EVERY:
            self._looked = time.monotonic()
            return [(None, _ticket())]
        time.sleep(TRY_AGAIN if self._is_away else Conf.POLL)
        return None

    def acknowledge(self, task_id: int) -> None:
        """Do nothing: it left the table when it was pulled."""

    def _pull(self) -> tuple[int, str] | None:
        reset_queries()  # With DEBUG on, each one would be kept.
        try:
            with connection.cursor() as cursor:  # Several times a second, for ever: the ORM takes four times as long.
                cursor.execute(FIRST, [self.list_key])
                task = cursor.fetchone()
            mine = bool(task) and OrmQ.objects.filter(pk=task[0]).delete()[0]
            self._is_away = False
            return task if mine else None
        except Error as error:
            connection.close()
            if not self._is_away:
                log.warning("the database did not answer; trying again", error=str(error)[:200])
            self._is_away = True
            return None


def _ticket() -> str:
    task: dict[str, Any] = {"id": "", "name": "look around", "func": "pipeline.workers.work_ticket"}
    task |= {"args": (), "kwargs": {}, "started": datetime.now(UTC), "timeout": WITHOUT_LIMIT}
    return str(SignedPackage.dumps(task))
