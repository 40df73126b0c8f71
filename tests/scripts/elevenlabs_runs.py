"""Runs of the two ElevenLabs scripts against a fake provider, as the engine runs them."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.fakes.elevenlabs import FakeElevenLabs
from tests.fakes.media import media
from videogen.lib import scripts
from videogen.lib.scripts import Report

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
VOICE = "21m00Tcm4TlvDq8ikWAM"
TEXT = "At the edge of the ice, a fox waits for the last light."


@contextmanager
def a_provider() -> Iterator[FakeElevenLabs]:
    """Run a fake ElevenLabs."""
    provider = FakeElevenLabs(media("tiny"))
    provider.start()
    try:
        yield provider
    finally:
        provider.stop()


def environment(provider: FakeElevenLabs) -> dict[str, str]:
    return {"ELEVENLABS_BASE_URL": provider.url, "ELEVENLABS_API_KEY": provider.key, "NO_PROXY": "127.0.0.1"}


def speech_arguments(folder: Path, text: str = TEXT, *more: object, voice: str = VOICE) -> list[str]:
    """Write the text and give what generate_audio.py is told: it makes speech.mp3 and speech.json in the folder."""
    (folder / "text.txt").write_text(text, encoding="utf-8")
    files = ["--output", folder / "speech.mp3", "--timings", folder / "speech.json"]
    given = ["--text-file", folder / "text.txt", "--voice", voice, *files, "--backoff", 0.01, *more]
    return [str(each) for each in given]


def speak(provider: FakeElevenLabs, folder: Path, text: str = TEXT, *more: object, voice: str = VOICE) -> Report:
    arguments = speech_arguments(folder, text, *more, voice=voice)
    return _run("generate_audio.py", arguments, folder, environment(provider))


def make_sound(
    provider: FakeElevenLabs, output: Path, prompt: str = "rain on a tin roof", *more: object, **changes: str
) -> Report:
    """Make a sound; `changes` go into the environment."""
    (output.parent / "prompt.txt").write_text(prompt, encoding="utf-8")
    given = ["--prompt-file", output.parent / "prompt.txt", "--output", output, "--backoff", 0.01, *more]
    arguments = [str(each) for each in given]
    return _run("generate_sound_effects.py", arguments, output.parent, {**environment(provider), **changes})


def journal(output: Path) -> list[dict]:
    """Read what a script wrote beside its output."""
    return [json.loads(line) for line in output.with_name(f"{output.name}.order.jsonl").read_text().splitlines()]


def orders(output: Path) -> list[str]:
    """Say in order what became of each request that costs money."""
    return [line["order"] for line in journal(output) if line.get("order") in ("sent", "none")]


def asked(provider: FakeElevenLabs) -> dict:
    """Give the body of the last request that costs money."""
    return [request.json for request in provider.requests if request.method == "POST"][-1]


def _run(script: str, arguments: list[str], folder: Path, env: Mapping[str, str]) -> Report:
    return scripts.run(SCRIPTS / script, arguments, folder=folder, timeout=60, environment=env)
