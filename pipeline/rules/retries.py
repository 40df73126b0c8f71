"""Again? And when? Decided from the class of the failure and the channel's schedule alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

DEFAULT_BACKOFF = (60, 300, 900, 3600)  # seconds: 1, 5, 15 and 60 minutes
DEFAULT_ATTEMPTS = 5
JITTER = 0.2  # so that jobs that failed together do not come back together
LEAST_WAIT = timedelta(minutes=1)  # where it names a moment that has passed


@dataclass(frozen=True)
class Failed:
    """One failure: its class, and what the provider said about coming back."""

    kind: str
    retry_after_s: float | None = None
    reset_at: datetime | None = None
    most_tries: int | None = None


def next_try(
    failed: Failed,
    *,
    failures: int,
    now: datetime,
    luck: float,
    backoff: Sequence[float] = DEFAULT_BACKOFF,
    max_attempts: int = DEFAULT_ATTEMPTS,
) -> datetime | None:
    """Say when to try again; None when a person is needed.

    `failures` counts this one; `luck` in [0, 1) places the wait within ±20 %. A quota never gives up.
    """
    if failed.kind == "quota":
        return now  # Its service is paused until the quota is back; who lifts the pause lifts the wait.
    if failed.kind != "transient" or failures >= min(max_attempts, failed.most_tries or max_attempts):
        return None
    planned = backoff[min(failures, len(backoff)) - 1] if backoff else 0.0
    jittered = planned * (1 - JITTER + 2 * JITTER * luck)
    return now + timedelta(seconds=max(jittered, failed.retry_after_s or 0))


def pause_until(failed: Failed, *, now: datetime) -> datetime | None:
    """Say until when a service whose quota is used up is left alone. None: until somebody topped it up and says so."""
    return max(failed.reset_at, now + LEAST_WAIT) if failed.reset_at else None
