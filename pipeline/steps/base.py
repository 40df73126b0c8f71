"""What a step is, and the plan of a task that every step reads."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from pipeline.rules.speech import seconds_to_say
from pipeline.rules.storyboard import Asset, Scene, Storyboard
from videogen.lib.paths import Project

ClipKey = tuple[str, int]  # kind and number, such as ("video", 7)


class UnusableFile(Exception):
    """A script reported success, but its file cannot be used. The text is a sentence for a person."""


@dataclass(frozen=True)
class TaskPlan:
    """Everything about a task that a step may need, read once, so that no step has anything to look up."""

    project: Project
    title: str
    topic: str
    story_direction: str
    channel_name: str
    language: str
    voice: str | None
    atmosphere: str
    asset_count: int
    scene_count: int
    clip_seconds: float  # the longest that a clip may be
    short_seconds: float | None = None  # what a clip has whose narration fits into it; None: all are equally long
    image_size: str = "auto"
    hosting: str = "kie"
    r2: Mapping[str, str] = field(default_factory=dict)
    models: Mapping[str, str] = field(default_factory=dict)
    storyboard: Storyboard | None = None
    prompts: Mapping[ClipKey, str] = field(default_factory=dict)
    takes: Mapping[ClipKey, Path] = field(default_factory=dict)  # the selected take of each clip that has one
    take_numbers: Mapping[ClipKey, int] = field(default_factory=dict)
    branding: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def board(self) -> Storyboard:
        """The storyboard; a step after the plan may rely on it."""
        assert self.storyboard is not None, "This step needs the storyboard."
        return self.storyboard

    def scene(self, number: int) -> Scene:
        return self.board.scenes[number - 1]

    def asset(self, number: int) -> Asset:
        return self.board.assets[number - 1]

    def image_number(self, name: str) -> int:
        """The number of the image clip that shows the asset of this name."""
        return next(n for n, asset in enumerate(self.board.assets, 1) if asset.name == name)

    def image(self, name: str) -> Path:
        return self.takes["image", self.image_number(name)]

    def prompt(self, kind: str, number: int) -> str:
        return self.prompts.get((kind, number), "")

    def seconds(self, number: int) -> float:
        """How long the clip of a scene is."""
        short = self.short_seconds
        if short is None or seconds_to_say(self.prompt("narration", number)) > short:
            return self.clip_seconds
        return short

    @property
    def style(self) -> str:
        """What stands before every image and motion prompt."""
        return self.board.atmosphere or self.atmosphere


@dataclass(frozen=True, kw_only=True)
class Brief:
    """The complete input of one script run. `seed` is the number of the take, so that another take looks another way."""

    ORDERED: ClassVar[tuple[str, ...]] = ()  # which of its values say what a paid order is for

    seed: int
    model: str = ""  # empty: the provider's default

    @property
    def order(self) -> str:
        """What is ordered with it. Briefs with the same order may differ in how it is carried out, not in what is made."""
        return repr([(name, getattr(self, name)) for name in ("seed", "model", *self.ORDERED)])


class Step(ABC):
    """One of the eight steps: what it makes, what it waits for, what its script must know, what a usable file is."""

    name: ClassVar[str]
    kind: ClassVar[str]
    service: ClassVar[str]  # whose limit counts when the step is done by its usual provider
    timeout: ClassVar[float]  # seconds, from start to end
    quiet_timeout: ClassVar[float | None] = None  # seconds without a line of news

    @abstractmethod
    def place(self, plan: TaskPlan, number: int) -> Path:
        """Where the selected take is always found."""

    def companions(self, file: Path) -> tuple[Path, ...]:
        """Further files that the script leaves beside `file`; they go with it wherever it goes."""
        return ()

    def needs(self, plan: TaskPlan, number: int) -> tuple[ClipKey, ...]:
        """The clips whose selected takes this one is made from."""
        return ()

    @abstractmethod
    def brief(self, plan: TaskPlan, number: int, *, seed: int) -> Brief:
        """Everything the script needs, so that it has nothing to look up."""

    @abstractmethod
    def check(self, file: Path, plan: TaskPlan, number: int) -> Mapping[str, Any]:
        """Raise UnusableFile unless the file can be used; give what is worth knowing about it (size, seconds)."""
