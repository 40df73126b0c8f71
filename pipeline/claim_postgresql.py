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
CALL = "SELECT * FROM claim_job(%s, %s, make_interval(secs => %s), make_interval(secs => %s))"


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the function in place, or bring it to this version."""
    with connection.cursor() as cursor:
        cursor.execute(_text())


def take_best(worker: str, token: str) -> Job | None:
    """Take the best job for a worker. One that is still waiting did not fit under a cap and was not taken."""
    lease = settings.LEASE_SECONDS
    return next(iter(Job.objects.raw(CALL, [worker, token, lease, PATIENCE.total_seconds()])), None)


def hold_gate() -> None:
    """Let nobody claim until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [GATE])


@cache
def _text() -> str:
    text = Path(__file__).with_name("claim.sql").read_text(encoding="utf-8")
    values = {
        "gate": str(GATE),
        "making": _quoted(MAKING),
        "gates": _quoted(GATES),
        "priorities": ", ".join(str(p) for p in sorted(Priority.values)),
    }
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


def _quoted(statuses: tuple[Status, ...]) -> str:
    return ", ".join(f"'{status.value}'" for status in statuses)
