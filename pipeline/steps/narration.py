"""Narration: one scene's words, spoken in the channel's voice."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.steps import looks
from pipeline.steps.base import Brief, Step, TaskPlan, UnusableFile


@dataclass(frozen=True)
class NarrationBrief(Brief):
    """What is said, by whom, in which language. The timings of the words go beside the sound."""

    ORDERED = ("text", "voice", "language")

    text: str
    voice: str | None
    language: str


class Narration(Step):
    name = "narration"
    kind = "narration"
    service = "elevenlabs"
    timeout = 120

    def place(self, plan: TaskPlan, number: int) -> Path:
        return plan.project.narration(number)

    def brief(self, plan: TaskPlan, number: int, *, seed: int) -> NarrationBrief:
        return NarrationBrief(
            seed=seed,
            model=plan.models.get(self.name, ""),
            text=plan.prompt("narration", number),
            voice=plan.voice,
            language=plan.language,
        )

    def companions(self, file: Path) -> tuple[Path, ...]:
        return (timings(file),)

    def check(self, file: Path, plan: TaskPlan, number: int) -> dict[str, Any]:
        # A refused text can come back as success with a nearly empty file.
        if file.is_file() and 0 < file.stat().st_size < 1_000:
            raise UnusableFile("The narration is too short to hold speech.")
        return looks.sound(file, at_least=0.3)


def timings(sound: Path) -> Path:
    """Where the word timings of a narration are."""
    return sound.with_suffix(".json")
