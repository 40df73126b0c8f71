"""The price table: what a fresh one holds, and that people's changes stay."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from pipeline import prices
from pipeline.accounts import KINDS, UNITS
from pipeline.models import Price
from pipeline.prices import billed, price_list, quote
from pipeline.providers import PROVIDERS, offers
from pipeline.rules import money
from pipeline.rules.money import Usage
from tests.pipeline.test_providers import plan

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 21)
PAID = [provider for provider in PROVIDERS.values() if provider.is_paid]
KLING = PROVIDERS["videos", "kling"]


def usd(provider, model, day=TODAY, **units):
    return money.cost(price_list(), Usage(provider, model, units), day)


@pytest.mark.parametrize("provider", PAID, ids=lambda provider: provider.component)
def test_every_default_model_has_a_price_for_all_that_its_script_counts(provider):
    model = offers.model(provider.name, KINDS[provider.step])
    units = dict.fromkeys(UNITS[KINDS[provider.step]], 1000)

    assert usd(provider.name, model, **units) > 0


@pytest.mark.parametrize("provider", PAID, ids=lambda provider: provider.component)
def test_what_a_provider_expects_to_use_is_priced(provider, tmp_path):
    assert quote(provider, plan(tmp_path), 1, price_list()) > 0


def test_every_model_on_offer_has_a_price_on_every_day_of_the_coming_year():
    days = [date(2026, 11, 21), date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)]

    for provider in PAID:
        kind = KINDS[provider.step]
        for model in offers.data()[provider.name][kind]["models"]:
            assert all(usd(provider.name, model, day, **dict.fromkeys(UNITS[kind], 1)) is not None for day in days), (
                model
            )


def test_the_planner_doubles_its_price_with_the_new_year():
    thousand = {"prompt_tokens": 1000, "text_tokens": 1000}

    assert usd("gemini", "gemini-3.8-flash", date(2026, 12, 31), **thousand) == Decimal("0.0045")
    assert usd("gemini", "gemini-3.8-flash", date(2027, 1, 1), **thousand) == Decimal("0.009")


def test_a_picture_and_a_clip_cost_what_the_providers_say():
    assert usd("gemini", "gemini-nano-banana-2.1", image_tokens=1120) == Decimal("0.0336")
    assert usd("gemini", "gemini-nano-banana-2.1", image_tokens=1680) == Decimal("0.0504")
    assert usd("kling", "kling/v2-5-turbo-image-to-video-pro", seconds=10) == Decimal("0.42")
    assert usd("kling", "kling/v2-5-turbo-image-to-video-pro", credits=84) == Decimal("0.42")


def test_credits_of_any_model_have_one_price_until_a_model_has_its_own():
    assert usd("kling", "kling-9", credits=100) == Decimal("0.5")

    Price.objects.create(provider="kling", model="kling-9", unit="credits", usd="0.004")

    assert usd("kling", "kling-9", credits=100) == Decimal("0.4")
    assert usd("kling", "kling-3.0/video", credits=100) == Decimal("0.5")


def test_prices_that_people_changed_survive_a_migrate():
    row = Price.objects.get(model="eleven_v4")
    row.usd, row.per = Decimal("0.02"), 1
    row.save()
    Price.objects.filter(model="gemini-3.8-flash", valid_until=None).delete()

    call_command("migrate", verbosity=0)

    assert usd("elevenlabs", "eleven_v4", characters=100) == 2
    assert Price.objects.filter(model="gemini-3.8-flash").count() == 2  # What people took away stays away, too.


def test_a_price_that_is_missing_comes_with_a_migrate():
    Price.objects.filter(provider="elevenlabs").delete()

    call_command("migrate", verbosity=0)

    assert usd("elevenlabs", "eleven_text_to_sound_v2", generations=1) == Decimal("0.12")


def test_an_unknown_model_is_reserved_at_the_dearest_price_of_its_provider(tmp_path):
    dear = quote(KLING, plan(tmp_path, models={"videos": "kling-9"}), 1, price_list())

    assert dear == max(row.usd for row in price_list() if (row.provider, row.unit) == ("kling", "seconds")) * 10


def test_what_was_used_is_priced_by_the_table_and_not_by_the_script():
    report = {"model": "kling-3.0/video", "units": {"seconds": 10}, "cost_usd": Decimal("99")}

    assert billed(KLING, report, price_list()) == Decimal("0.9")


def test_without_a_price_the_word_of_the_script_counts():
    report = {"model": "kling-9", "units": {"seconds": 10}, "cost_usd": Decimal("1.5")}

    assert billed(KLING, report, price_list()) == Decimal("1.5")


def test_the_day_of_a_price_is_by_utc(monkeypatch):
    Price.objects.create(provider="kling", model="kling-9", unit="seconds", usd="1", valid_until="2026-12-31")
    Price.objects.create(provider="kling", model="kling-9", unit="seconds", usd="2", valid_from="2027-01-01")
    report = {"model": "kling-9", "units": {"seconds": 1}}

    monkeypatch.setattr(
        prices, "now", lambda: money.next_day(money.datetime(2026, 12, 31, 12, tzinfo=money.UTC), "UTC")
    )

    assert billed(KLING, report, price_list()) == 2


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "UTC"])
def test_a_day_of_a_service_needs_a_time_zone_that_exists(zone):
    from pipeline.models import Service

    Service(name="x", timezone=zone).full_clean()
    with pytest.raises(ValidationError, match="is no time zone"):
        Service(name="x", timezone=f"{zone}/Nowhere").full_clean()
