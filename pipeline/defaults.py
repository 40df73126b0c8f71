"""What must be there: services with their first limits, the head of the audit chain, the claim."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import connection

# How many calls may run at once, until somebody changes it in the admin.
LIMITS = {"gemini": 12, "kling": 8, "elevenlabs": 6, "youtube": 2, "notion": 3, "local": settings.CORES}
PER_MACHINE = ("local",)
WINDOWS = {"kling": (20, 10)}  # calls that may begin, in so many seconds; KIE refuses the twenty-first
DAYS = {
    "gemini": "America/Los_Angeles",
    "youtube": "America/Los_Angeles",
}  # whose midnight ends a service's day; else UTC


def ensure(**_signal: Any) -> None:
    """Create what is missing; what is there stays as people set it. Called after each migration."""
    from django_q.models import Schedule

    from pipeline import claim_postgresql
    from pipeline.models import AuditHead, Service

    for name, limit in LIMITS.items():
        calls, seconds = WINDOWS.get(name, (None, 60))
        first = {
            "limit": limit,
            "per_machine": name in PER_MACHINE,
            "calls_per_window": calls,
            "window_seconds": seconds,
            "timezone": DAYS.get(name, "UTC"),
        }
        Service.objects.get_or_create(name=name, defaults=first)
    _price_table()
    AuditHead.objects.get_or_create(pk=1)
    if connection.vendor == "postgresql":
        claim_postgresql.install(connection)
    # Workers sweep by themselves: a schedule's tasks would wait behind tickets that work for hours.
    Schedule.objects.filter(func="pipeline.workers.tick").delete()


def _price_table() -> None:
    """Fill the price table where a model has no price yet; a price that people changed stays."""
    from pipeline.models import Price
    from pipeline.providers import offers

    known = set(Price.objects.values_list("provider", "model", "unit"))
    rows = [row for row in offers.data()["prices"] if (row["provider"], row["model"], row["unit"]) not in known]
    Price.objects.bulk_create(
        Price(
            provider=row["provider"],
            model=row["model"],
            unit=row["unit"],
            usd=Decimal(row["usd"]),
            per=row["per"],
            valid_from=date.fromisoformat(row.get("from", "2000-01-01")),
            valid_until=date.fromisoformat(row["until"]) if "until" in row else None,
        )
        for row in rows
    )
