"""ElevenLabs: speech and sound."""

from pathlib import Path
from typing import cast

from pipeline.providers import offers
from pipeline.providers.base import Arguments, CannotOrder, Provider, text_file
from pipeline.rules.money import Usage
from pipeline.steps import TaskPlan
from pipeline.steps.narration import NarrationBrief, timings
from pipeline.steps.sfx import SoundBrief

KEY = {"ELEVENLABS_API_KEY": "ELEVENLABS_API_KEY"}
ADDRESS = {"ELEVENLABS_BASE_URL": "ELEVENLABS_BASE_URL"}
PACE = {"--backoff": "PROVIDER_BACKOFF_SECONDS"}


def _narration(brief: NarrationBrief, folder: Path, out: Path) -> list[str]:
    if not brief.voice:
        raise CannotOrder("No voice is chosen. Set voice_id in the channel's file, or DEFAULT_VOICE_ID, then retry.")
    return [
        *("--text-file", text_file(folder, "text.txt", brief.text), "--voice", brief.voice),
        *("--language", brief.language, "--seed", str(brief.seed), "--timings", str(timings(out))),
        *(["--model", brief.model] if brief.model else []),
        *("--output", str(out)),
    ]


def _sound(brief: SoundBrief, folder: Path, out: Path) -> list[str]:
    prompt = text_file(folder, "prompt.txt", brief.prompt)
    model = ["--model", brief.model] if brief.model else []
    return ["--prompt-file", prompt, "--seconds", f"{brief.seconds:g}", *model, "--output", str(out)]


def _expect_speech(plan: TaskPlan, number: int) -> Usage:
    model = offers.model("elevenlabs", "speech", plan.models.get("narration", ""))
    return Usage("elevenlabs", model, {"characters": len(plan.prompt("narration", number))})


def _expect_sound(plan: TaskPlan, _number: int) -> Usage:
    return Usage("elevenlabs", offers.model("elevenlabs", "sound", plan.models.get("sfx", "")), {"generations": 1})


PROVIDERS = (
    Provider(
        *("elevenlabs", "narration", "elevenlabs"),
        script=lambda _brief: "generate_audio.py",
        arguments=cast(Arguments, _narration),
        component="elevenlabs_narration",
        expects=_expect_speech,
        secrets=KEY,
        addresses=ADDRESS,
        patience="--timeout",
        options=PACE,
    ),
    Provider(
        *("elevenlabs", "sfx", "elevenlabs"),
        script=lambda _brief: "generate_sound_effects.py",
        arguments=cast(Arguments, _sound),
        component="elevenlabs_sfx",
        expects=_expect_sound,
        secrets=KEY,
        addresses=ADDRESS,
        patience="--timeout",
        options=PACE,
    ),
)
