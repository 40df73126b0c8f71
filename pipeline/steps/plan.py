"""Plan: the idea becomes a storyboard of 22 assets and 18 scenes."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.rules import storyboard
from pipeline.steps.base import Brief, Step, TaskPlan, UnusableFile


@dataclass(frozen=True)
class StoryboardBrief(Brief):
    """What the author of a storyboard is told."""

    ORDERED = ("title", "topic", "story_direction", "language", "assets", "scenes")

    title: str
    topic: str
    story_direction: str
    atmosphere: str
    channel_name: str
    language: str
    assets: int
    scenes: int
    clip_seconds: float


class Plan(Step):
    name = "plan"
    kind = "storyboard"
    service = "gemini"
    timeout = 120

    def place(self, plan: TaskPlan, number: int) -> Path:
        return plan.project.storyboard

    def brief(self, plan: TaskPlan, number: int, *, seed: int) -> StoryboardBrief:
        return StoryboardBrief(
            seed=seed,
            model=plan.models.get(self.name, ""),
            title=plan.title,
            topic=plan.topic,
            story_direction=plan.story_direction,
            atmosphere=plan.atmosphere,
            channel_name=plan.channel_name,
            language=plan.language,
            assets=plan.asset_count,
            scenes=plan.scene_count,
            clip_seconds=plan.clip_seconds,
        )

    def check(self, file: Path, plan: TaskPlan, number: int) -> dict[str, Any]:
        wrong = storyboard.problems(
            read(file), assets=plan.asset_count, scenes=plan.scene_count, clip_seconds=plan.clip_seconds
        )
        if wrong:
            more = f" ({len(wrong) - 1} more problems.)" if len(wrong) > 1 else ""
            raise UnusableFile(f"The storyboard cannot be used: {wrong[0]}{more}")
        return {"assets": plan.asset_count, "scenes": plan.scene_count}


def read(file: Path) -> object:
    """Read a storyboard's JSON. Raises UnusableFile when it is none, or larger than a storyboard can be."""
    try:
        if file.stat().st_size > 1_000_000:
            raise UnusableFile("The storyboard is larger than 1 MB; a storyboard has a few kilobytes.")
        return json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UnusableFile(f"There is no storyboard {file.name}.") from None
    except (ValueError, RecursionError):
        raise UnusableFile("The storyboard is not valid JSON.") from None
