"""Providers: the arguments that their scripts get, and what an order is expected to use."""

import json
from pathlib import Path

import pytest

from pipeline.providers import PROVIDERS, CannotOrder, prompts
from pipeline.rules.storyboard import parse
from pipeline.steps import STEPS, TaskPlan
from pipeline.steps.images import ImageBrief
from tests.factories import storyboard_values
from videogen.lib.paths import Project


def plan(tmp_path, **values):
    board = parse(storyboard_values(), assets=3, scenes=2, clip_seconds=10)
    takes = {("image", n): tmp_path / f"image_{n}.png" for n in (1, 2, 3)} | {("composite", 1): tmp_path / "scene.png"}
    prompts_of = {("image", n): asset.prompt for n, asset in enumerate(board.assets, 1)}
    prompts_of |= {("video", 1): "slow push in", ("narration", 1): "The owl waits.", ("sfx", 1): "night insects"}
    standing = {
        "project": Project(tmp_path, "meadow", "task"),
        **{"title": "Night", "topic": "Owls", "story_direction": "", "channel_name": "Meadow"},
        **{"language": "en", "voice": "JBFqnCBsd6RMkjVDRZzb", "atmosphere": "Quiet", "clip_seconds": 10},
        **{"asset_count": 3, "scene_count": 2, "storyboard": board, "prompts": prompts_of, "takes": takes},
        "take_numbers": dict.fromkeys(takes, 1),
    }
    return TaskPlan(**{**standing, **values})


def arguments(tmp_path, step, provider, number=1, **values):
    brief = STEPS[step].brief(plan(tmp_path, **values), number, seed=1)
    return PROVIDERS[step, provider].arguments(brief, tmp_path, tmp_path / "out")


def after(given, flag):
    return given[given.index(flag) + 1]


@pytest.mark.parametrize(("number", "words"), [(1, "from head to feet"), (2, "lower third"), (3, "One single object")])
def test_each_kind_of_asset_is_asked_for_in_its_own_words(tmp_path, number, words):
    given = arguments(tmp_path, "images", "gemini", number)

    asked = Path(after(given, "--prompt-file")).read_text()
    assert asked.startswith("Quiet blue night. a ")
    assert words in asked
    assert "No text" in asked


def test_the_background_of_what_is_cut_out_is_plain_light_grey():
    assert all("plain, evenly lit light grey" in prompts.text(kind) for kind in ("character", "prop"))
    assert "grey" not in prompts.text("environment")


@pytest.mark.parametrize("prompt", ["a {lamp}", "{prompt} {0} {}", "100 % \\1 {{}}", "{"])
def test_braces_in_a_prompt_stay_what_they_are(prompt):
    asked = prompts.around("character", prompt)

    assert asked.startswith(f"{prompt}\n\nOne figure")
    assert asked.count("One figure") == 1


def test_every_text_around_a_prompt_has_one_place_for_it():
    for name in ("character", "environment", "prop", "motion"):
        assert prompts.text(name).count("{prompt}") == 1


def test_an_environment_is_painted_larger_where_nobody_chose(tmp_path):
    assert after(arguments(tmp_path, "images", "gemini", 1), "--size") == "1K"
    assert after(arguments(tmp_path, "images", "gemini", 2), "--size") == "2K"
    assert after(arguments(tmp_path, "images", "gemini", 2, image_size="1K"), "--size") == "1K"


def test_an_earlier_picture_of_the_same_person_goes_along():
    brief = ImageBrief(seed=1, kind="character", prompt="older", size="1K", references=(Path("owl.png"),))

    given = PROVIDERS["images", "gemini"].arguments(brief, Path("/tmp"), Path("out.png"))

    assert after(given, "--reference") == "owl.png"


def test_a_clip_is_asked_for_with_its_motion_and_without_faults(tmp_path):
    given = arguments(tmp_path, "videos", "kling")

    asked = Path(after(given, "--motion-file")).read_text()
    assert asked.startswith("slow push in. Quiet blue night\n\n")
    assert "Faces stay" in asked
    assert "no cuts" in asked
    assert "deformed hands" in Path(after(given, "--negative-file")).read_text()
    assert (after(given, "--host"), after(given, "--seconds")) == ("kie", "10")


def test_the_words_around_a_motion_leave_room_for_it_in_the_shortest_limit():
    models = json.loads((Path(__file__).parents[2] / "scripts" / "models.json").read_text())["kling"]["video"]["models"]

    assert len(prompts.text("motion")) < min(model["prompt"] for model in models.values()) / 2
    assert len(prompts.text("negative")) <= min(model.get("negative_prompt", 500) for model in models.values())


def test_a_clip_that_no_model_makes_is_refused_before_anything_is_ordered(tmp_path):
    with pytest.raises(CannotOrder, match="at most 10 seconds, and this one needs 12"):
        arguments(tmp_path, "videos", "kling", clip_seconds=12)


def test_a_short_narration_gets_the_shorter_clip(tmp_path):
    usage = PROVIDERS["videos", "kling"].expects(plan(tmp_path, short_seconds=5.0), 1)

    assert usage.units == {"seconds": 5}


def test_without_a_voice_nothing_is_spoken(tmp_path):
    with pytest.raises(CannotOrder, match="voice_id in the channel's file"):
        arguments(tmp_path, "narration", "elevenlabs", voice=None)


def test_speech_is_expected_by_its_letters_and_sound_by_the_piece(tmp_path):
    speech = PROVIDERS["narration", "elevenlabs"].expects(plan(tmp_path), 1)
    sound = PROVIDERS["sfx", "elevenlabs"].expects(plan(tmp_path), 1)

    assert (speech.model, speech.units) == ("eleven_multilingual_v2", {"characters": len("The owl waits.")})
    assert (sound.model, sound.units) == ("eleven_text_to_sound_v2", {"generations": 1})


def test_a_channel_chooses_its_model(tmp_path):
    chosen = {"images": "gemini-3-pro-image", "videos": "kling-3.0/video"}

    assert after(arguments(tmp_path, "images", "gemini", models=chosen), "--model") == "gemini-3-pro-image"
    assert after(arguments(tmp_path, "videos", "kling", models=chosen), "--model") == "kling-3.0/video"
    assert PROVIDERS["images", "gemini"].expects(plan(tmp_path, models=chosen), 1).model == "gemini-3-pro-image"


def test_only_what_costs_money_has_a_secret():
    for provider in PROVIDERS.values():
        assert bool(provider.secrets) == provider.is_paid
        assert len(provider.secrets) <= 1
