"""Scripts that leave children behind or close their pipes hold nobody up."""

import errno
import os
import signal
import time

import pytest

from tests.lib.misbehaving import ends_soon, failure, run


def test_a_child_that_holds_the_pipes_does_not_hold_us(tmp_path):
    heard = []
    started = time.monotonic()

    report = run(tmp_path, "leaves_a_child.py", on_line=heard.append)

    assert report.facts == {"ok": True}
    assert time.monotonic() - started < 5
    assert ends_soon(heard[0]["child"])


def test_a_child_that_ran_away_and_goes_on_writing_does_not_hold_us(tmp_path):
    heard = []

    report = run(tmp_path, "leaves_a_child.py", "away", on_line=heard.append)

    os.kill(heard[0]["child"], signal.SIGKILL)
    assert report.facts == {"ok": True}


def test_a_script_that_closes_its_pipes_is_waited_for(tmp_path):
    run(tmp_path, "works_in_silence.py", "done.txt")

    assert (tmp_path / "done.txt").read_text() == "done"


# Systems that cannot wait for a process and its pipes at once


@pytest.fixture
def no_pidfd(monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(os, "pidfd_open", refuse, raising=False)


def test_without_pidfd_a_script_runs_to_its_end(tmp_path, no_pidfd):
    heard = []

    report = run(tmp_path, "leaves_a_child.py", on_line=heard.append)

    assert report.facts == {"ok": True}
    assert ends_soon(heard[0]["child"])


def test_without_pidfd_a_script_is_stopped_in_time(tmp_path, no_pidfd):
    assert failure(tmp_path, "never_ends.py", timeout=0.3).code == "timed_out"


def test_without_pidfd_a_script_that_closes_its_pipes_is_waited_for(tmp_path, no_pidfd):
    run(tmp_path, "works_in_silence.py", "done.txt")

    assert (tmp_path / "done.txt").exists()
