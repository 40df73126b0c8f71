"""Time-outs, silence and the pulse: a script never holds a worker longer than it may."""

import math
import os
import threading
import time
from collections import Counter

import pytest

from tests.lib.misbehaving import MISBEHAVING, ends_soon, failure, run
from videogen.lib import scripts
from videogen.lib.scripts import Interrupted


def test_a_script_that_takes_too_long_is_stopped_with_its_children(tmp_path):
    heard = []

    error = failure(tmp_path, "never_ends.py", timeout=1, on_line=heard.append)

    assert (error.kind, error.code, error.provider_job) == ("transient", "timed_out", "order-1")
    assert ends_soon(heard[0]["child"])


def test_the_timeout_is_told_in_words(tmp_path):
    error = failure(tmp_path, "never_ends.py", timeout=0.2)

    assert str(error) == "never_ends.py did not finish within 0.2 seconds and was stopped. It will be tried again."


def test_a_script_that_does_not_listen_is_ended_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(scripts, "GRACE", 0.2)

    assert failure(tmp_path, "never_ends.py", "deaf", timeout=0.5).code == "timed_out"


def test_a_silent_script_is_stopped(tmp_path):
    error = failure(tmp_path, "never_ends.py", quiet_timeout=0.4)

    assert (error.kind, error.code) == ("transient", "silent")
    assert str(error) == "never_ends.py said nothing for 0.4 seconds and was stopped. It will be tried again."


def test_a_script_that_keeps_talking_may_take_long(tmp_path):
    started = time.monotonic()

    run(tmp_path, "counts.py", "12", timeout=math.inf, quiet_timeout=0.4)

    assert time.monotonic() - started > 0.5


def test_lines_heard_late_for_a_slow_pulse_count_as_heard(tmp_path):
    def pulse():
        time.sleep(0.3)
        return True

    run(tmp_path, "counts.py", "8", quiet_timeout=0.2, pulse=pulse, pulse_every=0.05)


def test_the_end_is_noticed_at_once(tmp_path):
    delays = []
    for _ in range(5):
        started = time.monotonic()
        run(tmp_path, "says.py", "--out", '{"ok": true}')
        delays.append(time.monotonic() - started)

    alone = time.monotonic()
    os.spawnv(os.P_WAIT, os.sys.executable, ["python", str(MISBEHAVING / "says.py")])
    assert min(delays) < time.monotonic() - alone + 0.1


def test_waiting_takes_almost_no_processor_time(tmp_path):
    before = time.process_time()

    failure(tmp_path, "never_ends.py", timeout=1.0, pulse=lambda: True, pulse_every=0.1)

    assert time.process_time() - before < 0.1


# The pulse


def test_the_pulse_is_taken_now_and_then_from_the_same_thread(tmp_path):
    threads = Counter()

    def pulse():
        threads[threading.current_thread()] += 1
        return True

    run(tmp_path, "counts.py", "10", pulse=pulse, pulse_every=0.1)

    assert set(threads) == {threading.current_thread()}
    assert 3 <= threads.total() <= 10


def test_a_quick_script_needs_no_pulse(tmp_path):
    run(tmp_path, "says.py", "--out", '{"ok": true}', pulse=lambda: pytest.fail("too early"))


def test_a_pulse_that_says_no_interrupts_the_script(tmp_path):
    heard = []

    with pytest.raises(Interrupted):
        run(tmp_path, "never_ends.py", on_line=heard.append, pulse=lambda: not heard, pulse_every=0.05)
    assert ends_soon(heard[0]["child"])


def test_an_error_in_the_pulse_ends_the_script_and_is_raised(tmp_path):
    with pytest.raises(ZeroDivisionError):
        run(tmp_path, "never_ends.py", pulse=lambda: 1 / 0 > 0, pulse_every=0.1)
