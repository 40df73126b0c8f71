"""What ElevenLabs accepts. Every refusal is a Fault with its code and status."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.fakes.faults import Fault
from tests.fakes.faults import elevenlabs as faults
from tests.fakes.faults.base import said
from tests.fakes.media.mp3 import numbers

STITCHING = ("previous_text", "next_text", "previous_request_ids", "next_request_ids")
BODY = ("text", "model_id", "language_code", "voice_settings", "seed", *STITCHING, "apply_text_normalization",
        "apply_language_text_normalization", "pronunciation_dictionary_locators", "use_pvc_as_ivc")  # fmt: skip
ALL_SETTINGS = ("stability", "similarity_boost", "style", "use_speaker_boost", "speed")


@dataclass(frozen=True)
class SpeechModel:
    """What one voice model takes. `credits` for a character."""

    characters: int
    settings: tuple[str, ...] = ALL_SETTINGS
    stitching: bool = True
    language_code: bool = True
    credits: Decimal = Decimal(1)

    def told(self, name: str) -> dict[str, Any]:
        """Describe it as the list of models does."""
        return {
            **{"model_id": name, "name": name.replace("_", " ").title(), "can_do_text_to_speech": True},
            "maximum_text_length_per_request": self.characters,
            "concurrency_group": "turbo" if self.credits < 1 else "standard",
            "model_rates": {"character_cost_multiplier": float(self.credits)},
        }


_NEW = ("stability", "similarity_boost")
SPEECH_MODELS = {
    "eleven_multilingual_v2": SpeechModel(10_000, language_code=False),
    "eleven_v4": SpeechModel(10_000, _NEW, stitching=False),
    "eleven_v4_turbo": SpeechModel(10_000, _NEW, stitching=False),
    "eleven_v3": SpeechModel(5_000, ALL_SETTINGS, stitching=False),
    "eleven_flash_v2_5": SpeechModel(40_000, credits=Decimal("0.5")),
}
SOUND_MODELS = ("eleven_text_to_sound_v2", "eleven_text_to_sound_v3")
MUSIC_MODELS = ("music_v1", "music_v2", "music_v2_5")


def about_speech(asked: dict[str, Any], name: str, voice_known: bool, form: str) -> Fault | None:
    """Say what is refused about a request for speech; None when nothing."""
    if not isinstance(asked.get("text"), str):
        return missing("text")
    if not voice_known:
        return faults.VOICE_NOT_FOUND
    if name not in SPEECH_MODELS:
        return faults.MODEL_NOT_FOUND
    model = SPEECH_MODELS[name]
    if len(asked["text"]) > model.characters:
        return _bad("max_character_limit_exceeded", f"A maximum of {model.characters} characters is supported.")
    wrong = next(_about_fields(asked, model, form), None)
    if wrong:
        return _bad(*wrong)
    return next(_about_settings(asked.get("voice_settings") or {}, name, model), None)


def _about_fields(asked: dict[str, Any], model: SpeechModel, form: str) -> Iterator[tuple[str, str]]:
    if not asked["text"].strip():
        yield "invalid_text", "The text is empty."
    if numbers(form) is None:
        yield "invalid_output_format", f"{form} is not an output format of this account."
    for field in asked:
        if field not in BODY:
            yield "invalid_parameters", f"Unknown field {field}."
    if not model.stitching and any(field in asked for field in STITCHING):
        yield "unsupported_parameter", faults.UNSUPPORTED_STITCHING.json["detail"]["message"]
    if not model.language_code and asked.get("language_code"):
        yield "unsupported_language", "This model does not support the language_code parameter."
    if len(asked.get("previous_request_ids") or []) > 3:
        yield "invalid_parameters", "At most 3 previous_request_ids are allowed."


def _about_settings(given: dict[str, Any], name: str, model: SpeechModel) -> Iterator[Fault]:
    for key, value in given.items():
        low, high = (0.7, 1.2) if key == "speed" else (0, 1)
        if key not in model.settings or not isinstance(value, int | float) or not low <= value <= high:
            yield _bad("invalid_voice_settings", f"Invalid setting for {key}: {value}.")
    if name == "eleven_v3" and given.get("stability", 0.5) not in (0, 0.5, 1):
        yield _bad("invalid_voice_settings", "Invalid setting for stability: it must be 0.0, 0.5 or 1.0.")


def about_sound(asked: dict[str, Any], form: str) -> Fault | None:
    """Say what is refused about a request for a sound; None when nothing."""
    if not isinstance(asked.get("text"), str) or not asked["text"].strip():
        return missing("text")
    seconds, influence = asked.get("duration_seconds"), asked.get("prompt_influence", 0.3)
    if seconds is not None and not (isinstance(seconds, int | float) and 0.5 <= seconds <= 30):
        return _bad("invalid_parameters", "duration_seconds must be between 0.5 and 30.")
    if not (isinstance(influence, int | float) and 0 <= influence <= 1):
        return _bad("invalid_parameters", "prompt_influence must be between 0 and 1.")
    if asked.get("model_id", SOUND_MODELS[0]) not in SOUND_MODELS:
        return faults.MODEL_NOT_FOUND
    if set(asked) - {"text", "loop", "duration_seconds", "prompt_influence", "model_id"}:
        return _bad("invalid_parameters", "There are unknown fields.")
    return None if numbers(form) else _bad("invalid_output_format", f"{form} is not an output format of this account.")


def about_music(asked: dict[str, Any], form: str) -> Fault | None:
    """Say what is refused about a request for music; None when nothing."""
    if not isinstance(asked.get("prompt"), str) or not asked["prompt"].strip():
        return missing("prompt")
    if not 3_000 <= asked.get("music_length_ms", 30_000) <= 600_000:
        return _bad("invalid_parameters", "music_length_ms must be between 3000 and 600000.")
    if asked.get("model_id", MUSIC_MODELS[0]) not in MUSIC_MODELS:
        return faults.MODEL_NOT_FOUND
    return None if numbers(form) else _bad("invalid_output_format", f"{form} is not an output format of this account.")


def missing(field: str) -> Fault:
    """Complain as a validator does: with a list."""
    return said("MISSING", 422, {"detail": [{"loc": ["body", field], "msg": "Field required", "type": "missing"}]})


def too_many(limit: int) -> Fault:
    message = (
        f"Too many concurrent requests. Your current subscription is associated with a maximum of {limit} concurrent "
    )
    message += "requests (running in parallel)."
    return faults.error("CONCURRENT", 429, "concurrent_limit_exceeded", message, kind="rate_limit_error")


def quota(limit: int, left: Decimal, needed: Decimal) -> Fault:
    message = f"This request exceeds your quota of {limit}. You have {left:.0f} credits remaining, "
    message += f"while {needed:.0f} credits are required for this request."
    return faults.error("QUOTA", 401, "quota_exceeded", message, kind="authentication_error")


def _bad(code: str, message: str) -> Fault:
    return faults.error("BAD", 400, code, message, kind="validation_error")
