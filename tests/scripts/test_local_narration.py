"""Narration spoken offline: a real voice, at once, with the time of every word."""

import json
from pathlib import Path

import av
import numpy as np
import pytest

from tests.film_parts import last_words, report, speak

TEXT = "At the edge of the ice, a fox waits for the last light."


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    output = tmp_path_factory.mktemp("voice") / "speech.mp3"
    return output, report(speak(TEXT, output))


def samples_of(file: Path) -> np.ndarray:
    with av.open(str(file)) as container:
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])


def words_of(file: Path) -> list[dict]:
    return json.loads(file.with_suffix(".json").read_text())["words"]


def test_the_voice_begins_within_ten_milliseconds_and_does_not_end_at_once(spoken):
    samples = samples_of(spoken[0])

    heard = np.flatnonzero(np.abs(samples) > 0.01)

    assert heard[0] / 48_000 < 0.01
    assert 0.02 < (len(samples) - heard[-1]) / 48_000 < 0.12


def test_the_report_says_what_was_made(spoken):
    _, said = spoken

    assert said["model"].startswith("espeak-ng 1.")
    assert said["units"] == {"characters": len(TEXT)}
    assert said["cost_usd"] == 0


def test_the_file_lasts_as_long_as_the_report_says(spoken):
    output, said = spoken

    assert len(samples_of(output)) / 48_000 == pytest.approx(said["duration_s"], abs=0.002)
    assert json.loads(output.with_suffix(".json").read_text())["duration"] == said["duration_s"]


def test_it_speaks_at_a_calm_pace(tmp_path):
    text = "Those who waited on shore counted the sails, and then counted again."

    said = report(speak(text, tmp_path / "speech.mp3"))

    assert 130 < len(text.split()) / said["duration_s"] * 60 < 165


def test_the_voice_is_neither_faint_nor_clipped(spoken):
    samples = samples_of(spoken[0])

    assert 0.05 < np.sqrt(np.mean(samples**2)) < 0.2
    assert np.abs(samples).max() < 0.95


def test_every_written_word_has_its_time_in_order(spoken):
    output, said = spoken

    words = words_of(output)

    assert " ".join(word["word"] for word in words) == TEXT
    times = [time for word in words for time in (word["start"], word["end"])]
    assert times == sorted(times)
    assert times[-1] <= said["duration_s"]


def test_a_word_is_heard_when_the_timings_say_so(spoken):
    samples, words = samples_of(spoken[0]), words_of(spoken[0])

    comma, after = (
        next(word for word in words if word["word"] == "ice,"),
        next(word for word in words if word["word"] == "a"),
    )
    pause = samples[int((after["start"] - 0.05) * 48_000) : int(after["start"] * 48_000)]

    assert np.abs(pause).max() < 0.02
    assert after["start"] > comma["start"] + 0.3


def test_the_same_text_gives_the_same_bytes(spoken, tmp_path):
    speak(TEXT, tmp_path / "again.mp3")

    assert (tmp_path / "again.mp3").read_bytes() == spoken[0].read_bytes()


@pytest.mark.parametrize("voice", ["en-us", "en-gb-scotland", "en-gb+m3", "de", "+f2"])
def test_voices_and_their_variants_can_be_chosen(voice, spoken, tmp_path):
    report(speak(TEXT, tmp_path / "other.mp3", voice))

    assert (tmp_path / "other.mp3").read_bytes() != spoken[0].read_bytes()


@pytest.mark.parametrize(
    ("voice", "near"), [("en-gbb", "en-gb"), ("en-gb+m33", "en-gb+m3"), ("../../etc/passwd", "en-gb")]
)
def test_an_unknown_voice_is_refused_with_similar_ones(voice, near, tmp_path):
    words = last_words(speak(TEXT, tmp_path / "no.mp3", voice))

    assert words["code"] == "unknown_voice"
    assert near in words["message"].split(": ")[1]
    assert not (tmp_path / "no.mp3").exists()


@pytest.mark.parametrize("text", ["...", "— !"])
def test_a_text_without_speech_is_a_failure(text, tmp_path):
    assert last_words(speak(text, tmp_path / "no.mp3"))["code"] == "no_speech"


def test_an_empty_text_is_a_failure(tmp_path):
    assert last_words(speak(" \n", tmp_path / "no.mp3"))["code"] == "bad_input"


def test_markup_is_spoken_and_not_obeyed(tmp_path):
    report(speak("Wait <break time='9s'/> here.", tmp_path / "plain.mp3"))

    assert [word["word"] for word in words_of(tmp_path / "plain.mp3")] == ["Wait", "<break", "time='9s'/>", "here."]
    assert words_of(tmp_path / "plain.mp3")[1]["end"] > words_of(tmp_path / "plain.mp3")[1]["start"]


@pytest.mark.parametrize("text", ["A fox 😀 waits — alone.", "שלום fox", "狐 and ñandú", "A\u200bB \ufeffC", "x" * 300])
def test_unusual_signs_do_no_harm(text, tmp_path):
    report(speak(text, tmp_path / "odd.mp3"))

    assert " ".join(word["word"] for word in words_of(tmp_path / "odd.mp3")) == " ".join(text.split())
