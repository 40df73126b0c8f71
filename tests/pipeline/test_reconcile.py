"""Reconcile compares what the providers took with the ledger, and lists what waits for somebody."""

import json
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import now

from pipeline.models import Attempt, Balance, Cost, Job, Price
from tests.factories import make_channel, make_clip, make_job, make_take
from tests.fakes import faults
from tests.paid import paid_channel, paid_film, work

pytestmark = pytest.mark.django_db

KLING = {"provider": "kling", "model": "kling/v2-5-turbo-image-to-video-pro"}


@pytest.fixture
def channel(fakes):
    return paid_channel()


def reconcile(*arguments):
    """What reconcile prints, with its last sentence where it found something."""
    out = StringIO()
    try:
        call_command("reconcile", *arguments, stdout=out)
    except CommandError as error:
        return out.getvalue() + str(error)
    return out.getvalue()


def earlier(service="kling", **values):
    """A balance that was noted an hour ago."""
    return Balance.objects.create(service=service, at=now() - timedelta(hours=1), **values)


def billed(usd, *, service="kling", attempt=None, units=None, certain=True, number=1, **values):
    """A take that was paid for, and its cost."""
    kind = {"kling": "video", "elevenlabs": "narration", "gemini": "image"}[service]
    take = attempt or make_take(make_clip(kind, number))
    ordered = {"provider": service, "order": "closed", "quoted_usd": Decimal(usd), **values}
    Attempt.objects.filter(pk=take.pk).update(**ordered)
    task = take.clip.task
    Cost.objects.create(
        **{"task": task, "attempt": take, "channel": task.channel, "service": service, "component": "x"},
        **{"units": units or {}, "usd": Decimal(usd), "certain": certain},
    )
    return take


def open_order(*, outcome="unknown", state=None, **values):
    """An order of clip video:1 that is open; with a job in `state` where one is given."""
    clip = make_clip("video", 1)
    job = make_job(clip, state=state) if state else None
    usual = {"provider": "kling", "order": "open", "quoted_usd": Decimal("0.42"), "outcome": outcome}
    return Attempt.objects.create(clip=clip, job=job, **{**usual, **values})


def test_the_first_run_notes_the_balance(channel):
    said = reconcile()

    assert "ok  kling has 20,000 credits. Noted; the next run can compare." in said
    assert "ok  elevenlabs has 500,000 characters. Noted" in said
    assert said.rstrip().endswith("All of it matches.")
    assert Balance.objects.get(service="kling").amount == 20_000
    assert not Balance.objects.filter(service="gemini").exists()


def test_what_gemini_took_is_left_to_its_billing_page(channel):
    billed("1.52", service="gemini")

    assert "gemini tells no balance. The ledger has $1.52 for this month (UTC); compare it with the" in reconcile()


def test_a_balance_that_fell_as_the_ledger_says_agrees(channel, fakes):
    earlier(amount=20_000, unit="credits")
    fakes.kie.credits = Decimal(19_916)
    billed("0.42")

    said = reconcile()

    assert "It took 84 credits since" in said
    assert "$0.42; the ledger has $0.42. They agree." in said
    assert "All of it matches." in said


def test_more_than_the_ledger_has_is_to_be_looked_at(channel, fakes):
    earlier(amount=20_000, unit="credits")
    fakes.kie.credits = Decimal(19_916)

    said = reconcile()

    assert "BAD kling has 19,916 credits." in said
    assert "$0.42 more was charged than is written down. Look at kie.ai for orders that no clip has." in said
    assert said.endswith("1 to look at.")


def test_less_than_the_ledger_has_is_to_be_looked_at(channel):
    earlier(amount=20_000, unit="credits")
    billed("0.42")

    assert "$0.42 less was charged than is written down." in reconcile()


def test_what_was_written_down_before_the_last_run_does_not_count(channel):
    billed("0.42")
    earlier(amount=20_000, unit="credits")
    Cost.objects.update(at=now() - timedelta(hours=2))

    assert "the ledger has $0.00. They agree." in reconcile()


def test_an_order_in_work_may_have_been_charged_already(channel, fakes):
    earlier(amount=20_000, unit="credits")
    fakes.kie.credits = Decimal(19_916)
    open_order(outcome="started", state=Job.State.RUNNING)

    said = reconcile()

    assert "the ledger has $0.00 for certain, and up to $0.42 that may have been charged besides. This fits." in said
    assert "All of it matches." in said


def test_an_order_from_before_the_last_run_may_be_written_down_after_it(channel):
    earlier(amount=20_000, unit="credits")
    first = open_order(outcome="failed", order="closed", provider_job="task_kling_7")
    Attempt.objects.filter(pk=first.pk).update(started_at=now() - timedelta(hours=2))
    billed("0.42", provider_job="task_kling_7")

    assert "This fits." in reconcile()


def test_a_balance_that_went_up_cannot_be_compared(channel):
    earlier(amount=100, unit="credits")
    billed("0.42")

    said = reconcile()

    assert "it was filled up, so the time between cannot be compared." in said
    assert "All of it matches." in said


def test_credits_without_a_price_cannot_be_compared(channel):
    earlier(amount=20_000, unit="credits")
    Price.objects.filter(unit="credits").delete()

    assert "Credits have no price in the admin, under Prices, so nothing can be compared." in reconcile()


def test_characters_are_compared_by_what_each_model_takes(channel, fakes):
    earlier("elevenlabs", amount=500_000, unit="characters")
    fakes.elevenlabs.character_count = Decimal(500 + 100)
    billed("0.05", service="elevenlabs", units={"characters": 1000}, model="eleven_flash_v2_5")
    billed("0.01", service="elevenlabs", units={"characters": 100}, model="eleven_v4", number=2)

    assert "It took 600 characters since" in (said := reconcile())
    assert "the ledger has 600 characters. They agree." in said


def test_sounds_come_from_the_same_account_by_a_rate_that_nobody_tells(channel, fakes):
    earlier("elevenlabs", amount=500_000, unit="characters")
    fakes.elevenlabs.character_count = Decimal(900)
    billed("0.12", service="elevenlabs", units={"generations": 1})

    assert "an unknown part that may have been charged besides. This fits." in reconcile()


def test_an_account_that_cannot_be_asked_is_to_be_looked_at(channel, settings):
    settings.KIE_API_KEY = ""

    said = reconcile()

    assert "BAD kling could not be asked: KIE_API_KEY is empty." in said
    assert not Balance.objects.filter(service="kling").exists()


def test_an_empty_account_is_to_be_looked_at(channel, fakes):
    fakes.kie.then(faults.kie.NO_CREDITS, on="credit")

    assert "BAD kling has 0 left. The balance at KIE is used up." in reconcile()


def test_a_lost_order_is_listed_with_the_way_to_decide(channel):
    order = open_order(state=Job.State.HELD)

    said = reconcile()

    assert "lost since" in said
    assert "$0.42 may have been charged." in said
    assert f"manage.py settle {str(order.clip.task_id)[:8]} --clip video:1 (--resume JOB | --order-again" in said


def test_an_order_that_nobody_fetches_is_listed_with_its_id(channel):
    open_order(provider_job="task_kling_9", state=Job.State.CANCELLED)

    assert "as task_kling_9, and nobody is fetching it. Decide with:" in reconcile()


def test_an_order_that_the_next_try_fetches_is_no_problem(channel):
    open_order(outcome="failed", provider_job="task_kling_9", state=Job.State.WAITING)

    said = reconcile()

    assert "as task_kling_9, about $0.42; the next try looks after it." in said
    assert "All of it matches." in said


def test_what_may_have_been_charged_is_listed_until_the_next_run(channel):
    billed("0.42", certain=False)

    assert "$0.42 may have been charged, written down" in reconcile()
    assert "may have been charged" not in reconcile()


def test_a_paid_file_that_is_not_in_the_ledger_is_listed(channel):
    take = make_take(make_clip("video", 1))
    Attempt.objects.filter(pk=take.pk).update(order="closed", quoted_usd="0.42", **KLING)

    assert "made by kling/v2-5-turbo-image-to-video-pro, about $0.42, and not in the ledger." in reconcile()


def test_a_file_that_was_taken_over_was_billed_with_the_attempt_that_made_it(channel):
    cut_off = billed("0.42", input_digest="same")
    over = make_take(cut_off.clip)
    Attempt.objects.filter(pk=over.pk).update(order="closed", quoted_usd="0.42", input_digest="same", **KLING)

    assert "not in the ledger" not in reconcile()


def test_a_cost_without_an_order_is_listed(channel):
    billed("0.42", order="")

    assert "$0.42 in the ledger for an order that never left." in reconcile()


@pytest.mark.parametrize(
    ("journal", "listed"),
    [
        ('{"order": "sent"}\n{"order": "none"}\n', True),
        ('{"order": "sent"}\n{"ok": true, "model": "m", "units": {}, "cost_usd": 0}\n', False),
        ('{"order": "sent"}\n{"order": "none"}\n{"ok": false, "units": {"prompt_tokens": 9}, "model": "m"}\n', False),
        ('{"order": "sent"}\n', False),
    ],
)
def test_a_journal_shows_that_nothing_was_sent(channel, journal, listed):
    take = billed("0.42")
    folder = take.clip.task.project.take(str(take.pk))
    (folder / "clip_01.mp4.order.jsonl").write_text(journal)

    assert ("for an order that never left" in reconcile()) is listed


def test_programs_get_it_as_json(channel):
    open_order(state=Job.State.HELD)
    out = StringIO()

    with suppress(CommandError):
        call_command("reconcile", "--json", stdout=out)

    told = json.loads(out.getvalue())
    assert told["matches"] is False
    assert [each["service"] for each in told["accounts"]] == ["elevenlabs", "gemini", "kling"]
    assert (told["loose_ends"][0]["kind"], told["loose_ends"][0]["clip"]) == ("lost", "video:1")


def test_without_paid_providers_there_is_nothing_to_compare():
    make_channel()

    assert "No active channel uses a provider that costs money." in reconcile()


@pytest.mark.django_db(transaction=True)
def test_a_whole_film_agrees(fakes):
    paid_channel()
    reconcile()

    work(paid_film())

    said = reconcile()
    assert "$0.42; the ledger has $0.42. They agree." in said
    assert "All of it matches." in said
