"""Speech from ElevenLabs: what is asked for, what is written, what is counted."""

import json
from decimal import Decimal

import av
import pytest

from tests.fakes import faults
from tests.fakes.elevenlabs_rules import STITCHING
from tests.film_parts import FPS  # noqa: F401  (it makes the scripts' own modules importable)
from tests.scripts.elevenlabs_runs import TEXT, a_provider, asked, journal, orders, speak
from videogen.lib.scripts import ScriptFailed

TAGGED = "[whispers] Ice [pause], and then[laughs] — light."


@pytest.fixture
def provider():
    with a_provider() as provider:
        yield provider


def words_of(folder):
    return json.loads((folder / "speech.json").read_text())["words"]


def test_the_speech_is_what_the_provider_sent_and_its_length_is_measured(provider, tmp_path):
    said = speak(provider, tmp_path)

    with av.open(str(tmp_path / "speech.mp3")) as sound:
        seconds = sum(frame.samples for frame in sound.decode(audio=0)) / 44_100
    assert said.facts["duration_s"] == pytest.approx(seconds, abs=0.001)
    assert json.loads((tmp_path / "speech.json").read_text())["duration"] == said.facts["duration_s"]


def test_every_written_word_has_its_time_in_order(provider, tmp_path):
    said = speak(provider, tmp_path)

    words = words_of(tmp_path)

    assert " ".join(word["word"] for word in words) == TEXT
    times = [time for word in words for time in (word["start"], word["end"])]
    assert times == sorted(times)
    assert times[-1] <= said.facts["duration_s"]
    assert said.facts["timings"] == "exact"


def test_a_word_has_the_times_of_its_first_and_last_letter(provider, tmp_path):
    speak(provider, tmp_path, "Ice and a fox.")

    letter = 4 / 2.4 / len("Ice and a fox.")  # The fake gives each letter the same time.
    fox = words_of(tmp_path)[-1]

    assert (fox["start"], fox["end"]) == pytest.approx((10 * letter, 14 * letter), abs=0.002)


def test_the_captions_of_a_film_read_these_timings(provider, tmp_path):
    from film.captions import spoken_words

    speak(provider, tmp_path)
    spoken = spoken_words(tmp_path / "speech.json", "another text", 100.0, 60.0, 0.0)

    assert [each.word for each in spoken] == TEXT.split()
    assert spoken[0].start >= 100


def test_without_alignment_the_words_are_spread_over_the_sound(provider, tmp_path):
    provider.then(faults.elevenlabs.ALIGNMENT_NULL)

    said = speak(provider, tmp_path)

    assert said.facts["timings"] == "estimated"
    assert " ".join(word["word"] for word in words_of(tmp_path)) == TEXT
    assert words_of(tmp_path)[-1]["end"] == pytest.approx(said.facts["duration_s"], abs=0.002)


@pytest.mark.parametrize(
    "alignment",
    [{}, [], "no", {"characters": ["a"]}, {"characters": ["a"], "character_start_times_seconds": [None]}],
    ids=str,
)
def test_an_alignment_without_sense_counts_as_none(alignment):
    from sound.alignment import aligned_words

    assert aligned_words(alignment, 1.0) == []


def test_directions_reach_a_model_that_follows_them_but_not_the_captions(provider, tmp_path):
    speak(provider, tmp_path, TAGGED, "--model", "eleven_v4")

    assert asked(provider)["text"] == TAGGED
    assert [word["word"] for word in words_of(tmp_path)] == ["Ice ,", "and", "then —", "light."]


def test_directions_are_taken_out_for_a_model_that_would_read_them_aloud(provider, tmp_path):
    speak(provider, tmp_path, TAGGED)

    assert asked(provider)["text"] == "Ice, and then — light."


def test_pauses_are_not_words(provider, tmp_path):
    speak(provider, tmp_path, 'Ice. <break time="1.5s"/> Light.')

    assert "<break" in asked(provider)["text"]
    assert [word["word"] for word in words_of(tmp_path)] == ["Ice.", "Light."]


@pytest.mark.parametrize(
    ("model", "sent"),
    [("eleven_multilingual_v2", None), ("eleven_flash_v2_5", "fr"), ("eleven_v3", "fr"), ("eleven_v4", "fr")],
)
def test_the_language_is_said_to_models_that_can_be_told(model, sent, provider, tmp_path):
    speak(provider, tmp_path, TEXT, "--language", "fr-CA", "--model", model)

    assert asked(provider).get("language_code") == sent


@pytest.mark.parametrize("model", ["eleven_multilingual_v2", "eleven_v4", "eleven_v3", "eleven_flash_v2_5"])
def test_what_stood_before_and_after_is_never_sent(model, provider, tmp_path):
    speak(provider, tmp_path, TEXT, "--model", model)

    assert not set(asked(provider)) & set(STITCHING)


ALL = ("--stability", 0.6, "--similarity", 0.8, "--style", 0.1, "--speed", 0.9, "--speaker-boost")
KNOWN = {
    "eleven_multilingual_v2": {
        "stability": 0.6,
        "similarity_boost": 0.8,
        "style": 0.1,
        "speed": 0.9,
        "use_speaker_boost": True,
    },
    "eleven_v4": {"stability": 0.6, "similarity_boost": 0.8},
    "eleven_v3": {"stability": 0.5},
}


@pytest.mark.parametrize(("model", "sent"), KNOWN.items())
def test_only_settings_that_the_model_knows_are_sent(model, sent, provider, tmp_path):
    said = speak(provider, tmp_path, TEXT, "--model", model, *ALL)

    assert asked(provider)["voice_settings"] == sent
    assert len(said.facts["left_out"]) == 5 - len(sent)


def test_without_settings_the_voice_keeps_its_own(provider, tmp_path):
    speak(provider, tmp_path, TEXT, "--seed", 7)

    assert asked(provider) == {"text": TEXT, "model_id": "eleven_multilingual_v2", "seed": 7}
    assert provider.requests[-1].query == {"output_format": "mp3_44100_128"}


@pytest.mark.parametrize("model", ["eleven_multilingual_v2", "eleven_v4", "eleven_v3", "eleven_flash_v2_5"])
def test_the_report_counts_and_prices_what_was_billed(model, provider, tmp_path):
    said = speak(provider, tmp_path, TEXT, "--model", model)

    assert said.model == model
    assert said.units == {"characters": len(TEXT)}
    assert said.cost_usd == provider.spent_usd


def test_what_the_provider_charged_counts_more_than_the_length_of_the_text(provider):
    from _http import Answer
    from generate_audio import _characters

    answer = Answer(200, {"character-cost": "500"}, b"")

    assert _characters(answer, TEXT, {"credits": 0.5}) == 1000


def test_the_journal_holds_the_order_and_the_report(provider, tmp_path):
    speak(provider, tmp_path)

    assert orders(tmp_path / "speech.mp3") == ["sent"]
    assert journal(tmp_path / "speech.mp3")[-1]["cost_usd"] == float(Decimal(len(TEXT)) / 10_000)


@pytest.mark.parametrize(
    ("text", "code"),
    [("a" * 10_001, "too_long"), ("[whispers] …", "no_speech"), (" ", "bad_input")],
    ids=["too long", "no words", "empty"],
)
def test_a_text_that_cannot_be_spoken_is_not_sent(text, code, provider, tmp_path):
    with pytest.raises(ScriptFailed) as failed:
        speak(provider, tmp_path, text)

    assert (failed.value.kind, failed.value.code) == ("permanent", code)
    assert provider.requests == []


@pytest.mark.parametrize("voice", ["..", "/", " "])
def test_a_voice_that_is_none_is_not_asked_for(voice, provider, tmp_path):
    with pytest.raises(ScriptFailed, match="voice_id"):
        speak(provider, tmp_path, voice=voice)

    assert provider.requests == []


def test_a_voice_with_odd_letters_stays_one_part_of_the_address(provider, tmp_path):
    with pytest.raises(ScriptFailed, match=r"has no voice “a/b\?c”"):
        speak(provider, tmp_path, voice="a/b?c")

    assert provider.requests[0].path == "/v1/text-to-speech/a%2Fb%3Fc/with-timestamps"


def test_a_retired_model_names_its_successor(provider, tmp_path):
    with pytest.raises(ScriptFailed, match="Use eleven_flash_v2_5 instead"):
        speak(provider, tmp_path, TEXT, "--model", "eleven_turbo_v2_5")


def test_speech_that_is_nearly_empty_is_refused_and_its_price_is_told(provider, tmp_path):
    provider.then(faults.elevenlabs.NEARLY_EMPTY)

    with pytest.raises(ScriptFailed) as failed:
        speak(provider, tmp_path)

    assert (failed.value.kind, failed.value.code) == ("permanent", "unusable")
    assert journal(tmp_path / "speech.mp3")[-1]["units"] == {"characters": len(TEXT)}
    assert not (tmp_path / "speech.mp3").exists()
    assert not (tmp_path / "speech.json").exists()
