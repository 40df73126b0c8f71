"""The makespan's own arithmetic: the bound that limits set, channels' shares, and places that were idle though calls waited."""

import sys

from tests.film_parts import ROOT

sys.path.append(str(ROOT / "benchmarks"))

from _makespan_model import LIMITS, Span, bounds, draw, gaps, idle, most_at_once, percentile, serial, share
from _makespan_services import which


def clip(film=0, *, ready=0.0, begin=0.0, end=10.0):
    return Span(film, ("videos", 1), ready, begin, end)


def test_the_same_seed_draws_the_same_film_again():
    assert draw(1, 4) == draw(1, 4) != draw(2, 4)
    assert len(draw(1, 4)) == 1 + 22 + 4 * 18 + 1


def test_the_bound_of_a_service_is_its_calls_over_its_limit():
    films = [{("videos", n): 100.0 for n in range(1, 19)}, {("images", 1): 36.0}]

    assert bounds(films) == {"gemini": 36 / LIMITS["gemini"], "kling": 1_800 / LIMITS["kling"], "elevenlabs": 0}
    assert serial(films) == 1_836


def test_channels_that_get_the_same_have_a_whole_share_each():
    assert share([clip(0), clip(1)], [0, 1]) == 1


def test_a_channel_that_waits_for_another_has_a_smaller_share():
    first, second = clip(0, end=30), clip(1, begin=30, end=40)

    assert share([first, second], [0, 1]) == 0.5  # a quarter of the time, of a half


def test_a_channel_that_is_done_early_takes_nothing_from_the_others():
    early, late = clip(0, end=10), [clip(1, end=10), clip(1, begin=10, end=20)]

    assert share([early, *late], [0, 1]) == 1


def test_calls_that_follow_each_other_are_not_in_flight_together():
    assert most_at_once([clip(begin=0, end=10), clip(begin=10, end=20)]) == 1
    assert most_at_once([clip(begin=0, end=10), clip(begin=9, end=20)]) == 2


def test_a_place_is_idle_only_while_a_call_could_begin():
    waited = clip(ready=0, begin=3, end=10)
    came_later = clip(ready=14, begin=15, end=20)

    assert idle([waited, came_later], limit=1) == 3 + 1
    assert idle([clip(), clip(begin=10, end=20)], limit=1) == 0  # the second waited for a place


def test_a_gap_is_the_time_from_a_free_place_to_the_next_call():
    calls = [clip(begin=1, end=10), clip(begin=12, end=20), clip(ready=25, begin=26, end=30)]

    assert gaps(calls, limit=1) == [1, 2, 1]


def test_percentiles_are_values_that_occurred():
    assert percentile([3, 1, 2], 50) == 2
    assert percentile([3, 1, 2], 99) == 3
    assert percentile([], 50) == 0


def test_the_path_of_an_output_says_which_call_it_is():
    takes = "/w/channels/c/projects/task-1/takes/attempt"

    assert which(f"{takes}/clip_07.mp4") == ("task-1", ("videos", 7))
    assert which(f"{takes}/storyboard.json") == ("task-1", ("plan", 1))
    assert which(f"{takes}/task-1_final.mp4") == ("task-1", ("film", 1))
