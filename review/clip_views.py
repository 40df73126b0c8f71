"""A task's clips as its pages show them: each with its takes, its picture and what is going on with it."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pipeline.models import Attempt, Clip, Job, Task
from pipeline.plans import clips_of
from review.lost import LostOrder, of_clip

K = Clip.Kind
NAMES: Mapping[str, str] = {
    K.STORYBOARD: "Storyboard",
    K.IMAGE: "Image",
    K.COMPOSITE: "Picture",
    K.VIDEO: "Clip",
    K.NARRATION: "Narration",
    K.SFX: "Sound",
    K.FILM: "Film",
}
PLURALS: Mapping[str, str] = {
    K.COMPOSITE: "Pictures of scenes",
    K.NARRATION: "Narration",
    K.SFX: "Sound",
    K.FILM: "Film",
}
PROMPTS: Mapping[str, str] = {
    K.IMAGE: "What the picture shows",
    K.VIDEO: "How it moves",
    K.NARRATION: "What is said",
    K.SFX: "What is heard",
}
STATES: Mapping[str, str] = {
    "making": "being made",
    "missing": "not made yet",
    "waiting": "in the queue",
    "unpaid": "waits for money",
    "lost": "may have been charged",
}
PLAYERS = (K.VIDEO, K.FILM)
SOUNDS = (K.NARRATION, K.SFX)


@dataclass(frozen=True)
class ClipView:
    """One clip. `take` is the selected one, None before there is one; `picture` the path of what stands for it."""

    clip: Clip
    take: Attempt | None
    takes: tuple[Attempt, ...]
    state: str
    picture: str
    retry_at: datetime | None = None
    lost: LostOrder | None = None

    @property
    def key(self) -> str:
        return f"{self.clip.kind}:{self.clip.number}"

    @property
    def slug(self) -> str:
        return f"{self.clip.kind}-{self.clip.number}"

    @property
    def note_field(self) -> str:
        """The name of the field in which it is said what is wrong with it."""
        return f"note-{self.key}"

    @property
    def prompt_field(self) -> str:
        """The name of the field in which its prompt is edited."""
        return f"prompt-{self.key}"

    @property
    def label(self) -> str:
        """What people call it: an image by its name, everything else by its scene."""
        return short_label(self.clip)

    @property
    def full_label(self) -> str:
        """The label where clips of several kinds stand beside each other."""
        return clip_label(self.clip)

    @property
    def name(self) -> str:
        """What kind of thing it is, in one word."""
        return NAMES[self.clip.kind]

    @property
    def state_words(self) -> str:
        """The state as people say it."""
        return STATES.get(self.state, self.state)

    @property
    def shelf(self) -> str:
        """Where an image belongs: Characters, Environments or Props."""
        return self.clip.path.split("/")[1].capitalize() if self.clip.path.count("/") > 1 else ""

    @property
    def prompt_label(self) -> str:
        """What the prompt of this clip says; empty where it has none."""
        return PROMPTS.get(self.clip.kind, "")

    @property
    def is_moving(self) -> bool:
        return self.clip.kind in PLAYERS

    @property
    def is_sound(self) -> bool:
        return self.clip.kind in SOUNDS

    @property
    def has_badges(self) -> bool:
        """There is something to say beside its name."""
        return bool(self.clip.verdict or self.lost or len(self.takes) > 1)

    @property
    def is_new(self) -> bool:
        """It was made again and nobody has decided about it since."""
        return self.state == "ready" and len(self.takes) > 1 and not self.clip.verdict

    @property
    def note(self) -> str:
        """Why an earlier take was sent back."""
        return self.clip.note

    @property
    def stamp(self) -> str:
        said = (
            self.key,
            self.state,
            self.clip.prompt,
            self.clip.note,
            self.picture,
            self.retry_at,
            self.clip.verdict,
            self.lost,
        )
        takes = [(str(take.pk), take.selected) for take in self.takes]
        return f"{zlib.crc32(repr((said, takes)).encode()):08x}"


def short_label(clip: Clip) -> str:
    """What people call a clip among others of its kind."""
    if clip.kind == K.IMAGE:
        return clip.name.replace("_", " ")
    return NAMES[clip.kind] if clip.kind in (K.FILM, K.STORYBOARD) else f"Scene {clip.number}"


def clip_label(clip: Clip) -> str:
    """What people call a clip among others of every kind."""
    name, label = NAMES[clip.kind], short_label(clip)
    return name if name == label else f"{name}, {label[:1].lower()}{label[1:]}"


Views = dict[str, list[ClipView]]


def clip_views(task: Task) -> Views:
    """Give a task's clips by kind, in order, in three queries."""
    clips = clips_of(task)
    jobs: dict[int, list[Job]] = {}
    for job in task.jobs.order_by("id").only("task_id", "clip_id", "state", "hold", "failures", "run_after"):
        jobs.setdefault(job.clip_id, []).append(job)
    selected = {(clip.kind, clip.number): take for clip in clips if (take := clip.selected)}
    found: Views = {kind: [] for kind in K.values}
    for clip in clips:
        found[clip.kind].append(_view(clip, selected, jobs.get(clip.pk, [])))
    return found


def good(views: Iterable[ClipView]) -> int:
    """Count the clips that need no more work."""
    return sum(view.state in ("ready", "approved") for view in views)


def _view(clip: Clip, selected: Mapping[tuple[str, int], Attempt], jobs: list[Job]) -> ClipView:
    job = jobs[-1] if jobs else None  # the newest counts
    retrying = job and job.state == Job.State.WAITING and job.failures
    return ClipView(
        clip=clip,
        take=selected.get((clip.kind, clip.number)),
        takes=tuple(clip.takes),
        state=_state(clip, job),
        picture=_picture(clip, selected),
        retry_at=job.run_after if job and retrying else None,
        lost=of_clip(clip, jobs),
    )


def _state(clip: Clip, job: Job | None) -> str:
    """approved, ready, making, waiting, retrying, unpaid, lost, failed, rejected, outdated, or missing."""
    match job.state if job and not clip.is_good else None:
        case Job.State.RUNNING:
            return "making"
        case Job.State.WAITING:
            return "retrying" if job and job.failures else "waiting"
        case Job.State.HELD:
            return "unpaid" if job and job.hold == Job.Hold.BUDGET else "lost"
        case Job.State.FAILED:
            return "failed"
    if clip.selected is None:
        return "missing"
    return clip.verdict or "ready"


def _picture(clip: Clip, selected: Mapping[tuple[str, int], Attempt]) -> str:
    kind = clip.kind if clip.kind in (K.IMAGE, K.COMPOSITE) else K.COMPOSITE
    take = selected.get((kind, clip.number))
    return take.path if take else ""
