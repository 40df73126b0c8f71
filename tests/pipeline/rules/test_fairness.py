"""Who is next (FR41, FR43)."""

from datetime import UTC, datetime, timedelta

from pipeline.rules.fairness import PATIENCE, Turns, Waiting, next_up

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
MOMENT = timedelta(seconds=1)
HIGH, NORMAL, LOW = 0, 1, 2


def waiting(job=1, priority=NORMAL, channel="A", *, age=NOON, position=0, ready_at=NOON, film_turn=None):
    return Waiting(job, priority, channel, age, position, ready_at, film_turn)


def test_a_10_and_b_2_waiting_give_a_b_a_b_a_a():
    left, turns, order = {"A": 10, "B": 2}, {}, ""
    for minute in range(6):
        turn = next_up([waiting(channel=channel) for channel, n in left.items() if n], Turns(turns), NOON)
        left[turn.channel] -= 1
        turns[NORMAL, turn.channel] = NOON + timedelta(minutes=minute)
        order += turn.channel

    assert order == "ABABAA"


def test_a_high_priority_goes_before_a_channel_that_waited_longer():
    turns = Turns({(HIGH, "B"): NOON})

    assert next_up([waiting(channel="A"), waiting(2, HIGH, "B")], turns, NOON).channel == "B"


def test_a_channels_turn_with_urgent_work_does_not_cost_it_its_usual_turn():
    turns = Turns({(HIGH, "A"): NOON, (NORMAL, "A"): NOON - 2 * MOMENT, (NORMAL, "B"): NOON - MOMENT})

    assert next_up([waiting(channel="A"), waiting(2, channel="B")], turns, NOON).channel == "A"


def test_a_new_channel_goes_first():
    turns = Turns({(NORMAL, "A"): NOON - timedelta(days=30)})

    assert next_up([waiting(channel="A"), waiting(2, channel="Z")], turns, NOON).channel == "Z"


def test_within_a_channel_the_oldest_film_goes_first_and_then_the_order_of_its_scenes():
    jobs = [
        waiting(1, age=NOON, position=1),
        waiting(2, age=NOON - MOMENT, position=8),
        waiting(3, age=NOON - MOMENT, position=7),
    ]

    assert next_up(jobs, Turns(), NOON).job == 3


def test_films_under_way_go_before_those_to_be_started_in_the_order_of_their_starts():
    jobs = [
        waiting(1, channel="A"),
        waiting(2, channel="A", film_turn=NOON, position=1),
        waiting(3, channel="B", film_turn=NOON - MOMENT, position=8),
        waiting(4, channel="B", film_turn=NOON - MOMENT, position=7),
    ]
    order = []
    while jobs:
        order.append(next_up(jobs, Turns(), NOON).job)
        jobs = [job for job in jobs if job.job not in order]

    assert order == [4, 3, 2, 1]


def test_a_priority_that_waits_in_vain_gets_one_job_and_then_waits_again():
    jobs = [waiting(1, HIGH), waiting(2, LOW, ready_at=NOON - PATIENCE)]
    claimed = {(HIGH, "A"): NOON}

    def chosen(at, **more):
        return next_up(jobs, Turns(claimed={**claimed, **more.get("also", {})}), at).job

    assert chosen(NOON - MOMENT) == 1
    assert chosen(NOON) == 2
    assert chosen(NOON + MOMENT, also={(LOW, "A"): NOON}) == 1
    assert chosen(NOON + PATIENCE - MOMENT, also={(LOW, "B"): NOON}) == 1
    assert chosen(NOON + PATIENCE, also={(LOW, "B"): NOON}) == 2


def test_of_two_priorities_that_wait_in_vain_the_more_urgent_one_goes_first():
    long_ago = NOON - 2 * PATIENCE
    jobs = [waiting(1, HIGH), waiting(2, LOW, ready_at=long_ago), waiting(3, NORMAL, ready_at=long_ago)]

    assert next_up(jobs, Turns(), NOON).job == 3


def test_with_nothing_waiting_it_is_nobodys_turn():
    assert next_up([], Turns(), NOON) is None
