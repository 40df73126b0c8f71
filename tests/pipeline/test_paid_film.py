"""A film by the paid providers: ordered once, fetched once, billed to the cent."""

from collections import Counter
from decimal import Decimal

import pytest
from django.db.models import Sum

from pipeline.models import Attempt, Cost
from pipeline.rules.statuses import Status
from tests.paid import paid_film, work

pytestmark = pytest.mark.django_db(transaction=True)


def books(fakes):
    return sum((provider.spent_usd for provider in fakes.all), Decimal(0))


def ledger():
    return Cost.objects.aggregate(total=Sum("usd"))["total"]


def test_a_small_film_is_ordered_once_and_billed_to_the_cent(fakes):
    task = work(paid_film())

    assert task.state is Status.FINAL_REVIEW, task.error
    assert Counter(entry.what for entry in fakes.gemini.book) == {"text": 1, "image": 3}
    assert len(fakes.kie.tasks) == 2
    assert Counter(entry.what for entry in fakes.elevenlabs.book) == {"speech": 2, "sound": 2}
    assert abs(ledger() - books(fakes)) < Decimal("0.005")
    assert not Attempt.objects.filter(order="open").exists()


def test_a_whole_film_orders_exactly_what_it_is_made_of(fakes):
    task = work(paid_film(format={"clip_seconds": "auto"}))

    assert task.state is Status.FINAL_REVIEW, task.error
    assert Counter(entry.what for entry in fakes.gemini.book) == {"text": 1, "image": 22}
    assert fakes.kie.calls("createTask") == len(fakes.kie.tasks) == 18
    assert fakes.kie.calls("/results/") == 18
    assert fakes.elevenlabs.calls("text-to-speech") == fakes.elevenlabs.calls("sound-generation") == 18
    assert abs(ledger() - books(fakes)) < Decimal("0.005")
    assert set(Cost.objects.values_list("component", flat=True)) == {
        *("gemini_storyboard", "gemini_images", "kling_video", "elevenlabs_narration", "elevenlabs_sfx")
    }
