"""Images: 22 stills, one for each character, environment and prop."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.steps import looks
from pipeline.steps.base import Brief, ClipKey, Step, TaskPlan


@dataclass(frozen=True)
class ImageBrief(Brief):
    """One asset to paint. `prompt` already begins with the atmosphere; `references` show the same person before."""

    ORDERED = ("prompt", "size", "references")

    kind: str
    prompt: str
    size: str
    references: tuple[Path, ...]


class Images(Step):
    name = "images"
    kind = "image"
    service = "gemini"
    timeout = 60

    def place(self, plan: TaskPlan, number: int) -> Path:
        asset = plan.asset(number)
        return plan.project.asset(asset.kind, asset.name)

    def needs(self, plan: TaskPlan, number: int) -> tuple[ClipKey, ...]:
        same = plan.asset(number).same_as
        return (("image", plan.image_number(same)),) if same else ()

    def brief(self, plan: TaskPlan, number: int, *, seed: int) -> ImageBrief:
        prompt = f"{plan.style.rstrip('. ')}. {plan.prompt('image', number)}"
        return ImageBrief(
            seed=seed,
            model=plan.models.get(self.name, ""),
            kind=plan.asset(number).kind,
            prompt=prompt,
            size=image_size(plan, number),
            references=tuple(plan.takes[key] for key in self.needs(plan, number)),
        )

    def check(self, file: Path, plan: TaskPlan, number: int) -> dict[str, Any]:
        return looks.picture(file)


def image_size(plan: TaskPlan, number: int) -> str:
    """Give the size to order. An environment fills the whole frame, so it gets more pixels where nobody chose."""
    if plan.image_size != "auto":
        return plan.image_size
    return "2K" if plan.asset(number).kind == "environment" else "1K"
