"""A used-up quota pauses its service until the provider's own midnight; the others work on (SPEC, failures)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pipeline import queue
from pipeline.models import Alert, Attempt, Job, Service
from tests.factories import make_clip, make_job
from tests.fakes import faults
from tests.paid import paid_film, work

pytestmark = pytest.mark.django_db(transaction=True)

PACIFIC = ZoneInfo("America/Los_Angeles")


def next_midnight():
    tomorrow = datetime.now(PACIFIC).date() + timedelta(days=1)
    return datetime.combine(tomorrow, datetime.min.time(), PACIFIC).astimezone(UTC)


@pytest.fixture
def used_up(fakes):
    """A film whose second image finds the day's quota used up, with a misleading short delay."""
    fakes.gemini.then(None, None, faults.gemini.PER_DAY_SHORT_DELAY, on="generateContent")
    return work(paid_film(), concurrency=1)


def test_the_service_is_paused_until_midnight_pacific_and_nothing_fails(used_up):
    gemini = Service.objects.get(pk="gemini")

    assert abs(gemini.paused_until - next_midnight()) < timedelta(seconds=2)
    assert used_up.error is None
    assert used_up.jobs.filter(state="failed").count() == 0
    assert used_up.jobs.get(pk=Attempt.objects.get(failure_class="quota").job_id).failures == 0


def test_it_is_told_once(used_up):
    queue.claim("ada")

    assert Alert.objects.filter(kind="quota").count() == 1


def test_other_services_work_on(used_up):
    Job.objects.update(state="cancelled")
    make_job(make_clip("narration", 1, task=used_up), service="elevenlabs")
    make_job(make_clip("image", 1, task=used_up), service="gemini")

    assert queue.claim("ada").service == "elevenlabs"
    assert queue.claim("ada") is None


def test_after_the_pause_the_film_goes_on_where_it_stopped(fakes, used_up):
    Service.objects.update(paused_until=datetime.now(UTC) - timedelta(seconds=1))

    work(used_up)

    assert used_up.label == "Final Review"
    assert len([entry for entry in fakes.gemini.book if entry.what == "image"]) == 3
