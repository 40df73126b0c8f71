"""The rooms in which people decide: what stands in each, in the order in which it should be looked at."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.models import Clip, Preview, Task
from pipeline.rules.checks import Finding
from pipeline.rules.statuses import Status
from pipeline.steps import ClipKey
from pipeline.steps.narration import timings
from review.clip_views import Views
from review.exhibits import Exhibit, exhibits
from review.scenes import SceneView, film, scenes

K = Clip.Kind
S = Status
PARTS = (K.COMPOSITE, K.VIDEO, K.NARRATION, K.SFX)


@dataclass(frozen=True)
class Stand:
    """One thing to look at: a clip, or a scene with its parts. `exhibits` are what can be sent back here."""

    key: str
    label: str
    number: int
    exhibits: tuple[Exhibit, ...]
    moving: Exhibit | None = None
    scene: SceneView | None = None

    @property
    def slug(self) -> str:
        return self.key.replace(":", "-")

    @property
    def picture(self) -> str:
        """The path of what stands for it."""
        first = self.moving or (self.exhibits[0] if self.exhibits else None)
        if first and first.shown:
            return first.shown.picture
        return self.scene.composite.picture if self.scene and self.scene.composite else ""

    @property
    def strip(self) -> str:
        return self.moving.shown.look.strip if self.moving and self.moving.shown else ""

    @property
    def frames(self) -> int:
        return self.moving.shown.look.frames if self.moving and self.moving.shown else 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for exhibit in self.exhibits for finding in exhibit.findings)

    @property
    def is_unchecked(self) -> bool:
        shown = [exhibit.shown.look.state for exhibit in self.exhibits if exhibit.shown]
        return any(state in (Preview.State.WAITING, Preview.State.MAKING) for state in shown)

    @property
    def is_new(self) -> bool:
        return any(exhibit.view.is_new for exhibit in self.exhibits)

    @property
    def is_decided(self) -> bool:
        return all(exhibit.is_decided for exhibit in self.exhibits)

    @property
    def words(self) -> str:
        """Where the times of the spoken words are; a path."""
        voice = next((each for each in self.exhibits if each.view.clip.kind == K.NARRATION and each.shown), None)
        if voice is None or voice.shown is None:
            return ""
        return timings(Path(voice.shown.take.path)).as_posix()


@dataclass(frozen=True)
class Room:
    """One gate's room. `stands` are in the order of looking; `kind` names its template."""

    kind: str
    advice: str
    stands: tuple[Stand, ...]
    extra: Mapping[str, Any]

    @property
    def flagged(self) -> int:
        """How many the automatic checks noticed and nobody decided about."""
        return sum(bool(stand.findings) and not stand.is_decided for stand in self.stands)

    @property
    def shows_references(self) -> bool:
        """Where single pictures and clips are looked at, it helps to know what they belong to."""
        return self.kind in ("images", "videos")

    @property
    def unchecked(self) -> int:
        """How many nobody has measured yet: without a flag, but not therefore without a fault."""
        return sum(stand.is_unchecked and not stand.is_decided for stand in self.stands)

    @property
    def undecided(self) -> int:
        return sum(not stand.is_decided for stand in self.stands)


ADVICE: Mapping[Status, tuple[str, str]] = {
    S.ASSETS_READY: ("images", "Look at each image: what you approve is what the scenes are built from."),
    S.VIDEO_READY: ("videos", "Play each clip. What you reject is made again; the others stay."),
    S.AUDIO_READY: ("audio", "Listen to each scene: its voice and its sound, over its clip."),
    S.FINAL_REVIEW: ("film", "Watch the film. Nothing is published that you have not approved."),
}


def room(task: Task, views: Views) -> Room:
    """Furnish the room of the gate that a task is at."""
    shown = exhibits(task, views)
    kind, advice = ADVICE[task.state]
    match task.state:
        case S.ASSETS_READY:
            return Room(kind, advice, _clips(shown, K.IMAGE), {})
        case S.VIDEO_READY:
            return Room(kind, advice, _clips(shown, K.VIDEO), {})
        case S.AUDIO_READY:
            stands = _scenes(scenes(views), shown, (K.NARRATION, K.SFX))
            return Room(kind, advice, tuple(sorted(stands, key=_place)), {})
        case _:
            stands = _scenes(scenes(views), shown, PARTS)
            extra = {"film": film(views), "exhibit": shown.get((K.FILM, 1))}
            images = sorted((e for (k, _), e in shown.items() if k == K.IMAGE), key=lambda e: e.view.clip.number)
            return Room(kind, advice, tuple(stands), {**extra, "images": images})


def _clips(shown: Mapping[ClipKey, Exhibit], kind: str) -> tuple[Stand, ...]:
    mine = sorted((exhibit for (k, _), exhibit in shown.items() if k == kind), key=lambda exhibit: exhibit.place)
    return tuple(
        Stand(
            key=exhibit.view.key,
            label=exhibit.view.label,
            number=exhibit.view.clip.number,
            exhibits=(exhibit,),
            moving=exhibit if kind == K.VIDEO else None,
        )
        for exhibit in mine
    )


def _scenes(planned: Iterable[SceneView], shown: Mapping[ClipKey, Exhibit], kinds: Collection[str]) -> Iterable[Stand]:
    for scene in planned:
        n = scene.number
        parts = tuple(shown[kind, n] for kind in kinds if (kind, n) in shown)
        yield Stand(f"scene:{n}", f"Scene {n}", n, parts, shown.get((K.VIDEO, n)), scene)


def _place(stand: Stand) -> tuple[bool, int, int]:
    heaviest = max((finding.weight for finding in stand.findings), default=0)
    return (stand.is_decided, -heaviest, stand.number)
