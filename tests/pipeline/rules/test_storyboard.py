import copy
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rules.storyboard import SCHEMA, StoryboardInvalid, parse, problems

PUBLISHED = Path(__file__).parents[3] / "docs" / "storyboard.schema.json"
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def make_scene(place=1, **changes):
    scene = {"number": place, "characters": ["keeper"], "environment": "cliff", "props": ["lamp"], "layout": "single"}
    return scene | {"motion": "slow push in", "narration": "The lamp is lit at dusk.", "sound": "wind"} | changes


def make_storyboard(**changes):
    assets = [("keeper", "character"), ("sailor", "character"), ("cliff", "environment"), ("lamp", "prop")]
    return {
        "atmosphere": "Muted oil painting.",
        "assets": [{"name": name, "kind": kind, "prompt": f"a {name}"} for name, kind in assets],
        "scenes": [make_scene(1), make_scene(2, characters=["keeper", "sailor"], layout="split")],
    } | changes


def complaints(board, **limits):
    return " ".join(problems(board, **({"assets": 4, "scenes": 2} | limits)))


def with_scene(**changes):
    return make_storyboard(scenes=[make_scene(1, **changes), make_scene(2)])


def with_asset(**changes):
    board = make_storyboard()
    board["assets"][0].update(changes)
    return board


def test_a_good_storyboard_has_no_problems():
    assert problems(make_storyboard(), assets=4, scenes=2) == []


def test_parsing_gives_frozen_values_on_one_line():
    board = parse(with_scene(narration="The lamp\n is lit."), assets=4, scenes=2)

    assert board.scenes[0].narration == "The lamp is lit."
    assert board.scenes[0].characters == ("keeper",)
    with pytest.raises(AttributeError):
        board.atmosphere = "Neon."


def test_parsing_an_invalid_storyboard_names_every_problem():
    with pytest.raises(StoryboardInvalid) as caught:
        parse({"scenes": []})

    assert len(caught.value.problems) == 4


def test_the_published_schema_is_the_one_in_the_code():
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == SCHEMA


def test_the_usual_counts_are_22_assets_and_18_scenes():
    found = " ".join(problems(make_storyboard()))

    assert "4 assets; it needs 22" in found
    assert "2 scenes; it needs 18" in found


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"environment": "clif"}, 'Did you mean "cliff"?'),
        ({"environment": "lamp"}, "but that asset is a prop"),
        ({"environment": None}, "has nothing where the name of an environment is expected"),
        ({"characters": "keeper"}, "has text as its characters; it must be a list"),
        ({"characters": ["keeper", "keeper"]}, "twice"),
        ({"characters": [{}]}, "has a group of keys where the name of a character is expected"),
        ({"props": ["lamp"] * 40}, "at most 12 fit"),
        ({"layout": "split"}, "split screen with 1 characters; it needs exactly two"),
        ({"layout": "singel"}, 'Did you mean "single"?'),
        ({"layout": []}, "it must be single or split"),
        ({"number": 2}, "numbered 1, 2, 3"),
        ({"number": True}, "numbered 1, 2, 3"),
        ({"narration": "  "}, "Scene 1 has an empty narration"),
        ({"narration": "word " * 25}, "25 words to say in 10 seconds; at most 24 fit"),
        ({"narration": "w" * 300}, "300 letters to say in 10 seconds"),
        ({"narration": "灯" * 60}, "30 words to say"),
        ({"sound": 3}, "has a number as its sound"),
        ({"motion": "x" * 501}, "motion of 501 characters; at most 500"),
        ({"motion": "pan \x07"}, "control character U+0007"),
        ({"sound": "wind \u202e"}, "control character U+202E"),
        ({"narator": "x"}, 'unknown key "narator". Did you mean "narration"?'),
    ],
)
def test_a_wrong_scene_gets_a_sentence(changes, sentence):
    assert sentence in complaints(with_scene(**changes))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": "../../etc/passwd"}, "has a path as its name"),
        ({"name": "old keeper"}, "cannot be a file name"),
        ({"name": "keeper\n"}, "cannot be a file name"),
        ({"name": "x" * 65}, "cannot be a file name"),
        ({"name": "Lamp"}, "its own (capitals do not count)"),
        ({"name": 7}, "Asset 1 has a number as its name"),
        ({"kind": "charakter"}, 'Did you mean "character"?'),
        ({"kind": ["prop"]}, "it must be character, environment or prop"),
        ({"prompt": ""}, 'Asset 1 ("keeper") has an empty prompt'),
        ({"colour": "red"}, 'unknown key "colour"'),
    ],
)
def test_a_wrong_asset_gets_a_sentence(changes, sentence):
    assert sentence in complaints(with_asset(**changes))


def test_missing_keys_are_named():
    board = make_storyboard()
    del board["scenes"][1]["sound"]

    assert "Scene 2 has no sound." in complaints(board)


def test_short_clips_hold_fewer_words():
    assert "at most 4 fit" in complaints(make_storyboard(), clip_seconds=2)


def test_a_flood_of_problems_is_cut_short():
    found = problems(make_storyboard(scenes=[{}] * 5_000))

    assert len(found) == 61
    assert "more problems" in found[-1]


@given(JSON_VALUES)
def test_any_json_value_is_answered_with_sentences(value):
    assert all(isinstance(sentence, str) for sentence in problems(value))


@given(st.sampled_from(["name", "kind", "prompt"]), st.sampled_from(sorted(make_scene())), JSON_VALUES)
def test_any_value_in_any_place_is_answered_with_sentences(asset_key, scene_key, value):
    board = copy.deepcopy(make_storyboard())
    board["assets"][0][asset_key] = value
    board["scenes"][0][scene_key] = value

    assert isinstance(complaints(board), str)


def test_endless_and_impossible_numbers_are_survived():
    assert "numbered" in complaints(with_scene(number=float("nan")))
    assert "numbered" in complaints(with_scene(number=10**5000))
