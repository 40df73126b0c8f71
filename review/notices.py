"""What concerns more than one film: paused services for everybody, warnings about money for operators."""

import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils.timezone import now

from pipeline.models import Alert, Service, Task
from pipeline.models.service import UNTIL_RESUMED

RECENT = timedelta(days=1)
MOST = 50


@dataclass(frozen=True)
class Pause:
    """A service that is left alone. `until` is None where it takes somebody to resume it."""

    service: str
    until: datetime | None
    reason: str


@dataclass(frozen=True)
class Notices:
    """The strip on top of the board."""

    pauses: tuple[Pause, ...]
    alerts: tuple[tuple[str, datetime], ...]

    @property
    def stamp(self) -> str:
        """Another text as soon as it says something else."""
        return f"{zlib.crc32(repr(self).encode()):08x}" if self else "0"

    def __bool__(self) -> bool:
        return bool(self.pauses or self.alerts)


def notices(user: AbstractBaseUser | AnonymousUser) -> Notices:
    """Say what this person should know, in at most three queries."""
    paused = Service.objects.filter(paused_until__gt=now())
    pauses = tuple(Pause(s.name, _end(s.paused_until), s.pause_reason) for s in paused)
    return Notices(pauses, _alerts() if getattr(user, "is_staff", False) else ())


def _end(until: datetime | None) -> datetime | None:
    return None if until == UNTIL_RESUMED else until


def _alerts() -> tuple[tuple[str, datetime], ...]:
    """Give the alerts of the last day, newest first. A full cap is told only while a film waits for it."""
    recent = Alert.objects.filter(at__gt=now() - RECENT).exclude(key__startswith="pause:")
    rows = list(recent.values_list("key", "message", "at")[:MOST])
    full = {message for key, message, _ in rows if key.endswith(":full")}
    true = set(Task.objects.filter(pause__in=full).values_list("pause", flat=True)) if full else set()
    return tuple((message, at) for _, message, at in rows if message not in full - true)
