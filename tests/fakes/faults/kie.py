"""What KIE answers when it does not simply answer."""

import json
from typing import Any

from tests.fakes.faults.base import Fault, said

CREATE, POLL, UPLOAD, RESULT = "createTask", "recordInfo", "file-.*-upload", "/results/"


def coded(name: str, code: int, msg: str, *, on: str = CREATE, http: int = 200, field: str = "msg") -> Fault:
    """Answer with a status in the body; HTTP usually says 200."""
    return said(name, http, {"code": code, field: msg, "data": None}, on=on)


BAD_REQUEST = coded("BAD_REQUEST", 400, "Invalid request parameters")
BAD_KEY = said("BAD_KEY", 401, {"code": 401, "msg": "You do not have access permissions"}, on=CREATE)
BAD_KEY_IN_BODY = said("BAD_KEY_IN_BODY", 200, {"code": 401, "msg": "You do not have access permissions"}, on=CREATE)
NO_CREDITS = coded("NO_CREDITS", 402, "Insufficient credits. Please top up your account.")
NO_CREDITS_HTTP = coded("NO_CREDITS_HTTP", 402, "Insufficient credits. Please top up your account.", http=402)
NO_CREDITS_MESSAGE = coded("NO_CREDITS_MESSAGE", 402, "Credits insufficient", field="message")
UNKNOWN_MODEL = coded("UNKNOWN_MODEL", 404, "The model does not exist")
UPSTREAM_SILENT = coded("UPSTREAM_SILENT", 408, "Upstream returned no result for 10 minutes")
VALIDATION = coded("VALIDATION", 422, "Validation error: the request does not fit the model")
RATE_LIMITED = coded("RATE_LIMITED", 429, "You have exceeded the request limit. Please try again later.", http=429)
RATE_LIMITED_IN_BODY = coded(
    "RATE_LIMITED_IN_BODY", 429, "You have exceeded the request limit. Please try again later."
)
KEY_CAP = coded("KEY_CAP", 433, "The usage limit of this sub key has been reached")
IMAGE_UNREACHABLE = coded(
    "IMAGE_UNREACHABLE", 451, "Failed to fetch the image. Check access limits set by you or others."
)
MAINTENANCE = coded("MAINTENANCE", 455, "The service is under maintenance")
SERVER_ERROR = coded("SERVER_ERROR", 500, "Server exception, please try again later or contact customer service")
SERVER_ERROR_HTTP = coded("SERVER_ERROR_HTTP", 500, "Server exception, please try again later", http=500)
GENERATION_FAILED = coded("GENERATION_FAILED", 501, "Generation failed")
FEATURE_DISABLED = coded("FEATURE_DISABLED", 505, "This feature is disabled")
CONNECTION_DENIED = coded("CONNECTION_DENIED", 550, "Connection denied")

# The order is made and charged, and nobody hears its name.
LOST_AFTER_CREATE = Fault("LOST_AFTER_CREATE", on=CREATE, cut="close", after=True)
HALF_AFTER_CREATE = Fault("HALF_AFTER_CREATE", on=CREATE, cut="half", after=True)
ERROR_AFTER_CREATE = Fault("ERROR_AFTER_CREATE", SERVER_ERROR.status, SERVER_ERROR.body, SERVER_ERROR.headers, CREATE,
                           after=True)  # fmt: skip
BAD_GATEWAY_AFTER_CREATE = Fault("BAD_GATEWAY_AFTER_CREATE", 502, b"<html>502 Bad Gateway</html>",
                                 {"Content-Type": "text/html"}, CREATE, after=True)  # fmt: skip
WITHOUT_TASK_ID = said("WITHOUT_TASK_ID", 200, {"code": 200, "msg": "success", "data": {}}, on=CREATE)


def failing(name: str, code: Any, msg: str, *, refunded: bool = True) -> Fault:
    """Take the order, then let it fail; its credits come back unless `refunded` is False."""
    return Fault(name, on=CREATE, twist=json.dumps({"failCode": code, "failMsg": msg, "refunded": refunded}))


TASK_FAILED = failing("TASK_FAILED", "500", "Internal Error, Please try again later.")
TASK_FAILED_POLICY = failing("TASK_FAILED_POLICY", "501", "The prompt was rejected by the content policy of the model.")
TASK_FAILED_IMAGE = failing("TASK_FAILED_IMAGE", "422", "The image is not supported: unsafe content detected.")
TASK_FAILED_BAD_INPUT = failing("TASK_FAILED_BAD_INPUT", "400", "Invalid image dimensions.")
TASK_FAILED_TIMEOUT = failing("TASK_FAILED_TIMEOUT", "408", "The upstream service timed out.")
TASK_FAILED_NUMBER = failing("TASK_FAILED_NUMBER", 500, "internal error")
TASK_FAILED_NULL = failing("TASK_FAILED_NULL", None, "timeout")
TASK_FAILED_EMPTY = failing("TASK_FAILED_EMPTY", "", "")
TASK_FAILED_KEPT_CREDITS = failing("TASK_FAILED_KEPT_CREDITS", "500", "internal error", refunded=False)
TASK_NEVER_ENDS = Fault("TASK_NEVER_ENDS", on=CREATE, twist="stuck")
TASK_WITHOUT_URL = Fault("TASK_WITHOUT_URL", on=CREATE, twist="no url")

# While waiting.
NOT_VISIBLE = coded("NOT_VISIBLE", 422, "recordInfo is null", on=POLL)
NOT_VISIBLE_404 = coded("NOT_VISIBLE_404", 404, "recordInfo is null", on=POLL, http=404)
UNKNOWN_STATE = Fault("UNKNOWN_STATE", on=POLL, twist="unknown state")
POLL_RATE_LIMITED = coded("POLL_RATE_LIMITED", 429, "Too many requests", on=POLL, http=429)
POLL_MAINTENANCE = coded("POLL_MAINTENANCE", 455, "The service is under maintenance", on=POLL)
POLL_SERVER_ERROR = coded("POLL_SERVER_ERROR", 500, "Server exception", on=POLL)
POLL_GENERATION_FAILED = coded("POLL_GENERATION_FAILED", 501, "Generation failed: prompt rejected by policy", on=POLL)
POLL_BAD_KEY = said("POLL_BAD_KEY", 401, {"code": 401, "msg": "You do not have access permissions"}, on=POLL)

# On the hosts for files.
UPLOAD_BAD_REQUEST = said(
    "UPLOAD_BAD_REQUEST",
    400,
    {"success": False, "code": 400, "msg": "Missing required parameter: uploadPath"},
    on=UPLOAD,
)
UPLOAD_BAD_KEY = said(
    "UPLOAD_BAD_KEY", 401, {"success": False, "code": 401, "msg": "Authentication failed: Invalid API Key"}, on=UPLOAD
)
UPLOAD_ERROR = said("UPLOAD_ERROR", 500, {"success": False, "code": 500, "msg": "Internal server error"}, on=UPLOAD)
UPLOAD_ERROR_IN_BODY = said(
    "UPLOAD_ERROR_IN_BODY", 200, {"success": False, "code": 500, "msg": "Internal server error"}, on=UPLOAD
)
UPLOAD_CLOUDFLARE = Fault("UPLOAD_CLOUDFLARE", 403, b"error code: 1010", {"Content-Type": "text/plain"}, UPLOAD)
UPLOAD_WITHOUT_URL = said(
    "UPLOAD_WITHOUT_URL",
    200,
    {"success": True, "code": 200, "msg": "File uploaded successfully", "data": {}},
    on=UPLOAD,
)
RESULT_EXPIRED = Fault("RESULT_EXPIRED", 403, b"<Error><Code>AccessDenied</Code></Error>", on=RESULT)
RESULT_GONE = Fault("RESULT_GONE", 404, b"Not Found", on=RESULT)
RESULT_HALF = Fault("RESULT_HALF", on=RESULT, cut="half", after=True)
RESULT_EMPTY = Fault("RESULT_EMPTY", 200, b"", {"Content-Type": "video/mp4"}, RESULT)

REFUSED_CREATE = (BAD_REQUEST, BAD_KEY, BAD_KEY_IN_BODY, UNKNOWN_MODEL, VALIDATION, FEATURE_DISABLED)
TRANSIENT_CREATE = (RATE_LIMITED, RATE_LIMITED_IN_BODY, MAINTENANCE)
BALANCE = (NO_CREDITS, NO_CREDITS_HTTP, NO_CREDITS_MESSAGE, KEY_CAP)
AMBIGUOUS_CREATE = (LOST_AFTER_CREATE, HALF_AFTER_CREATE, ERROR_AFTER_CREATE, BAD_GATEWAY_AFTER_CREATE, SERVER_ERROR,
                    SERVER_ERROR_HTTP, WITHOUT_TASK_ID)  # fmt: skip
TRANSIENT_POLL = (NOT_VISIBLE, NOT_VISIBLE_404, UNKNOWN_STATE, POLL_RATE_LIMITED, POLL_MAINTENANCE, POLL_SERVER_ERROR)
ALL_TASK_FAILED = (TASK_FAILED, TASK_FAILED_POLICY, TASK_FAILED_IMAGE, TASK_FAILED_BAD_INPUT, TASK_FAILED_TIMEOUT,
                   TASK_FAILED_NUMBER, TASK_FAILED_NULL, TASK_FAILED_EMPTY, TASK_FAILED_KEPT_CREDITS)  # fmt: skip
