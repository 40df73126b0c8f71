"""The runner of scripts against scripts that do everything wrong. Each one is really started."""

import errno
import json
import math
import os
import signal
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from videogen.lib import scripts
from videogen.lib.scripts import Interrupted, Report, ScriptFailed

MISBEHAVING = Path(__file__).parent / "scripts_that_misbehave"
ORDER = '{"provider_job": "order-9"}'


def run(folder: Path, name: str, *arguments: str, timeout: float = 20, **more) -> Report:
    return scripts.run(MISBEHAVING / name, arguments, folder=folder, timeout=timeout, **more)


def failure(folder: Path, name: str, *arguments: str, **more) -> ScriptFailed:
    with pytest.raises(ScriptFailed) as caught:
        run(folder, name, *arguments, **more)
    return caught.value


def last_words(folder: Path, **words) -> ScriptFailed:
    return failure(folder, "says.py", "--err", json.dumps({"ok": False, **words}), "--exit", "1")


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and ") Z " in state.read_text())


def ends_soon(process: int) -> bool:
    deadline = time.monotonic() + 5
    while is_running(process) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not is_running(process)


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


# Time


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


# Ends of all kinds


def test_last_words_say_class_code_and_message(tmp_path):
    error = last_words(tmp_path, **{"class": "quota"}, code="per_day", message="Enough for today.", retry_after_s=30)

    assert (error.kind, error.code, str(error), error.retry_after_s) == ("quota", "per_day", "Enough for today.", 30.0)


def test_last_words_may_come_before_other_noise(tmp_path):
    words = json.dumps({"ok": False, "class": "ambiguous", "message": "Lost.", "provider_job": "order-3"})

    error = failure(tmp_path, "says.py", "--err", "Warning: old", "--err", words, "--err", "bye", "--exit", "1")

    assert (error.kind, error.provider_job) == ("ambiguous", "order-3")


def test_a_time_of_reset_is_given_in_utc(tmp_path):
    error = last_words(tmp_path, reset_at="2026-11-21T00:00:00-08:00")

    assert error.reset_at == datetime(2026, 11, 21, 8, tzinfo=UTC)
    assert error.reset_at.utcoffset() == timedelta(0)


@pytest.mark.parametrize("moment", ["soon", "2026-11-21T00:00:00", 5, None, "0001-01-01T00:00:00+14:00"])
def test_an_unusable_time_of_reset_is_left_out(tmp_path, moment):
    assert last_words(tmp_path, reset_at=moment).reset_at is None


@pytest.mark.parametrize("seconds", ["30", True, -1, 1e12, [30]])
def test_an_unusable_wait_is_left_out(tmp_path, seconds):
    assert last_words(tmp_path, retry_after_s=seconds).retry_after_s is None


def test_words_of_the_wrong_type_are_left_out(tmp_path):
    error = last_words(tmp_path, **{"class": ["transient"]}, code={}, message=5, provider_job=7)

    assert (error.kind, error.code, error.provider_job) == ("permanent", "failed", None)
    assert str(error) == "It gave no reason."


def test_an_unknown_class_is_permanent(tmp_path):
    assert last_words(tmp_path, **{"class": "weekend"}).kind == "permanent"


def test_a_message_is_one_short_line_of_plain_characters(tmp_path):
    error = last_words(tmp_path, message="\x1b[31mToo\nmuch\u202e\x07 " + "x" * 9_000)

    assert str(error).startswith("[31mToo much xxx")
    assert len(str(error)) == 500


def test_a_secret_in_a_message_is_hidden(tmp_path):
    error = failure(
        tmp_path,
        "says.py",
        "--err",
        "Key tell-nobody refused",
        "--exit",
        "1",
        environment={"SOME_API_KEY": "tell-nobody"},
    )

    assert "tell-nobody" not in str(error) + error.stderr
    assert "Key *** refused" in error.stderr


def test_a_secret_named_by_the_caller_is_hidden(tmp_path):
    error = failure(tmp_path, "says.py", "--err", "hush-hush!", "--exit", "1", redact=["hush-hush"])

    assert str(error).endswith("Its last line: ***!")


def test_half_a_secret_at_a_cut_is_not_shown(tmp_path):
    error = failure(tmp_path, "says.py", "--err", "tell-nobody" * 9_000, "--exit", "1", redact=["tell-nobody"])

    assert "nobody" not in str(error) + error.stderr


def test_a_bad_end_without_last_words_tells_the_last_line(tmp_path):
    error = failure(tmp_path, "says.py", "--err", "Traceback", "--err", "OverflowError: 5", "--err", " ", "--exit", "3")

    assert (error.kind, error.code) == ("permanent", "no_report")
    assert str(error).startswith("says.py ended with exit code 3 and gave no reason")
    assert str(error).endswith("Its last line: OverflowError: 5")


def test_a_report_does_not_make_a_bad_end_good(tmp_path):
    assert failure(tmp_path, "says.py", "--out", '{"ok": true}', "--exit", "1").code == "no_report"


def test_a_killed_script_is_tried_again(tmp_path):
    error = failure(tmp_path, "dies.py", "SIGKILL")

    assert (error.kind, error.code, error.provider_job) == ("transient", "died", "order-7")
    assert str(error) == "dies.py was killed (SIGKILL), often for lack of memory. It will be tried again."


def test_last_words_count_more_than_the_signal_after_them(tmp_path):
    words = json.dumps({"ok": False, "class": "ambiguous", "code": "lost", "message": "Perhaps paid."})

    assert failure(tmp_path, "dies.py", "SIGSEGV", words).kind == "ambiguous"


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
