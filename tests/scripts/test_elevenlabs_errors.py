"""What ElevenLabs refuses, delays or loses: the class of each, how often it was asked, and what a person reads."""

import json
import os
import subprocess
import sys
from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes import faults
from tests.fakes.faults import elevenlabs as answers
from tests.scripts.elevenlabs_runs import (
    SCRIPTS,
    a_provider,
    environment,
    journal,
    make_sound,
    orders,
    speak,
    speech_arguments,
)
from videogen.lib.scripts import ScriptFailed

TRIES = 4


def named(http: int, **words: str) -> faults.Fault:
    """Answer with an error that these words name."""
    return faults.status(http, {"detail": {"message": "No.", **words}})


PERMANENT = [
    (answers.BAD_KEY, "bad_key", "elevenlabs.io under Developers, API Keys"),
    (answers.BAD_KEY_OLD, "bad_key", "does not accept the key in ELEVENLABS_API_KEY"),
    (answers.BAD_KEY_400, "bad_key", "does not accept the key"),
    (answers.NEEDS_AUTHORIZATION, "bad_key", "does not accept the key"),
    (answers.MISSING_PERMISSIONS, "key_rights", "Give it access to Text to Speech"),
    (answers.UNUSUAL_ACTIVITY, "account", "Take a paid plan"),
    (answers.PAYMENT_REQUIRED, "plan", "only in a paid plan (This voice needs a paid plan"),
    (answers.ONLY_FOR_CREATOR, "not_allowed", "needs the Creator plan"),
    (answers.VOICE_NOT_ALLOWED, "not_allowed", "Choose another voice_id"),
    (answers.VOICE_NOT_FOUND, "voice_not_found", "no voice “21m00Tcm4TlvDq8ikWAM”"),
    (answers.VOICE_NOT_FOUND_400, "voice_not_found", "voice_id in the channel's file"),
    (answers.MODEL_NOT_FOUND, "model_not_found", "no model “eleven_multilingual_v2”"),
    (answers.TEXT_TOO_LONG, "too_long", "Shorten it"),
    (answers.BAD_SETTINGS, "bad_settings", "Invalid setting for stability"),
    (answers.VOICE_LIMIT, "voice_limit", "Remove one"),
    (answers.UNSUPPORTED_STITCHING, "refused", "not supported by this model"),
    (answers.VALIDATION_LIST, "refused", "body.text: Field required"),
    (answers.VALIDATION, "refused", "The parameter is not valid"),
    (named(400, code="voice_not_found", status="not_found"), "voice_not_found", "no voice"),
    (named(400, code="bad_request", status="voice_not_found"), "voice_not_found", "no voice"),
    (
        named(400, code="bad_request", status="invalid", type="authentication_error"),
        "bad_key",
        "does not accept the key",
    ),
    (named(401, status="only_for_creator+"), "not_allowed", "or a larger plan"),
    (faults.status(401, {"detail": "Unauthorized"}), "bad_key", "Unauthorized"),
    (faults.status(402, b""), "plan", "it answered 402"),
    (faults.html(403), "not_allowed", "it answered 403"),
    (faults.status(404, {"detail": "Not Found"}), "refused", "Not Found"),
    (faults.status(400, {"status": "voice_not_found", "message": "No."}), "voice_not_found", "no voice"),
]
TRANSIENT = [
    (answers.CONCURRENT, "concurrency", "as its plan allows"),
    (answers.CONCURRENT_OLD, "concurrency", "as its plan allows"),
    (answers.RATE_LIMITED, "rate_limit", "too busy"),
    (answers.SYSTEM_BUSY, "rate_limit", "too busy"),
    (faults.status(429, b"slow down"), "rate_limit", "too busy"),
    (answers.TIMEOUT_408, "server", "The request timed out"),
    (answers.CONFLICT, "server", "being processed already"),
    (answers.TOO_EARLY, "server", "too early"),
    (answers.SERVER_ERROR, "server", "Internal server error"),
    (answers.UNAVAILABLE, "server", "Service unavailable"),
    (faults.html(502), "server", "it answered 502"),
]
LOST = [
    (faults.close(), "lost"),
    (faults.lost(), "lost"),
    (faults.half(), "lost"),
    (faults.not_json(200), "unreadable"),
]
LOST += [(faults.status(200, {}), "unreadable"), (faults.status(200, {"audio_base64": "quiet!box"}), "unreadable")]


@pytest.fixture
def provider():
    with a_provider() as provider:
        yield provider


def failure(provider, folder, *more, voice="21m00Tcm4TlvDq8ikWAM") -> ScriptFailed:
    with pytest.raises(ScriptFailed) as failed:
        speak(provider, folder, "A fox.", *more, voice=voice)
    return failed.value


def calls(provider) -> int:
    return provider.calls("text-to-speech")


@pytest.mark.parametrize(
    ("answer", "code", "sentence"), PERMANENT, ids=[f"{row[0].name} {row[1]}" for row in PERMANENT]
)
def test_what_a_person_must_change_is_said_at_once(answer, code, sentence, provider, tmp_path):
    provider.every(1, answer)

    failed = failure(provider, tmp_path)

    assert (failed.kind, failed.code) == ("permanent", code)
    assert sentence in str(failed)
    assert calls(provider) == 1
    assert orders(tmp_path / "speech.mp3") == ["sent", "none"]


@pytest.mark.parametrize(
    ("answer", "code", "sentence"), TRANSIENT, ids=[f"{row[0].name} {row[1]}" for row in TRANSIENT]
)
def test_what_passes_is_tried_four_times_and_then_left_to_the_engine(answer, code, sentence, provider, tmp_path):
    provider.every(1, answer)

    failed = failure(provider, tmp_path)

    assert (failed.kind, failed.code) == ("transient", code)
    assert sentence in str(failed)
    assert calls(provider) == TRIES
    assert orders(tmp_path / "speech.mp3") == ["sent", "none"] * TRIES


@pytest.mark.parametrize("answer", [row[0] for row in TRANSIENT], ids=[row[0].name for row in TRANSIENT])
def test_what_has_passed_is_forgotten_and_paid_once(answer, provider, tmp_path):
    provider.then(answer)

    said = speak(provider, tmp_path)

    assert orders(tmp_path / "speech.mp3") == ["sent", "none", "sent"]
    assert said.cost_usd == provider.spent_usd


@pytest.mark.parametrize(("answer", "code"), LOST, ids=[f"{row[0].name} {row[1]}" for row in LOST])
def test_an_answer_that_is_lost_is_never_asked_for_again(answer, code, provider, tmp_path):
    provider.every(1, answer)

    failed = failure(provider, tmp_path)

    assert (failed.kind, failed.code) == ("ambiguous", code)
    assert "may have been charged" in str(failed)
    assert calls(provider) == 1
    assert orders(tmp_path / "speech.mp3") == ["sent"]


def test_an_answer_that_comes_too_late_may_have_been_charged(provider, tmp_path):
    provider.then(faults.slow(5, billed=True))

    failed = failure(provider, tmp_path, "--timeout", 0.2)

    assert (failed.kind, failed.code) == ("ambiguous", "lost")
    assert "did not answer in time" in str(failed)
    assert calls(provider) == 1


@pytest.mark.parametrize("answer", answers.QUOTA, ids=[answer.name for answer in answers.QUOTA])
def test_used_up_credits_wait_for_the_day_when_new_ones_come(answer, provider, tmp_path):
    provider.every(1, answer)

    failed = failure(provider, tmp_path)

    assert (failed.kind, failed.code) == ("quota", "quota_exceeded")
    assert failed.reset_at == datetime.fromtimestamp(provider.resets_at, UTC)
    assert "0 credits remaining" in str(failed)
    assert calls(provider) == 1
    assert orders(tmp_path / "speech.mp3") == ["sent", "none"]


def test_real_use_ends_where_the_credits_end(provider, tmp_path):
    provider.character_limit = 3

    failed = failure(provider, tmp_path)

    assert failed.code == "quota_exceeded"
    assert provider.book == []


SILENT = [answers.MISSING_PERMISSIONS, faults.close(), faults.not_json(200), faults.status(200, [])]
SILENT += [
    faults.status(200, {"next_character_count_reset_unix": moment}) for moment in (None, 1_000_000, 1e300, "tomorrow")
]


@pytest.mark.parametrize("answer", SILENT, ids=range(len(SILENT)))
def test_used_up_credits_wait_for_a_person_where_nobody_says_when_new_ones_come(answer, provider, tmp_path):
    provider.every(1, answers.QUOTA_EXCEEDED)
    provider.every(1, answer, on="subscription")

    failed = failure(provider, tmp_path)

    assert (failed.kind, failed.code, failed.reset_at) == ("quota", "balance", None)
    assert "Add credits" in str(failed)


def test_a_short_wait_that_the_provider_asks_for_is_kept(provider, tmp_path):
    provider.then(answers.RATE_LIMITED_RETRY_AFTER)

    speak(provider, tmp_path)

    first, second = (request.at for request in provider.requests)
    assert second - first >= 1


def test_a_long_wait_that_the_provider_asks_for_is_left_to_the_engine(provider, tmp_path):
    provider.every(1, answers.SYSTEM_BUSY_RETRY_AFTER)

    failed = failure(provider, tmp_path)

    assert (failed.kind, failed.retry_after_s) == ("transient", 120)
    assert calls(provider) == 1


def test_slow_refusals_are_not_tried_for_longer_than_the_engine_waits(provider, tmp_path):
    provider.every(1, replace(answers.SYSTEM_BUSY, pause=1.2))

    failed = failure(provider, tmp_path, "--timeout", 2)

    assert (failed.kind, failed.code) == ("transient", "rate_limit")
    assert calls(provider) <= 2
    assert orders(tmp_path / "speech.mp3")[-1] == "none"


def test_a_full_account_is_waited_for_longer_than_a_busy_one():
    sys.path.append(str(SCRIPTS))
    from _elevenlabs import Account, _refusal
    from _http import Answer
    from _paid import Paid

    who = Account("http://localhost", "key", timeout=1, backoff=2, paid=Paid(Namespace(output=Path("x"), answers=None)))
    full = Answer(429, {}, answers.CONCURRENT.body)

    waits = [_refusal(who, full, {}).last_words["retry_after_s"] for _ in range(20)]

    assert all(2 <= wait <= 5 for wait in waits)
    assert len(set(waits)) > 1


def test_where_nobody_listens_nothing_is_ordered(provider, tmp_path):
    provider.stop()

    failed = failure(provider, tmp_path)

    assert (failed.kind, failed.code) == ("transient", "unreachable")
    assert orders(tmp_path / "speech.mp3") == ["sent", "none"] * TRIES


def test_a_sound_fails_as_speech_does(provider, tmp_path):
    provider.every(1, answers.QUOTA_EXCEEDED)

    with pytest.raises(ScriptFailed) as failed:
        make_sound(provider, tmp_path / "sound.wav")

    assert (failed.value.kind, failed.value.code) == ("quota", "quota_exceeded")
    assert orders(tmp_path / "sound.wav") == ["sent", "none"]


def run_by_hand(provider, folder, **changes):
    """Run it without the engine, which would take secrets out of what is said."""
    command = [sys.executable, str(SCRIPTS / "generate_audio.py"), *speech_arguments(folder, "A fox.")]
    env = {**os.environ, **environment(provider), **changes}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_the_key_is_never_said(provider, tmp_path):
    provider.then(faults.status(401, {"detail": {"status": "invalid_api_key", "message": f"Bad: {provider.key}"}}))

    finished = run_by_hand(provider, tmp_path)

    assert "Bad: ***" in finished.stderr
    assert provider.key not in finished.stdout + finished.stderr + json.dumps(journal(tmp_path / "speech.mp3"))
    assert provider.requests[0].headers["xi-api-key"] == provider.key


@pytest.mark.parametrize(
    ("changes", "code", "sentence"),
    [
        ({"ELEVENLABS_API_KEY": ""}, "no_key", "Create a key at elevenlabs.io"),
        ({"ELEVENLABS_API_KEY": "abc\ndef"}, "bad_key", "Copy the key again"),
        ({"ELEVENLABS_API_KEY": "schlüssel"}, "bad_key", "Copy the key again"),
        ({"ELEVENLABS_BASE_URL": "api.elevenlabs.io"}, "bad_address", "must look like https://"),
        ({"ELEVENLABS_BASE_URL": "http://localhost:99999"}, "bad_address", "must look like https://"),
    ],
)
def test_what_cannot_work_is_not_tried(changes, code, sentence, provider, tmp_path):
    words = json.loads(run_by_hand(provider, tmp_path, **changes).stderr.splitlines()[-1])

    assert (words["class"], words["code"]) == ("permanent", code)
    assert sentence in words["message"]
    assert provider.requests == []
    assert not orders(tmp_path / "speech.mp3")


def test_two_runs_never_order_the_same_file_and_a_killed_one_leaves_its_order_behind(provider, tmp_path):
    provider.delay = 60
    command = [sys.executable, str(SCRIPTS / "generate_audio.py"), *speech_arguments(tmp_path, "A fox.")]

    with subprocess.Popen(command, env={**os.environ, **environment(provider)}, stdout=subprocess.PIPE) as first:
        first.stdout.readline()  # It has said that its request leaves.
        second = failure(provider, tmp_path)
        first.kill()

    assert (second.kind, second.code) == ("transient", "busy")
    assert orders(tmp_path / "speech.mp3") == ["sent"]
