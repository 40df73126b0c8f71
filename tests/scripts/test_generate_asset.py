"""Pictures from Gemini: what is asked for, what is written, what every error means and what became of the order."""

import base64
import io
import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal

import pytest
from PIL import Image

from tests.fakes import faults
from tests.fakes.faults import gemini as said
from tests.scripts.gemini_runs import (
    SCRIPTS,
    a_gemini,
    asset_arguments,
    environment,
    failing,
    journal,
    orders,
    paint,
)
from videogen.lib import scripts

ONE, TWICE, FOUR = 1, 2, 4  # requests that reach Gemini
REFUSED = ["none"]  # Gemini said no, so that nothing is open
OPEN = ["sent"]  # something was billed, or may have been


@pytest.fixture
def gemini():
    with a_gemini() as gemini:
        yield gemini


def asked(gemini, call=-1):
    return gemini.requests[call].json


def sent_parts(gemini):
    return asked(gemini)["contents"][0]["parts"]


def a_picture(folder, name, form="PNG"):
    file = folder / name
    Image.new("RGB", (64, 64), "navy").save(file, form)
    return file


def answer(**candidate):
    return faults.status(200, {"candidates": [{"finishReason": "STOP", "index": 0, **candidate}]})


def with_data(data):
    return answer(content={"parts": [{"inlineData": {"mimeType": "image/png", "data": data}}]})


# What is asked for


def test_a_picture_is_asked_for_on_the_stable_api_with_the_key_in_a_header(gemini, tmp_path):
    paint(gemini, tmp_path)

    (request,) = gemini.requests
    assert request.path == "/v1/models/gemini-nano-banana-2.1:generateContent"
    assert request.query == {}
    assert request.headers["x-goog-api-key"] == gemini.key


def test_size_and_shape_are_asked_for(gemini, tmp_path):
    paint(gemini, tmp_path, "--size", "2K", "--aspect", "2:3")

    assert asked(gemini)["generationConfig"] == {
        "responseModalities": ["IMAGE"],
        "thinkingConfig": {"thinkingLevel": "MINIMAL"},
        "imageConfig": {"aspectRatio": "2:3", "imageSize": "2K"},
    }


def test_the_prompt_alone_is_the_text(gemini, tmp_path):
    paint(gemini, tmp_path, prompt="A brass lamp, worn.")

    assert sent_parts(gemini) == [{"text": "A brass lamp, worn."}]


def test_references_come_before_the_text_which_names_them(gemini, tmp_path):
    files = [a_picture(tmp_path, "old_keeper.png"), a_picture(tmp_path, "sailor.jpg", "JPEG")]

    paint(gemini, tmp_path, "--reference", files[0], "--reference", files[1], prompt="They shake hands.")

    first, second, text = sent_parts(gemini)
    assert base64.b64decode(first["inlineData"]["data"]) == files[0].read_bytes()
    assert [part["inlineData"]["mimeType"] for part in (first, second)] == ["image/png", "image/jpeg"]
    assert "Image 1 is the reference of “old keeper”." in text["text"]
    assert "Image 2 is the reference of “sailor”." in text["text"]
    assert text["text"].endswith("\nThey shake hands.")


def test_gemini_is_told_to_give_up_before_we_do(gemini, tmp_path):
    paint(gemini, tmp_path, "--timeout", 40)

    assert gemini.requests[0].headers["x-server-timeout"] == "36"


def test_a_model_that_is_newer_than_our_list_is_asked_without_what_it_may_not_know(gemini, tmp_path):
    error = failing(paint, gemini, tmp_path, "--model", "gemini-of-next-year")

    assert error.code == "no_model"
    assert asked(gemini)["generationConfig"] == {
        "responseModalities": ["IMAGE"],
        "imageConfig": {"aspectRatio": "16:9"},
    }


# What is written


def test_the_picture_is_written_as_it_came_and_its_bill_is_exact(gemini, tmp_path):
    report = paint(gemini, tmp_path, "--size", "2K")

    with Image.open(tmp_path / "asset.png") as picture:
        assert (picture.format, picture.size) == ("PNG", (report.facts["width"], report.facts["height"]))
    assert report.model == "gemini-nano-banana-2.1"
    assert report.units["image_tokens"] == 1680
    assert report.cost_usd == gemini.spent_usd > Decimal("0.05")


@pytest.mark.parametrize("fault", [said.JPEG, said.THOUGHT_FIRST, said.TEXT_FIRST], ids=lambda fault: fault.name)
def test_an_answer_of_an_unusual_form_still_gives_the_png(gemini, tmp_path, fault):
    gemini.then(fault)

    report = paint(gemini, tmp_path)

    with Image.open(tmp_path / "asset.png") as picture:
        assert (picture.format, picture.size) == ("PNG", (1376, 768))
    assert report.cost_usd == gemini.spent_usd


def test_the_last_picture_that_is_no_thought_is_taken(gemini, tmp_path):
    red, blue, grey = (base64.urlsafe_b64encode(drawn(colour)).decode() for colour in ("red", "blue", "grey"))
    parts = [{"inlineData": {"data": red}}, {"inlineData": {"data": blue}}]
    gemini.then(answer(content={"parts": [*parts, {"thought": True, "inlineData": {"data": grey}}]}))

    paint(gemini, tmp_path)

    assert Image.open(tmp_path / "asset.png").getpixel((0, 0)) == (0, 0, 255)


def drawn(colour):
    file = io.BytesIO()
    Image.new("RGB", (32, 32), colour).save(file, "PNG")
    return file.getvalue()


def test_a_picture_leaves_nothing_beside_it_but_its_journal(gemini, tmp_path):
    paint(gemini, tmp_path)

    assert {file.name for file in tmp_path.glob("*asset*")} == {"asset.png", "asset.png.order.jsonl"}
    assert journal(tmp_path)[0] == {"order": "sent"}
    assert journal(tmp_path)[-1]["ok"] is True


# What errors mean


ENDS = [
    (said.PER_MINUTE, "transient", "rate_limit", ONE, REFUSED, "asks to slow down"),
    (said.WITHOUT_DETAILS, "transient", "exhausted", ONE, REFUSED, "no room"),
    (said.SPEND_LIMIT, "transient", "exhausted", ONE, REFUSED, "too much was spent in ten minutes"),
    *(
        (fault, "transient", "unavailable", FOUR, REFUSED, "tried again by itself")
        for fault in (said.TIMEOUT_408, said.INTERNAL, said.BAD_GATEWAY, said.OVERLOADED, said.DEADLINE)
    ),
    (faults.html(502), "transient", "unavailable", FOUR, REFUSED, "tried again by itself"),
    *((fault, "quota", "daily_quota", ONE, REFUSED, "Today's Gemini quota") for fault in said.DAILY_QUOTA),
    *((fault, "quota", "balance", ONE, REFUSED, "Top them up at https://ai.studio") for fault in said.BALANCE),
    (said.SPEND_CAP, "quota", "spend_cap", ONE, REFUSED, "spend cap"),
    (said.LIMIT_ZERO, "permanent", "no_quota", ONE, REFUSED, "Enable billing"),
    (said.BAD_KEY, "permanent", "bad_key", ONE, REFUSED, "does not take the key in GEMINI_API_KEY"),
    (said.UNAUTHENTICATED, "permanent", "bad_key", ONE, REFUSED, "https://aistudio.google.com/apikey"),
    (said.BAD_REQUEST, "permanent", "bad_request", ONE, REFUSED, "Request contains an invalid argument"),
    (said.NO_BILLING, "permanent", "no_billing", ONE, REFUSED, "enable billing"),
    (said.PERMISSION_DENIED, "permanent", "forbidden", ONE, REFUSED, "may not do that"),
    (said.RETIRED_MODEL, "permanent", "no_model", ONE, REFUSED, "no model gemini-nano-banana-2.1 any more"),
    (faults.html(404), "permanent", "bad_address", ONE, REFUSED, "GOOGLE_GEMINI_BASE_URL"),
    (faults.status(302, "elsewhere"), "permanent", "bad_address", ONE, REFUSED, "did not come from Gemini"),
    *((fault, "permanent", "refused_prompt", ONE, OPEN, "Change the prompt") for fault in said.ALL_BLOCKED),
    *((fault, "permanent", "refused_image", ONE, OPEN, "Change the prompt") for fault in said.ALL_REWORD),
    (said.EMPTY_CONTENT, "permanent", "refused_image", ONE, OPEN, "safety rules forbid the picture"),
    (said.WITHOUT_CONTENT, "permanent", "refused_image", ONE, OPEN, "Unable to show the generated image"),
    *((fault, "permanent", "no_image", TWICE, OPEN, "asked twice") for fault in said.ALL_TRY_ONCE_MORE),
    (said.UNKNOWN_REASON, "permanent", "unknown_reason", ONE, OPEN, "IMAGE_MOOD"),
    (said.ACCOUNT_LIMITED, "permanent", "account_limited", ONE, OPEN, "Open AI Studio"),
    (said.MAX_TOKENS_WITHOUT_IMAGE, "permanent", "max_tokens", ONE, OPEN, "Ask for less"),
    (said.CONTINUATION, "permanent", "max_tokens", ONE, OPEN, "Ask for less"),
    (faults.lost(), "ambiguous", "lost", ONE, OPEN, "may have been charged"),
    (faults.half(), "ambiguous", "lost", ONE, OPEN, "may have been charged"),
    (faults.close(), "ambiguous", "lost", ONE, OPEN, "may have been charged"),
    (faults.not_json(), "ambiguous", "lost", ONE, OPEN, "may have been charged"),
    (faults.status(200, {"hello": "there"}), "ambiguous", "lost", ONE, OPEN, "may have been charged"),
    (with_data("AAAA"), "ambiguous", "lost", ONE, OPEN, "may have been charged"),
    (with_data("not base64!"), "ambiguous", "lost", ONE, OPEN, "may have been charged"),
    (with_data(base64.b64encode(drawn("red")[:60]).decode()), "ambiguous", "lost", ONE, OPEN, "may have been charged"),
]


@pytest.mark.parametrize(
    ("fault", "kind", "code", "calls", "order", "sentence"),
    ENDS,
    ids=[f"{row[0].name}-{place}" for place, row in enumerate(ENDS)],
)
def test_every_error_has_its_class_and_says_what_became_of_the_order(
    gemini, tmp_path, fault, kind, code, calls, order, sentence
):
    gemini.every(1, fault)

    error = failing(paint, gemini, tmp_path)

    assert (error.kind, error.code) == (kind, code)
    assert sentence in str(error)
    assert gemini.calls() == calls
    assert orders(tmp_path)[-1:] == order
    assert not (tmp_path / "asset.png").exists()


def test_an_answer_that_does_not_come_is_lost_and_not_asked_for_again(gemini, tmp_path):
    gemini.every(1, faults.slow(30, billed=True))

    error = failing(paint, gemini, tmp_path, "--timeout", 0.3)

    assert (error.kind, error.code) == ("ambiguous", "lost")
    assert (gemini.calls(), len(gemini.book), orders(tmp_path)) == (1, 1, ["sent"])


def test_slow_refusals_are_not_tried_for_longer_than_the_engine_waits(gemini, tmp_path):
    gemini.every(1, replace(said.OVERLOADED, pause=1.2))

    error = failing(paint, gemini, tmp_path, "--timeout", 2)

    assert error.kind == "transient"
    assert gemini.calls() <= 2
    assert orders(tmp_path)[-1] == "none"


def test_where_nobody_answers_nothing_was_ordered(gemini, tmp_path):
    gemini.stop()

    error = failing(paint, gemini, tmp_path)

    assert (error.kind, error.code) == ("transient", "unreachable")
    assert orders(tmp_path) == ["sent", "none"] * 4


def test_a_picture_comes_in_spite_of_trouble_that_passes(gemini, tmp_path):
    gemini.then(said.OVERLOADED, faults.html(502))

    paint(gemini, tmp_path)

    assert orders(tmp_path) == ["sent", "none", "sent", "none", "sent"]
    assert len(gemini.book) == 1


def test_a_picture_that_failed_to_appear_once_is_asked_for_again_and_both_are_billed(gemini, tmp_path):
    gemini.then(said.NO_IMAGE)

    report = paint(gemini, tmp_path)

    assert gemini.calls() == 2
    assert report.cost_usd == gemini.spent_usd
    assert report.units["prompt_tokens"] > 9


def test_a_refusal_tells_what_it_cost(gemini, tmp_path):
    gemini.then(said.BLOCKED)

    failing(paint, gemini, tmp_path)

    last = journal(tmp_path)[-1]
    assert (last["model"], last["units"]) == ("gemini-nano-banana-2.1", {"prompt_tokens": 9})


def test_a_second_answer_that_is_lost_still_tells_what_the_first_one_cost(gemini, tmp_path):
    gemini.then(said.NO_IMAGE, faults.lost())

    error = failing(paint, gemini, tmp_path)

    assert error.kind == "ambiguous"
    assert journal(tmp_path)[-1]["units"] == {"prompt_tokens": 9}


def test_an_error_that_costs_nothing_has_no_bill(gemini, tmp_path):
    gemini.then(said.BAD_REQUEST)

    failing(paint, gemini, tmp_path)

    assert "units" not in journal(tmp_path)[-1]


# What never leaves


@pytest.mark.parametrize(
    ("more", "changes", "code", "sentence"),
    [
        (["--model", "gemini-2.5-flash-image"], {}, "retired_model", "Use gemini-nano-banana-2.1 instead"),
        (["--model", "gemini-3.1-flash-lite-image", "--size", "4K"], {}, "bad_size", "Choose one of: 1K"),
        (["--reference", "nobody.png"], {}, "no_input", "nobody.png does not exist"),
        (["--reference", "prompt.txt"], {}, "bad_input", "prompt.txt is neither PNG nor JPEG"),
        (["--reference", "prompt.txt"] * 5, {}, "bad_input", "at most 4"),
        ([], {"GEMINI_API_KEY": ""}, "no_key", "GEMINI_API_KEY is not set. Make a key at https://aistudio"),
        ([], {"GEMINI_API_KEY": "two words"}, "bad_key", "Copy it again"),
        ([], {"GOOGLE_GEMINI_BASE_URL": "localhost:80"}, "bad_address", "must look like https://host"),
    ],
)
def test_what_cannot_work_is_said_before_anything_leaves(gemini, tmp_path, more, changes, code, sentence):
    error = failing(paint, gemini, tmp_path, *more, **changes)

    assert (error.kind, error.code) == ("permanent", code)
    assert sentence in str(error)
    assert gemini.calls() == 0
    assert orders(tmp_path) == []


def test_a_key_with_a_line_end_works(gemini, tmp_path):
    paint(gemini, tmp_path, GEMINI_API_KEY=f" {gemini.key}\n")

    assert gemini.requests[0].headers["x-goog-api-key"] == gemini.key


def test_the_key_is_in_no_output_even_where_somebody_repeats_it(gemini, tmp_path):
    gemini.every(1, faults.status(400, {"error": {"message": f"No, {gemini.key} is wrong", "status": "X"}}))
    command = [sys.executable, SCRIPTS / "generate_asset.py", *asset_arguments(tmp_path)]

    ended = subprocess.run(command, env=environment(gemini), capture_output=True, text=True, check=False)

    everything = ended.stdout + ended.stderr + json.dumps(journal(tmp_path))
    assert "No, *** is wrong" in everything
    assert gemini.key not in everything


def test_two_runs_never_order_the_same_picture_at_once(gemini, tmp_path):
    gemini.delay = 60
    second = []

    def start_another(_line):
        second.append(failing(paint, gemini, tmp_path))
        raise LookupError  # ends the first

    with pytest.raises(LookupError):
        scripts.run(
            *(SCRIPTS / "generate_asset.py", asset_arguments(tmp_path)),
            **{"folder": tmp_path, "timeout": 60, "environment": environment(gemini), "on_line": start_another},
        )

    assert (second[0].kind, second[0].code) == ("transient", "busy")
    assert gemini.calls() <= 1
