"""Doctor names what is wrong with keys, accounts, models, prices and pauses, and how to mend each."""

from contextlib import suppress
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from pipeline.models import Price, Service
from pipeline.models.service import UNTIL_RESUMED
from tests.factories import make_channel
from tests.fakes import faults
from tests.paid import paid_channel

pytestmark = pytest.mark.django_db


def doctor():
    """What doctor prints."""
    out = StringIO()
    with suppress(CommandError):
        call_command("doctor", stdout=out)
    return out.getvalue()


def test_good_keys_and_accounts_are_fine(fakes):
    paid_channel()

    said = doctor()

    assert "ok  accounts" in said
    assert "ok  models and prices" in said
    assert all(len(provider.requests) == 1 for provider in (fakes.gemini, fakes.kie, fakes.elevenlabs))
    assert not any(provider.book for provider in fakes.all)


def test_a_local_channel_asks_nobody(fakes):
    make_channel()

    assert "ok  accounts" in doctor()
    assert not any(provider.requests for provider in fakes.all)


def test_a_channel_that_is_not_active_asks_nobody(fakes):
    paid_channel(is_active=False)

    doctor()

    assert not any(provider.requests for provider in fakes.all)


@pytest.mark.parametrize(
    ("service", "variable"),
    [("gemini", "GEMINI_API_KEY"), ("kling", "KIE_API_KEY"), ("elevenlabs", "ELEVENLABS_API_KEY")],
)
def test_a_missing_key_is_named_with_its_variable_and_its_channels(fakes, settings, service, variable):
    paid_channel()
    setattr(settings, variable, "")

    assert f"{service}, for meadow.yaml: {variable} is empty. Make a key at" in doctor()


def test_each_account_is_asked_once_for_all_channels(fakes):
    paid_channel("meadow")
    paid_channel("shore")
    fakes.kie.key = "another"

    said = doctor()

    assert fakes.kie.calls("credit") == 1
    assert "kling, for meadow.yaml and shore.yaml: KIE does not accept the key in KIE_API_KEY." in said


def test_wrong_keys_are_named_and_never_shown(fakes, settings):
    paid_channel()
    names = ("GEMINI_API_KEY", "KIE_API_KEY", "ELEVENLABS_API_KEY")
    for name in names:
        setattr(settings, name, "a-key-that-nobody-knows-77")

    said = doctor()

    assert all(f"does not accept the key in {name}" in said for name in names)
    assert "a-key-that-nobody-knows-77" not in said


def test_a_provider_that_cannot_be_reached_is_named_with_its_address_variable(fakes, settings):
    paid_channel()
    settings.KIE_API_BASE_URL = "http://127.0.0.1:9"

    said = doctor()

    assert "KIE could not be reached: nobody answers there. Check the network and KIE_API_BASE_URL." in said


def test_an_empty_balance_is_said(fakes):
    paid_channel()
    fakes.kie.credits = 0

    assert "The balance at KIE is used up. Top it up at kie.ai." in doctor()


def test_a_default_model_that_the_key_may_not_use_is_said(fakes):
    paid_channel()
    fakes.gemini.then(faults.status(200, {"models": [{"name": "models/gemini-3.8-flash"}]}), on="/models")

    assert "Gemini does not offer gemini-nano-banana-2.1 to this key." in doctor()


def test_a_retired_model_is_named_with_its_successor(fakes):
    paid_channel(models={"images": "gemini-2.5-flash-image"})

    said = doctor()

    assert (
        "meadow.yaml: models.images: gemini-2.5-flash-image is retired. Write gemini-nano-banana-2.1 instead." in said
    )


def test_a_model_without_a_price_is_named_with_its_units(fakes):
    paid_channel(models={"narration": "eleven_v9"}, budget={"per_video_usd": 5})

    said = doctor()

    assert "meadow.yaml: models.narration: eleven_v9 has no price for characters." in said
    assert "counts at the dearest price known and the channel's budget holds only roughly." in said


def test_a_budget_over_steps_that_nobody_can_price_is_said(fakes):
    paid_channel(budget={"per_day_usd": 5})
    Price.objects.filter(unit="generations").delete()

    said = doctor()

    assert "eleven_text_to_sound_v2 has no price for generations." in said
    assert "counts as nothing and the channel's budget does not hold." in said


def test_a_price_of_another_day_is_none(fakes):
    paid_channel()
    Price.objects.filter(unit="seconds").update(valid_until="2020-12-31", valid_from="2020-01-01")

    assert "kling/v2-5-turbo-image-to-video-pro has no price for seconds." in doctor()


def test_a_paused_service_is_named_with_its_reason():
    Service.objects.filter(pk="kling").update(paused_until=UNTIL_RESUMED, pause_reason="The balance is used up.")
    until = datetime(2100, 1, 1, 8, tzinfo=UTC)
    Service.objects.filter(pk="gemini").update(paused_until=until, pause_reason="Enough for today.")

    said = doctor()

    assert "kling is paused until somebody resumes it. The balance is used up. To resume it now: the admin" in said
    assert "gemini is paused until 2100-01-01 08:00 UTC. Enough for today." in said


def test_a_pause_that_is_over_is_no_problem():
    Service.objects.filter(pk="gemini").update(paused_until=datetime(2020, 1, 1, tzinfo=UTC))

    assert "ok  pauses" in doctor()
