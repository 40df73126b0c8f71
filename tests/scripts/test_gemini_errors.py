"""Gemini's errors are told apart by what they say, whatever their order and whatever is missing."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.faults import gemini as faults
from tests.scripts.gemini_runs import SCRIPTS  # noqa: F401  (it makes the scripts' own modules importable)

from _gemini_errors import failure, next_reset  # isort: skip
from _gemini_reply import billed_units, is_one, why_nothing  # isort: skip
from _http import Answer  # isort: skip

NOON = datetime(2026, 11, 21, 20, tzinfo=UTC)  # 12:00 Pacific
MIDNIGHT = "2026-11-22T08:00:00+00:00"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def last_words(fault, *, now=NOON, **changes):
    answer = Answer(changes.get("status", fault.status), changes.get("headers", {}), fault.body)
    return failure(answer, model="gemini-x", instead="gemini-y", now=now).last_words


def says(message, *details, status=429):
    return faults.error("SAYS", status, "RESOURCE_EXHAUSTED", message, list(details))


@pytest.mark.parametrize(
    ("now", "reset"),
    [
        ("2026-07-01T21:00", "2026-07-02T07:00"),  # 14:00 in summer
        ("2026-12-01T22:00", "2026-12-02T08:00"),  # 14:00 in winter
        ("2026-11-01T22:00", "2026-11-02T08:00"),  # 14:00 on the day that has 25 hours
        ("2026-11-01T07:30", "2026-11-02T08:00"),  # half past midnight of that day: 24 and a half hours to go
        ("2026-10-31T21:00", "2026-11-01T07:00"),  # 14:00 on the day before
        ("2027-03-14T21:00", "2027-03-15T07:00"),  # 14:00 on the day that has 23 hours
        ("2027-03-14T08:30", "2027-03-15T07:00"),  # half past midnight of that day: 22 and a half hours to go
        ("2027-03-13T22:00", "2027-03-14T08:00"),  # 14:00 on the day before
        ("2026-12-02T08:00", "2026-12-03T08:00"),  # midnight itself: the quota of this day is what is used up
    ],
)
def test_a_daily_quota_is_back_at_midnight_pacific(now, reset):
    assert next_reset(datetime.fromisoformat(f"{now}Z"), 8.0) == datetime.fromisoformat(f"{reset}Z")


def test_a_daily_quota_is_back_later_where_gemini_asks_for_more():
    assert next_reset(NOON, 20 * 3600.0) == datetime(2026, 11, 22, 16, tzinfo=UTC)


@pytest.mark.parametrize("fault", faults.DAILY_QUOTA, ids=lambda fault: fault.name)
def test_a_used_up_day_waits_for_its_reset_however_short_the_delay_is(fault):
    words = last_words(fault)

    assert (words["class"], words["code"], words["reset_at"]) == ("quota", "daily_quota", MIDNIGHT)


def test_a_long_delay_written_in_words_is_read():
    words = last_words(says("Quota exceeded: requests_per_day. Please retry in 20h17m5.5s."))

    assert words["reset_at"] == "2026-11-22T16:17:05.500000+00:00"


@pytest.mark.parametrize(("delay", "seconds"), [("7s", 7), ("46.2s", 46.2), ("812.5ms", 0.8125), ("2m3s", 123)])
def test_the_delay_of_a_minute_quota_is_read_in_every_form(delay, seconds):
    minute = {"violations": [{"quotaId": "GenerateRequestsPerMinutePerProjectPerModel"}]}

    words = last_words(says(f"Quota exceeded. Please retry in {delay}.", minute))

    assert (words["class"], words["code"]) == ("transient", "rate_limit")
    assert words["retry_after_s"] == pytest.approx(seconds)


def test_the_limit_of_the_day_is_told_where_gemini_tells_it():
    assert "quota of 1000 for gemini-x is used up" in last_words(faults.PER_DAY)["message"]
    assert "quota for gemini-x is used up" in last_words(faults.PER_DAY_WITHOUT_VALUE)["message"]


@pytest.mark.parametrize("message", ["Quota exceeded, limit: 0, model: gemini-x", "limit: 0"])
def test_no_quota_at_all_is_nothing_to_wait_for(message):
    words = last_words(says(f"{message}. It is a quota per day."))

    assert (words["class"], words["code"]) == ("permanent", "no_quota")


@pytest.mark.parametrize("message", ["limit: 0.5", "limit: 01", "limit: 10"])
def test_a_small_quota_is_a_quota(message):
    assert last_words(says(f"{message} per day"))["class"] == "quota"


def test_a_violation_with_the_number_zero_is_no_quota_at_all():
    assert last_words(says("Quota exceeded.", {"violations": [{"quotaValue": 0}]}))["code"] == "no_quota"


@pytest.mark.parametrize(
    ("message", "status", "code"),
    [
        ("Payment Required", 402, "balance"),
        ("Your prepayment credits are depleted.", 429, "balance"),
        ("Your project has exceeded its monthly spending cap.", 429, "spend_cap"),
        ("The project's spend cap is reached.", 429, "spend_cap"),
    ],
)
def test_money_that_is_used_up_waits_for_somebody(message, status, code):
    words = last_words(says(message, status=status))

    assert (words["class"], words["code"]) == ("quota", code)
    assert "reset_at" not in words


def test_a_wait_in_the_header_counts():
    assert last_words(faults.OVERLOADED, headers={"retry-after": "17"})["retry_after_s"] == 17


def test_what_gemini_says_is_shown_on_one_short_line():
    message = last_words(says("One.\n" * 200, status=400))["message"]

    assert "One. One." in message
    assert len(message) < 350


@given(VALUES, st.sampled_from([307, 400, 402, 404, 418, 429, 500, 599]))
def test_no_error_is_too_odd_to_be_classified(value, status):
    for body in (
        value,
        {"error": value},
        {"error": {"details": value, "message": "x"}},
        {"error": {"details": [value]}},
    ):
        answer = Answer(status, {}, json.dumps(body).encode())

        assert failure(answer, model="m", instead="n", now=NOON).last_words["class"] in (
            "transient",
            "quota",
            "permanent",
        )


@given(VALUES)
def test_no_answer_is_too_odd_to_be_read(value):
    for reply in ({"candidates": value}, {"candidates": [{"content": value}]}, {"usageMetadata": value}):
        assert is_one(reply)
        assert why_nothing(reply, what="picture").last_words["class"] == "permanent"
        assert all(count > 0 for count in billed_units(reply).values())


def test_a_picture_without_a_count_of_its_own_is_billed_as_a_picture():
    part = {"inlineData": {"mimeType": "image/png", "data": ""}}
    usage = {"promptTokenCount": 9, "candidatesTokenCount": 1120, "thoughtsTokenCount": 40}

    units = billed_units({"candidates": [{"content": {"parts": [part]}}], "usageMetadata": usage})

    assert units == {"prompt_tokens": 9, "text_tokens": 40, "image_tokens": 1120}
