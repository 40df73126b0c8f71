"""Every key that a channel's file may have, and how its value is checked."""

from collections.abc import Mapping

from channels.config_checks import (
    Checker,
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
    whole,
)
from channels.config_values import PROVIDERS, STEPS

SECRET_WORDS = ("token", "secret", "password", "api_key", "apikey", "credential")

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
        "image_size": choice("auto", "1K", "2K", "4K"),
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
    "models": {step: text(80, least=1) for step in PROVIDERS if step != "upload"},
}
REQUIRED = ("channel_id", "channel_name", "notion_database_id")
