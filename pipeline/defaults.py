"""The rows that must be there: services with their first limits, the head of the audit chain, the sweep's schedule."""

from typing import Any

from django.conf import settings

# How many calls may run at once, until somebody changes it in the admin.
LIMITS = {"gemini": 12, "kling": 8, "elevenlabs": 6, "youtube": 2, "notion": 3, "local": settings.CORES}


def ensure(**_signal: Any) -> None:
    """Create what is missing; what is there stays as people set it. Called after each migration."""
    from django_q.models import Schedule

    from pipeline.models import AuditHead, Service

    for name, limit in LIMITS.items():
        Service.objects.get_or_create(name=name, defaults={"limit": limit})
    AuditHead.objects.get_or_create(pk=1)
    Schedule.objects.get_or_create(
        name="sweep",
        defaults={"func": "pipeline.workers.tick", "schedule_type": Schedule.MINUTES, "minutes": 1, "repeats": -1},
    )
