"""How a film flows: which steps a status opens, when a stage is done, where rejected and failed work goes back to."""

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from pipeline.rules.statuses import Status

S = Status

STEPS = ("plan", "images", "composites", "videos", "narration", "sfx", "film", "upload")

# What may start when a task enters a status. Clips open with the composites, so that each starts when its own is ready;
# sound needs the storyboard only, so it is made together with the narration.
OPENS: Mapping[Status, tuple[str, ...]] = {
    S.QUEUED: ("plan",),
    S.CLAIMED: ("plan",),
    S.GENERATING_ASSETS: ("images",),
    S.GENERATING_COMPOSITES: ("composites", "videos"),
    S.GENERATING_VIDEO: ("videos",),
    S.GENERATING_AUDIO: ("narration", "sfx"),
    S.GENERATING_SFX: ("sfx",),
    S.ASSEMBLING: ("film",),
}

# Where nobody looks at the clips before the sound is made, it is made beside them: it needs the storyboard only.
BESIDE_CLIPS = (S.GENERATING_COMPOSITES, S.GENERATING_VIDEO)

# A status that the engine leaves by itself: the step that must be complete first (None: at once), and where it goes.
_ONWARDS: Mapping[Status, tuple[str | None, Status]] = {
    S.CLAIMED: ("plan", S.GENERATING_ASSETS),
    S.GENERATING_ASSETS: ("images", S.ASSETS_READY),
    S.ASSETS_APPROVED: (None, S.GENERATING_COMPOSITES),
    S.GENERATING_COMPOSITES: ("composites", S.COMPOSITES_READY),
    S.COMPOSITES_READY: (None, S.GENERATING_VIDEO),
    S.GENERATING_VIDEO: ("videos", S.VIDEO_READY),
    S.VIDEO_APPROVED: (None, S.GENERATING_AUDIO),
    S.GENERATING_AUDIO: ("narration", S.GENERATING_SFX),
    S.GENERATING_SFX: ("sfx", S.SFX_READY),
    S.SFX_READY: (None, S.AUDIO_READY),
    S.AUDIO_APPROVED: (None, S.ASSEMBLING),
    S.ASSEMBLING: ("film", S.ASSEMBLY_READY),
    S.ASSEMBLY_READY: (None, S.FINAL_REVIEW),
}

# What people decide at a gate, and where their yes leads. The names are those of the channel's `gates`.
GATE_STEPS: Mapping[Status, tuple[str, ...]] = {
    S.ASSETS_READY: ("images",),
    S.VIDEO_READY: ("videos",),
    S.AUDIO_READY: ("narration", "sfx"),
    S.FINAL_REVIEW: ("film",),
}
GATE_NAMES: Mapping[Status, str] = {S.ASSETS_READY: "assets", S.VIDEO_READY: "videos", S.AUDIO_READY: "audio"}
APPROVES_TO: Mapping[Status, Status] = {
    S.ASSETS_READY: S.ASSETS_APPROVED,
    S.VIDEO_READY: S.VIDEO_APPROVED,
    S.AUDIO_READY: S.AUDIO_APPROVED,
    S.FINAL_REVIEW: S.APPROVED,
}

MADE_IN: Mapping[str, Status] = {
    "plan": S.QUEUED,
    "images": S.GENERATING_ASSETS,
    "composites": S.GENERATING_COMPOSITES,
    "videos": S.GENERATING_VIDEO,
    "narration": S.GENERATING_AUDIO,
    "sfx": S.GENERATING_SFX,
    "film": S.ASSEMBLING,
    "upload": S.UPLOADING,
}

_FAILS_TO: Mapping[Status, Status] = {
    S.CLAIMED: S.ASSET_ERROR,
    S.GENERATING_ASSETS: S.ASSET_ERROR,
    S.GENERATING_COMPOSITES: S.ASSET_ERROR,
    S.GENERATING_VIDEO: S.VIDEO_ERROR,
    S.GENERATING_AUDIO: S.AUDIO_ERROR,
    S.GENERATING_SFX: S.AUDIO_ERROR,
    S.ASSEMBLING: S.VIDEO_ERROR,
    S.UPLOADING: S.UPLOAD_ERROR,
}


class Progress(Protocol):
    """What the flow asks about a task's clips."""

    def complete(self, step: str) -> bool: ...

    def approved(self, step: str) -> bool: ...

    def failed(self, step: str) -> bool: ...


def opens(status: Status, auto_gates: Collection[str] = ()) -> tuple[str, ...]:
    """Give the steps that may start in a status. `auto_gates` are those that no person decides."""
    sound = OPENS[S.GENERATING_AUDIO] if status in BESIDE_CLIPS and "videos" in auto_gates else ()
    return OPENS.get(status, ()) + sound


def next_status(status: Status, progress: Progress, auto_gates: Collection[str] = ()) -> Status | None:
    """Say where the engine takes the task now; None while it must wait for work or for a person.

    A gate is passed by the engine when everything in it has been approved already (one clip was made again elsewhere) or
    when the channel says so. The final gate is always a person's.
    """
    if status in _FAILS_TO and any(progress.failed(step) for step in OPENS.get(status, ()) if _belongs(step, status)):
        return _FAILS_TO[status]
    if status in _ONWARDS:
        step, onwards = _ONWARDS[status]
        return onwards if step is None or progress.complete(step) else None
    if status in GATE_NAMES:
        steps = GATE_STEPS[status]
        if not all(progress.complete(step) for step in steps):
            return None
        if GATE_NAMES[status] in auto_gates or all(progress.approved(step) for step in steps):
            return APPROVES_TO[status]
    return None


def _belongs(step: str, status: Status) -> bool:
    # A clip that failed while composites are still made waits for its own status, whose error it is.
    return not (step == "videos" and status is S.GENERATING_COMPOSITES)


def back_to(steps: Collection[str]) -> Status:
    """Give the status in which the earliest of these steps is made."""
    return MADE_IN[min(steps, key=STEPS.index)]


def resume_at(error: Status, complete: Callable[[str], bool]) -> Status:
    """Say where a failed task goes on: the status that makes the first thing that is missing."""
    stages = {
        S.ASSET_ERROR: ("plan", "images", "composites"),
        S.VIDEO_ERROR: ("videos", "film"),
        S.AUDIO_ERROR: ("narration", "sfx"),
        S.UPLOAD_ERROR: ("upload",),
    }[error]
    missing = [step for step in stages if not complete(step)]
    return MADE_IN[(missing or stages)[0]]
