"""What the refusals of ElevenLabs mean, and what a person can do about each."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from _http import Answer


class Meaning(NamedTuple):
    """What a refusal means. `sentence` may name {voice}, {model} and {said}, the provider's own words."""

    kind: str
    code: str
    sentence: str


NO_SLOT = Meaning(
    "transient",
    "concurrency",
    "ElevenLabs is already working on as much for this account as its plan allows. It is tried again by itself; "
    "a lower limit for the service elevenlabs avoids it.",
)
TOO_FAST = Meaning(
    "transient", "rate_limit", "ElevenLabs is too busy for another request just now. It is tried again by itself."
)
TROUBLE = Meaning("transient", "server", "ElevenLabs has trouble on its side ({said}). It is tried again by itself.")
BAD_KEY = Meaning(
    "permanent",
    "bad_key",
    "ElevenLabs does not accept the key in ELEVENLABS_API_KEY ({said}). Create a new one at elevenlabs.io under "
    "Developers, API Keys, put it there, then retry.",
)
PLAN = Meaning(
    "permanent",
    "plan",
    "ElevenLabs offers this only in a paid plan ({said}). Change the plan at elevenlabs.io/app/subscription, or choose "
    "another voice_id or model in the channel's file, then retry.",
)
NOT_ALLOWED = Meaning(
    "permanent",
    "not_allowed",
    "ElevenLabs does not allow this voice or feature to your account ({said}). Choose another voice_id or model in the "
    "channel's file, or a larger plan, then retry.",
)
REFUSED = Meaning(
    "permanent", "refused", "ElevenLabs refused the request ({said}). Change what it complains about, then retry."
)

# The current `code`, the older `status` and the `type` of an error are all looked up here, in this order.
BY_WORD = {
    "detected_unusual_activity": Meaning(
        "permanent",
        "account",
        "ElevenLabs has blocked this account for unusual activity, as it does with free ones ({said}). Take a paid plan "
        "or ask its support at help.elevenlabs.io, then retry.",
    ),
    "missing_permissions": Meaning(
        "permanent",
        "key_rights",
        "The key in ELEVENLABS_API_KEY may not do this ({said}). Give it access to Text to Speech and Sound Effects at "
        "elevenlabs.io under Developers, API Keys, then retry.",
    ),
    "voice_not_found": Meaning(
        "permanent",
        "voice_not_found",
        "ElevenLabs has no voice “{voice}” for this account. Copy the id of one from elevenlabs.io under Voices into "
        "voice_id in the channel's file, then retry.",
    ),
    "model_not_found": Meaning(
        "permanent",
        "model_not_found",
        "ElevenLabs has no model “{model}” for this account. Choose another model in the channel's file, or leave it out, "
        "then retry.",
    ),
    "max_character_limit_exceeded": Meaning(
        "permanent", "too_long", "The text is too long for the model {model} ({said}). Shorten it, then retry."
    ),
    "invalid_voice_settings": Meaning(
        "permanent",
        "bad_settings",
        "ElevenLabs refuses the voice's settings ({said}). Change stability, similarity, style or speed, then retry.",
    ),
    "voice_limit_reached": Meaning(
        "permanent",
        "voice_limit",
        "Your ElevenLabs account holds as many voices as its plan allows ({said}). Remove one at elevenlabs.io under "
        "Voices, then retry.",
    ),
    "concurrent_limit_exceeded": NO_SLOT,
    "too_many_concurrent_requests": NO_SLOT,
    "rate_limit_exceeded": TOO_FAST,
    "system_busy": TOO_FAST,
    "payment_required": PLAN,
    "invalid_api_key": BAD_KEY,
    "needs_authorization": BAD_KEY,
    "authentication_error": BAD_KEY,
}
BY_STATUS = {401: BAD_KEY, 402: PLAN, 403: NOT_ALLOWED, 408: TROUBLE, 409: TROUBLE, 425: TROUBLE, 429: TOO_FAST}


def meaning(words: list[str], status: int) -> Meaning:
    """Find what a refusal means by the words that name it, and by its status where they are unknown."""
    for word in words:
        if word.startswith("only_for_"):
            return NOT_ALLOWED
        if word in BY_WORD:
            return BY_WORD[word]
    return TROUBLE if status >= 500 else BY_STATUS.get(status, REFUSED)


def said(answer: Answer) -> tuple[list[str], str]:
    """Read an error in any of its forms: the words that name it, and a short text."""
    body = answer.json
    detail = body.get("detail", body) if isinstance(body, dict) else None
    words, text = [], ""
    if isinstance(detail, dict):
        words = [detail[name] for name in ("code", "status", "type") if isinstance(detail.get(name), str)]
        text = str(detail.get("message") or "")
    elif isinstance(detail, list):  # What the validation in front of the service writes.
        text = "; ".join(_complaint(each) for each in detail[:3] if isinstance(each, dict))
    elif isinstance(detail, str):
        text = detail
    text = " ".join(text.split()).rstrip(".")[:200]
    return words, text or next(iter(words), f"it answered {answer.status}")


def _complaint(each: Mapping[str, Any]) -> str:
    place = each.get("loc")
    where = ".".join(map(str, place)) if isinstance(place, list) else ""
    return f"{where}: {each.get('msg', '')}".strip(": ")
