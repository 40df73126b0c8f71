"""Workers outlast a database that is away for a while."""

import pytest
import structlog
from django.db import InterfaceError, OperationalError

from pipeline import queue, workers


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_no_fault_of_ours(error, monkeypatch):
    hands = workers.Hands(1)

    def away(_worker):
        hands.stopping.set()
        raise error("the connection is closed")

    monkeypatch.setattr(queue, "claim", away)
    with structlog.testing.capture_logs() as said:
        hands.start()
        hands.stop(grace=5)

    assert [line["log_level"] for line in said] == ["warning"]


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_sweep_without_a_database_is_made_up_for_later(error, monkeypatch):
    def away(_worker):
        raise error("the connection is closed")

    monkeypatch.setattr(queue, "see", away)
    with structlog.testing.capture_logs() as said:
        workers._beat(workers.Hands(1))

    assert [line["log_level"] for line in said] == ["warning"]
