"""Storyboards from Gemini: what is asked, what is mended, what it costs, what every error means."""

import json
from dataclasses import replace

import pytest

from pipeline.rules.storyboard import problems
from tests.fakes import faults
from tests.fakes.faults import gemini as said
from tests.scripts.gemini_runs import BRIEF, a_gemini, failing, journal, orders, plan
from videogen.lib import journals

PROMPTS = ("storyboard_system.txt", "storyboard.txt", "storyboard_repair.txt")


@pytest.fixture
def gemini():
    with a_gemini() as gemini:
        yield gemini


def asked(gemini, call=-1):
    return gemini.requests[call].json


def question(gemini):
    return asked(gemini, 0)["contents"][0]["parts"][0]["text"]


def board(folder):
    return json.loads((folder / "storyboard.json").read_text(encoding="utf-8"))


def answer(text, **candidate):
    candidate = {"content": {"role": "model", "parts": [{"text": text}]}, "finishReason": "STOP", **candidate}
    usage = {"promptTokenCount": 100, "candidatesTokenCount": 20, "thoughtsTokenCount": 3}
    return faults.status(200, {"candidates": [candidate], "usageMetadata": usage})


# What is asked


def test_a_storyboard_is_written_that_the_engine_takes(gemini, tmp_path):
    report = plan(gemini, tmp_path)

    assert problems(board(tmp_path), assets=22, scenes=18, clip_seconds=10) == []
    assert report.model == "gemini-3.8-flash"
    assert report.cost_usd == gemini.spent_usd > 0
    assert orders(tmp_path) == ["sent"]


def test_the_brief_is_in_the_question_and_its_braces_stay(gemini, tmp_path):
    plan(gemini, tmp_path)

    lines = question(gemini).splitlines()
    assert "Title: The Last {topic} Keepers" in lines
    assert "Topic: For two centuries people lived on rocks in the sea. The last of them left in 1998." in lines
    assert {"Assets: 22", "Scenes: 18", "Clip seconds: 10", "Language: en"} <= {*lines}
    assert "at most 22 words" in question(gemini)


def test_no_blank_of_the_prompts_is_left_empty(gemini, tmp_path):
    gemini.then(said.NOT_A_STORYBOARD)

    plan(gemini, tmp_path, brief={"title": "Rain"})

    said_by_us = [asked(gemini)["systemInstruction"], *asked(gemini)["contents"][::2]]
    assert not any("{" in turn["parts"][0]["text"] for turn in said_by_us)


def test_the_answer_is_bound_to_the_schema_and_the_counts(gemini, tmp_path):
    plan(gemini, tmp_path, brief=BRIEF | {"assets": 6, "scenes": 3})

    configuration = asked(gemini)["generationConfig"]
    properties = configuration["responseJsonSchema"]["properties"]
    assert (properties["assets"]["minItems"], properties["assets"]["maxItems"]) == (6, 6)
    assert (properties["scenes"]["minItems"], properties["scenes"]["maxItems"]) == (3, 3)
    assert properties["assets"]["items"]["required"] == ["name", "kind", "prompt"]
    assert configuration["thinkingConfig"] == {"thinkingLevel": "LOW"}


def test_prompts_and_schema_of_ones_own_are_used(gemini, tmp_path):
    for name in PROMPTS:
        (tmp_path / name).write_text(f"{name} for {{title}}. Assets: 22. Scenes: 18.")
    (tmp_path / "schema.json").write_text('{"properties": {"assets": {"title": "mine"}, "scenes": {}}}')
    files = ("--system-file", "--prompt-file", "--repair-file")
    own = [each for flag, name in zip(files, PROMPTS, strict=True) for each in (flag, tmp_path / name)]

    failing(plan, gemini, tmp_path, *own, "--schema", tmp_path / "schema.json")

    assert asked(gemini)["systemInstruction"]["parts"][0]["text"].startswith("storyboard_system.txt for The Last")
    assert question(gemini).startswith("storyboard.txt for The Last")
    assert asked(gemini)["contents"][2]["parts"][0]["text"].startswith("storyboard_repair.txt for The Last")
    assert asked(gemini)["generationConfig"]["responseJsonSchema"]["properties"]["assets"]["title"] == "mine"


def test_a_schema_that_is_too_much_for_gemini_is_asked_for_without_counts(gemini, tmp_path):
    message = "The specified schema produces a constraint that has too many states for serving."
    gemini.then(said.error("TOO_MANY_STATES", 400, "INVALID_ARGUMENT", message))

    plan(gemini, tmp_path)

    assert orders(tmp_path) == ["sent", "none", "sent"]
    assert "minItems" not in json.dumps(asked(gemini)["generationConfig"]["responseJsonSchema"])


# What is mended


@pytest.mark.parametrize("fault", [said.BAD_REFERENCE, said.NOT_A_STORYBOARD], ids=lambda fault: fault.name)
def test_a_storyboard_that_is_wrong_is_mended_once_in_the_same_conversation(gemini, tmp_path, fault):
    gemini.then(fault)

    report = plan(gemini, tmp_path)

    first, its_answer, complaint = asked(gemini)["contents"]
    assert first == asked(gemini, 0)["contents"][0]
    assert [turn["role"] for turn in (first, its_answer, complaint)] == ["user", "model", "user"]
    assert problems(board(tmp_path)) == []
    assert orders(tmp_path) == ["sent", "sent"]
    assert report.cost_usd == gemini.spent_usd


def test_the_second_question_holds_the_first_answer_and_its_problems(gemini, tmp_path):
    gemini.then(said.BAD_REFERENCE)

    plan(gemini, tmp_path)

    _, its_answer, complaint = asked(gemini)["contents"]
    assert json.loads(its_answer["parts"][0]["text"])["scenes"][0]["environment"] == "a_place_that_is_not_there"
    assert "- Scene 1 names 'a_place_that_is_not_there', which is no environment" in complaint["parts"][0]["text"]


def test_a_storyboard_that_is_wrong_twice_is_given_up_with_its_problems_and_its_bill(gemini, tmp_path):
    gemini.every(1, answer('{"atmosphere": "x", "assets": [], "scenes": []}'))

    error = failing(plan, gemini, tmp_path)

    assert (error.kind, error.code) == ("permanent", "invalid_storyboard")
    assert "has 0 assets; it needs exactly 22. The storyboard has 0 scenes; it needs exactly 18." in str(error)
    assert gemini.calls() == 2
    assert journal(tmp_path)[-1]["units"] == {"prompt_tokens": 200, "text_tokens": 46}
    assert not (tmp_path / "storyboard.json").exists()


def test_many_problems_are_told_in_a_few_words(gemini, tmp_path):
    gemini.every(1, answer(json.dumps({"assets": [None] * 22, "scenes": [{}] * 18})))

    error = failing(plan, gemini, tmp_path)

    assert "more)" in str(error)
    assert "Plan it again" in str(error)
    assert len(str(error)) < 500
    assert len(asked(gemini)["contents"][2]["parts"][0]["text"].splitlines()) < 60


def test_what_the_model_only_thought_is_no_part_of_the_storyboard(gemini, tmp_path):
    gemini.then(said.THOUGHT_FIRST)

    report = plan(gemini, tmp_path)

    assert gemini.calls() == 1
    assert report.cost_usd == gemini.spent_usd


# What errors mean


ENDS = [
    (said.PER_MINUTE, "transient", "rate_limit", 1, ["none"], "asks to slow down"),
    (said.WITHOUT_DETAILS, "transient", "exhausted", 1, ["none"], "no room"),
    (said.OVERLOADED, "transient", "unavailable", 4, ["none"], "tried again by itself"),
    (faults.html(502), "transient", "unavailable", 4, ["none"], "tried again by itself"),
    (
        said.PER_DAY_SHORT_DELAY,
        "quota",
        "daily_quota",
        1,
        ["none"],
        "Today's Gemini quota of 1000 for gemini-3.8-flash",
    ),
    (said.CREDITS_DEPLETED_402, "quota", "balance", 1, ["none"], "Top them up"),
    (said.SPEND_CAP, "quota", "spend_cap", 1, ["none"], "spend cap"),
    (said.LIMIT_ZERO, "permanent", "no_quota", 1, ["none"], "no quota for gemini-3.8-flash"),
    (said.BAD_KEY, "permanent", "bad_key", 1, ["none"], "GEMINI_API_KEY"),
    (said.RETIRED_MODEL, "permanent", "no_model", 1, ["none"], "Use gemini-4-hydrogen instead"),
    (said.BLOCKED, "permanent", "refused_prompt", 1, ["sent"], "Change the prompt"),
    (said.finished("RECITATION"), "permanent", "refused_answer", 1, ["sent"], "too close to an existing work"),
    (said.finished("OTHER"), "permanent", "no_answer", 2, ["sent"], "asked twice"),
    (answer(" "), "permanent", "no_answer", 2, ["sent"], "asked twice"),
    (said.TRUNCATED, "permanent", "max_tokens", 1, ["sent"], "Ask for less"),
    (answer("{}", finishReason="SAFETY"), "permanent", "refused_answer", 1, ["sent"], "safety rules"),
    (faults.lost(), "ambiguous", "lost", 1, ["sent"], "may have been charged"),
    (faults.half(), "ambiguous", "lost", 1, ["sent"], "may have been charged"),
    (faults.not_json(), "ambiguous", "lost", 1, ["sent"], "may have been charged"),
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

    error = failing(plan, gemini, tmp_path)

    assert (error.kind, error.code) == (kind, code)
    assert sentence in str(error)
    assert gemini.calls() == calls
    assert orders(tmp_path)[-1:] == order
    assert not (tmp_path / "storyboard.json").exists()


def test_a_second_answer_that_is_lost_is_not_asked_for_again(gemini, tmp_path):
    gemini.then(said.BAD_REFERENCE, faults.lost())

    error = failing(plan, gemini, tmp_path)

    assert (error.kind, gemini.calls()) == ("ambiguous", 2)
    assert journal(tmp_path)[-1]["units"]["text_tokens"] > 0


def test_a_second_question_without_time_is_asked_by_the_next_run_alone(gemini, tmp_path):
    gemini.then(replace(said.OVERLOADED, pause=1.6), replace(said.BAD_REFERENCE, pause=1.6))
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir(), second.mkdir()

    error = failing(plan, gemini, first, "--timeout", 3)
    report = plan(gemini, second, "--answers", first / "storyboard.json")

    assert (error.kind, error.code) == ("transient", "no_time")
    assert journals.read(first / "storyboard.json").answered
    assert len(gemini.book) == 2
    assert report.cost_usd == gemini.spent_usd


def test_a_second_request_that_is_refused_leaves_nothing_open_but_the_first_ones_bill(gemini, tmp_path):
    gemini.then(said.BAD_REFERENCE, said.PER_MINUTE)

    error = failing(plan, gemini, tmp_path)

    assert (error.kind, error.retry_after_s) == ("transient", 46.2)
    assert orders(tmp_path) == ["sent", "sent", "none"]
    assert journal(tmp_path)[-1]["units"]["prompt_tokens"] > 0


@pytest.mark.parametrize(
    ("more", "changes", "code", "sentence"),
    [
        (["--model", "gemini-2.5-pro"], {}, "retired_model", "Use gemini-3.8-flash instead"),
        (["--schema", "brief.json"], {}, "bad_input", "is not that of a storyboard"),
        (["--prompt-file", "gone.txt"], {}, "no_input", "gone.txt does not exist"),
        ([], {"GEMINI_API_KEY": ""}, "no_key", "GEMINI_API_KEY is not set"),
    ],
)
def test_what_cannot_work_is_said_before_anything_leaves(gemini, tmp_path, more, changes, code, sentence):
    error = failing(plan, gemini, tmp_path, *more, **changes)

    assert (error.kind, error.code) == ("permanent", code)
    assert sentence in str(error)
    assert gemini.calls() == 0
