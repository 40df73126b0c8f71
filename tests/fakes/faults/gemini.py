"""What Gemini answers when it does not simply answer."""

from typing import Any

from tests.fakes.faults.base import Fault, said

ON = ":generateContent"
MODEL = "gemini-nano-banana-2.1"
_TYPE = "type.googleapis.com/google.rpc."
_HELP = {
    "@type": f"{_TYPE}Help",
    "links": [
        {
            "description": "Learn more about Gemini API quotas",
            "url": "https://ai.google.dev/gemini-api/docs/rate-limits",
        }
    ],
}
_EXCEEDED = (
    "You exceeded your current quota, please check your plan and billing details. For more information on this error, "
    "head to: https://ai.google.dev/gemini-api/docs/rate-limits. \n* Quota exceeded for metric: {metric}, limit: {limit}, "
    "model: {model}\nPlease retry in {wait}."
)
_METRIC = "generativelanguage.googleapis.com/generate_requests_per_model"


def error(name: str, code: int, status: str, message: str, details: list[Any] | None = None) -> Fault:
    """Make an error of the usual shape; `details` is left out where it is None."""
    body: dict[str, Any] = {"code": code, "message": message, "status": status}
    if details is not None:
        body["details"] = details
    return said(name, code, {"error": body}, on=ON)


def _violation(quota_id: str, metric: str, value: str | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "quotaMetric": metric,
        "quotaId": quota_id,
        "quotaDimensions": {"location": "global", "model": MODEL},
    }
    return row if value is None else {**row, "quotaValue": value}


def _quota(
    name: str, violations: list[dict[str, Any]], delay: str, *, limit: str, reverse: bool = False, wait: str = ""
) -> Fault:
    failure = {"@type": f"{_TYPE}QuotaFailure", "violations": violations}
    details = [_HELP, failure, {"@type": f"{_TYPE}RetryInfo", "retryDelay": delay}]
    metric = violations[0]["quotaMetric"]
    message = _EXCEEDED.format(metric=metric, limit=limit, model=MODEL, wait=wait or delay)
    return error(name, 429, "RESOURCE_EXHAUSTED", message, details[::-1] if reverse else details)


_DAY, _MINUTE = "GenerateRequestsPerDayPerProjectPerModel", "GenerateRequestsPerMinutePerProjectPerModel"
_OF_DAY, _OF_MINUTE = (_violation(name, f"{_METRIC}_per_{unit}", value) for name, unit, value in (
    (_DAY, "day", "1000"), (_MINUTE, "minute", "10")))  # fmt: skip

PER_MINUTE = _quota("PER_MINUTE", [_OF_MINUTE], "46.2s", limit="10")
PER_MINUTE_SOON = _quota("PER_MINUTE_SOON", [_OF_MINUTE], "1s", limit="10")
PER_DAY = _quota("PER_DAY", [_OF_DAY], "37025.7s", limit="1000", wait="10h17m5.7s")
PER_DAY_SHORT_DELAY = _quota("PER_DAY_SHORT_DELAY", [_OF_DAY], "8s", limit="1000")
PER_DAY_OTHER_ORDER = _quota("PER_DAY_OTHER_ORDER", [_OF_DAY], "22s", limit="1000", reverse=True)
PER_DAY_WITHOUT_VALUE = _quota(
    "PER_DAY_WITHOUT_VALUE", [_violation(_DAY, f"{_METRIC}_per_day", None)], "22s", limit="1000"
)
PER_DAY_AND_MINUTE = _quota("PER_DAY_AND_MINUTE", [_OF_MINUTE, _OF_DAY], "8s", limit="10")
LIMIT_ZERO = _quota(
    "LIMIT_ZERO",
    [
        _violation(f"{_DAY}-FreeTier", "generativelanguage.googleapis.com/generate_content_free_tier_requests", "0"),
        _violation(f"{_MINUTE}-FreeTier", "generativelanguage.googleapis.com/generate_content_free_tier_requests", "0"),
        _violation(
            "GenerateContentInputTokensPerModelPerMinute-FreeTier",
            "generativelanguage.googleapis.com/generate_content_free_tier_input_token_count",
            "0",
        ),
    ],
    "46s",
    limit="0",
)
WITHOUT_DETAILS = error("WITHOUT_DETAILS", 429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).")
_DEPLETED = (
    "Your prepayment credits are depleted. Please go to AI Studio at https://ai.studio/projects to manage your project "
    "and billing."
)
CREDITS_DEPLETED_402 = error("CREDITS_DEPLETED_402", 402, "RESOURCE_EXHAUSTED", _DEPLETED)
CREDITS_DEPLETED_429 = error("CREDITS_DEPLETED_429", 429, "RESOURCE_EXHAUSTED", _DEPLETED)
SPEND_LIMIT = error(
    "SPEND_LIMIT",
    429,
    "RESOURCE_EXHAUSTED",
    "You have exceeded the spend-based rate limit of your tier: $10 in 10 minutes. Please wait and try again.",
)
SPEND_CAP = error(
    "SPEND_CAP",
    429,
    "RESOURCE_EXHAUSTED",
    "Your project has exceeded its monthly spend cap. Please go to AI Studio at https://ai.studio/spend to raise it.",
)
BAD_KEY = error(
    "BAD_KEY",
    400,
    "INVALID_ARGUMENT",
    "API key not valid. Please pass a valid API key.",
    [
        {
            "@type": f"{_TYPE}ErrorInfo",
            "reason": "API_KEY_INVALID",
            "domain": "googleapis.com",
            "metadata": {"service": "generativelanguage.googleapis.com"},
        }
    ],
)
BAD_REQUEST = error("BAD_REQUEST", 400, "INVALID_ARGUMENT", "Request contains an invalid argument.")
NO_BILLING = error(
    "NO_BILLING",
    400,
    "FAILED_PRECONDITION",
    "User location is not supported for the API use, or billing is not enabled for this project.",
)
UNAUTHENTICATED = error("UNAUTHENTICATED", 401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")
PERMISSION_DENIED = error("PERMISSION_DENIED", 403, "PERMISSION_DENIED", "The caller does not have permission")
RETIRED_MODEL = error(
    "RETIRED_MODEL",
    404,
    "NOT_FOUND",
    f"models/{MODEL} is not found for API version v1, or is not supported for generateContent. Call ListModels to see "
    "the list of available models and their supported methods.",
)
TIMEOUT_408 = error("TIMEOUT_408", 408, "DEADLINE_EXCEEDED", "The request timed out.")
INTERNAL = error("INTERNAL", 500, "INTERNAL", "An internal error has occurred. Please retry or report.")
BAD_GATEWAY = error("BAD_GATEWAY", 502, "UNAVAILABLE", "Bad gateway.")
OVERLOADED = error("OVERLOADED", 503, "UNAVAILABLE", "The model is overloaded. Please try again later.")
DEADLINE = error("DEADLINE", 504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.")

_USAGE = {"promptTokenCount": 9, "totalTokenCount": 9}
BLOCK_REASONS = ("SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "IMAGE_SAFETY")
TRY_ONCE_MORE = ("NO_IMAGE", "IMAGE_OTHER", "OTHER", "MALFORMED_RESPONSE")
REWORD = (
    *("SAFETY", "IMAGE_SAFETY", "PROHIBITED_CONTENT", "IMAGE_PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "RECITATION"),
    *("IMAGE_RECITATION", "LANGUAGE", "ESCALATION"),
)


def blocked(reason: str) -> Fault:
    """Refuse the prompt: there are no candidates."""
    body = {"promptFeedback": {"blockReason": reason}, "usageMetadata": _USAGE, "modelVersion": MODEL}
    return said(f"BLOCKED_{reason}", 200, body, on=ON)


def finished(reason: str, *, content: Any = None, name: str = "") -> Fault:
    """End without an image; `content` is left out where it is None."""
    message = "Unable to show the generated image. The model could not generate the image based on the prompt provided."
    candidate = {"finishReason": reason, "finishMessage": message, "index": 0}
    if content is not None:
        candidate = {"content": content, **candidate}
    body = {"candidates": [candidate], "usageMetadata": _USAGE, "modelVersion": MODEL}
    return said(name or f"FINISHED_{reason}", 200, body, on=ON)


BLOCKED = blocked("PROHIBITED_CONTENT")
ALL_BLOCKED = tuple(map(blocked, BLOCK_REASONS))
NO_IMAGE = finished("NO_IMAGE", content={}, name="NO_IMAGE")
STOP_WITHOUT_IMAGE = finished(
    "STOP", content={"role": "model", "parts": [{"text": "Here is your image."}]}, name="STOP_WITHOUT_IMAGE"
)
EMPTY_CONTENT = finished("IMAGE_SAFETY", content={}, name="EMPTY_CONTENT")
WITHOUT_CONTENT = finished("IMAGE_SAFETY", name="WITHOUT_CONTENT")
UNKNOWN_REASON = finished("IMAGE_MOOD", content={}, name="UNKNOWN_REASON")
ACCOUNT_LIMITED = finished("PUP_LIMITED_DISABLED", content={}, name="ACCOUNT_LIMITED")
MAX_TOKENS_WITHOUT_IMAGE = finished("MAX_TOKENS", content={}, name="MAX_TOKENS_WITHOUT_IMAGE")
CONTINUATION = finished("CONTINUATION", content={}, name="CONTINUATION")
ALL_TRY_ONCE_MORE = (STOP_WITHOUT_IMAGE, *(finished(reason, content={}) for reason in TRY_ONCE_MORE))
ALL_REWORD = tuple(finished(reason, content={}) for reason in REWORD)

# Good answers of an unusual form.
JPEG = Fault("JPEG", on=ON, twist="jpeg")
THOUGHT_FIRST = Fault("THOUGHT_FIRST", on=ON, twist="thought")
TEXT_FIRST = Fault("TEXT_FIRST", on=ON, twist="text")
# Storyboards that cannot be used.
TRUNCATED = Fault("TRUNCATED", on=ON, twist="truncated")
BAD_REFERENCE = Fault("BAD_REFERENCE", on=ON, twist="bad reference")
NOT_A_STORYBOARD = Fault("NOT_A_STORYBOARD", on=ON, twist="prose")

TRANSIENT = (PER_MINUTE, WITHOUT_DETAILS, SPEND_LIMIT, TIMEOUT_408, INTERNAL, BAD_GATEWAY, OVERLOADED, DEADLINE)
DAILY_QUOTA = (PER_DAY, PER_DAY_SHORT_DELAY, PER_DAY_OTHER_ORDER, PER_DAY_WITHOUT_VALUE, PER_DAY_AND_MINUTE)
BALANCE = (CREDITS_DEPLETED_402, CREDITS_DEPLETED_429)
PERMANENT = (
    *(LIMIT_ZERO, BAD_KEY, BAD_REQUEST, NO_BILLING, UNAUTHENTICATED, PERMISSION_DENIED, RETIRED_MODEL),
)  # fmt: skip
