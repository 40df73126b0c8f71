"""May another call begin (FR42)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pipeline.rules.limits import Limits, has_room, used_on, with_call

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(("running", "room"), [(0, True), (1, True), (2, False), (3, False)])
def test_no_more_calls_at_once_than_the_limit(running, room):
    assert has_room(Limits(limit=2, running=running), NOON) is room


def test_a_paused_service_has_no_room_until_its_time():
    assert not has_room(Limits(2, 0, paused_until=NOON + timedelta(seconds=1)), NOON)
    assert has_room(Limits(2, 0, paused_until=NOON), NOON)


def test_no_more_calls_within_a_window_than_it_allows():
    calls = with_call([], 3, NOON)
    for seconds in (4, 8):
        calls = with_call(calls, 3, NOON + timedelta(seconds=seconds))
    service = Limits(9, 0, calls_per_window=3, window_seconds=10, recent_calls=calls)

    assert not has_room(service, NOON + timedelta(seconds=9.9))
    assert has_room(service, NOON + timedelta(seconds=10))


def test_a_window_that_allows_fewer_calls_now_looks_at_the_last_ones():
    calls = [(NOON + timedelta(seconds=s)).timestamp() for s in range(5)]

    assert not has_room(
        Limits(9, 0, calls_per_window=2, window_seconds=10, recent_calls=calls), NOON + timedelta(seconds=12)
    )
    assert has_room(
        Limits(9, 0, calls_per_window=2, window_seconds=10, recent_calls=calls), NOON + timedelta(seconds=13)
    )


def test_a_day_ends_at_the_providers_midnight():
    full = Limits(9, 0, daily_quota=100, used_today=100, used_on=date(2026, 11, 20), timezone="America/Los_Angeles")

    assert not has_room(full, datetime(2026, 11, 21, 7, 59, tzinfo=UTC))
    assert has_room(full, datetime(2026, 11, 21, 8, 0, tzinfo=UTC))
    assert used_on(full, NOON) == 0
