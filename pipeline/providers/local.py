"""Local: every step up to the film, made on this machine, offline and free."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from pipeline.providers.base import Arguments, Provider, text_file
from pipeline.steps import Brief
from pipeline.steps.composites import Staging
from pipeline.steps.film import FilmBrief, captions, thumbnail
from pipeline.steps.images import ImageBrief
from pipeline.steps.narration import NarrationBrief, timings
from pipeline.steps.plan import StoryboardBrief
from pipeline.steps.sfx import SoundBrief
from pipeline.steps.videos import VideoBrief

DEFAULT_VOICE = "en-gb"


def _storyboard(brief: StoryboardBrief, folder: Path, out: Path) -> list[str]:
    return ["--brief-file", text_file(folder, "brief.json", json.dumps(asdict(brief))), "--output", str(out)]


def _image(brief: ImageBrief, folder: Path, out: Path) -> list[str]:
    prompt = text_file(folder, "prompt.txt", brief.prompt)
    return ["--prompt-file", prompt, "--kind", brief.kind, "--seed", str(brief.seed), "--output", str(out)]


def _stage(brief: Staging) -> list[str]:
    arguments = ["--environment", str(brief.environment)]
    for flag, files in (("--character", brief.characters), ("--prop", brief.props)):
        for file in files:
            arguments += [flag, str(file)]
    return arguments


def _composite(brief: Staging, _folder: Path, out: Path) -> list[str]:
    return [*_stage(brief), "--seed", str(brief.seed), "--output", str(out)]


def _video(brief: VideoBrief, folder: Path, out: Path) -> list[str]:
    motion = text_file(folder, "motion.txt", brief.motion)
    return [
        *("--image", str(brief.composite), "--motion-file", motion, "--seconds", f"{brief.seconds:g}"),
        *("--layout", brief.stage.layout, *_stage(brief.stage)),
        *("--seed", str(brief.seed), "--output", str(out)),
    ]


def _narration(brief: NarrationBrief, folder: Path, out: Path) -> list[str]:
    text = text_file(folder, "text.txt", brief.text)
    return [
        *("--text-file", text, "--voice", brief.voice or DEFAULT_VOICE, "--language", brief.language),
        *("--timings", str(timings(out)), "--output", str(out)),
    ]


def _sound(brief: SoundBrief, folder: Path, out: Path) -> list[str]:
    prompt = text_file(folder, "prompt.txt", brief.prompt)
    return [
        *("--prompt-file", prompt, "--seconds", f"{brief.seconds:g}"),
        *("--seed", str(brief.seed), "--output", str(out)),
    ]


def _film(brief: FilmBrief, folder: Path, out: Path) -> list[str]:
    manifest = text_file(folder, "manifest.json", json.dumps(asdict(brief), default=str, indent=1))
    beside = ["--captions", str(captions(out)), "--thumbnail", str(thumbnail(out))]
    return ["--manifest", manifest, *beside, "--output", str(out)]


def _stage_script(brief: Brief) -> str:
    return "create_split_screen.py" if cast(Staging, brief).layout == "split" else "create_composite.py"


def _local(step: str, script: str, arguments: Any) -> Provider:
    return Provider("local", step, "local", lambda _brief: script, cast(Arguments, arguments))


PROVIDERS = (
    _local("plan", "local_storyboard.py", _storyboard),
    _local("images", "local_asset.py", _image),
    Provider("local", "composites", "local", _stage_script, cast(Arguments, _composite)),
    _local("videos", "local_video.py", _video),
    _local("narration", "local_narration.py", _narration),
    _local("sfx", "local_sound_effects.py", _sound),
    _local("film", "assemble_video.py", _film),
)
