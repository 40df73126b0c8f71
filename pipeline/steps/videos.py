"""Videos: each composite set in motion."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.steps import looks
from pipeline.steps.base import Brief, ClipKey, Step, TaskPlan
from pipeline.steps.composites import Staging, staging


@dataclass(frozen=True)
class VideoBrief(Brief):
    """One composite and how it moves. `stage` has the layers, for a provider that can use them."""

    ORDERED = ("composite", "motion", "seconds")

    composite: Path
    atmosphere: str
    motion: str
    seconds: float
    stage: Staging
    hosting: str
    r2: Mapping[str, str]


class Videos(Step):
    name = "videos"
    kind = "video"
    service = "kling"
    timeout = 3_600
    quiet_timeout = 600

    def place(self, plan: TaskPlan, number: int) -> Path:
        return plan.project.video(number)

    def needs(self, plan: TaskPlan, number: int) -> tuple[ClipKey, ...]:
        return (("composite", number),)

    def brief(self, plan: TaskPlan, number: int, *, seed: int) -> VideoBrief:
        return VideoBrief(
            seed=seed,
            model=plan.models.get(self.name, ""),
            composite=plan.takes["composite", number],
            atmosphere=plan.style,
            motion=plan.prompt("video", number),
            seconds=plan.seconds(number),
            stage=staging(plan, number, take=plan.take_numbers["composite", number]),
            hosting=plan.hosting,
            r2=plan.r2,
        )

    def check(self, file: Path, plan: TaskPlan, number: int) -> dict[str, Any]:
        return looks.clip(file, seconds=plan.seconds(number))
