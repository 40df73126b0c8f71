"""Sounds from ElevenLabs: what is asked for, in which form they are kept, what is counted."""

import wave

import pytest

from tests.fakes import faults
from tests.scripts.elevenlabs_runs import a_provider, asked, journal, make_sound, orders
from videogen.lib.scripts import ScriptFailed


@pytest.fixture
def provider():
    with a_provider() as provider:
        yield provider


def test_a_sound_is_kept_as_the_film_wants_it(provider, tmp_path):
    said = make_sound(provider, tmp_path / "sound.wav", "rain", "--seconds", 4)

    with wave.open(str(tmp_path / "sound.wav")) as sound:
        assert (sound.getnchannels(), sound.getframerate(), sound.getsampwidth()) == (2, 48_000, 2)
        assert sound.getnframes() / 48_000 == pytest.approx(4, abs=0.1)
    assert said.facts["duration_s"] == pytest.approx(4, abs=0.1)


def test_an_mp3_is_kept_as_it_came(provider, tmp_path):
    said = make_sound(provider, tmp_path / "sound.mp3", "rain", "--seconds", 2)

    assert (tmp_path / "sound.mp3").read_bytes() == provider.media.sound("rain", 2, "mp3_44100_128")
    assert said.facts["duration_s"] == pytest.approx(2, abs=0.1)


def test_everything_is_said_to_the_provider(provider, tmp_path):
    make_sound(provider, tmp_path / "sound.wav", "rain", "--seconds", 4, "--influence", 0.5, "--loop")

    assert asked(provider) == {
        "text": "rain",
        "loop": True,
        "duration_seconds": 4,
        "prompt_influence": 0.5,
        "model_id": "eleven_text_to_sound_v2",
    }


@pytest.mark.parametrize(("wanted", "ordered"), [(0, 0.5), (0.7, 0.7), (45, 30)])
def test_a_length_is_brought_to_what_the_provider_makes(wanted, ordered, provider, tmp_path):
    said = make_sound(provider, tmp_path / "sound.wav", "rain", "--seconds", wanted)

    assert asked(provider)["duration_seconds"] == said.facts["asked_s"] == ordered


def test_a_long_description_is_cut_at_the_end_of_a_word(provider, tmp_path):
    said = make_sound(provider, tmp_path / "sound.wav", "wind over ice, " * 60)

    assert len(asked(provider)["text"]) <= 450
    assert asked(provider)["text"].endswith((" ice", " over", " wind"))
    assert said.facts["prompt_cut"]


def test_the_report_counts_and_prices_what_was_billed(provider, tmp_path):
    said = make_sound(provider, tmp_path / "sound.wav")

    assert said.units == {"generations": 1}
    assert said.cost_usd == provider.spent_usd > 0
    assert orders(tmp_path / "sound.wav") == ["sent"]


@pytest.mark.parametrize(("name", "seconds"), [("sound.ogg", 4), ("sound.wav", "nan")])
def test_what_makes_no_sense_is_not_sent(name, seconds, provider, tmp_path):
    with pytest.raises(ScriptFailed):
        make_sound(provider, tmp_path / name, "rain", "--seconds", seconds)

    assert provider.requests == []


def test_a_sound_that_is_nearly_empty_is_refused_and_its_price_is_told(provider, tmp_path):
    provider.then(faults.elevenlabs.NEARLY_EMPTY)

    with pytest.raises(ScriptFailed, match="was paid") as failed:
        make_sound(provider, tmp_path / "sound.wav")

    assert (failed.value.kind, failed.value.code) == ("permanent", "unusable")
    assert journal(tmp_path / "sound.wav")[-1]["units"] == {"generations": 1}
    assert not (tmp_path / "sound.wav").exists()


def test_what_was_paid_for_is_kept_where_it_cannot_be_converted(provider, tmp_path):
    with pytest.raises(ScriptFailed, match=r"kept as sound\.received\.mp3"):
        make_sound(provider, tmp_path / "sound.wav", "rain", "--seconds", 2, FFMPEG_BINARY="/bin/false")

    received = (tmp_path / "sound.received.mp3").read_bytes()
    assert received == provider.media.sound("rain", 2, "mp3_44100_128")


@pytest.mark.parametrize(
    "fault", [faults.not_json(200), faults.html(200), faults.status(200, b"")], ids=["text", "page", "nothing"]
)
def test_an_answer_that_is_no_sound_may_have_been_charged(fault, provider, tmp_path):
    provider.then(fault)

    with pytest.raises(ScriptFailed, match="may have been charged") as failed:
        make_sound(provider, tmp_path / "sound.wav")

    assert (failed.value.kind, failed.value.code) == ("ambiguous", "unreadable")
    assert orders(tmp_path / "sound.wav") == ["sent"]
    assert provider.calls("sound-generation") == 1
