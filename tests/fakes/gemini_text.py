"""What the fake Gemini writes: a storyboard by the offline author, or the smallest JSON that fits another schema."""

import functools
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.fakes.schemas import fitted

AUTHOR = Path(__file__).resolve().parents[2] / "scripts" / "local_storyboard.py"
LINES = {
    "title": "title",
    "topic": "topic",
    "story_direction": "story direction|direction",
    "atmosphere": "atmosphere",
    "assets": "assets|number of assets",
    "scenes": "scenes|number of scenes",
    "clip_seconds": "clip seconds|seconds per clip|seconds per scene|seconds",
}
NUMBERS = ("assets", "scenes", "clip_seconds")


def write_text(prompt: str, config: dict[str, Any], twist: str) -> str:
    """Answer a prompt: JSON where a schema is asked for, otherwise a sentence."""
    schema = config.get("response_json_schema") or config.get("response_schema")
    if twist == "prose":
        return "Of course! Here is the storyboard you asked for: it begins at dawn …"
    if not schema and config.get("response_mime_type") != "application/json":
        return f"Here it is in better words: {' '.join(prompt.split())[:400]}"
    properties = (schema or {}).get("properties", {"assets": {}, "scenes": {}})
    value: Any = None
    if {"assets", "scenes"} <= set(properties):
        value = storyboard(prompt, properties)
        if twist == "bad reference":
            value["scenes"][0]["environment"] = "a_place_that_is_not_there"
    return json.dumps(fitted(value, schema) if schema else value, ensure_ascii=False)


def storyboard(prompt: str, properties: dict[str, Any]) -> dict[str, Any]:
    """Write the storyboard that a prompt with lines such as `Title: …` asks for."""
    brief: dict[str, Any] = {"title": "A film", "topic": ""}
    for key, words in LINES.items():
        found = re.search(rf"^[#*\- ]*(?:{words})\**[:=]\**\s*(.+)$", prompt, re.IGNORECASE | re.MULTILINE)
        if found and key in NUMBERS:
            number = re.search(r"[\d.]+", found[1])
            brief |= (
                {key: float(number[0].rstrip(".")) if key == "clip_seconds" else int(float(number[0]))}
                if number
                else {}
            )
        elif found and not found[1].startswith("(none"):
            brief[key] = found[1].strip()
    for key in ("assets", "scenes"):
        asked = properties.get(key, {}).get("minItems") or properties.get(key, {}).get("min_items")
        if key not in brief and asked and int(asked) > 1:
            brief[key] = int(asked)
    return json.loads(_written(json.dumps(brief, sort_keys=True)))


@functools.lru_cache(maxsize=256)
def _written(brief: str) -> str:
    with tempfile.TemporaryDirectory() as name:
        asked, made = Path(name) / "brief.json", Path(name) / "storyboard.json"
        asked.write_text(brief, encoding="utf-8")
        command = [sys.executable, str(AUTHOR), "--brief-file", str(asked), "--output", str(made)]
        subprocess.run(command, check=True, capture_output=True)
        return made.read_text(encoding="utf-8")
