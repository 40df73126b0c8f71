"""Automatic checks: each speaks where something is wrong, with the figure, and is quiet where it is not."""

import pytest

from pipeline.rules.checks import Finding, Look, Wanted, findings

LAMP = Look("67711c78d8ce93c1", "29" * 48)
OTHER = Look("988ee387273 16c3e".replace(" ", ""), "29" * 48)
VIDEO = Wanted("video", seconds=10, longer_side=1280, aspect=16 / 9)
GOOD_VIDEO = {"width": 1920, "height": 1080, "seconds": 10.0, "light": 60.0, "black": [], "still": []}
SPEECH = {"seconds": 9.4, "loudness": -20.1, "true_peak": -1.0, "clipped": 0.0, "silence": 0.2, "pauses": []}
NARRATION = Wanted("narration", clip_seconds=10.0, text="The owl waits in the old oak until the meadow is quiet.")
FILM = {**GOOD_VIDEO, "loudness": -14.2, "true_peak": -1.1, "clipped": 0.0, "silence": 0.01, "pauses": []}
PICTURE = {
    "width": 1920,
    "height": 1080,
    "brightness": 50.0,
    "contrast": 20.0,
    "hash": LAMP.hash,
    "colours": LAMP.colours,
}


def codes(facts, wanted):
    return [finding.code for finding in findings(facts, wanted)]


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        (GOOD_VIDEO, VIDEO),
        (SPEECH, NARRATION),
        (FILM, Wanted("film", longer_side=1920, aspect=16 / 9)),
        (PICTURE, Wanted("composite", longer_side=1920, aspect=16 / 9, others={"Scene 2": OTHER})),
        ({"loudness": -52.0, "silence": 0.9, "seconds": 10.0}, Wanted("sfx", seconds=10)),
        ({}, VIDEO),
    ],
)
def test_nothing_is_said_about_what_is_as_wanted_or_was_not_measured(facts, wanted):
    assert findings(facts, wanted) == ()


@pytest.mark.parametrize(
    ("changes", "code", "text"),
    [
        ({"black": [[3.2, 5.0]]}, "black", "Black from 0:03.2 to 0:05.0."),
        ({"still": [[61.5, 64.0]]}, "still", "Nothing moves from 1:01.5 to 1:04.0."),
        ({"still": [[0.0, 10.0]]}, "still", "Nothing moves in it."),
        ({"seconds": 8.8}, "short", "1.2 s shorter than planned: 8.8 s of 10 s."),
        ({"seconds": 12.0}, "long", "2.0 s longer than planned: 12.0 s for 10 s."),
        ({"width": 854, "height": 480}, "small", "Only 854x480 pixels; at least 1280 across are needed."),
        ({"width": 1440}, "shape", "1440x1080 pixels do not fill the film's frame."),
        ({"light": 4.0}, "dim", "So dark that little can be seen."),
    ],
)
def test_a_clip_is_looked_at(changes, code, text):
    (found,) = findings({**GOOD_VIDEO, **changes}, VIDEO)

    assert (found.code, found.text) == (code, text)


@pytest.mark.parametrize(
    ("changes", "code", "text"),
    [
        ({"seconds": 11.4}, "over_clip", "The narration is 1.4 s longer than its clip."),
        ({"seconds": 2.5}, "missing_words", "Only 2.5 s for 12 words: some may be missing."),
        ({"loudness": -70.0}, "silent", "Nothing can be heard."),
        ({"loudness": -41.3}, "loudness", "Very quiet: -41.3 LUFS."),
        ({"clipped": 0.012}, "clipped", "Clipped: 1.2 % of the sound is at its limit."),
        ({"pauses": [[2.0, 5.5]]}, "pause", "Silent from 0:02.0 to 0:05.5."),
    ],
)
def test_a_narration_is_listened_to(changes, code, text):
    (found,) = findings({**SPEECH, **changes}, NARRATION)

    assert (found.code, found.text) == (code, text)


def test_a_text_that_leaves_most_of_its_clip_unused_is_told():
    short = Wanted("narration", clip_seconds=10.0, text="The owl waits.")

    assert [found.text for found in findings({**SPEECH, "seconds": 1.9}, short)] == [
        "Only 1.9 s of its clip's 10 s are used: the text is short."
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"loudness": -11.0}, ["loudness"]), ({"true_peak": 0.4}, ["peak"]), ({"pauses": [[1, 4]]}, ["pause"])],
)
def test_a_film_has_its_own_loudness(changes, said):
    assert codes({**FILM, **changes}, Wanted("film")) == said


def test_a_film_may_hold_its_last_frames_and_go_through_black():
    held = {**FILM, "still": [[4.0, 6.5]], "black": [[9.2, 10.0]]}

    assert codes(held, Wanted("film")) == []
    assert set(codes(held, VIDEO)) == {"still", "black"}


def test_pictures_that_look_alike_are_named():
    nearly = Look(f"{int(LAMP.hash, 16) ^ 0b111:016x}", "2b" * 48)

    found = findings(PICTURE, Wanted("image", others={"Lamp": nearly, "Owl": OTHER}))

    assert [finding.text for finding in found] == ["Almost the same picture as Lamp."]


def test_one_shape_in_other_colours_is_another_picture():
    assert codes(PICTURE, Wanted("image", others={"Lamp": Look(LAMP.hash, "60" * 48)})) == []


def test_a_picture_of_one_colour_is_told():
    assert codes({**PICTURE, "contrast": 1.0}, Wanted("image")) == ["flat"]


def test_what_is_black_is_not_said_to_be_still_as_well():
    facts = {**GOOD_VIDEO, "black": [[2.0, 6.0]], "still": [[2.1, 6.0]]}

    assert findings(facts, VIDEO) == (Finding("black", "Black from 0:02.0 to 0:06.0.", 85, 2.0),)


def test_the_weightiest_comes_first():
    facts = {**GOOD_VIDEO, "seconds": 12.0, "black": [[0.0, 2.0]], "width": 640, "height": 360}

    assert codes(facts, VIDEO) == ["black", "small", "long"]
