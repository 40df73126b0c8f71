"""Running a script: what it gets, what it says, what it reports. Each one is really started."""

import errno
import json
import os
import threading
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tests.lib.misbehaving import MISBEHAVING, ORDER, ends_soon, failure, run
from videogen.lib import scripts
from videogen.lib.scripts import Interrupted

# What a script gets


def test_a_script_gets_its_arguments_and_works_in_its_folder(tmp_path):
    folder = tmp_path / "takes" / "1"

    facts = run(folder, "looks_around.py", "--name", "Zoë; rm -rf *").facts

    assert facts["arguments"] == ["--name", "Zoë; rm -rf *"]
    assert Path(facts["folder"]).samefile(folder)


def test_a_script_gets_its_own_secret_and_none_of_ours(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "ours")

    environment = run(tmp_path, "looks_around.py", environment={"GEMINI_API_KEY": "its own"}).facts["environment"]

    assert environment["GEMINI_API_KEY"] == "its own"
    assert "SECRET_KEY" not in environment


def test_a_script_gets_utf8_one_core_and_an_empty_stdin(tmp_path):
    facts = run(tmp_path, "looks_around.py").facts

    assert (
        facts["environment"].items() >= {"PYTHONUTF8": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}.items()
    )
    assert facts["stdin"] == ""


def test_a_script_leads_a_session_of_its_own(tmp_path):
    assert run(tmp_path, "looks_around.py").facts["leads_its_group"] is True


def test_a_relative_script_and_folder_are_found_from_here(tmp_path, monkeypatch):
    monkeypatch.chdir(MISBEHAVING)

    report = scripts.run(Path("says.py"), ["--out", '{"ok": true}'], folder=Path("../../../.."), timeout=20)

    assert report.facts == {"ok": True}


# Starting


def test_a_missing_script_is_said_so(tmp_path):
    error = failure(tmp_path, "gone.py")

    assert (error.kind, error.code) == ("permanent", "no_script")
    assert str(error) == "The script gone.py does not exist. Is the installation complete?"


def test_an_argument_that_no_system_takes_is_said_so(tmp_path):
    assert failure(tmp_path, "says.py", "a\0b").code == "bad_arguments"


def test_a_folder_that_cannot_be_made_is_said_so():
    error = failure(Path("/sys/videogen"), "says.py")  # not even root may write there

    assert (error.kind, error.code) == ("permanent", "no_access")
    assert str(error).startswith("videogen cannot be written: ")


def test_a_file_where_the_folder_should_be_is_said_so(tmp_path):
    (tmp_path / "file").touch()

    error = failure(tmp_path / "file", "says.py")

    assert error.code == "file"
    assert str(error).startswith("file cannot be used: File exists.")


def test_a_full_disk_is_tried_again():
    error = scripts.from_os(OSError(errno.ENOSPC, "No space left on device", "/films/channels"))

    assert (error.kind, error.code) == ("transient", "disk_full")
    assert str(error).startswith("The disk is full.")


def test_a_busy_machine_is_tried_again():
    assert scripts.from_os(OSError(errno.EMFILE, "Too many open files")).kind == "transient"


# Reports


def test_a_report_gives_model_units_exact_cost_and_order(tmp_path):
    line = '{"ok": true, "model": "m-1", "units": {"images": 2}, "cost_usd": 0.0336, "provider_job": "order-1"}'

    report = run(tmp_path, "says.py", "--out", line)

    assert (report.model, report.units, report.provider_job) == ("m-1", {"images": 2}, "order-1")
    assert report.cost_usd == Decimal("0.0336")


def test_a_report_without_a_cost_costs_nothing(tmp_path):
    assert run(tmp_path, "says.py", "--out", '{"ok": true}').cost_usd == Decimal(0)


def test_the_last_report_counts(tmp_path):
    report = run(tmp_path, "says.py", "--out", '{"ok": true, "model": "a"}', "--out", '{"ok": true, "model": "b"}')

    assert report.model == "b"


def test_an_order_told_on_the_way_is_in_the_report(tmp_path):
    report = run(tmp_path, "says.py", "--out", '{"provider_job": "order-1"}', "--out", '{"ok": true}')

    assert report.provider_job == "order-1"


def test_a_report_that_lacks_its_line_end_counts(tmp_path):
    assert run(tmp_path, "says.py", "--out-unfinished", '{"ok": true}').facts == {"ok": True}


@pytest.mark.parametrize(
    "out",
    [
        "",
        "ok",
        "{ok: true}",
        '{"ok": false}',
        '{"ok": 1}',
        '["ok", true]',
        '{"ok": true} {"ok": true}',
        '{"ok": true, "cost_usd": "free"}',
        '{"ok": true, "cost_usd": -1}',
        '{"ok": true, "cost_usd": true}',
        '{"ok": true, "cost_usd": NaN}',
        '{"ok": true, "cost_usd": 1e999}',
        '{"ok": true, "cost_usd": 1e30}',
        '{"a":' * 5_000 + "1" + "}" * 5_000,
        '{"ok": true, "padding": "' + "x" * 70_000 + '"}',
    ],
    ids=lambda out: out[:30],
)
def test_an_end_without_a_proper_report_is_a_failure(tmp_path, out):
    error = failure(tmp_path, "says.py", "--out", out)

    assert (error.kind, error.code) == ("permanent", "no_report")


def test_facts_hold_nothing_that_a_database_refuses(tmp_path):
    report = run(tmp_path, "says.py", "--out", r'{"ok": true, "notes": ["\u0000", {"\ud800": "\udfff"}]}')

    assert report.facts["notes"] == ["\ufffd", {"?": "?"}]


# Lines on the way


def test_each_line_on_the_way_is_handed_on_and_the_report_is_not(tmp_path):
    heard = []

    run(tmp_path, "counts.py", "2", on_line=heard.append)

    assert heard == [{"progress": 0}, {"progress": 1}]


def test_a_line_is_handed_on_before_the_script_ends(tmp_path):
    heard_at = []

    run(tmp_path, "counts.py", "4", on_line=lambda line: heard_at.append(time.monotonic()))

    assert heard_at[-1] - heard_at[0] > 0.1


def test_lines_that_are_not_json_objects_are_passed_over(tmp_path):
    heard = []

    run(
        tmp_path,
        "says.py",
        "--out",
        "Loading…",
        "--out",
        "[1]",
        "--out",
        '{"a": 1}',
        "--out",
        '{"ok": true}',
        on_line=heard.append,
    )

    assert heard == [{"a": 1}]


def test_an_error_while_handing_on_ends_the_script_and_is_raised(tmp_path):
    child = []

    def fail(line):
        child.append(line["child"])
        raise LookupError

    with pytest.raises(LookupError):
        run(tmp_path, "never_ends.py", on_line=fail)
    assert ends_soon(child[0])


def test_an_order_told_while_the_script_is_stopped_is_not_lost(tmp_path):
    heard = []

    with pytest.raises(Interrupted):
        run(tmp_path, "ends_when_told.py", ORDER, on_line=heard.append, pulse=lambda: not heard, pulse_every=0.05)

    assert heard == [{"ready": True}, {"provider_job": "order-9"}]


def test_an_order_told_at_the_time_out_is_not_lost(tmp_path):
    error = failure(tmp_path, "ends_when_told.py", ORDER, timeout=1)

    assert (error.code, error.provider_job) == ("timed_out", "order-9")


def test_a_report_that_comes_at_the_time_out_counts(tmp_path):
    assert run(tmp_path, "ends_when_told.py", '{"ok": true, "model": "m-1"}', timeout=1).model == "m-1"


def test_a_script_that_was_to_be_stopped_is_interrupted_even_if_it_reports(tmp_path):
    heard = []

    with pytest.raises(Interrupted):
        run(
            *(tmp_path, "ends_when_told.py", '{"ok": true}'),
            on_line=heard.append,
            pulse=lambda: not heard,
            pulse_every=0.05,
        )


# Much and strange output


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
@pytest.mark.parametrize("shape", ["lines", "one-line"])
def test_endless_output_is_ended_by_the_timeout(tmp_path, stream, shape):
    error = failure(tmp_path, "never_shuts_up.py", stream, shape, timeout=0.3)

    assert error.code == "timed_out"


def test_sixty_megabytes_of_output_take_little_memory(tmp_path):
    import tracemalloc

    tracemalloc.start()
    run(tmp_path, "talks_much.py")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 2_000_000


def test_bytes_that_are_not_utf8_are_replaced(tmp_path):
    report = run(tmp_path, "says.py", "--out", os.fsdecode(b'{"ok": true, "note": "\xff"}'))

    assert report.facts["note"] == "\ufffd"


# Many at once


def test_many_threads_run_scripts_at_once_and_leave_nothing_open(tmp_path):
    reports = Counter()

    def work(number):
        report = run(tmp_path / str(number), "says.py", "--out", json.dumps({"ok": True, "model": f"m-{number}"}))
        reports[report.model] += 1

    work(0)
    open_before = len(list(Path("/dev/fd").iterdir()))
    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 13)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(reports) == 13
    assert len(list(Path("/dev/fd").iterdir())) == open_before
