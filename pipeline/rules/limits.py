"""May another call to a service begin now? Calls at once, calls within a window, calls a day, and a pause."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Limits:
    """A service's limits and how far each is used. `recent_calls` are epoch seconds, oldest first; `running` is counted
    on one machine where the limit holds for each machine by itself.
    """

    limit: int
    running: int
    paused_until: datetime | None = None
    calls_per_window: int | None = None
    window_seconds: float = 60
    recent_calls: Sequence[float] = ()
    daily_quota: int | None = None
    used_today: int = 0
    used_on: date | None = None
    timezone: str = "UTC"


def has_room(service: Limits, at: datetime) -> bool:
    """Say whether one more call may begin at this moment."""
    if service.running >= service.limit or (service.paused_until and service.paused_until > at):
        return False
    if service.daily_quota is not None and used_on(service, at) >= service.daily_quota:
        return False
    calls = service.calls_per_window
    if calls is None or len(service.recent_calls) < calls:
        return True
    return service.recent_calls[-calls] <= at.timestamp() - service.window_seconds


def used_on(service: Limits, at: datetime) -> int:
    """Give how many calls began on the service's day of this moment."""
    return service.used_today if service.used_on == day_of(service.timezone, at) else 0


def day_of(timezone: str, at: datetime) -> date:
    """Give the date that it is there."""
    return at.astimezone(ZoneInfo(timezone)).date()


def with_call(recent: Sequence[float], calls_per_window: int | None, at: datetime) -> list[float]:
    """Note one more call among the last ones; no more are kept than the window asks about."""
    return [*recent, at.timestamp()][-calls_per_window:] if calls_per_window else []
