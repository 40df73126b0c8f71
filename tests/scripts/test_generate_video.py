"""generate_video.py orders a clip once, never forgets the order, and brings the clip home."""

import json
import os
import signal
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
    fetch,
    film,
    film_hosted,
    journal,
    picture,
    seconds_of,
)

KIE = faults.kie
MODELS = json.loads((SCRIPTS / "models.json").read_text())["kling"]["video"]["models"]
HOURS = 7200


@pytest.fixture
def fakes():
    with Fakes(media="tiny") as running:
        yield running


def started(folder, fakes, *more):
    """Start the script by itself and wait until it says what KIE calls the order."""
    command = [sys.executable, str(SCRIPTS / "generate_video.py"), *arguments(folder, *more)]
    environment = {"PATH": os.environ["PATH"], **fakes.environment}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    job = next(found for line in process.stdout if (found := json.loads(line).get("provider_job")))
    return process, job


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


# The order is never forgotten


def test_the_order_is_on_disk_before_the_first_question(tmp_path, fakes):
    answer, found = fakes.kie.respond_api, []

    def looking(request, twist):
        if "recordInfo" in request.path:
            found.append(journal(tmp_path)[-1])
        return answer(request, twist)

    fakes.kie.respond_api = looking
    film(tmp_path, fakes)

    assert found[0] == {"order": "sent", "provider_job": fakes.kie.tasks[0].id}


def test_a_killed_script_leaves_an_order_that_another_fetches(tmp_path, fakes):
    fakes.kie.generation = HOURS
    process, job = started(tmp_path, fakes)
    process.kill()
    process.communicate()

    fakes.kie.finish(job)
    report = fetch(tmp_path, fakes, job)

    assert (report.units, report.provider_job, seconds_of(tmp_path / "again" / "clip.mp4")) == ({"credits": 42}, job, 5)
    assert (fakes.kie.calls("createTask"), len(fakes.kie.uploads)) == (1, 1)
    assert {"order": "sent", "provider_job": job} in journal(tmp_path)


def test_a_script_that_is_asked_to_end_does_so_and_leaves_the_order(tmp_path, fakes):
    fakes.kie.generation = HOURS
    process, job = started(tmp_path, fakes, "--poll-every", "60")

    process.send_signal(signal.SIGTERM)

    assert process.wait(timeout=10) == -signal.SIGTERM
    process.communicate()
    assert {"order": "sent", "provider_job": job} in journal(tmp_path)


def test_an_order_that_takes_too_long_is_asked_for_again_later(tmp_path, fakes):
    fakes.kie.generation = HOURS

    error = failure(film, tmp_path, fakes, "--deadline", "0.2")

    job = fakes.kie.tasks[0].id
    assert (error.kind, error.code, error.provider_job) == ("transient", "still_running", job)
    assert str(error) == "Kling is still working on it; it will be asked again later."
    fakes.kie.finish(job)
    fetch(tmp_path, fakes, job)
    assert fakes.kie.calls("createTask") == 1


@pytest.mark.parametrize("fault", [KIE.POLL_MAINTENANCE, faults.html(404).at("recordInfo")])
def test_an_order_that_nobody_tells_about_is_asked_for_again_later(fault, tmp_path, fakes):
    fakes.kie.every(1, fault)

    error = failure(film, tmp_path, fakes, "--grace", "0", "--deadline", "0.2")

    assert (error.code, error.provider_job) == ("still_running", fakes.kie.tasks[0].id)


def test_an_order_that_kie_does_not_know_yet_is_waited_for(tmp_path, fakes):
    fakes.kie.slow_polls = 5

    film(tmp_path, fakes)

    assert fakes.kie.calls("createTask") == 1


def test_an_order_that_kie_never_knew_is_told_to_a_person(tmp_path, fakes):
    error = failure(fetch, tmp_path, fakes, "task_kling_0", "--grace", "0.1")

    assert (error.kind, error.code) == ("permanent", "unknown_order")
    assert "KIE does not know the order task_kling_0" in str(error)
    assert (fakes.kie.calls("createTask"), fakes.kie.calls("recordInfo") > 1) == (0, True)


def test_an_order_that_was_seen_is_not_given_up_when_kie_forgets_it_for_a_while(tmp_path, fakes):
    fakes.kie.generation = HOURS
    fakes.kie.then(None, *[KIE.NOT_VISIBLE] * 500, on="recordInfo")

    error = failure(film, tmp_path, fakes, "--grace", "0", "--deadline", "0.3")

    assert (error.kind, error.code, error.provider_job) == ("transient", "still_running", fakes.kie.tasks[0].id)


def test_a_clip_without_an_address_is_fetched_later(tmp_path, fakes):
    fakes.kie.then(KIE.TASK_WITHOUT_URL)

    error = failure(film, tmp_path, fakes, "--grace", "0.1")

    assert (error.kind, error.code, error.provider_job) == ("transient", "no_result", fakes.kie.tasks[0].id)


def test_an_order_without_a_key_to_fetch_it_is_not_forgotten(tmp_path, fakes):
    error = failure(fetch, tmp_path, fakes, "task_kling_0", environment={"KIE_API_KEY": ""})

    assert (error.kind, error.code) == ("permanent", "no_key")
    assert journal(tmp_path / "again")[-1]["provider_job"] == "task_kling_0"


def test_a_lost_answer_is_one_order_that_a_person_must_look_at(tmp_path, fakes):
    fakes.kie.then(KIE.LOST_AFTER_CREATE)

    error = failure(film, tmp_path, fakes)

    assert (error.kind, error.provider_job, len(fakes.kie.tasks)) == ("ambiguous", None, 1)
    assert [line.get("order") for line in journal(tmp_path)[-2:]] == ["sent", None]


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
