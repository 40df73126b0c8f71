"""Gemini: the storyboard and the images."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import cast

from pipeline.providers import offers, prompts
from pipeline.providers.base import Arguments, Provider, text_file
from pipeline.rules.money import Usage
from pipeline.steps import TaskPlan
from pipeline.steps.images import ImageBrief, image_size
from pipeline.steps.plan import StoryboardBrief

KEY = {"GEMINI_API_KEY": "GEMINI_API_KEY"}
ADDRESS = {"GOOGLE_GEMINI_BASE_URL": "GOOGLE_GEMINI_BASE_URL"}
PACE = {"--backoff": "PROVIDER_BACKOFF_SECONDS"}

LETTERS_PER_TOKEN = 3  # a cautious guess; English has about four
TOKENS_PER_REFERENCE = 600
STORYBOARD_TOKENS = {"prompt_tokens": 4_000, "text_tokens": 16_000}  # with thinking, for 22 assets and 18 scenes


def _storyboard(brief: StoryboardBrief, folder: Path, out: Path) -> list[str]:
    values = {key: value for key, value in asdict(brief).items() if key != "model"}
    model = ["--model", brief.model] if brief.model else []
    return ["--brief-file", text_file(folder, "brief.json", json.dumps(values)), *model, "--output", str(out)]


def _image(brief: ImageBrief, folder: Path, out: Path) -> list[str]:
    prompt = prompts.around(brief.kind, brief.prompt)
    arguments = ["--prompt-file", text_file(folder, "prompt.txt", prompt), "--size", _size(brief.model, brief.size)]
    for reference in brief.references:
        arguments += ["--reference", str(reference)]
    return [*arguments, *(["--model", brief.model] if brief.model else []), "--output", str(out)]


def _size(model: str, wanted: str) -> str:
    """Give the size to ask for: the wanted one, or the largest that the model paints."""
    sizes = offers.facts("gemini", "image", offers.model("gemini", "image", model)).get("sizes", [wanted])
    return wanted if wanted in sizes else str(sizes[-1])


def _expect_storyboard(plan: TaskPlan, _number: int) -> Usage:
    share = (plan.asset_count + plan.scene_count) / 40
    units = {unit: round(tokens * share) for unit, tokens in STORYBOARD_TOKENS.items()}
    return Usage("gemini", offers.model("gemini", "text", plan.models.get("plan", "")), units)


def _expect_image(plan: TaskPlan, number: int) -> Usage:
    model = offers.model("gemini", "image", plan.models.get("images", ""))
    sizes = offers.facts("gemini", "image", model).get("image_tokens", {})
    asked = len(prompts.around(plan.asset(number).kind, plan.prompt("image", number))) + len(plan.style)
    return Usage(
        "gemini",
        model,
        {
            "image_tokens": sizes.get(_size(model, image_size(plan, number)), max(sizes.values(), default=1_120)),
            "prompt_tokens": asked // LETTERS_PER_TOKEN + TOKENS_PER_REFERENCE,
        },
    )


PROVIDERS = (
    Provider(
        *("gemini", "plan", "gemini"),
        script=lambda _brief: "write_storyboard.py",
        arguments=cast(Arguments, _storyboard),
        component="gemini_storyboard",
        expects=_expect_storyboard,
        secrets=KEY,
        addresses=ADDRESS,
        patience="--timeout",
        options=PACE,
    ),
    Provider(
        *("gemini", "images", "gemini"),
        script=lambda _brief: "generate_asset.py",
        arguments=cast(Arguments, _image),
        component="gemini_images",
        expects=_expect_image,
        secrets=KEY,
        addresses=ADDRESS,
        patience="--timeout",
        options=PACE,
    ),
)
