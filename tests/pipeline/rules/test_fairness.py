"""Who is next (FR41, FR43)."""

from datetime import UTC, datetime, timedelta

from pipeline.rules.fairness import Waiting, next_up

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
HIGH, NORMAL = 0, 1


def test_a_10_and_b_2_waiting_give_a_b_a_b_a_a():
    left, served, order = {"A": 10, "B": 2}, {"A": None, "B": None}, ""
    for minute in range(6):
        turn = next_up(Waiting(NORMAL, channel, served[channel]) for channel, n in left.items() if n)
        left[turn.channel_id] -= 1
        served[turn.channel_id] = NOON + timedelta(minutes=minute)
        order += turn.channel_id

    assert order == "ABABAA"


def test_a_high_priority_goes_before_a_channel_that_waited_longer():
    waiting = [Waiting(NORMAL, "A", None), Waiting(HIGH, "B", NOON)]

    assert next_up(waiting).channel_id == "B"


def test_with_nothing_waiting_it_is_nobodys_turn():
    assert next_up([]) is None
