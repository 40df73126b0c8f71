"""Money: prices and their days, caps to the cent, days of 23 and 25 hours, and sentences for people."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from pipeline.rules.money import Cap, Price, Usage, cost, day_start, dollars, month_start, next_day

DAY = date(2026, 11, 21)
LOS_ANGELES = "America/Los_Angeles"


def price(usd, unit="seconds", model="kling-3.0/video", since=None, until=None, provider="kling"):
    return Price(provider, model, unit, Decimal(usd), since, until)


def use(model="kling-3.0/video", provider="kling", **units):
    return Usage(provider, model, units)


def cap(limit, spent="0", reserved="0"):
    amounts = (Decimal(limit), Decimal(spent), Decimal(reserved))
    return Cap("this film's budget", "video:1", *amounts, "Raise budget.per_video_usd in meadow.yaml.")


def moment(text):
    return datetime.fromisoformat(text).astimezone(UTC)


def test_what_is_used_costs_the_sum_over_its_units():
    prices = [price("0.00003", "image_tokens"), price("0.0000015", "prompt_tokens")]

    assert cost(prices, use(image_tokens=1120, prompt_tokens=270), DAY) == Decimal("0.034005")


def test_a_unit_without_a_price_makes_the_whole_unknown():
    assert cost([price("0.09")], use(seconds=10, credits=5), DAY) is None


def test_what_uses_nothing_costs_nothing():
    assert cost([], use(), DAY) == 0


@pytest.mark.parametrize("reverse", [False, True])
def test_the_price_of_the_model_goes_before_the_price_of_all(reverse):
    prices = [price("0.5", model="*"), price("0.09")]

    assert cost(prices[::-1] if reverse else prices, use(seconds=10), DAY) == Decimal("0.9")
    assert cost(prices, use("kling-9", seconds=10), DAY) == Decimal("5")


def test_a_price_holds_from_its_first_to_its_last_day():
    prices = [price("1", until=date(2026, 12, 31)), price("2", since=date(2027, 1, 1))]

    assert cost(prices, use(seconds=1), date(2026, 12, 31)) == 1
    assert cost(prices, use(seconds=1), date(2027, 1, 1)) == 2


def test_a_price_of_another_provider_or_another_day_is_none():
    assert cost([price("1", provider="gemini")], use(seconds=1), DAY) is None
    assert cost([price("1", until=date(2026, 11, 20))], use(seconds=1), DAY) is None


def test_amounts_are_kept_to_a_millionth_and_half_of_one_goes_up():
    assert cost([price("0.0000005")], use(seconds=1), DAY) == Decimal("0.000001")
    assert cost([price("0.0000004")], use(seconds=1), DAY) == 0


def test_many_small_amounts_make_no_error():
    assert cost([price("0.1")], use(seconds=0.3), DAY) == Decimal("0.03")


@pytest.mark.parametrize(
    ("spent", "reserved", "fits"), [("4.57", "0", True), ("4.59", "0", False), ("4.58", "0", True)]
)
def test_a_cap_is_kept_to_the_cent(spent, reserved, fits):
    assert cap("5.00", spent, reserved).fits(Decimal("0.42")) is fits


def test_what_is_reserved_counts_like_what_is_spent():
    assert cap("5.00", "3.00", "1.58").fits(Decimal("0.42"))
    assert not cap("5.00", "3.00", "1.59").fits(Decimal("0.42"))


def test_a_cap_of_nothing_lets_nothing_through_but_what_is_free():
    assert not cap("0").fits(Decimal("0.000001"))
    assert cap("0").fits(Decimal(0))


def test_what_is_left_is_never_negative():
    assert cap("5", "3", "1").left == 1
    assert cap("5", "6").left == 0


@pytest.mark.parametrize(("spent", "warns"), [("3.99", False), ("4.00", True), ("6.00", True)])
def test_four_fifths_give_a_warning(spent, warns):
    assert cap("5.00", spent).is_nearly_spent is warns


def test_a_full_cap_says_what_is_left_what_comes_next_and_what_to_do():
    assert cap("5.00", "4.70").full(Decimal("0.42")) == (
        "Budget: this film's budget of $5.00 leaves $0.30, and the next step costs about $0.42. "
        "Raise budget.per_video_usd in meadow.yaml."
    )


def test_a_nearly_full_cap_says_so():
    assert cap("1234.5").warning().startswith("Four fifths of this film's budget of $1,234.50 are used. Raise")


@pytest.mark.parametrize(
    ("usd", "text"),
    [
        *(("0", "$0.00"), ("3.416", "$3.42"), ("1234.5", "$1,234.50"), ("0.0336", "$0.034")),
        *(("0.0949", "$0.095"), ("0.095", "$0.10")),
    ],
)
def test_dollars_are_written_for_people(usd, text):
    assert dollars(Decimal(usd)) == text


@pytest.mark.parametrize(
    ("day", "begins", "ends", "hours"),
    [
        ("2026-11-01", "2026-11-01T07:00Z", "2026-11-02T08:00Z", 25),
        ("2027-03-14", "2027-03-14T08:00Z", "2027-03-15T07:00Z", 23),
        ("2026-11-21", "2026-11-21T08:00Z", "2026-11-22T08:00Z", 24),
    ],
)
def test_a_day_at_the_pacific_has_as_many_hours_as_its_clocks_say(day, begins, ends, hours):
    noon = moment(f"{day}T20:00Z")

    assert day_start(noon, LOS_ANGELES) == moment(begins)
    assert next_day(noon, LOS_ANGELES) == moment(ends)
    assert moment(ends) - moment(begins) == timedelta(hours=hours)


def test_the_hour_that_comes_twice_belongs_to_the_same_day():
    first, second = moment("2026-11-01T01:30-07:00"), moment("2026-11-01T01:30-08:00")

    assert first != second
    assert day_start(first, LOS_ANGELES) == day_start(second, LOS_ANGELES) == moment("2026-11-01T07:00Z")


@pytest.mark.parametrize("day", ["2026-11-01", "2027-03-14"])
def test_the_last_moment_of_a_day_is_not_the_next_day(day):
    midnight = next_day(moment(f"{day}T20:00Z"), LOS_ANGELES)

    assert next_day(midnight - timedelta(microseconds=1), LOS_ANGELES) == midnight
    assert day_start(midnight, LOS_ANGELES) == midnight


def test_a_day_by_utc_begins_at_midnight():
    assert day_start(moment("2026-11-21T00:30+02:00"), "UTC") == moment("2026-11-20T00:00Z")


def test_a_month_begins_on_its_first_by_utc():
    assert month_start(moment("2026-12-01T00:30+02:00")) == moment("2026-11-01T00:00Z")
