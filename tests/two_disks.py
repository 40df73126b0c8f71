"""Films for tests of machines that share a database and a store but no disk: what was ordered, and what became of it."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils.timezone import now

from pipeline import actions, queue, running
from pipeline.actions.advance import advance
from pipeline.models import Attempt, Job, Worker
from pipeline.moves import lock
from pipeline.rules.statuses import Status
from tests.factories import make_storyboard, make_take, make_task
from tests.paid import film_at_its_clips, paid_channel
from tests.pipeline.test_kept_answers import cut_off_after
from tests.pipeline.test_money_in_trouble import let_the_lease_run_out
from tests.pipeline.test_orders import trim_journal

ONE = ("image", 1)


def everything_is_stored(store, film):
    """Put what the factories made on this machine into the store, as the engine would have done."""
    for take in Attempt.objects.filter(clip__task=film, outcome="done"):
        store.client.upload_file(str(film.project.root / take.path), store.bucket, take.path)


@pytest.fixture
def film(fakes, stand_ins, samples, machines, store):
    """One picture is missing; only pictures cost something, and their orders have no id."""
    task = make_task(Status.GENERATING_ASSETS, channel=paid_channel(providers={"images": "gemini"}, gates={}))
    make_storyboard(task)
    for clip in task.clips.filter(kind="image").exclude(number=1):
        make_take(clip, file=samples / "sample.png")
    everything_is_stored(store, task)
    with transaction.atomic():
        advance(lock(task.pk))
    return task


@pytest.fixture
def clip_film(fakes, stand_ins, samples, machines, store):
    """One clip is missing; its order has an id."""
    task = film_at_its_clips(samples, scenes=1)
    everything_is_stored(store, task)
    return task


def run_on_a(*, provider="gemini", end="report"):
    """Run the script on machine a, whose worker dies before it can say so; `end` is how far it came."""
    job = queue.claim("a:1")
    order = running.prepare(job)
    attempt = actions.begin_attempt(
        job, provider=provider, quoted_usd=job.quoted_usd, input_digest=order.digest, paid=True
    )
    out = running.output(order, attempt)
    report = {}
    if end == "answered":
        out.mkdir(parents=True)  # so that the picture cannot be written
        with pytest.raises(running.scripts.ScriptFailed):
            running.make(order, attempt, out, lambda: False)
        out.rmdir()
        cut_off_after(out, '"answered"')
    elif end:
        report = running.make(order, attempt, out, lambda: False)
    if end == "id":
        out.unlink()
        trim_journal(out)
    return order, attempt, out, report


def cut_off(**how):
    run_on_a(**how)
    let_the_lease_run_out()


def seen(machine, minutes_ago=0.0):
    Worker.objects.update_or_create(name=f"{machine}:1", defaults={"seen_at": now() - timedelta(minutes=minutes_ago)})


def away_for_long():
    """Nothing was heard of machine a for eleven minutes."""
    Worker.objects.all().delete()
    long_ago = now() - timedelta(minutes=11)
    Attempt.objects.exclude(outcome="done").update(started_at=long_ago, finished_at=long_ago)


def asked(fakes):
    return fakes.gemini.calls("generateContent")


def due_again():
    Job.objects.filter(state="waiting").update(run_after=now(), later=False)
