"""What KIE answers, and what becomes of it: a class, a code, a sentence, and how often something was ordered."""

import pytest

from tests.fakes import Fakes, faults
from tests.scripts.kling_runs import failure, fetch, film, film_hosted, journal, seconds_of

KIE = faults.kie
AMBIGUOUS = ("ambiguous", "lost", "may have been charged")
REWORD = "Change its picture or its motion text"
ONCE_MORE = "It will be ordered once more"


@pytest.fixture
def fakes():
    with Fakes(media="tiny") as running:
        yield running


def names(value):
    return getattr(value, "name", None)


def told_order(folder):
    return [line["order"] for line in journal(folder) if "order" in line][-1]


def refused_with(code, http=200):
    return KIE.coded(f"CODE_{code}", code, "Odd words", http=http)


# Answers to an order: class, code, words, orders that reached KIE.
CREATE = [
    (KIE.BAD_REQUEST, "permanent", "bad_request", "Invalid request parameters", 1),
    (KIE.BAD_KEY, "permanent", "bad_key", "KIE_API_KEY", 1),
    (KIE.BAD_KEY_IN_BODY, "permanent", "bad_key", "KIE_API_KEY", 1),
    (KIE.NO_CREDITS, "quota", "balance", "Top it up at kie.ai", 1),
    (KIE.NO_CREDITS_HTTP, "quota", "balance", "Top it up at kie.ai", 1),
    (KIE.NO_CREDITS_MESSAGE, "quota", "balance", "Top it up at kie.ai", 1),
    (KIE.KEY_CAP, "quota", "balance", "Raise the cap", 1),
    (KIE.coded("CODE_AS_TEXT", "402", "Insufficient credits"), "quota", "balance", "Top it up", 1),
    (KIE.coded("IN_MESSAGE", 400, "Odd words", field="message"), "permanent", "bad_request", "Odd words", 1),
    (KIE.UNKNOWN_MODEL, "permanent", "unknown_model", "Choose another video model", 1),
    (KIE.VALIDATION, "permanent", "bad_request", "the request does not fit the model", 1),
    (KIE.RATE_LIMITED, "transient", "rate_limit", "tried again", 4),
    (KIE.RATE_LIMITED_IN_BODY, "transient", "rate_limit", "tried again", 4),
    (KIE.IMAGE_UNREACHABLE, "permanent", "image_unreachable", "Choose another host", 2),
    (KIE.MAINTENANCE, "transient", "maintenance", "tried again", 1),
    (KIE.FEATURE_DISABLED, "permanent", "disabled", "Choose another video model", 1),
    (KIE.CONNECTION_DENIED, "permanent", "denied", "Ask its support", 1),
    (KIE.UPLOAD_CLOUDFLARE.at("createTask"), "permanent", "turned_away", "1010", 1),
    (refused_with(409), "permanent", "refused_call", "409", 1),
    (faults.html(404).at("createTask"), "permanent", "unknown_model", "another video model", 1),
    (faults.html(302).at("createTask"), "permanent", "refused_call", "302", 1),
    (KIE.UPSTREAM_SILENT, *AMBIGUOUS, 1),
    (KIE.SERVER_ERROR, *AMBIGUOUS, 1),
    (KIE.SERVER_ERROR_HTTP, *AMBIGUOUS, 1),
    (KIE.GENERATION_FAILED, *AMBIGUOUS, 1),
    (KIE.WITHOUT_TASK_ID, *AMBIGUOUS, 1),
    (refused_with(600), *AMBIGUOUS, 1),
    (refused_with(200, http=500), *AMBIGUOUS, 1),
    (faults.status(200, {"code": 200, "data": {"taskId": "two lines\nof it"}}).at("createTask"), *AMBIGUOUS, 1),
    (faults.status(200, ["odd"]).at("createTask"), *AMBIGUOUS, 1),
    (faults.html(200).at("createTask"), *AMBIGUOUS, 1),
    (faults.html(502).at("createTask"), *AMBIGUOUS, 1),
    (faults.not_json().at("createTask"), *AMBIGUOUS, 1),
    (faults.close().at("createTask"), *AMBIGUOUS, 1),
    (KIE.LOST_AFTER_CREATE, *AMBIGUOUS, 1),
    (KIE.HALF_AFTER_CREATE, *AMBIGUOUS, 1),
    (KIE.ERROR_AFTER_CREATE, *AMBIGUOUS, 1),
    (KIE.BAD_GATEWAY_AFTER_CREATE, *AMBIGUOUS, 1),
]


@pytest.mark.parametrize(("fault", "kind", "code", "words", "orders"), CREATE, ids=names)
def test_an_order_that_is_not_taken(fault, kind, code, words, orders, tmp_path, fakes):
    fakes.kie.every(1, fault)

    error = failure(film, tmp_path, fakes)

    assert (error.kind, error.code, fakes.kie.calls("createTask")) == (kind, code, orders)
    assert words in str(error)
    assert (error.provider_job, fakes.kie.calls("results"), fakes.kie.calls("recordInfo")) == (None, 0, 0)
    assert told_order(tmp_path) == ("sent" if kind == "ambiguous" else "none")


@pytest.mark.parametrize("fault", KIE.AMBIGUOUS_CREATE, ids=names)
def test_an_unclear_answer_to_an_order_never_becomes_a_second_order(fault, tmp_path, fakes):
    fakes.kie.then(fault)

    failure(film, tmp_path, fakes)

    assert (fakes.kie.calls("createTask"), len(fakes.kie.tasks)) == (1, 1 if fault.after else 0)


def test_an_order_that_never_left_is_free_to_be_made_again(tmp_path, fakes):
    nowhere = {"KIE_API_BASE_URL": "http://127.0.0.1:9"}

    error = failure(film_hosted, tmp_path, fakes, "http://127.0.0.1/a.png", environment=nowhere)

    assert (error.kind, error.code, told_order(tmp_path)) == ("transient", "unreachable", "none")


# Orders that were taken and failed: class, code, words, tries that the engine may make.
FAILED = [
    (KIE.TASK_FAILED, "transient", "generation_failed", ONCE_MORE, 2),
    (KIE.TASK_FAILED_TIMEOUT, "transient", "generation_failed", ONCE_MORE, 2),
    (KIE.TASK_FAILED_NUMBER, "transient", "generation_failed", ONCE_MORE, 2),
    (KIE.TASK_FAILED_NULL, "transient", "generation_failed", ONCE_MORE, 2),
    (KIE.TASK_FAILED_EMPTY, "transient", "generation_failed", ONCE_MORE, 2),
    (KIE.TASK_FAILED_KEPT_CREDITS, "transient", "generation_failed", ONCE_MORE, 2),
    (KIE.failing("A_500_ABOUT_RISK", "500", "Risk control: nsfw"), "permanent", "refused", REWORD, None),
    (KIE.failing("A_501_OF_THEIRS", "501", "internal error"), "transient", "generation_failed", ONCE_MORE, 2),
    (KIE.failing("A_501_ALONE", 501, "Generation failed"), "permanent", "refused", "Generation failed", None),
    (KIE.failing("A_BRISK_WALK", "500", "a brisk error"), "transient", "generation_failed", ONCE_MORE, 2),
    (KIE.TASK_FAILED_POLICY, "permanent", "refused", "rejected by the content policy", None),
    (KIE.TASK_FAILED_IMAGE, "permanent", "refused", "unsafe content detected", None),
    (KIE.TASK_FAILED_BAD_INPUT, "permanent", "refused", "Invalid image dimensions", None),
]


@pytest.mark.parametrize(("fault", "kind", "code", "words", "tries"), FAILED, ids=names)
def test_an_order_that_failed_leaves_nothing_to_fetch(fault, kind, code, words, tries, tmp_path, fakes):
    fakes.kie.then(fault)

    error = failure(film, tmp_path, fakes)

    last = journal(tmp_path)[-1]
    assert (error.kind, error.code, last.get("most_tries")) == (kind, code, tries)
    assert words in str(error)
    assert ("provider_job" in last, fakes.kie.calls("createTask")) == (False, 1)


def test_a_failure_that_is_told_as_a_code_counts_too(tmp_path, fakes):
    fakes.kie.then(KIE.POLL_GENERATION_FAILED)

    error = failure(film, tmp_path, fakes)

    assert (error.kind, error.code) == ("permanent", "refused")


# What may come while it is asked, and does not matter.
WEATHER = [
    *KIE.TRANSIENT_POLL,
    KIE.coded("NO_CREDITS", 402, "Insufficient credits", on="recordInfo"),
    faults.html(404).at("recordInfo"),
    faults.html(502).at("recordInfo"),
    faults.html(200).at("recordInfo"),
    faults.not_json().at("recordInfo"),
    faults.close().at("recordInfo"),
    faults.half().at("recordInfo"),
    faults.status(200, {"code": 200, "data": None}).at("recordInfo"),
    faults.status(500, {"code": 200, "data": {"state": "fail"}}).at("recordInfo"),
    faults.status(200, {"code": 200, "data": {"state": None}}).at("recordInfo"),
    faults.status(200, {"code": 200, "data": {"taskId": "another", "state": "fail"}}).at("recordInfo"),
    faults.status(200, {"code": 200, "data": {"state": "success", "resultJson": "{"}}).at("recordInfo"),
    faults.status(200, {"code": 200, "data": {"state": "success", "resultJson": "[]"}}).at("recordInfo"),
]


@pytest.mark.parametrize("fault", WEATHER, ids=names)
def test_bad_weather_while_waiting_is_waited_out(fault, tmp_path, fakes):
    fakes.kie.then(fault, fault, fault)

    report = film(tmp_path, fakes)

    assert report.units == {"credits": 42}
    assert (fakes.kie.calls("createTask"), fakes.kie.calls("recordInfo") >= 4) == (1, True)


@pytest.mark.parametrize("fault", [KIE.POLL_BAD_KEY, KIE.UPLOAD_CLOUDFLARE.at("recordInfo")], ids=names)
def test_a_key_that_stops_working_leaves_the_order_to_be_fetched(fault, tmp_path, fakes):
    fakes.kie.every(1, fault)

    error = failure(film, tmp_path, fakes)

    assert (error.kind, error.provider_job) == ("permanent", fakes.kie.tasks[0].id)


# What may be wrong with the finished clip for a moment.
RESULTS = [
    KIE.RESULT_EXPIRED,
    KIE.RESULT_GONE,
    KIE.RESULT_HALF,
    KIE.RESULT_EMPTY,
    faults.html(200).at("/results/"),
    faults.html(502).at("/results/"),
    faults.close().at("/results/"),
]


@pytest.mark.parametrize("fault", RESULTS, ids=names)
def test_a_download_that_breaks_is_made_again_from_a_fresh_address(fault, tmp_path, fakes):
    fakes.kie.then(fault)

    film(tmp_path, fakes)

    assert seconds_of(tmp_path / "clip.mp4") == 5
    assert (fakes.kie.calls("createTask"), fakes.kie.calls("/results/"), fakes.kie.calls("/fresh/")) == (1, 1, 1)


def test_a_clip_that_cannot_be_downloaded_is_fetched_later(tmp_path, fakes):
    fakes.kie.every(1, faults.html(503), on=".mp4")

    error = failure(film, tmp_path, fakes)

    assert (error.kind, error.code, error.provider_job) == ("transient", "not_fetched", fakes.kie.tasks[0].id)
    assert not list(tmp_path.glob("*.mp4"))
    fakes.kie.calm()
    fetch(tmp_path, fakes, error.provider_job)
    assert fakes.kie.calls("createTask") == 1


def test_no_fresh_address_means_trying_the_old_one(tmp_path, fakes):
    fakes.kie.serve_results = None
    fakes.kie.then(faults.html(503), on="/results/")
    fakes.kie.every(1, KIE.coded("FOREIGN", 422, "The url is not a file of ours", on="download-url"))

    film(tmp_path, fakes)

    assert fakes.kie.calls("/results/") == 2
