"""Runs of the two Gemini scripts against the fake one, as the engine runs them."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fakes.gemini import FakeGemini
from tests.fakes.media import media
from videogen.lib import scripts
from videogen.lib.scripts import Report, ScriptFailed

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.append(str(SCRIPTS))  # The scripts find their neighbours beside them, and so do the tests of these.

BRIEF = {
    "title": "The Last {topic} Keepers",
    "topic": "For two centuries people lived on rocks in the sea.\nThe last of them left in 1998.",
    "story_direction": "Open at dawn. End with {assets} gulls.",
    "atmosphere": "Muted oil painting.",
    "channel_name": "Lantern Stories",
    "language": "en",
    "assets": 22,
    "scenes": 18,
    "clip_seconds": 10.0,
}


@contextmanager
def a_gemini() -> Iterator[FakeGemini]:
    provider = FakeGemini(media("tiny"))
    provider.start()
    try:
        yield provider
    finally:
        provider.stop()


def environment(gemini: FakeGemini, **changes: str) -> dict[str, str]:
    known = {"GOOGLE_GEMINI_BASE_URL": gemini.url, "GEMINI_API_KEY": gemini.key, "NO_PROXY": "127.0.0.1"}
    return known | changes


def asset_arguments(folder: Path, *more: object, prompt: str = "An old lighthouse keeper.") -> list[str]:
    """Write the prompt and give what generate_asset.py is told: it paints asset.png in the folder."""
    (folder / "prompt.txt").write_text(prompt, encoding="utf-8")
    given = ["--prompt-file", folder / "prompt.txt", "--output", folder / "asset.png", "--backoff", 0.01, *more]
    return [str(each) for each in given]


def paint(gemini: FakeGemini, folder: Path, *more: object, prompt: str = "An old keeper.", **changes: str) -> Report:
    """Paint a picture; `changes` go into the environment."""
    return _run("generate_asset.py", asset_arguments(folder, *more, prompt=prompt), folder, gemini, changes)


def plan(gemini: FakeGemini, folder: Path, *more: object, brief: object = BRIEF, **changes: str) -> Report:
    """Write storyboard.json; `changes` go into the environment."""
    (folder / "brief.json").write_text(json.dumps(brief), encoding="utf-8")
    given = ["--brief-file", folder / "brief.json", "--output", folder / "storyboard.json", "--backoff", 0.01, *more]
    return _run("write_storyboard.py", [str(each) for each in given], folder, gemini, changes)


def failing(run, *arguments: object, **more: object) -> ScriptFailed:
    with pytest.raises(ScriptFailed) as caught:
        run(*arguments, **more)
    return caught.value


def journal(folder: Path) -> list[dict]:
    """Read what a script wrote beside its output; its last words are the last line."""
    (file,) = folder.glob("*.order.jsonl")
    return [json.loads(line) for line in file.read_text().splitlines()]


def orders(folder: Path) -> list[str]:
    """Say in order what became of each request that costs money."""
    return [line["order"] for line in journal(folder) if line.get("order") in ("sent", "none")]


def _run(script: str, arguments: list[str], folder: Path, gemini: FakeGemini, changes: dict[str, str]) -> Report:
    return scripts.run(
        SCRIPTS / script, arguments, folder=folder, timeout=60, environment=environment(gemini, **changes)
    )
