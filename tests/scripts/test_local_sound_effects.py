"""Ambience made offline: it fits the words, it is quiet enough, and the same words give the same sound."""

import wave
from pathlib import Path

import numpy as np
import pytest

from tests.film_parts import last_words, make_ambience, report


def heard(file: Path) -> np.ndarray:
    with wave.open(str(file)) as source:
        assert (source.getnchannels(), source.getframerate(), source.getsampwidth()) == (2, 48_000, 2)
        return np.frombuffer(source.readframes(source.getnframes()), "<i2").reshape(-1, 2) / 32_768


def share_of_power(samples: np.ndarray, low: float, high: float) -> float:
    power = np.abs(np.fft.rfft(samples.mean(axis=1))) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1 / 48_000)
    return power[(hertz >= low) & (hertz < high)].sum() / power.sum()


def sound_of(words: str, folder: Path, *more: object) -> np.ndarray:
    report(make_ambience(words, folder / "sound.wav", *more))
    return heard(folder / "sound.wav")


SOUNDS = [
    ("cold wind", "wind"),
    ("soft rain on leaves", "rain"),
    ("distant thunder", "thunder"),
    ("a mountain stream", "stream"),
    ("waves on the shore", "sea"),
    ("deep underwater", "underwater"),
    ("birds at dawn", "birds"),
    ("crickets at night", "crickets"),
    ("a crackling campfire", "fire"),
    ("city traffic", "traffic"),
    ("a busy market", "crowd"),
    ("an old train", "train"),
    ("ship engine", "engine"),
    ("church bells", "bells"),
    ("footsteps on gravel", "footsteps"),
    ("frozen silence", "snow"),
    ("dripping cave", "cave"),
    ("a drone in space", "space"),
    ("earthquake", "rumble"),
    ("heartbeat", "heartbeat"),
    ("a ticking clock", "clock"),
    ("gulls over the bay", "gulls"),
    ("a foghorn", "horn"),
    ("creaking rope", "creak"),
    ("hammers and anvils", "hammers"),
    ("hissing kettle", "steam"),
    ("far drums", "drums"),
    ("bees", "bees"),
    ("flapping canvas", "canvas"),
    ("soft beeps", "beeps"),
    ("cart wheels", "wheels"),
    ("slow breathing", "breath"),
    ("a scratching pen", "scratching"),
    ("falling pebbles", "pebbles"),
    ("a violin", "music"),
    ("a rainbow over a human heart", "quiet_room"),
    ("zzz qqq", "quiet_room"),
]


@pytest.mark.parametrize(("words", "sound"), SOUNDS)
def test_every_kind_of_place_has_its_sound(words, sound, tmp_path):
    said = report(make_ambience(words, tmp_path / "sound.wav", "--seconds", 4))
    samples = heard(tmp_path / "sound.wav")

    assert sound in said["sounds"]
    assert len(samples) == 4 * 48_000
    assert np.sqrt(np.mean(samples**2)) > 0.002
    assert np.abs(samples).max() <= 0.501


def test_it_begins_and_ends_without_a_click(tmp_path):
    samples = sound_of("heavy rain", tmp_path)

    assert np.abs(samples[[0, -1]]).max() < 0.001
    assert np.abs(samples.mean(axis=0)).max() < 0.001


def test_it_does_not_repeat(tmp_path):
    samples = sound_of("wind", tmp_path)[:, 0]

    first, second = samples[: 5 * 48_000], samples[5 * 48_000 :]

    assert abs(np.corrcoef(first, second)[0, 1]) < 0.1


def test_the_sides_differ(tmp_path):
    samples = sound_of("rain", tmp_path)

    assert np.corrcoef(samples.T)[0, 1] < 0.6


def test_thunder_is_low_and_rain_is_high(tmp_path):
    thunder, rain = sound_of("thunder", tmp_path), sound_of("rain", tmp_path)

    assert share_of_power(thunder, 0, 250) > 0.8
    assert share_of_power(rain, 1000, 20_000) > 0.8


def test_wind_rises_and_falls(tmp_path):
    samples = sound_of("wind", tmp_path)

    half_seconds = np.sqrt((samples**2).reshape(20, -1).mean(axis=1))

    assert half_seconds.max() > 2 * half_seconds.min()


def test_several_words_are_laid_over_each_other_in_their_order(tmp_path):
    said = report(make_ambience("A fire under the trees, rain, and far bells", tmp_path / "sound.wav", "--seconds", 2))

    assert said["sounds"] == ["fire", "leaves", "rain", "bells"]


def test_what_is_denied_is_not_heard(tmp_path):
    said = report(make_ambience("Silence, without birds, no wind", tmp_path / "sound.wav", "--seconds", 2))

    assert said["sounds"] == ["snow"]


def test_the_same_words_give_the_same_bytes_and_another_seed_does_not(tmp_path):
    once, again, other = (
        sound_of("storm", tmp_path, "--seconds", 2, *seed).tobytes() for seed in ((), (), ("--seed", 7))
    )

    assert once == again
    assert once != other


def test_an_impossible_length_is_refused(tmp_path):
    assert last_words(make_ambience("wind", tmp_path / "sound.wav", "--seconds", 0))["code"] == "bad_input"


def test_an_empty_description_is_refused(tmp_path):
    assert "empty" in last_words(make_ambience(" ", tmp_path / "sound.wav"))["message"]
