"""The check inside write_storyboard.py: what it lets through, the engine lets through as well."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.rules import storyboard as engine
from tests.scripts.gemini_runs import SCRIPTS  # noqa: F401  (it makes the scripts' own modules importable)

from _brief import read_brief  # isort: skip
from _client import Failure  # isort: skip
from _storyboard import Format, problems  # isort: skip
from _template import filled  # isort: skip

WANTED = Format(assets=5, scenes=2, clip_seconds=10)
ODD = st.one_of(
    *(st.none(), st.booleans(), st.integers(-1, 3), st.floats(), st.text(max_size=4), st.just("\u202e"), st.just(" ")),
    *(st.sampled_from(["keeper", "Keeper", "cliff", "lamp", "prop", "character", "split", "5"]), st.just("灯" * 60)),
    *(st.just("word " * 23), st.just("w" * 221), st.just("x" * 2_001), st.just({}), st.just(["keeper"]), st.just([[]])),
)


def make_board(**changes):
    kinds = {"keeper": "character", "sailor": "character", "young_keeper": "character", "cliff": "environment"}
    assets = [{"name": name, "kind": kind, "prompt": f"a {name}"} for name, kind in (kinds | {"lamp": "prop"}).items()]
    assets[2]["same_as"] = "keeper"
    return {"atmosphere": "Quiet.", "assets": assets, "scenes": [make_scene(1), make_scene(2)]} | changes


def make_scene(place, **changes):
    scene = {"number": place, "characters": ["keeper", "sailor"], "environment": "cliff", "props": ["lamp"]}
    return scene | {"layout": "split", "motion": "push in", "narration": "The lamp is lit.", "sound": "wind"} | changes


def with_scene(**changes):
    return make_board(scenes=[make_scene(1, **changes), make_scene(2)])


def with_asset(place, **changes):
    board = make_board()
    board["assets"][place].update(changes)
    return board


def test_a_good_storyboard_passes():
    assert problems(make_board(), WANTED) == []


@pytest.mark.parametrize(
    ("board", "sentence"),
    [
        (None, "not an object"),
        (make_board(assets=[]), "has 0 assets; it needs exactly 5"),
        (make_board(scenes=[make_scene(1)]), "has 1 scenes; it needs exactly 2"),
        (make_board(scenes={}), "scenes are not a list"),
        (make_board(extra=1), "unknown key 'extra'"),
        (make_board(atmosphere=" "), "needs text as its atmosphere"),
        (with_asset(0, name="old keeper"), "Asset 1 needs a name of 1 to 64 letters"),
        (with_asset(1, name="KEEPER"), "Asset 2 (KEEPER) has a name that another asset has already"),
        (with_asset(0, kind="person"), "kind character, environment or prop"),
        (with_asset(0, same_as="sailor"), "naming an earlier character"),
        (with_asset(2, same_as="young_keeper"), "naming an earlier character"),
        (with_asset(4, same_as="keeper"), "only a character may have it"),
        (with_scene(number=2), "must have the number 1"),
        (with_scene(number=True), "must have the number 1"),
        (with_scene(environment="lamp"), "'lamp', which is no environment among the assets (cliff)"),
        (with_scene(props=["anchor"]), "'anchor', which is no prop among the assets (lamp)"),
        (with_scene(characters="keeper"), "list of names as its characters"),
        (with_scene(characters=["keeper", "keeper"]), "none of them twice"),
        (with_scene(characters=["keeper"]), "exactly two characters"),
        (with_scene(layout="triple"), "layout single or split"),
        (with_scene(narration="word " * 23), "Scene 1 has 23 words to say; at most 22 fit into 10 seconds"),
        (with_scene(narration="灯" * 60), "30 words to say"),
        (with_scene(narration="w" * 221), "221 letters to say"),
        (with_scene(sound="wind \x07"), "control characters in its sound"),
        (with_scene(motion="x" * 501), "motion of 501 characters"),
    ],
)
def test_a_problem_is_a_sentence(board, sentence):
    assert sentence in " ".join(problems(board, WANTED))


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_what_passes_here_passes_in_the_engine(data):
    board = make_board()
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(list(_places(board))))
        key = data.draw(st.sampled_from([*place] if isinstance(place, dict) else [*range(len(place))]))
        if data.draw(st.booleans()):
            place[key] = copy.deepcopy(data.draw(ODD))
        else:
            del place[key]

    found = engine.problems(board, assets=5, scenes=2, clip_seconds=10)

    assert not found or problems(board, WANTED)


def _places(value):
    """Give every object and list in a storyboard that has something to change."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if inner:
        yield value
    for item in inner:
        yield from _places(item)


def test_braces_in_a_title_are_only_a_title():
    words = {"title": "The {topic} of {title}", "topic": "{}"}

    assert filled("Title: {title}\nTopic: {topic} {unknown} {", words) == (
        "Title: The {topic} of {title}\nTopic: {} {unknown} {"
    )


def test_a_brief_is_on_single_lines_and_says_what_is_not_given(tmp_path):
    (tmp_path / "brief.json").write_text('{"title": " Rain\\n\\tand sea ", "atmosphere": null, "clip_seconds": "auto"}')

    brief, wanted = read_brief(tmp_path / "brief.json")

    assert (brief["title"], brief["clip_seconds"]) == ("Rain and sea", "10")
    assert brief["atmosphere"].startswith("(none given")
    assert wanted == Format(assets=22, scenes=18, clip_seconds=10)


@pytest.mark.parametrize(
    ("brief", "sentence"),
    [
        ("{not json", "is not JSON"),
        ("[]", "must be a JSON object"),
        ("{}", "neither a title nor a topic"),
        ('{"title": 7}', "title must be text"),
        ('{"title": "Rain", "scenes": 0}', "scenes must be a whole number from 1 to 200"),
        ('{"title": "Rain", "assets": true}', "assets must be a whole number"),
        ('{"title": "Rain", "clip_seconds": "long"}', "clip_seconds must be a number"),
    ],
)
def test_a_brief_that_cannot_be_filmed_gets_one_sentence(tmp_path, brief, sentence):
    (tmp_path / "brief.json").write_text(brief)

    with pytest.raises(Failure, match=sentence):
        read_brief(tmp_path / "brief.json")
