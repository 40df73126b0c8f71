"""generate_video.py orders a clip once, never forgets the order, and brings the clip home."""

import json
import subprocess
import sys

import pytest

from tests.fakes import Fakes, faults
from tests.fakes.r2 import FakeR2
from tests.scripts.kling_runs import (
    SCRIPTS,
    arguments,
    bucket_of,
    failure,
    film,
    film_hosted,
    picture,
    seconds_of,
)

KIE = faults.kie
MODELS = json.loads((SCRIPTS / "models.json").read_text())["kling"]["video"]["models"]


@pytest.fixture
def fakes():
    with Fakes(media="tiny") as running:
        yield running


def sent(fakes):
    return next(request.json["input"] for request in fakes.kie.requests if "createTask" in request.path)


# A clip


def test_a_clip_is_ordered_and_brought_home(tmp_path, fakes):
    report = film(tmp_path, fakes, "--seconds", "10")

    assert seconds_of(tmp_path / "clip.mp4") == 10
    assert (report.units, str(report.cost_usd)) == ({"credits": 84}, "0.42")
    assert report.provider_job == fakes.kie.tasks[0].id
    assert float(report.cost_usd) == float(fakes.kie.spent_usd)


def test_without_a_count_of_credits_the_seconds_are_told(tmp_path, fakes):
    fakes.kie.tells_credits = False

    report = film(tmp_path, fakes)

    assert (report.units, str(report.cost_usd)) == ({"seconds": 5}, "0.21")


@pytest.mark.parametrize("model", MODELS)
def test_every_model_takes_what_is_sent_and_costs_what_we_think(model, tmp_path, fakes):
    fakes.kie.tells_credits = False

    report = film(tmp_path, fakes, "--model", model)

    assert (report.model, fakes.kie.tasks[0].model) == (model, model)
    assert float(report.cost_usd) == float(fakes.kie.spent_usd)


def test_the_length_goes_as_a_text(tmp_path, fakes):
    film(tmp_path, fakes)

    assert sent(fakes)["duration"] == "5"


def test_a_picture_that_is_hosted_already_is_not_hosted_again(tmp_path, fakes):
    fakes.kie.uploads["a.png"] = picture(tmp_path).read_bytes()
    url = f"{fakes.kie.file_url}/uploads/a.png"

    film_hosted(tmp_path, fakes, url)

    assert (sent(fakes)["image_url"], len(fakes.kie.uploads)) == (url, 1)


def test_a_picture_can_go_through_catbox(tmp_path, fakes):
    film(tmp_path, fakes, "--host", "catbox")

    assert sent(fakes)["image_url"].startswith(fakes.catbox.file_url)


def test_a_picture_can_go_through_a_bucket(tmp_path, fakes):
    with FakeR2() as r2:
        fakes.kie.may_fetch.append(lambda: r2.url)

        film(tmp_path, fakes, *bucket_of(r2), environment=r2.environment)

    assert len(r2.objects) == 1


def test_a_long_motion_ends_with_a_whole_word(tmp_path, fakes):
    (tmp_path / "long.txt").write_text("slowly,\n\x07 " * 500)

    film(tmp_path, fakes, "--motion-file", tmp_path / "long.txt")

    prompt = sent(fakes)["prompt"]
    assert 2_480 < len(prompt) <= 2_500
    assert set(prompt.split(" ")) == {"slowly,", "slowly"}


def test_what_must_not_be_seen_can_be_named(tmp_path, fakes):
    (tmp_path / "unwanted.txt").write_text("rain " * 200)

    film(tmp_path, fakes, "--negative-file", tmp_path / "unwanted.txt")

    assert sent(fakes)["negative_prompt"] == " ".join(["rain"] * 100)


def test_warped_hands_are_unwanted_by_themselves(tmp_path, fakes):
    film(tmp_path, fakes)

    assert "deformed hands" in sent(fakes)["negative_prompt"]


def test_every_question_is_a_sign_of_life(tmp_path, fakes):
    fakes.kie.slow_polls = 3
    lines = []

    film(tmp_path, fakes, on_line=lines.append)

    assert sum("waited_s" in line for line in lines) == fakes.kie.calls("recordInfo") >= 4


# What is tried again, and what is not sent at all


def test_a_rate_limit_is_waited_out(tmp_path, fakes):
    fakes.kie.then(KIE.RATE_LIMITED, KIE.RATE_LIMITED_IN_BODY)

    film(tmp_path, fakes)

    assert (fakes.kie.calls("createTask"), len(fakes.kie.tasks)) == (3, 1)


def test_a_rate_limit_that_stays_is_left_to_the_engine(tmp_path, fakes):
    fakes.kie.every(1, KIE.RATE_LIMITED)

    error = failure(film, tmp_path, fakes, "--backoff", "40")

    assert (error.retry_after_s, fakes.kie.calls("createTask")) == (40, 1)


def test_a_picture_that_kling_cannot_fetch_is_hosted_once_more(tmp_path, fakes):
    fakes.kie.then(KIE.IMAGE_UNREACHABLE)

    film(tmp_path, fakes)

    assert (len(fakes.kie.uploads), fakes.kie.calls("createTask"), len(fakes.kie.tasks)) == (2, 2, 1)


def test_a_picture_of_somebody_else_is_not_hosted_once_more(tmp_path, fakes):
    error = failure(film_hosted, tmp_path, fakes, "https://pictures.example/a.png")

    assert (error.code, fakes.kie.calls("createTask"), fakes.kie.uploads) == ("image_unreachable", 1, {})


NOT_SENT = [
    (("--model", "kling/v2-1-master-image-to-video"), {}, "retired_model", "Use kling/v2-5-turbo"),
    (("--seconds", "7"), {}, "bad_input", "clips of 5, 10 seconds"),
    (("--motion-file", "/dev/null"), {}, "bad_input", "motion null is empty"),
    (("--image", "gone.png"), {}, "no_input", "gone.png does not exist"),
    ((), {"KIE_API_KEY": ""}, "no_key", "KIE_API_KEY is empty. Make a key at kie.ai"),
    ((), {"KIE_API_KEY": "two words"}, "no_key", "KIE_API_KEY is not a key"),
]


@pytest.mark.parametrize(("more", "environment", "code", "words"), NOT_SENT)
def test_what_cannot_be_made_is_not_ordered(more, environment, code, words, tmp_path, fakes):
    error = failure(film, tmp_path, fakes, *more, environment=environment)

    assert (error.kind, error.code, fakes.kie.requests) == ("permanent", code, [])
    assert words in str(error)


def test_a_model_that_is_newer_than_our_list_is_left_to_kie(tmp_path, fakes):
    error = failure(film, tmp_path, fakes, "--model", "kling-4.0/video")

    assert (error.code, fakes.kie.calls("createTask")) == ("unknown_model", 1)


def test_the_key_stays_in_the_environment(tmp_path, fakes):
    fakes.kie.then(KIE.coded("ECHO", 400, f"The key {fakes.kie.key} is odd"))
    command = [sys.executable, SCRIPTS / "generate_video.py", *arguments(tmp_path)]

    finished = subprocess.run(command, env=fakes.environment, capture_output=True, text=True, check=False)

    said = finished.stdout + finished.stderr + (tmp_path / "clip.mp4.order.jsonl").read_text()
    assert ("The key *** is odd" in said, fakes.kie.key in said) == (True, False)


# What an MP4 is


@pytest.fixture
def whole(tmp_path, fakes, monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from _kling import is_whole_mp4

    def judged(content):
        (tmp_path / "some.mp4").write_bytes(content)
        return is_whole_mp4(tmp_path / "some.mp4")

    return judged


def test_a_whole_clip_is_one_also_with_something_behind_it(whole, fakes):
    clip = fakes.kie.media.clip("", b"", 5, "mark")

    assert all((whole(clip), whole(clip + bytes(100)), whole(clip + b"\0\0")))


def test_a_part_of_a_clip_is_no_clip(whole, fakes):
    clip = fakes.kie.media.clip("", b"", 5, "")

    assert not any(whole(clip[:length]) for length in (0, 4, 100, len(clip) // 2, len(clip) - 20))
