"""A film scene by scene: what is planned, what is made, and where in the film it begins."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from pipeline import storage
from pipeline.models import Attempt, Clip, Task
from pipeline.plans import read_plan
from pipeline.rules.storyboard import Scene, Storyboard
from pipeline.steps import film as film_step
from review.card_facts import film_thumb
from review.clip_views import ClipView, Views

K = Clip.Kind


@dataclass(frozen=True)
class SceneView:
    """One scene. `start` is in seconds of the film, None where the film does not say."""

    number: int
    plan: Scene | None
    composite: ClipView | None
    video: ClipView | None
    narration: ClipView | None
    sfx: ClipView | None
    start: float | None

    @property
    def text(self) -> str:
        """What is said, as it stands now."""
        if self.narration:
            return self.narration.clip.prompt
        return self.plan.narration if self.plan else ""

    @property
    def who(self) -> str:
        """Where the scene plays, who is there, and with what."""
        names = (self.plan.environment, *self.plan.characters, *self.plan.props) if self.plan else ()
        return ", ".join(name.replace("_", " ") for name in names)

    @property
    def parts(self) -> list[ClipView]:
        """What can be sent back."""
        return [part for part in (self.composite, self.video, self.narration, self.sfx) if part and part.take]


@dataclass(frozen=True)
class FilmView:
    """The finished film: paths of the film, its picture and its captions; the last two may be empty."""

    clip: ClipView
    path: str
    picture: str
    captions: str
    seconds: float | None


def storyboard(task: Task, views: Views) -> Storyboard | None:
    """Read the task's storyboard; None before there is one. Raises Refused when its file cannot be read."""
    return read_plan(task, [view.clip for each in views.values() for view in each]).storyboard


def scenes(views: Views, board: Storyboard | None = None) -> list[SceneView]:
    """Put clips and plan together by their scene."""
    by = {(view.clip.kind, view.clip.number): view for each in views.values() for view in each}
    plans = {scene.number: scene for scene in board.scenes} if board else {}
    starts = _starts(by.get((K.FILM, 1)))
    numbers = sorted({n for kind, n in by if kind in (K.COMPOSITE, K.VIDEO, K.NARRATION, K.SFX)} | set(plans))
    return [
        SceneView(
            number=n,
            plan=plans.get(n),
            composite=by.get((K.COMPOSITE, n)),
            video=by.get((K.VIDEO, n)),
            narration=by.get((K.NARRATION, n)),
            sfx=by.get((K.SFX, n)),
            start=starts.get(n),
        )
        for n in numbers
    ]


def film(views: Views) -> FilmView | None:
    """Describe the film; None before there is one."""
    view = next((view for view in views[K.FILM] if view.take), None)
    if view is None or view.take is None:
        return None
    path = view.take.path
    captions = film_step.captions(Path(path)).as_posix()
    return FilmView(
        clip=view,
        path=path,
        picture=film_thumb(path),
        captions=captions if storage.is_shared() or (settings.WORKSPACE_ROOT / captions).is_file() else "",
        seconds=_seconds(view.take),
    )


def _starts(film_clip: ClipView | None) -> dict[int, float]:
    facts = film_clip.take.facts if film_clip and film_clip.take else {}
    marks = facts.get("scenes")
    return {mark["number"]: mark["start"] for mark in marks if _is_mark(mark)} if isinstance(marks, list) else {}


def _is_mark(mark: Any) -> bool:
    return isinstance(mark, dict) and isinstance(mark.get("number"), int) and isinstance(mark.get("start"), int | float)


def _seconds(take: Attempt) -> float | None:
    seconds = take.facts.get("seconds")
    return float(seconds) if isinstance(seconds, int | float) else None
