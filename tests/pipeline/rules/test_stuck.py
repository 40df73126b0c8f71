"""Which films stand still for too long."""

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.rules.statuses import ERRORS, GATES, Status
from pipeline.rules.stuck import PATIENCE, Standing, is_stuck

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
AGES = timedelta(days=400)


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


def test_a_film_that_is_made_and_gives_no_news_for_two_hours_is_stuck():
    assert is_stuck(Standing(Status.GENERATING_VIDEO, ago(hours=2)), NOW)


def test_a_film_that_has_just_begun_a_step_is_not_stuck():
    assert not is_stuck(Standing(Status.GENERATING_VIDEO, ago(minutes=59)), NOW)


def test_a_finished_attempt_is_news():
    standing = Standing(Status.GENERATING_VIDEO, ago(hours=9), last_attempt=ago(minutes=5))

    assert not is_stuck(standing, NOW)


def test_an_old_attempt_of_an_earlier_step_does_not_make_a_new_step_old():
    standing = Standing(Status.GENERATING_VIDEO, ago(minutes=5), last_attempt=ago(hours=9))

    assert not is_stuck(standing, NOW)


def test_a_planned_retry_is_waited_for_however_late_it_is():
    standing = Standing(Status.GENERATING_VIDEO, ago(days=3), ago(days=2), retry_at=NOW + timedelta(hours=20))

    assert not is_stuck(standing, NOW)


def test_a_retry_that_nobody_makes_is_stuck():
    assert is_stuck(Standing(Status.GENERATING_VIDEO, ago(days=3), retry_at=ago(hours=2)), NOW)


def test_a_film_that_waits_for_money_is_not_stuck():
    assert not is_stuck(Standing(Status.GENERATING_VIDEO, ago(days=9), paused=True), NOW)


@pytest.mark.parametrize("status", [*GATES, *ERRORS])
def test_people_have_a_day(status: Status):
    assert not is_stuck(Standing(status, ago(hours=23.9)), NOW)
    assert is_stuck(Standing(status, ago(hours=24)), NOW)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED])
def test_drafts_and_published_films_are_never_stuck(status: Status):
    assert not is_stuck(Standing(status, NOW - AGES), NOW)


def test_every_other_status_is_stuck_some_day():
    assert set(Status) - set(PATIENCE) == {Status.DRAFT, Status.PUBLISHED}
    assert all(is_stuck(Standing(status, NOW - AGES), NOW) for status in PATIENCE)
