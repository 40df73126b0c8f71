"""Gemini's answers, read with care: what is in one, what it is billed for, and why there is nothing in it."""

from collections.abc import Mapping
from typing import Any

from _client import Failure
from _gemini_errors import shortened

Json = dict[str, Any]

ONCE_MORE = ("", "STOP", "NO_IMAGE", "IMAGE_OTHER", "OTHER", "MALFORMED_RESPONSE")  # asking again may help
TOO_LONG = ("MAX_TOKENS", "CONTINUATION")
OBJECTIONS = {
    "SAFETY": "its safety rules forbid it",
    "IMAGE_SAFETY": "its safety rules forbid the picture",
    "PROHIBITED_CONTENT": "it is something that it never makes",
    "IMAGE_PROHIBITED_CONTENT": "the picture is something that it never makes",
    "BLOCKLIST": "a word in it is on a list of blocked words",
    "SPII": "it holds personal data",
    "RECITATION": "it is too close to an existing work",
    "IMAGE_RECITATION": "the picture is too close to an existing work",
    "LANGUAGE": "it does not know the language",
    "ESCALATION": "it had doubts about the request",
}


def is_one(reply: Any) -> bool:
    """Tell whether this is an answer of Gemini at all."""
    return isinstance(reply, dict) and not reply.keys().isdisjoint({"candidates", "promptFeedback", "usageMetadata"})


def candidate(reply: Json) -> Json:
    """Give the one candidate; empty when there is none."""
    found = reply.get("candidates")
    return _dict(found[0]) if isinstance(found, list) and found else {}


def parts(candidate: Json) -> list[Json]:
    """Give the parts of a candidate, without what the model only thought on the way."""
    found = _dict(candidate.get("content")).get("parts")
    return [part for part in _list(found) if isinstance(part, dict) and not part.get("thought")]


def finish_reason(candidate: Json) -> str:
    return str(candidate.get("finishReason") or "")


def block_reason(reply: Json) -> str:
    """Say why the prompt was blocked; empty when it was not."""
    return str(_dict(reply.get("promptFeedback")).get("blockReason") or "")


def billed_units(reply: Json) -> dict[str, int]:
    """Count what an answer is billed for. Where a picture's tokens are not told apart, all count as the costlier ones."""
    usage = _dict(reply.get("usageMetadata"))
    answered = _count(usage, "candidatesTokenCount")
    rows = [_dict(row) for row in _list(usage.get("candidatesTokensDetails"))]
    image = sum(_count(row, "tokenCount") for row in rows if row.get("modality") == "IMAGE")
    if not rows and any("inlineData" in part for part in parts(candidate(reply))):
        image = answered
    text = max(0, answered - image) + _count(usage, "thoughtsTokenCount")
    units = {"prompt_tokens": _count(usage, "promptTokenCount"), "text_tokens": text, "image_tokens": image}
    return {unit: count for unit, count in units.items() if count}


def why_nothing(reply: Json, *, what: str) -> Failure:
    """Say why an answer does not hold what was asked for, and what the creator can do. `what`: picture or storyboard."""
    found, block = candidate(reply), block_reason(reply)
    reason, said = finish_reason(found), str(found.get("finishMessage") or "")
    quoted = f" It said: “{shortened(said)}”" if said else ""
    raw = shortened(block or reason, 60)
    if block:
        text = f"Gemini refuses this prompt: {_objection(block)}. Change the prompt, then try again."
        return Failure(text, code="refused_prompt", reason=raw)
    if reason in OBJECTIONS:
        text = f"Gemini refuses to give the {what}: {_objection(reason)}. Change the prompt, then try again.{quoted}"
        return Failure(text, code="refused_image" if what == "picture" else "refused_answer", reason=raw)
    if reason in ONCE_MORE:
        text = f"Gemini was asked twice and gave no {what} ({raw or 'no reason'}). Put the prompt into other words.{quoted}"
        return Failure(text, code="no_image" if what == "picture" else "no_answer", reason=raw)
    if reason in TOO_LONG:
        text = (
            f"The {what} does not fit into the model's longest answer ({raw}). Ask for less, or choose another model."
        )
        return Failure(text, code="max_tokens", reason=raw)
    if reason == "PUP_LIMITED_DISABLED":
        text = "Google has limited this Gemini account. Open AI Studio and do what it says; until then nothing can be made."
        return Failure(text, code="account_limited", reason=raw)
    text = f"Gemini gave no {what}, for a reason that is new: {raw}. Change the prompt, then try again.{quoted}"
    return Failure(text, code="unknown_reason", reason=raw)


def _objection(reason: str) -> str:
    return f"{OBJECTIONS.get(reason, 'it does not say more than this')} ({shortened(reason, 60)})"


def _count(values: Mapping[str, Any], name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
