"""Film: clips, voices and sounds, cut together."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.steps import looks
from pipeline.steps.base import Brief, ClipKey, Step, TaskPlan
from pipeline.steps.narration import timings

PARTS = ("video", "narration", "sfx")


@dataclass(frozen=True)
class SceneParts:
    """What one scene of the film is cut from."""

    number: int
    video: Path
    narration: Path
    timings: Path
    sfx: Path
    text: str


@dataclass(frozen=True)
class FilmBrief(Brief):
    """The whole cut. `segments` is where finished segments are kept between films."""

    title: str
    language: str
    scenes: tuple[SceneParts, ...]
    segments: Path
    intro: str | None
    outro: str | None
    music: str | None
    watermark: str | None


class Film(Step):
    name = "film"
    kind = "film"
    service = "local"
    timeout = 300

    def place(self, plan: TaskPlan, number: int) -> Path:
        return plan.project.film

    def needs(self, plan: TaskPlan, number: int) -> tuple[ClipKey, ...]:
        return tuple((kind, scene.number) for scene in plan.board.scenes for kind in PARTS)

    def brief(self, plan: TaskPlan, number: int, *, seed: int) -> FilmBrief:
        return FilmBrief(
            seed=seed,
            title=plan.title,
            language=plan.language,
            scenes=tuple(self._parts(plan, scene.number) for scene in plan.board.scenes),
            segments=plan.project.segments,
            intro=plan.branding.get("intro_video"),
            outro=plan.branding.get("outro_video"),
            music=plan.branding.get("music"),
            watermark=plan.branding.get("watermark"),
        )

    def _parts(self, plan: TaskPlan, number: int) -> SceneParts:
        narration = plan.takes["narration", number]
        return SceneParts(
            number=number,
            video=plan.takes["video", number],
            narration=narration,
            timings=timings(narration),
            sfx=plan.takes["sfx", number],
            text=plan.prompt("narration", number),
        )

    def companions(self, file: Path) -> tuple[Path, ...]:
        return (captions(file), thumbnail(file))

    def check(self, file: Path, plan: TaskPlan, number: int) -> dict[str, Any]:
        return looks.clip(file)


def captions(film: Path) -> Path:
    """Where the captions of a film are."""
    return film.with_suffix(".srt")


def thumbnail(film: Path) -> Path:
    """Where the picture that stands for a film is."""
    return film.with_name("thumbnail.jpg")
