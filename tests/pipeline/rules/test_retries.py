"""Again? And when? (FR27, NFR-R2)"""

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.rules.retries import Failed, next_try, pause_until

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MIDDLE = 0.5  # the jitter that changes nothing


@pytest.mark.parametrize(("failures", "minutes"), [(1, 1), (2, 5), (3, 15), (4, 60)])
def test_transient_failures_follow_the_schedule(failures, minutes):
    again = next_try(Failed("transient"), failures=failures, now=NOW, luck=MIDDLE)

    assert again == NOW + timedelta(minutes=minutes)


def test_the_fifth_failure_is_for_a_person():
    assert next_try(Failed("transient"), failures=5, now=NOW, luck=MIDDLE) is None


@pytest.mark.parametrize(("luck", "seconds"), [(0.0, 48), (1.0, 72)])
def test_jitter_is_twenty_percent_each_way(luck, seconds):
    assert next_try(Failed("transient"), failures=1, now=NOW, luck=luck) == NOW + timedelta(seconds=seconds)


def test_a_longer_retry_after_is_honoured_and_a_shorter_one_does_not_hurry():
    late = next_try(Failed("transient", retry_after_s=600), failures=1, now=NOW, luck=MIDDLE)
    soon = next_try(Failed("transient", retry_after_s=1), failures=1, now=NOW, luck=MIDDLE)

    assert late == NOW + timedelta(seconds=600)
    assert soon == NOW + timedelta(seconds=60)


@pytest.mark.parametrize("kind", ["permanent", "ambiguous", "something new"])
def test_everything_that_a_retry_cannot_mend_is_for_a_person(kind):
    assert next_try(Failed(kind), failures=1, now=NOW, luck=MIDDLE) is None


def test_a_quota_never_gives_up_however_often_it_was_met():
    assert next_try(Failed("quota"), failures=99, now=NOW, luck=MIDDLE) == NOW


def test_a_service_is_left_alone_until_its_quota_is_back():
    reset = NOW + timedelta(hours=7)

    assert pause_until(Failed("quota", reset_at=reset), now=NOW) == reset
    assert pause_until(Failed("quota"), now=NOW) is None, "until somebody topped it up"


def test_a_reset_that_has_passed_is_not_hammered():
    assert pause_until(Failed("quota", reset_at=NOW - timedelta(hours=1)), now=NOW) == NOW + timedelta(minutes=1)


def test_a_channel_may_have_its_own_schedule():
    again = next_try(Failed("transient"), failures=2, now=NOW, luck=MIDDLE, backoff=[10, 20], max_attempts=3)

    assert again == NOW + timedelta(seconds=20)
    assert next_try(Failed("transient"), failures=3, now=NOW, luck=MIDDLE, backoff=[10, 20], max_attempts=3) is None
