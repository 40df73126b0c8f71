"""A journal tells what became of an order, whatever state it was left in."""

import fcntl
from decimal import Decimal

import pytest

from videogen.lib import journals
from videogen.lib.journals import MOST_BYTES, journal_of
from videogen.lib.scripts import Report, ScriptFailed

SENT = '{"order": "sent"}\n'
NAMED = '{"order": "sent", "provider_job": "task_kling_7"}\n'
NONE = '{"order": "none"}\n'


@pytest.fixture
def left(tmp_path):
    """Leave a journal and read it."""

    def left(text):
        content = text if isinstance(text, bytes) else text.encode()
        journal_of(tmp_path / "clip_01.mp4").write_bytes(content)
        return journals.read(tmp_path / "clip_01.mp4")

    return left


def test_without_a_journal_nothing_is_known(tmp_path):
    assert journals.read(tmp_path / "clip_01.mp4") is None


def test_a_folder_in_its_place_is_no_journal(tmp_path):
    journal_of(tmp_path / "clip_01.mp4").mkdir()

    assert journals.read(tmp_path / "clip_01.mp4") is None


def test_an_empty_journal_is_none(left):
    assert left("") is None


@pytest.mark.parametrize(
    ("text", "may_be_ordered", "provider_job"),
    [
        (SENT, True, ""),
        (NAMED, True, "task_kling_7"),
        (SENT + NAMED, True, "task_kling_7"),
        (SENT + NONE, False, ""),
        (SENT + NONE + SENT, True, ""),
        (SENT + '{"progress": 0.4}\n', True, ""),
        (NAMED + '{"progress": 0.4}\n', True, "task_kling_7"),
    ],
)
def test_the_last_word_about_the_order_counts(left, text, may_be_ordered, provider_job):
    journal = left(text)

    assert (journal.may_be_ordered, journal.provider_job) == (may_be_ordered, provider_job)
    assert journal.end is None
    assert not journal.running


def test_half_a_line_at_the_end_is_left_out(left):
    assert left(SENT + '{"order": "no').may_be_ordered
    assert left(SENT + '{"order": "sent", "provider_job": "task_kl').provider_job == ""


@pytest.mark.parametrize(
    "line",
    [
        *("not JSON", "[1]", "null", '"order"', "{", '{"order": NaN}', '{"order": 1e999}', "[" * 100_000),
        *('{"a":' * 100_000, "\x00\x00\x00", "\ufeff", "   "),
    ],
)
def test_a_line_that_is_no_object_is_left_out(left, line):
    assert left(f"{SENT}{line}\n").may_be_ordered
    assert not left(f"{line}\n").may_be_ordered


def test_bytes_that_are_no_text_are_left_out(left):
    assert left(b"\xff\xfe\x00\n" + NAMED.encode() + b"\x80\x80").provider_job == "task_kling_7"


@pytest.mark.parametrize("job", ['""', "7", "null", '["a"]', '"' + "x" * 513 + '"', '"a\\nb"'])
def test_an_id_that_is_none_is_left_out(left, job):
    journal = left(SENT + f'{{"order": "sent", "provider_job": {job}}}\n')

    assert (journal.may_be_ordered, journal.provider_job) == (True, "")


def test_a_giant_journal_is_read_at_its_beginning(left):
    journal = left(NAMED + '{"progress": 0.1}\n' * (MOST_BYTES // 10))

    assert (journal.may_be_ordered, journal.provider_job) == (True, "task_kling_7")


def test_a_giant_line_is_left_out(left):
    assert left(SENT + '{"order": "none", "more": "' + "x" * 2 * MOST_BYTES + '"}\n').may_be_ordered


def test_a_report_is_the_end(left):
    text = '{"ok": true, "model": "kling-3.0/video", "units": {"credits": 84}, "cost_usd": 0.42}\n'

    end = left(NAMED + text).end

    assert isinstance(end, Report)
    assert (end.units, end.cost_usd, end.provider_job) == ({"credits": 84}, Decimal("0.42"), "task_kling_7")


def test_last_words_are_the_end(left):
    text = '{"ok": false, "class": "ambiguous", "code": "lost", "message": "Gone."}\n'

    end = left(SENT + text).end

    assert isinstance(end, ScriptFailed)
    assert (end.kind, end.code, str(end)) == ("ambiguous", "lost", "Gone.")


def test_a_run_that_goes_on_in_the_same_journal_has_the_last_word(left):
    failed = '{"ok": false, "class": "transient", "message": "Later.", "provider_job": "task_kling_7"}\n'

    assert isinstance(left(NAMED + failed + NAMED + '{"ok": true, "cost_usd": 0.42}\n').end, Report)


def test_a_locked_journal_belongs_to_a_script_that_runs(tmp_path, left):
    with journal_of(tmp_path / "clip_01.mp4").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        running = left(SENT)

    assert running.running
    assert running.may_be_ordered
    assert not left(SENT).running


def test_reading_leaves_no_lock_behind(tmp_path, left):
    left(SENT)

    with journal_of(tmp_path / "clip_01.mp4").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
