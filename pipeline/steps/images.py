"""Images: 22 stills, one for each character, environment and prop."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.steps import looks
from pipeline.steps.base import Brief, Step, TaskPlan


@dataclass(frozen=True)
class ImageBrief(Brief):
    """One asset to paint. `prompt` already begins with the atmosphere."""

    kind: str
    prompt: str


class Images(Step):
    name = "images"
    kind = "image"
    service = "gemini"
    timeout = 60

    def place(self, plan: TaskPlan, number: int) -> Path:
        asset = plan.asset(number)
        return plan.project.asset(asset.kind, asset.name)

    def brief(self, plan: TaskPlan, number: int, *, seed: int) -> ImageBrief:
        prompt = f"{plan.style.rstrip('. ')}. {plan.prompt('image', number)}"
        return ImageBrief(seed=seed, kind=plan.asset(number).kind, prompt=prompt)

    def check(self, file: Path, plan: TaskPlan) -> dict[str, Any]:
        return looks.picture(file)
