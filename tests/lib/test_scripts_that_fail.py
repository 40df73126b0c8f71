"""How a script's end is told: last words, signals, and silence."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.lib.misbehaving import failure, last_words


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
