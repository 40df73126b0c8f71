"""The claim on PostgreSQL: one call of a function that is put in place after each migration."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from pipeline.models import Job
from pipeline.models.task import Priority
from pipeline.rules.fairness import PATIENCE
from pipeline.rules.statuses import GATES, MAKING, Status

GATE = 8_414_001  # the advisory lock that whoever claims, or looks at caps, holds until the end of its transaction


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the function in place, or bring it to this version."""
    with connection.cursor() as cursor:
        cursor.execute(_text())


def take_best(worker: str, token: str) -> Job | None:
    """Take the best job for a worker. One that is still waiting did not fit under a cap and was not taken."""
    with connection.cursor() as cursor:
        cursor.execute(_call(), [worker, token, settings.LEASE_SECONDS, PATIENCE.total_seconds()])
        row = cursor.fetchone()
    return Job.from_db(connection.alias, _columns(), row) if row else None


@cache
def _columns() -> list[str]:
    return [field.attname for field in Job._meta.concrete_fields]


@cache
def _call() -> str:
    columns = ", ".join(f'"{field.column}"' for field in Job._meta.concrete_fields)
    return f"SELECT {columns} FROM claim_job(%s, %s, make_interval(secs => %s), make_interval(secs => %s))"  # noqa: S608


@cache
def _text() -> str:
    text = Path(__file__).with_name("claim.sql").read_text(encoding="utf-8")
    values = {
        "gate": str(GATE),
        "making": _quoted(MAKING),
        "gates": _quoted(GATES),
        "priorities": ", ".join(str(p) for p in sorted(Priority.values)),
        "somebody": " OR ".join(f"somebody_waits({p}::smallint)" for p in sorted(Priority.values, reverse=True)),
    }
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


def _quoted(statuses: tuple[Status, ...]) -> str:
    return ", ".join(f"'{status.value}'" for status in statuses)
