"""Who is next: priority first, then the channel served least recently, then its oldest film."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Waiting:
    """A channel that has claimable work at one priority (0 high, 1 normal, 2 low)."""

    priority: int
    channel_id: str
    served_at: datetime | None


def next_up(waiting: Iterable[Waiting]) -> Waiting | None:
    """Choose whose turn it is. A channel that was never served comes first; equals go by name."""
    return min(waiting, key=lambda w: (w.priority, w.served_at or NEVER, w.channel_id), default=None)
