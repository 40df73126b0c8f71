"""Write a storyboard offline, free and always the same for the same brief.

python scripts/local_storyboard.py --brief-file brief.json --output storyboard.json
"""

import argparse
import hashlib
import json
import random
from pathlib import Path
from typing import Any

from _client import Failure, read_text, run, writing
from author.film import Film, Wish
from author.light import Day
from author.theme import choose, themes, vocabulary
from author.words import phrases, weights

WORDS_PER_SECOND = 2.4
BREATH_S = 0.6  # Kept free at the end of a clip.
PLAIN_ATMOSPHERE = "Painted documentary style, soft natural light, muted colours, quiet and wide."
MOST = 100  # assets, and scenes
MOST_ASSETS_A_SCENE = 10


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a storyboard offline.")
    parser.add_argument("--brief-file", type=Path, required=True, help="JSON: title, topic, story_direction, seed …")
    parser.add_argument("--output", type=Path, required=True, help="where storyboard.json goes")
    run(parser, work)


def work(arguments: argparse.Namespace) -> dict[str, Any]:
    """Read the brief, write the storyboard, and report."""
    storyboard = write(_brief(arguments.brief_file))
    with writing(arguments.output) as unfinished:
        unfinished.write_text(json.dumps(storyboard, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return {"model": "local-author-1", "units": {"storyboards": 1}, "cost_usd": 0}


def write(brief: dict[str, Any]) -> dict[str, Any]:
    """Make the storyboard of a brief. The same brief gives the same storyboard."""
    texts = _text(brief, "title"), _text(brief, "topic"), _text(brief, "story_direction")
    seconds = _number(brief, "clip_seconds", 10)
    wish = Wish(
        assets=int(_number(brief, "assets", 22)),
        scenes=int(_number(brief, "scenes", 18)),
        most_words=max(2, int((seconds - BREATH_S) * WORDS_PER_SECOND)),
        weights=weights(*texts),
    )
    if wish.assets > MOST_ASSETS_A_SCENE * wish.scenes:
        raise Failure(f"{wish.assets} assets do not fit into {wish.scenes} scenes. Ask for fewer.", code="bad_input")
    dice = random.Random(hashlib.sha256(json.dumps(brief, sort_keys=True).encode()).digest())
    known = themes()
    chosen = choose(known, wish.weights)
    spare = [
        theme for name, theme in sorted(known.items(), key=lambda pair: pair[0] != "general") if theme not in chosen
    ]
    film = Film(chosen, spare, wish, phrases(*texts, common=vocabulary(known)), dice)
    film.tell()
    assets, lights = film.assets(Day(chosen[0].name, dice))
    return {"atmosphere": _atmosphere(brief), "assets": assets, "scenes": film.scenes(lights)}


def _brief(file: Path) -> dict[str, Any]:
    try:
        brief = json.loads(read_text(file, what="brief"))
    except ValueError as error:
        raise Failure(f"The brief {file.name} is not JSON: {error}.", code="bad_input") from None
    if not isinstance(brief, dict):
        raise Failure(f"The brief {file.name} must be a JSON object with title and topic.", code="bad_input")
    if not _text(brief, "title").strip() and not _text(brief, "topic").strip():
        raise Failure("The brief has neither a title nor a topic. Write what the film is about.", code="bad_input")
    return brief


def _text(brief: dict[str, Any], key: str) -> str:
    value = brief.get(key) or ""
    if not isinstance(value, str):
        raise Failure(f"The brief's {key} must be text.", code="bad_input")
    return value


def _number(brief: dict[str, Any], key: str, usual: float) -> float:
    value = brief.get(key, usual)
    if key == "clip_seconds" and value in ("auto", None):
        return usual
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= MOST:
        raise Failure(f"The brief's {key} must be a number from 1 to {MOST}.", code="bad_input")
    return value


def _atmosphere(brief: dict[str, Any]) -> str:
    kept = "".join(mark if mark.isprintable() else " " for mark in _text(brief, "atmosphere"))
    return " ".join(kept.split())[:2_000] or PLAIN_ATMOSPHERE


if __name__ == "__main__":
    main()
