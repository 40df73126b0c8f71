"""Which films stand still for longer than they should. A card that does not move is the problem."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.rules.statuses import ERRORS, GATES, Status

S = Status

_SOON, _HOUR, _DAY = timedelta(minutes=15), timedelta(hours=1), timedelta(days=1)

# How long each status may pass without any news. Statuses that are not here have all the time of the world: a draft waits
# for its author, and a published film has arrived.
PATIENCE: Mapping[Status, timedelta] = {
    **dict.fromkeys(GATES, _DAY),
    **dict.fromkeys(ERRORS, _DAY),
    S.QUEUED: _DAY,  # other films may be made first
    S.APPROVED: _DAY,  # a channel publishes only so many films a day
    S.CLAIMED: _HOUR,
    S.GENERATING_ASSETS: _HOUR,
    S.GENERATING_COMPOSITES: _HOUR,
    S.GENERATING_VIDEO: _HOUR,  # a clip takes five minutes, and waits for its turn before
    S.GENERATING_AUDIO: _HOUR,
    S.GENERATING_SFX: _HOUR,
    S.ASSEMBLING: _HOUR,
    S.UPLOADING: _HOUR,
    # The engine leaves these in the moment in which it enters them.
    S.ASSETS_APPROVED: _SOON,
    S.COMPOSITES_READY: _SOON,
    S.VIDEO_APPROVED: _SOON,
    S.SFX_READY: _SOON,
    S.AUDIO_APPROVED: _SOON,
    S.ASSEMBLY_READY: _SOON,
}


@dataclass(frozen=True)
class Standing:
    """How a film stands: since when, its last finished attempt, its next planned retry, and whether money holds it up."""

    status: Status
    since: datetime
    last_attempt: datetime | None = None
    retry_at: datetime | None = None
    paused: bool = False

    @property
    def news(self) -> datetime:
        """When something happened last. A retry whose time has come counts from then on."""
        return max(at for at in (self.since, self.last_attempt, self.retry_at) if at)


def is_stuck(standing: Standing, now: datetime) -> bool:
    """Say whether a film has been without news for longer than its status may be."""
    patience = PATIENCE.get(standing.status)
    if patience is None or standing.paused:
        return False
    return now - standing.news >= patience
