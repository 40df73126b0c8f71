"""The 26 statuses of a task and the one table that says which may follow which."""

from collections.abc import Mapping
from enum import StrEnum


class Status(StrEnum):
    """Where a task is. The value is the slug; `label` is what people read."""

    DRAFT = "draft"
    QUEUED = "queued"
    CLAIMED = "claimed"
    GENERATING_ASSETS = "generating_assets"
    ASSETS_READY = "assets_ready"
    ASSETS_APPROVED = "assets_approved"
    GENERATING_COMPOSITES = "generating_composites"
    COMPOSITES_READY = "composites_ready"
    GENERATING_VIDEO = "generating_video"
    VIDEO_READY = "video_ready"
    VIDEO_APPROVED = "video_approved"
    GENERATING_AUDIO = "generating_audio"
    GENERATING_SFX = "generating_sfx"
    SFX_READY = "sfx_ready"
    AUDIO_READY = "audio_ready"
    AUDIO_APPROVED = "audio_approved"
    ASSEMBLING = "assembling"
    ASSEMBLY_READY = "assembly_ready"
    FINAL_REVIEW = "final_review"
    APPROVED = "approved"
    UPLOADING = "uploading"
    PUBLISHED = "published"
    ASSET_ERROR = "asset_error"
    VIDEO_ERROR = "video_error"
    AUDIO_ERROR = "audio_error"
    UPLOAD_ERROR = "upload_error"

    @property
    def label(self) -> str:
        """The words on the board."""
        return self.value.replace("_", " ").title().replace("Sfx", "SFX")


class By(StrEnum):
    """Who may cause a transition. An auto gate is passed by the engine, on the channel's standing order."""

    PERSON = "person"
    ENGINE = "engine"
    EITHER = "either"


P, E, X = By.PERSON, By.ENGINE, By.EITHER
S = Status

GATES = (S.ASSETS_READY, S.VIDEO_READY, S.AUDIO_READY, S.FINAL_REVIEW)
ERRORS = (S.ASSET_ERROR, S.VIDEO_ERROR, S.AUDIO_ERROR, S.UPLOAD_ERROR)
PUBLISHING = (S.APPROVED, S.UPLOADING, S.PUBLISHED, S.UPLOAD_ERROR)
CANCELLABLE = tuple(s for s in S if s not in (*PUBLISHING, S.DRAFT))
MAKING = tuple(s for s in S if s not in (*GATES, *ERRORS, S.DRAFT, S.QUEUED, S.APPROVED, S.PUBLISHED))

_WORK: Mapping[Status, Mapping[Status, By]] = {
    S.DRAFT: {S.QUEUED: P},
    S.QUEUED: {S.CLAIMED: E},
    S.CLAIMED: {S.GENERATING_ASSETS: E, S.ASSET_ERROR: E},
    S.GENERATING_ASSETS: {S.ASSETS_READY: E, S.ASSET_ERROR: E},
    S.ASSETS_READY: {S.ASSETS_APPROVED: X, S.GENERATING_ASSETS: P, S.ASSET_ERROR: E},
    S.ASSETS_APPROVED: {S.GENERATING_COMPOSITES: E},
    S.GENERATING_COMPOSITES: {S.COMPOSITES_READY: E, S.ASSET_ERROR: E},
    S.COMPOSITES_READY: {S.GENERATING_VIDEO: E},
    S.GENERATING_VIDEO: {S.VIDEO_READY: E, S.VIDEO_ERROR: E},
    S.VIDEO_READY: {S.VIDEO_APPROVED: X, S.GENERATING_VIDEO: P, S.VIDEO_ERROR: E},
    S.VIDEO_APPROVED: {S.GENERATING_AUDIO: E},
    S.GENERATING_AUDIO: {S.GENERATING_SFX: E, S.AUDIO_ERROR: E},
    S.GENERATING_SFX: {S.SFX_READY: E, S.AUDIO_ERROR: E},
    S.SFX_READY: {S.AUDIO_READY: E},
    S.AUDIO_READY: {S.AUDIO_APPROVED: X, S.GENERATING_AUDIO: P, S.GENERATING_SFX: P, S.AUDIO_ERROR: E},
    S.AUDIO_APPROVED: {S.ASSEMBLING: E},
    S.ASSEMBLING: {S.ASSEMBLY_READY: E, S.VIDEO_ERROR: E},
    S.ASSEMBLY_READY: {S.FINAL_REVIEW: E},
    S.FINAL_REVIEW: {
        S.APPROVED: P,
        S.GENERATING_ASSETS: P,
        S.GENERATING_COMPOSITES: P,
        S.GENERATING_VIDEO: P,
        S.GENERATING_AUDIO: P,
        S.GENERATING_SFX: P,
        S.ASSEMBLING: P,
        S.VIDEO_ERROR: E,
    },
    S.APPROVED: {S.UPLOADING: E},
    S.UPLOADING: {S.PUBLISHED: E, S.UPLOAD_ERROR: E},
    S.PUBLISHED: {},
    S.ASSET_ERROR: {S.QUEUED: X, S.GENERATING_ASSETS: X, S.GENERATING_COMPOSITES: X},
    S.VIDEO_ERROR: {S.QUEUED: X, S.GENERATING_VIDEO: X, S.ASSEMBLING: X},
    S.AUDIO_ERROR: {S.QUEUED: X, S.GENERATING_AUDIO: X, S.GENERATING_SFX: X},
    S.UPLOAD_ERROR: {S.QUEUED: X, S.UPLOADING: X},
}

TRANSITIONS: Mapping[Status, Mapping[Status, By]] = {
    status: {**moves, **({S.DRAFT: P} if status in CANCELLABLE else {})} for status, moves in _WORK.items()
}


class InvalidStateTransitionError(ValueError):
    """Say which transition was refused and which are allowed."""

    def __init__(self, current: Status, wanted: Status, by: By) -> None:
        allowed = ", ".join(to.label for to, who in TRANSITIONS[current].items() if who in (by, By.EITHER))
        who = "a person" if by is By.PERSON else "the engine"
        super().__init__(
            f"A task cannot go from {current.label} to {wanted.label}. From there {who} may choose: {allowed or 'nothing'}."
        )
        self.current, self.wanted, self.by = current, wanted, by


def check_transition(current: Status, wanted: Status, by: By) -> None:
    """Raise InvalidStateTransitionError unless `by` may move a task from `current` to `wanted`."""
    if TRANSITIONS[current].get(wanted) not in (by, By.EITHER):
        raise InvalidStateTransitionError(current, wanted, by)
