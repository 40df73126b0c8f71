"""Sfx: the sound of a scene, without words."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.steps import looks
from pipeline.steps.base import Brief, Step, TaskPlan


@dataclass(frozen=True)
class SoundBrief(Brief):
    """What is heard, and for how long."""

    ORDERED = ("prompt", "seconds")

    prompt: str
    seconds: float


class SoundEffects(Step):
    name = "sfx"
    kind = "sfx"
    service = "elevenlabs"
    timeout = 120

    def place(self, plan: TaskPlan, number: int) -> Path:
        return plan.project.sound(number)

    def brief(self, plan: TaskPlan, number: int, *, seed: int) -> SoundBrief:
        return SoundBrief(
            seed=seed,
            model=plan.models.get(self.name, ""),
            prompt=plan.prompt("sfx", number),
            seconds=plan.seconds(number),
        )

    def check(self, file: Path, plan: TaskPlan, number: int) -> dict[str, Any]:
        return looks.sound(file, at_least=0.5)
