"""One channel's YAML file into checked values. Pure: text in, values and problems out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

from channels import plain_yaml
from channels.config_checks import (
    Checker,
    Problem,
    Wrong,
    choice,
    clock_times,
    colour,
    identifier,
    money,
    names,
    number,
    numbers,
    steps_to,
    template,
    text,
    truth,
    unknown_key,
    whole,
)

LARGEST = 262_144  # bytes
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
SECRET_WORDS = ("token", "secret", "password", "api_key", "apikey", "credential")


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
    """The shape of a film. `clip_seconds` is a number of seconds, or "auto"."""

    assets: int = 22
    scenes: int = 18
    clip_seconds: float | str = 10
    aspect: str = "16:9"


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

_WHO = choice("person", "auto")
FIELDS: Mapping[str, Checker] = {
    "channel_id": identifier,
    "channel_name": text(100, least=1),
    "notion_database_id": text(64, none=True),
    "is_active": truth,
    "priority": choice("high", "normal", "low"),
    "emoji": text(16),
    "colour": colour,
    "language": text(16, least=2),
    "voice_id": text(100, none=True),
    "atmosphere": text(2_000),
    "storage_strategy": choice("notion", "r2"),
    "hosting": choice("kie", "catbox", "r2"),
    "default_privacy": choice("private", "unlisted", "public"),
    "tags": names(500),
    "description_template": template(5_000, "title", "topic", "channel_name", "summary"),
    "category_id": whole(1, 99),
    "made_for_kids": truth,
    "max_concurrent": whole(1, 100),
    "music": text(500, none=True),
    "reviewers": names(200),
    "review_backlog": whole(1, 1_000, none=True),
    "timeouts": steps_to(number(1, 86_400, "seconds"), STEPS),
}
BLOCK_FIELDS: Mapping[str, Mapping[str, Checker]] = {
    "branding": {key: text(500, none=True) for key in ("intro_video", "outro_video", "watermark")},
    "gates": {"assets": _WHO, "videos": _WHO, "audio": _WHO},
    "format": {
        "assets": whole(1, 60),
        "scenes": whole(1, 60),
        "clip_seconds": number(1, 60, "seconds", also="auto"),
        "aspect": choice("16:9"),
    },
    "retry": {"max_attempts": whole(1, 20), "backoff": numbers(0, 86_400, "seconds")},
    "budget": dict.fromkeys(("per_video_usd", "per_day_usd", "per_month_usd"), money),
    "uploads": {
        "max_per_day": whole(0, 100),
        "publish_times": clock_times,
        "min_hours_between": number(0, 720, "hours"),
    },
    "captions": {"upload": truth, "burn_in": truth},
    "r2": {key: text(200, least=1) for key in ("bucket", "account_id", "endpoint", "public_url", "prefix")},
    "providers": {step: choice(*able) for step, able in PROVIDERS.items()},
}
REQUIRED = ("channel_id", "channel_name", "notion_database_id")


@dataclass(frozen=True)
class ConfigResult:
    """What became of one file. `channel_id` is what its name says, also when its content could not be read."""

    file: str
    channel_id: str
    config: ChannelConfig | None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def check(content: str, file_name: str, *, default_voice: str | None = None) -> ConfigResult:
    """Check one file's text. All problems are found at once; with any of them there is no config."""
    stem = Path(file_name).stem
    try:
        data = plain_yaml.load(content)
    except plain_yaml.YamlProblem as problem:
        return ConfigResult(file_name, stem, None, (Problem(file_name, "", str(problem)),))
    if not isinstance(data, dict):
        words = "The file must hold keys and values, such as “channel_name: Deep Water”."
        return ConfigResult(file_name, stem, None, (Problem(file_name, "", words),))
    return _check_values(data, file_name, stem, default_voice)


def _check_values(data: dict[str, Any], file: str, stem: str, default_voice: str | None) -> ConfigResult:
    problems: list[Problem] = []
    values = _fields(data, {**FIELDS, **dict.fromkeys(BLOCK_FIELDS)}, "", file, problems)
    for key in REQUIRED:
        if key not in data:
            problems.append(Problem(file, key, "This key is required." + _null_hint(key)))
    for key, fields in BLOCK_FIELDS.items():
        if key not in data:
            continue
        if not isinstance(data[key], dict):
            problems.append(Problem(file, key, f"Expected a block of keys: {', '.join(fields)}."))
            continue
        block = _fields(data[key], fields, f"{key}.", file, problems)
        values[key] = BLOCKS[key](**block) if key in BLOCKS and len(block) == len(data[key]) else block
    if "channel_id" in values and values["channel_id"] != stem:
        words = (
            f"The file is called {file}, so this must be “{stem}”; or rename the file to {values['channel_id']}.yaml."
        )
        problems.append(Problem(file, "channel_id", words))
    for key in ("storage_strategy", "hosting"):
        if values.get(key) == "r2" and "bucket" not in data.get("r2", {}):
            problems.append(Problem(file, key, "r2 needs a block “r2:” with at least a bucket."))
    if problems:
        return ConfigResult(file, stem, None, tuple(problems))
    config = ChannelConfig(**values)
    warnings = _warnings(config, data, file, default_voice)
    return ConfigResult(file, stem, replace(config, voice_id=config.voice_id or default_voice), (), warnings)


def _fields(
    data: Mapping[str, Any],
    fields: Mapping[str, Checker | None],
    prefix: str,
    file: str,
    problems: list[Problem],
) -> dict[str, Any]:
    """Check each value; give the good ones. A field whose checker is None is a block that is looked at elsewhere."""
    good = {}
    for key, value in data.items():
        if key not in fields:
            problems.append(Problem(file, prefix + key, unknown_key(key, fields, SECRET_WORDS)))
        elif checker := fields[key]:
            try:
                good[key] = checker(value)
            except Wrong as wrong:
                problems.append(Problem(file, prefix + key, str(wrong)))
    return good


def _null_hint(key: str) -> str:
    return " Write null when the channel is not on Notion." if key == "notion_database_id" else ""


def _warnings(
    config: ChannelConfig, data: Mapping[str, Any], file: str, default_voice: str | None
) -> tuple[Problem, ...]:
    found = []
    if "default_privacy" not in data:
        found.append(Problem(file, "default_privacy", "Not given, so films are uploaded as private."))
    if not config.voice_id:
        whose = f"the default voice {default_voice}" if default_voice else "the provider's first voice"
        found.append(Problem(file, "voice_id", f"Not given, so {whose} speaks."))
    return tuple(found)


def read_folder(folder: Path, *, default_voice: str | None = None) -> tuple[ConfigResult, ...]:
    """Check every YAML file of a folder, in order of name. Two files for one channel are a problem of the second."""
    files = sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"))) if folder.is_dir() else []
    results: list[ConfigResult] = []
    for file in files:
        result = _read(file, default_voice)
        twin = _twin(result, results)
        if twin:
            words = f"The channel {result.channel_id} has a file already: {twin}. Remove one of the two."
            result = ConfigResult(file.name, "", None, (Problem(file.name, "channel_id", words),))
        results.append(result)
    return tuple(results)


def _twin(result: ConfigResult, earlier: Sequence[ConfigResult]) -> str | None:
    return next((other.file for other in earlier if other.channel_id == result.channel_id), None)


def _read(file: Path, default_voice: str | None) -> ConfigResult:
    def bad(words: str) -> ConfigResult:
        return ConfigResult(file.name, file.stem, None, (Problem(file.name, "", words),))

    try:
        if file.is_symlink():
            return bad("This is a symbolic link; put the file itself here.")
        if file.stat().st_size > LARGEST:
            return bad("The file is larger than 256 KB; a channel's file has a few kilobytes.")
        return check(file.read_text(encoding="utf-8"), file.name, default_voice=default_voice)
    except UnicodeDecodeError:
        return bad("The file is not UTF-8 text. Save it as UTF-8.")
    except OSError as error:
        return bad(f"The file cannot be read: {error.strerror}.")
