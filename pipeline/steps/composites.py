"""Composites: one still per scene, its characters standing in its environment."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.steps import looks
from pipeline.steps.base import Brief, ClipKey, Step, TaskPlan

SIZE = (1920, 1080)


@dataclass(frozen=True)
class Staging(Brief):
    """Who is where: the pictures that a scene is put together from."""

    layout: str
    environment: Path
    characters: tuple[Path, ...]
    props: tuple[Path, ...]


class Composites(Step):
    name = "composites"
    kind = "composite"
    service = "local"
    timeout = 10

    def place(self, plan: TaskPlan, number: int) -> Path:
        return plan.project.composite(number)

    def needs(self, plan: TaskPlan, number: int) -> tuple[ClipKey, ...]:
        scene = plan.scene(number)
        names = dict.fromkeys((scene.environment, *scene.characters, *scene.props))
        return tuple(("image", plan.image_number(name)) for name in names)

    def brief(self, plan: TaskPlan, number: int, *, seed: int) -> Staging:
        return staging(plan, number, take=seed)

    def check(self, file: Path, plan: TaskPlan, number: int) -> dict[str, Any]:
        return looks.picture(file, size=SIZE)


def staging(plan: TaskPlan, number: int, *, take: int) -> Staging:
    """Give the pictures of one scene, and the seed that places them: other scenes and other takes are staged differently."""
    scene = plan.scene(number)
    return Staging(
        seed=100 * (take - 1) + number,
        layout=scene.layout,
        environment=plan.image(scene.environment),
        characters=tuple(plan.image(name) for name in scene.characters),
        props=tuple(plan.image(name) for name in scene.props),
    )
