"""The checked values of one channel's file, with what holds where the file says nothing."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any, Self

STEPS = ("plan", "images", "composites", "videos", "narration", "sfx", "film", "upload")
# Who can do a step; the first one does it where the file says nothing.
PROVIDERS: Mapping[str, tuple[str, ...]] = {
    "plan": ("local", "gemini"),
    "images": ("local", "gemini"),
    "videos": ("local", "kling"),
    "narration": ("local", "elevenlabs"),
    "sfx": ("local", "elevenlabs"),
    "upload": ("youtube",),
}


@dataclass(frozen=True)
class Branding:
    """Films put before and after, and a picture laid over; paths as the file gives them."""

    intro_video: str | None = None
    outro_video: str | None = None
    watermark: str | None = None


@dataclass(frozen=True)
class Gates:
    """Who passes the early gates. The final one is always a person's."""

    assets: str = "person"
    videos: str = "person"
    audio: str = "person"

    @property
    def auto(self) -> frozenset[str]:
        return frozenset(name for name, who in asdict(self).items() if who == "auto")


@dataclass(frozen=True)
class Format:
    """The shape of a film. `clip_seconds` is a number of seconds, or "auto"; `image_size` is "auto", "1K", "2K" or "4K"."""

    assets: int = 22
    scenes: int = 18
    clip_seconds: float | str = 10
    aspect: str = "16:9"
    image_size: str = "auto"


@dataclass(frozen=True)
class Retry:
    """How often and after how many seconds a transient failure is tried again."""

    max_attempts: int = 5
    backoff: tuple[float, ...] = (60, 300, 900, 3600)


@dataclass(frozen=True)
class Budget:
    """Caps in US dollars; None is no cap."""

    per_video_usd: Decimal | None = None
    per_day_usd: Decimal | None = None
    per_month_usd: Decimal | None = None


@dataclass(frozen=True)
class Uploads:
    """When and how often films are published. Times are HH:MM."""

    max_per_day: int = 3
    publish_times: tuple[str, ...] = ()
    min_hours_between: float = 0


@dataclass(frozen=True)
class Captions:
    """What becomes of the captions."""

    upload: bool = True
    burn_in: bool = False


@dataclass(frozen=True)
class ChannelConfig:
    """The checked values of one channel's file."""

    channel_id: str
    channel_name: str
    notion_database_id: str | None = None
    is_active: bool = True
    priority: str = "normal"
    emoji: str = ""
    colour: str = ""
    language: str = "en"
    voice_id: str | None = None
    atmosphere: str = ""
    providers: Mapping[str, str] = field(default_factory=dict)
    models: Mapping[str, str] = field(default_factory=dict)
    branding: Branding = Branding()
    storage_strategy: str = "notion"
    r2: Mapping[str, str] = field(default_factory=dict)
    hosting: str = "kie"
    default_privacy: str = "private"
    tags: tuple[str, ...] = ()
    description_template: str = ""
    category_id: int = 27
    made_for_kids: bool = False
    gates: Gates = Gates()
    max_concurrent: int = 2
    format: Format = Format()
    timeouts: Mapping[str, float] = field(default_factory=dict)
    retry: Retry = Retry()
    budget: Budget = Budget()
    uploads: Uploads = Uploads()
    music: str | None = None
    captions: Captions = Captions()
    reviewers: tuple[str, ...] = ()
    review_backlog: int | None = None

    def provider(self, step: str) -> str:
        """Who does a step."""
        return self.providers.get(step, PROVIDERS.get(step, ("local",))[0])

    def as_json(self) -> dict[str, Any]:
        """Give plain values for a JSON column; money as text."""
        plain = asdict(self)
        plain["budget"] = {key: None if usd is None else str(usd) for key, usd in plain["budget"].items()}
        return plain

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        """Read back what `as_json` gave. Values that a newer version knows and this one does not are left out."""
        values: dict[str, Any] = {key: value for key, value in plain.items() if key in cls.__dataclass_fields__}
        for key, block in BLOCKS.items():
            if key in values:
                known = {k: v for k, v in values[key].items() if k in block.__dataclass_fields__}
                values[key] = block(**{k: tuple(v) if isinstance(v, list) else v for k, v in known.items()})
        budget = values.get("budget", Budget())
        usd = {key: None if value is None else Decimal(value) for key, value in asdict(budget).items()}
        values["budget"] = Budget(**usd)
        plain_values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}
        return cls(**plain_values)


BLOCKS: Mapping[str, type[Any]] = {
    "branding": Branding,
    "gates": Gates,
    "format": Format,
    "retry": Retry,
    "budget": Budget,
    "uploads": Uploads,
    "captions": Captions,
}
