"""The fake ElevenLabs speaks, sounds and refuses as ElevenLabs does."""

import base64
import io
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import av
import pytest

from tests.contracts.calling import Caller, ask
from tests.fakes import Fakes, faults

TEXT = "Every evening the keeper climbs the stairs and lights the lamp."


def seconds(mp3: bytes) -> float:
    """Decode a file to its end and give its length."""
    with av.open(io.BytesIO(mp3)) as file:
        rate = file.streams.audio[0].rate
        return sum(frame.samples for frame in file.decode(audio=0)) / rate


def test_speech_comes_with_the_times_of_its_letters(call: Caller):
    answer = call.speech(TEXT).json

    alignment = answer["alignment"]
    assert "".join(alignment["characters"]) == TEXT
    ends = alignment["character_end_times_seconds"]
    assert ends == sorted(ends)
    assert ends[-1] == pytest.approx(seconds(base64.b64decode(answer["audio_base64"])), abs=0.1)


def test_the_length_of_speech_fits_its_words(call: Caller):
    mp3 = call.speech(TEXT, path="").body

    assert seconds(mp3) == pytest.approx(len(TEXT.split()) / 2.4, abs=0.1)


def test_speech_is_billed_by_the_letter(fakes: Fakes, call: Caller):
    answer = call.speech("x" * 500)

    assert answer.headers["character-cost"] == "500"
    assert fakes.elevenlabs.spent_usd == Decimal("0.05")
    assert answer.headers["request-id"] == fakes.elevenlabs.book[0].id


def test_a_sound_is_as_long_as_asked_and_costs_one_generation(fakes: Fakes, call: Caller):
    answer = call.sound(duration_seconds=7.5)

    assert answer.headers["content-type"] == "audio/mpeg"
    assert seconds(answer.body) == pytest.approx(7.5, abs=0.1)
    assert fakes.elevenlabs.spent_usd == Decimal("0.12")


@pytest.mark.parametrize("form", ["mp3_22050_32", "mp3_24000_48", "mp3_44100_192"])
def test_other_qualities_play_too(call: Caller, form: str):
    mp3 = call.speech(TEXT, path="", query=f"?output_format={form}").body

    assert seconds(mp3) == pytest.approx(len(TEXT.split()) / 2.4, abs=0.1)


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"voice": "nobody"}, 404, "voice_not_found"),
        ({"model_id": "eleven_v9"}, 400, "model_not_found"),
        ({"text": "x" * 10_001}, 400, "max_character_limit_exceeded"),
        ({"model_id": "eleven_v4", "previous_text": "Before."}, 400, "unsupported_parameter"),
        ({"model_id": "eleven_v3", "previous_request_ids": ["a"]}, 400, "unsupported_parameter"),
        ({"model_id": "eleven_v4", "voice_settings": {"speed": 1.0}}, 400, "invalid_voice_settings"),
        ({"model_id": "eleven_v3", "voice_settings": {"stability": 0.3}}, 400, "invalid_voice_settings"),
        ({"language_code": "en"}, 400, "unsupported_language"),
    ],
    ids=str,
)
def test_wrong_speech_is_refused(fakes: Fakes, call: Caller, changes: Any, status: int, code: str):
    answer = call.speech(**changes)

    assert (answer.status, answer.json["detail"]["code"]) == (status, code)
    assert fakes.elevenlabs.book == []


def test_missing_text_is_told_in_a_list(fakes: Fakes, call: Caller):
    answer = call.speech(text=None)  # type: ignore[arg-type]

    assert answer.status == 422
    assert answer.json["detail"][0]["loc"] == ["body", "text"]


@pytest.mark.parametrize("length", [0.4, 31])
def test_a_sound_of_a_wrong_length_is_refused(fakes: Fakes, call: Caller, length: float):
    assert call.sound(duration_seconds=length).status == 400
    assert fakes.elevenlabs.book == []


def test_an_empty_account_is_an_unauthorised_one(fakes: Fakes, call: Caller):
    fakes.elevenlabs.character_limit = 10

    answer = call.speech("x" * 91)

    assert (answer.status, answer.json["detail"]["status"]) == (401, "quota_exceeded")
    assert "You have 10 credits remaining, while 91 credits" in answer.json["detail"]["message"]


def test_the_subscription_tells_what_is_left_until_when(fakes: Fakes, call: Caller):
    call.speech("x" * 40)

    told = ask(f"{fakes.elevenlabs.url}/v1/user/subscription", headers=call.elevenlabs).json

    assert (told["character_count"], told["character_limit"]) == (40, 500_000)
    assert told["next_character_count_reset_unix"] == fakes.elevenlabs.resets_at


def test_more_calls_at_once_than_allowed_are_turned_away(fakes: Fakes, call: Caller):
    fakes.elevenlabs.concurrent = 2
    fakes.elevenlabs.hold()

    with ThreadPoolExecutor(2) as people:
        working = [people.submit(call.speech), people.submit(call.speech)]
        fakes.elevenlabs.await_work(2)
        third = call.speech()
        fakes.elevenlabs.release()

    assert third.json["detail"]["code"] == "concurrent_limit_exceeded"
    assert [future.result().status for future in working] == [200, 200]


@pytest.mark.parametrize(("key", "code"), [("wrong", "invalid_api_key"), ("", "needs_authorization")])
def test_a_wrong_key_is_unauthorised(fakes: Fakes, key: str, code: str):
    answer = ask(f"{fakes.elevenlabs.url}/v1/models", headers={"xi-api-key": key})

    assert (answer.status, answer.json["detail"]["code"]) == (401, code)


def test_models_and_voices_are_listed(fakes: Fakes, call: Caller):
    models = ask(f"{fakes.elevenlabs.url}/v1/models", headers=call.elevenlabs).json
    voices = ask(f"{fakes.elevenlabs.url}/v2/voices", headers=call.elevenlabs).json["voices"]

    limits = {model["model_id"]: model["maximum_text_length_per_request"] for model in models}
    assert limits["eleven_v3"] == 5_000
    assert {voice["voice_id"] for voice in voices} == set(fakes.elevenlabs.voices)


def test_the_times_may_be_missing(fakes: Fakes, call: Caller):
    fakes.elevenlabs.then(faults.elevenlabs.ALIGNMENT_NULL, faults.elevenlabs.NORMALIZED_NULL)

    without, with_times = call.speech().json, call.speech().json

    assert without["alignment"] is None
    assert with_times["alignment"] is not None
    assert with_times["normalized_alignment"] is None


@pytest.mark.parametrize(
    "fault", [*faults.elevenlabs.TRANSIENT, *faults.elevenlabs.QUOTA, *faults.elevenlabs.PERMANENT]
)
def test_an_error_costs_nothing(fakes: Fakes, call: Caller, fault: faults.Fault):
    fakes.elevenlabs.then(fault)

    answer = call.sound()

    assert answer.status == fault.status
    assert "detail" in answer.json
    assert fakes.elevenlabs.book == []
