"""The brief of a storyboard: what the film is about, and what it must have."""

import json
from pathlib import Path
from typing import Any

from _client import Failure, read_text
from _storyboard import Format

USUAL_SECONDS = 10.0
MOST = 200  # assets, and scenes
UNSAID = {
    "topic": "(none given: take it from the title)",
    "story_direction": "(none given: find the best one)",
    "atmosphere": "(none given: find one that suits the topic)",
    "channel_name": "(none given)",
    "language": "en",
}


def read_brief(file: Path) -> tuple[dict[str, Any], Format]:
    """Read a brief: its texts, each on one line and never empty, with its numbers. Raises Failure."""
    try:
        given = json.loads(read_text(file, what="brief"))
    except (ValueError, RecursionError) as error:
        raise Failure(f"The brief {file.name} is not JSON: {error}.", code="bad_input") from None
    if not isinstance(given, dict):
        raise Failure(f"The brief {file.name} must be a JSON object with title and topic.", code="bad_input")
    texts = {key: _text(given, key) for key in ("title", *UNSAID)}
    if not texts["title"] and not texts["topic"]:
        raise Failure("The brief has neither a title nor a topic. Write what the film is about.", code="bad_input")
    wanted = Format(_count(given, "assets", 22), _count(given, "scenes", 18), _seconds(given))
    texts["title"] = texts["title"] or texts["topic"]
    texts |= {key: words for key, words in UNSAID.items() if not texts[key]}
    numbers = {"assets": wanted.assets, "scenes": wanted.scenes, "clip_seconds": f"{wanted.clip_seconds:g}"}
    return {**texts, **numbers}, wanted


def _text(brief: dict[str, Any], key: str) -> str:
    value = brief.get(key) or ""
    if not isinstance(value, str):
        raise Failure(f"The brief's {key} must be text.", code="bad_input")
    readable = "".join(mark if mark.isprintable() else " " for mark in value)
    return " ".join(readable.split())


def _count(brief: dict[str, Any], key: str, usual: int) -> int:
    value = brief.get(key, usual)
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST:
        raise Failure(f"The brief's {key} must be a whole number from 1 to {MOST}.", code="bad_input")
    return value


def _seconds(brief: dict[str, Any]) -> float:
    value = brief.get("clip_seconds", USUAL_SECONDS)
    if value in ("auto", None):
        return USUAL_SECONDS
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= MOST:
        raise Failure(f"The brief's clip_seconds must be a number from 1 to {MOST}.", code="bad_input")
    return float(value)
