"""SIGKILL of workers and scripts at random moments: what is paid for is paid once.

CHAOS_FILMS=5 CHAOS_KILLS=50 CHAOS_SHAPE=22x18 pytest tests/pipeline/test_paid_kills.py makes it a long run.
"""

import os
from collections import Counter

import pytest

from pipeline import actions
from pipeline.models import Attempt
from pipeline.trail import broken_link
from tests.chaos.checks import ROUNDING_USD, certain_gap, ordered
from tests.chaos.kills import Kills
from tests.factories import make_task
from tests.fakes import faults
from tests.paid import paid_channel
from tests.pipeline.test_paid_film import books, ledger

pytestmark = pytest.mark.django_db(transaction=True)

FILMS = int(os.environ.get("CHAOS_FILMS", "2"))
KILLS = int(os.environ.get("CHAOS_KILLS", "12"))
SEED = int(os.environ.get("CHAOS_SEED", "3"))
ASSETS, SCENES = (int(part) for part in os.environ.get("CHAOS_SHAPE", "4x3").split("x"))
WITHIN = float(os.environ.get("CHAOS_WITHIN", "0.8"))  # seconds


@pytest.fixture
def films(fakes):
    fakes.gemini.delay, fakes.elevenlabs.delay, fakes.kie.generation = (0.2, 0.8), (0.2, 0.8), (1.0, 3.0)
    channel = paid_channel(assets=ASSETS, scenes=SCENES, max_concurrent=FILMS)
    return [actions.queue(make_task(channel=channel).pk, by="ada") for _ in range(FILMS)]


UNDISTURBED = Counter(
    {
        name: count * FILMS
        for name, count in {"text": 1, "image": ASSETS, "video": SCENES, "speech": SCENES, "sound": SCENES}.items()
    }
)


def test_kills_order_nothing_twice(fakes, films):
    kills = Kills(fakes, films, seed=SEED)
    try:
        kills.kill(KILLS, within=WITHIN)
        finished = kills.finish(seconds=60 * FILMS)
    finally:
        kills.stop()

    print(
        f"\nkilled {dict(kills.killed)}, decided by the person {dict(kills.person.decided)}, ordered {dict(ordered(fakes))}"
    )
    assert finished, [(task.label, task.error) for task in films]
    assert ordered(fakes) - kills.person.paid_twice == UNDISTURBED
    assert kills.person.paid_twice.total() <= KILLS // 10
    assert not kills.person.paid_twice["video"]
    assert abs(certain_gap(fakes, kills.person)) < ROUNDING_USD
    assert not Attempt.objects.filter(order="open").exists()
    assert broken_link() is None


TROUBLE = (
    ("429", faults.gemini.PER_MINUTE_SOON, faults.kie.RATE_LIMITED_IN_BODY, faults.elevenlabs.SYSTEM_BUSY, 7),
    ("500", faults.gemini.INTERNAL, faults.kie.SERVER_ERROR, faults.elevenlabs.SERVER_ERROR, 11),
    ("503", faults.gemini.OVERLOADED, faults.status(503, b"busy"), faults.status(503, b"busy"), 11),
    ("HTML", faults.html(502), faults.html(502), faults.html(502), 11),
)


@pytest.mark.parametrize(("gemini", "kie", "elevenlabs", "n"), [t[1:] for t in TROUBLE], ids=[t[0] for t in TROUBLE])
def test_troubled_providers_are_paid_once(fakes, films, gemini, kie, elevenlabs, n):
    fakes.gemini.every(n, gemini, on="generateContent")
    fakes.kie.every(n, kie)
    fakes.elevenlabs.every(n, elevenlabs)
    fakes.kie.slow_polls = 3
    kills = Kills(fakes, films, seed=SEED)
    try:
        finished = kills.finish(seconds=90 * FILMS)
    finally:
        kills.stop()

    print(f"\ndecided by the person {dict(kills.person.decided)}, ordered {dict(ordered(fakes))}")
    assert finished, [(task.label, task.error) for task in films]
    assert ordered(fakes) == UNDISTURBED
    assert abs(ledger() - books(fakes)) < 0.005


def test_every_fifth_lost_answer_is_never_ordered_twice_by_itself(fakes, films):
    fakes.kie.every(5, faults.kie.LOST_AFTER_CREATE, on="createTask")
    kills = Kills(fakes, films, seed=SEED)
    try:
        finished = kills.finish(seconds=60 * FILMS)
    finally:
        kills.stop()

    assert finished, [(task.label, task.error) for task in films]
    assert kills.person.decided["fetched by its id"] == FILMS * SCENES // 5
    assert ordered(fakes) == UNDISTURBED
    assert abs(ledger() - books(fakes)) < 0.005
