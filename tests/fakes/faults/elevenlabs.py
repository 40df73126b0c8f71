"""What ElevenLabs answers when it does not simply answer."""

from tests.fakes.faults.base import Fault, said

BOTH = "text-to-speech|sound-generation|music"


def error(
    name: str,
    http: int,
    code: str,
    message: str,
    *,
    kind: str = "",
    old: bool = False,
    retry_after: int | None = None,
    on: str = BOTH,
) -> Fault:
    """Make an error of the current shape, or of the old one with two fields."""
    detail = {"status": code, "message": message}
    if not old:
        detail = {"type": kind or "api_error", "code": code, **detail, "request_id": "3c807e7b2b5d4c1e"}
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return said(name, http, {"detail": detail}, on=on, headers=headers)


_QUOTA = "This request exceeds your quota of 10000. You have 0 credits remaining, while 91 credits are required"
QUOTA_EXCEEDED = error("QUOTA_EXCEEDED", 401, "quota_exceeded", _QUOTA, kind="authentication_error")
QUOTA_EXCEEDED_OLD = error("QUOTA_EXCEEDED_OLD", 401, "quota_exceeded", _QUOTA, old=True)
QUOTA_EXCEEDED_402 = error("QUOTA_EXCEEDED_402", 402, "quota_exceeded", _QUOTA, kind="payment_required")
BAD_KEY = error("BAD_KEY", 401, "invalid_api_key", "Invalid API key", kind="authentication_error")
BAD_KEY_OLD = error("BAD_KEY_OLD", 401, "invalid_api_key", "Invalid API key", old=True)
BAD_KEY_400 = error("BAD_KEY_400", 400, "invalid_api_key", "Invalid API key", kind="authentication_error")
NEEDS_AUTHORIZATION = error(
    "NEEDS_AUTHORIZATION",
    401,
    "needs_authorization",
    "Neither authorization header nor xi-api-key received, please provide one.",
    kind="authentication_error",
)
MISSING_PERMISSIONS = error(
    "MISSING_PERMISSIONS",
    401,
    "missing_permissions",
    "The API key you used is missing the permission text_to_speech to execute this operation.",
    kind="authentication_error",
)
UNUSUAL_ACTIVITY = error(
    "UNUSUAL_ACTIVITY",
    401,
    "detected_unusual_activity",
    "Unusual activity detected. Free Tier usage disabled.",
    old=True,
)
PAYMENT_REQUIRED = error(
    "PAYMENT_REQUIRED",
    402,
    "payment_required",
    "This voice needs a paid plan. Please upgrade your subscription.",
    kind="payment_required",
)
ONLY_FOR_CREATOR = error(
    "ONLY_FOR_CREATOR", 403, "only_for_creator+", "This output format needs the Creator plan or a higher one.", old=True
)
VOICE_NOT_ALLOWED = error(
    "VOICE_NOT_ALLOWED",
    403,
    "voice_access_denied",
    "You are not allowed to use this voice.",
    kind="authorization_error",
)
VOICE_NOT_FOUND = error(
    "VOICE_NOT_FOUND", 404, "voice_not_found", "A voice with the voice_id nobody was not found.", kind="not_found"
)
VOICE_NOT_FOUND_400 = error(
    "VOICE_NOT_FOUND_400", 400, "voice_not_found", "A voice with the voice_id nobody was not found.", old=True
)
MODEL_NOT_FOUND = error(
    "MODEL_NOT_FOUND", 400, "model_not_found", "A model with the model_id x does not exist.", kind="validation_error"
)
TEXT_TOO_LONG = error(
    "TEXT_TOO_LONG",
    400,
    "max_character_limit_exceeded",
    "A maximum of 10000 characters is supported per request.",
    kind="validation_error",
)
BAD_SETTINGS = error(
    "BAD_SETTINGS", 400, "invalid_voice_settings", "Invalid setting for stability.", kind="validation_error"
)
VOICE_LIMIT = error(
    "VOICE_LIMIT", 400, "voice_limit_reached", "You have reached your maximum amount of custom voices.", old=True
)
UNSUPPORTED_STITCHING = error(
    "UNSUPPORTED_STITCHING",
    400,
    "unsupported_parameter",
    "Request stitching (previous_text, next_text, previous_request_ids, next_request_ids) is not supported by this model.",
    kind="validation_error",
)
VALIDATION_LIST = said(
    "VALIDATION_LIST",
    422,
    {"detail": [{"loc": ["body", "text"], "msg": "Field required", "type": "missing"}]},
    on=BOTH,
)
VALIDATION = error("VALIDATION", 422, "invalid_parameters", "The parameter is not valid.", kind="validation_error")
_BUSY = "Too many concurrent requests. Your current subscription is associated with a maximum of 5 concurrent requests."
CONCURRENT = error("CONCURRENT", 429, "concurrent_limit_exceeded", _BUSY, kind="rate_limit_error")
CONCURRENT_OLD = error("CONCURRENT_OLD", 429, "too_many_concurrent_requests", _BUSY, old=True)
CONCURRENT_RETRY_AFTER = error(
    "CONCURRENT_RETRY_AFTER", 429, "concurrent_limit_exceeded", _BUSY, kind="rate_limit_error", retry_after=1
)
RATE_LIMITED = error(
    "RATE_LIMITED", 429, "rate_limit_exceeded", "You have exceeded the rate limit.", kind="rate_limit_error"
)
RATE_LIMITED_RETRY_AFTER = error(
    *("RATE_LIMITED_RETRY_AFTER", 429, "rate_limit_exceeded", "You have exceeded the rate limit."),
    kind="rate_limit_error",
    retry_after=1,
)
SYSTEM_BUSY = error(
    "SYSTEM_BUSY", 429, "system_busy", "Our services are experiencing heavy traffic. Please try again later.", old=True
)
SYSTEM_BUSY_RETRY_AFTER = error(
    *("SYSTEM_BUSY_RETRY_AFTER", 429, "system_busy", "Our services are experiencing heavy traffic."), retry_after=120
)
TIMEOUT_408 = error("TIMEOUT_408", 408, "request_timeout", "The request timed out.")
CONFLICT = error("CONFLICT", 409, "already_running", "A request is being processed already.")
TOO_EARLY = error("TOO_EARLY", 425, "too_early", "The request was sent too early.")
SERVER_ERROR = error("SERVER_ERROR", 500, "internal_server_error", "Internal server error")
UNAVAILABLE = error("UNAVAILABLE", 503, "service_unavailable", "Service unavailable")

# Good answers of an unusual form.
ALIGNMENT_NULL = Fault("ALIGNMENT_NULL", on="with-timestamps", twist="no alignment")
NORMALIZED_NULL = Fault("NORMALIZED_NULL", on="with-timestamps", twist="no normalized alignment")
NEARLY_EMPTY = Fault("NEARLY_EMPTY", on=BOTH, twist="nearly empty")

TRANSIENT = (CONCURRENT, CONCURRENT_OLD, CONCURRENT_RETRY_AFTER, RATE_LIMITED, RATE_LIMITED_RETRY_AFTER, SYSTEM_BUSY,
             SYSTEM_BUSY_RETRY_AFTER, TIMEOUT_408, CONFLICT, TOO_EARLY, SERVER_ERROR, UNAVAILABLE)  # fmt: skip
QUOTA = (QUOTA_EXCEEDED, QUOTA_EXCEEDED_OLD, QUOTA_EXCEEDED_402)
PERMANENT = (BAD_KEY, BAD_KEY_OLD, BAD_KEY_400, NEEDS_AUTHORIZATION, MISSING_PERMISSIONS, UNUSUAL_ACTIVITY,
             PAYMENT_REQUIRED, ONLY_FOR_CREATOR, VOICE_NOT_ALLOWED, VOICE_NOT_FOUND, VOICE_NOT_FOUND_400, MODEL_NOT_FOUND,
             TEXT_TOO_LONG, BAD_SETTINGS, VOICE_LIMIT, UNSUPPORTED_STITCHING, VALIDATION_LIST, VALIDATION)  # fmt: skip
