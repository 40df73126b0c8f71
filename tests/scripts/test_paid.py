"""An answer that was paid for is on disk before anything else happens, and is never asked for again."""

import json

import pytest

from tests.fakes import faults
from tests.scripts.elevenlabs_runs import a_provider, make_sound, speak
from tests.scripts.elevenlabs_runs import journal as elevenlabs_journal
from tests.scripts.gemini_runs import a_gemini, failing, journal, paint, plan
from videogen.lib import journals
from videogen.lib.scripts import ScriptFailed


def sound(provider, folder):
    return make_sound(provider, folder / "sound.wav")


@pytest.fixture
def gemini():
    with a_gemini() as provider:
        yield provider


@pytest.fixture
def unstored(gemini, tmp_path):
    """The output of a run whose answer came, but whose picture could not be stored: something stands in its place."""
    output = tmp_path / "asset.png"
    output.mkdir()
    with pytest.raises(ScriptFailed) as failed:
        paint(gemini, tmp_path)
    assert failed.value.kind == "transient"
    return output


def test_an_answer_that_could_not_be_used_is_kept(unstored):
    journal_ = journals.read(unstored)

    assert journal_.answered
    assert unstored.with_name("asset.png.answer1").stat().st_size > 1_000


def test_a_kept_answer_is_used_instead_of_asking_again(gemini, unstored):
    again = unstored.parent / "again"
    again.mkdir()

    report = paint(gemini, again, "--answers", unstored)

    assert gemini.calls("generateContent") == 1
    assert (again / "asset.png").is_file()
    assert report.units["image_tokens"] == 1120


def test_after_the_picture_is_there_its_answer_goes(gemini, tmp_path):
    paint(gemini, tmp_path)

    assert not list(tmp_path.glob("*.answer*"))


@pytest.mark.parametrize("damage", [b"", b"not json\n", b'{"status": 200, "headers": {}, "bytes": 99}\nshort'])
def test_a_kept_answer_that_is_damaged_is_lost_and_not_asked_for_again(gemini, unstored, damage):
    unstored.with_name("asset.png.answer1").write_bytes(damage)
    again = unstored.parent / "again"
    again.mkdir()

    with pytest.raises(ScriptFailed) as failed:
        paint(gemini, again, "--answers", unstored)

    assert failed.value.kind == "ambiguous"
    assert gemini.calls("generateContent") == 1


def test_an_answer_with_nothing_in_it_is_not_worth_reading_again(gemini, tmp_path):
    gemini.then(faults.not_json(200))
    with pytest.raises(ScriptFailed):
        paint(gemini, tmp_path)

    assert not journals.read(tmp_path / "asset.png").answered
    assert journals.read(tmp_path / "asset.png").may_be_ordered


def test_what_all_answers_billed_is_known_after_each_of_them(gemini, tmp_path):
    gemini.then(faults.gemini.BAD_REFERENCE)
    report = plan(gemini, tmp_path)

    first, both = (line for line in journal(tmp_path) if line.get("order") == "answered")
    assert first["model"] == both["model"] == report.model
    assert 0 < first["units"]["text_tokens"] < both["units"]["text_tokens"]
    assert both["units"] == report.units


@pytest.mark.parametrize(("make", "file"), [(speak, "speech.mp3"), (sound, "sound.wav")])
def test_what_elevenlabs_billed_is_known_with_its_answer(tmp_path, make, file):
    with a_provider() as provider:
        report = make(provider, tmp_path)

    (answered,) = (line for line in elevenlabs_journal(tmp_path / file) if line.get("order") == "answered")
    assert (answered["model"], answered["units"]) == (report.model, report.units)


@pytest.mark.parametrize(("make", "file"), [(speak, "speech.mp3"), (sound, "sound.wav")])
def test_nothing_is_known_of_an_answer_that_cannot_be_read(tmp_path, make, file):
    with a_provider() as provider:
        provider.then(faults.not_json(200))
        failing(make, provider, tmp_path)

    (answered,) = (line for line in elevenlabs_journal(tmp_path / file) if line.get("order") == "answered")
    assert "units" not in answered


def test_a_second_question_is_paid_though_the_first_answer_was_kept(gemini, tmp_path):
    (tmp_path / "storyboard.json").mkdir()
    gemini.then(faults.gemini.BAD_REFERENCE)
    with pytest.raises(ScriptFailed):
        plan(gemini, tmp_path)
    (tmp_path / "storyboard.json.answer2").unlink()
    again = tmp_path / "again"
    again.mkdir()

    plan(gemini, again, "--answers", tmp_path / "storyboard.json")

    assert gemini.calls("generateContent") == 3
    assert json.loads((again / "storyboard.json").read_text())["scenes"]
    assert journal(again)[-1]["ok"] is True
