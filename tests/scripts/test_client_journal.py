"""A paid script keeps a journal, and whatever ends it, its last words say what became of the order."""

import fcntl
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

from videogen.lib import journals

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
HEAD = """
import argparse, errno, os, resource, sys
from pathlib import Path
from _client import Failure, not_ordered, ordered, progress, run, sending, writing

def work(arguments):
{body}
    return {{"model": "m", "units": {{"seconds": 1}}, "cost_usd": 0.5}}

parser = argparse.ArgumentParser()
parser.add_argument("--output", type=Path)
run(parser, work, paid={paid})
"""
DISK_FULL = 'raise OSError(errno.ENOSPC, "No space left on device")'
NO_MORE_DISK = """
written = arguments.output.with_name("out.bin.order.jsonl").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
"""

TEN_BYTES_LEFT = NO_MORE_DISK.replace("(written, written)", "(written + 10, resource.RLIM_INFINITY)")
MORE_DISK = "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))"
SHORT_WRITES = """
import io, _client

class Short(io.FileIO):
    def write(self, text):
        return super().write(text[:5])

_client._journal._file = Short(_client._journal._file.name, "ab")
"""


@dataclass(frozen=True)
class Ended:
    """How a script ended, what it said last, and what its journal has."""

    code: int
    words: dict[str, Any]
    journal: list[dict[str, Any]]

    @property
    def orders(self):
        return [line["order"] for line in self.journal if "order" in line]


@pytest.fixture
def script(tmp_path):
    """Write a script that does this, and give the command that starts it."""

    def script(body, *, paid=True):
        file = tmp_path / "script.py"
        file.write_text(HEAD.format(body=indent(body.strip(), "    "), paid=paid))
        return [sys.executable, str(file), "--output", str(tmp_path / "out.bin")]

    return script


@pytest.fixture
def ended(tmp_path, script):
    """Run a script that does this to its end."""

    def ended(body, *, paid=True, **streams):
        wanted = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
        done = subprocess.run(script(body, paid=paid), env=environment(), text=True, check=False, **wanted)
        last = (done.stderr or done.stdout or "").strip().splitlines()[-1:] or ["{}"]
        return Ended(done.returncode, json.loads(last[0]), journal(tmp_path))

    return ended


def environment():
    return {**os.environ, "PYTHONPATH": str(SCRIPTS)}


def journal(folder):
    file = journals.journal_of(folder / "out.bin")
    lines = file.read_text().splitlines() if file.exists() else []
    return [json.loads(line) for line in lines if line.endswith("}")]


@pytest.fixture
def nobody_listens():
    """The end of a pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


def test_all_that_a_paid_script_says_is_in_its_journal(ended):
    run = ended('progress(state="hosting"); sending(); ordered("task_7")')

    assert run.code == 0
    assert [*map(list, run.journal[:3])] == [["state"], ["order"], ["order", "provider_job"]]
    assert run.journal[-1] == {"ok": True, "model": "m", "units": {"seconds": 1}, "cost_usd": 0.5}


def test_a_script_that_costs_nothing_keeps_no_journal(ended):
    assert ended("progress(progress=0.4)", paid=False).journal == []


def test_a_paid_script_finishes_although_nobody_listens_any_more(ended, tmp_path, nobody_listens):
    body = """
sending(); ordered("task_7")
with writing(arguments.output) as unfinished:
    unfinished.write_text("paid for")
"""
    run = ended(body, stdout=nobody_listens, stderr=nobody_listens)

    assert run.code == 0
    assert (tmp_path / "out.bin").read_text() == "paid for"
    assert run.journal[-1]["ok"] is True


def test_a_free_script_ends_when_nobody_listens_any_more(ended, nobody_listens):
    assert ended("progress(progress=0.4)", paid=False, stdout=nobody_listens).code == 1


def test_last_words_that_nobody_hears_are_in_the_journal(ended, nobody_listens):
    run = ended('sending(); raise Failure("Gone.", kind="ambiguous")', stdout=nobody_listens, stderr=nobody_listens)

    assert run.code == 1
    assert (run.journal[-1]["ok"], run.journal[-1]["class"]) == (False, "ambiguous")


@pytest.mark.parametrize(
    ("before", "kind", "job"),
    [
        ("pass", "transient", None),
        ("sending()", "ambiguous", None),
        ('sending(); ordered("task_7")', "transient", "task_7"),
        ("sending(); not_ordered()", "transient", None),
    ],
)
def test_a_full_disk_says_what_became_of_the_order(ended, before, kind, job):
    run = ended(f"{before}\n{DISK_FULL}")

    assert (run.words["class"], run.words["code"]) == (kind, "disk_full")
    assert run.words.get("provider_job") == job
    assert run.journal[-1] == run.words


@pytest.mark.parametrize(
    ("before", "kind", "job"),
    [
        ("pass", "permanent", None),
        ("sending()", "ambiguous", None),
        ('sending(); ordered("task_7")', "transient", "task_7"),
        ("sending(); not_ordered()", "permanent", None),
    ],
)
def test_a_fault_of_ours_says_what_became_of_the_order(ended, before, kind, job):
    run = ended(f"{before}\n{{}}['gone']")

    assert (run.words["class"], run.words["code"], run.words.get("provider_job")) == (kind, "fault", job)


def test_what_a_script_says_itself_is_not_changed(ended):
    run = ended('sending(); raise Failure("Refused.", code="refused_prompt")')

    assert (run.words["class"], run.words["code"]) == ("permanent", "refused_prompt")


def test_without_room_for_what_comes_nothing_is_ordered(ended):
    run = ended("resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))\nsending()")

    assert run.orders == []
    assert run.code == 1
    assert run.words["class"] != "ambiguous"


def test_an_id_that_the_disk_does_not_take_is_said_all_the_more(ended):
    run = ended(f'sending()\n{NO_MORE_DISK}\nordered("task_7")')

    assert (run.words["class"], run.words["provider_job"]) == ("transient", "task_7")
    assert run.orders == ["sent"]


def test_a_line_is_whole_however_little_one_write_takes(ended):
    run = ended(f'{SHORT_WRITES}\nsending(); ordered("task_7")')

    assert run.journal[:2] == [{"order": "sent"}, {"order": "sent", "provider_job": "task_7"}]
    assert run.journal[-1]["ok"] is True


def test_a_line_that_the_disk_cut_off_does_not_spoil_the_next_one(ended, tmp_path):
    run = ended(
        f'sending()\n{TEN_BYTES_LEFT}\ntry:\n    ordered("task_7")\nexcept OSError:\n    {MORE_DISK}\n    raise'
    )

    assert run.words["provider_job"] == "task_7"
    assert journals.journal_of(tmp_path / "out.bin").read_text().splitlines()[1] == '{"order": '
    assert journals.read(tmp_path / "out.bin").end.provider_job == "task_7"


def test_two_runs_for_one_file_do_not_order_both(ended, tmp_path):
    with journals.journal_of(tmp_path / "out.bin").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        second = ended("sending()")

    assert (second.words["class"], second.words["code"]) == ("transient", "busy")
    assert second.orders == []
    assert ended("sending()").code == 0


def test_others_see_that_a_script_runs_and_what_it_had_sent_when_it_was_killed(script, tmp_path):
    command = script("sending(); sys.stdin.readline()")
    with subprocess.Popen(command, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        heard = json.loads(process.stdout.readline())
        while_running = journals.read(tmp_path / "out.bin")
        process.kill()
    afterwards = journals.read(tmp_path / "out.bin")

    assert heard == {"order": "sent"}
    assert while_running.running
    assert (afterwards.running, afterwards.may_be_ordered, afterwards.end) == (False, True, None)


def test_the_word_is_on_disk_before_the_request_leaves(ended):
    body = "sending(); progress(found=arguments.output.with_name('out.bin.order.jsonl').read_text())"

    assert ended(body).journal[1]["found"] == '{"order": "sent"}\n'
