"""What Gemini's errors mean: which class, which code, which sentence.

A clear error means that nothing was made and nothing is billed. `google.rpc` is the vocabulary of the details.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from _client import Failure
from _http import Answer

PACIFIC = ZoneInfo("America/Los_Angeles")  # Daily quotas come back at midnight there.
UNSAID_WAIT_S = 60.0  # where Gemini turns a request away without saying for how long
LONGEST_WAIT = timedelta(days=31)

_SPAN = re.compile(r"(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?")
_PLEASE_RETRY = re.compile(r"retry in ((?:\d+(?:\.\d+)?(?:h|ms|m|s))+)")
_PER_DAY = re.compile(r"per[ _]?day", re.IGNORECASE)
_LIMIT_ZERO = re.compile(r"limit: 0(?!\.?\d)")
_SPEND_CAP = re.compile(r"spend(ing)?[ -]cap", re.IGNORECASE)
_TOO_COMPLEX = re.compile(r"too many states", re.IGNORECASE)


@dataclass(frozen=True)
class Error:
    """An answer that is an error, read as far as it is well formed. `delay_s` is how long Gemini asks to wait."""

    status: int
    message: str
    named: str
    reasons: frozenset[str]
    violations: tuple[Mapping[str, Any], ...]
    delay_s: float | None
    is_geminis: bool  # False: somebody in between answered

    @classmethod
    def read(cls, answer: Answer) -> "Error":
        """Take an error apart; the order of its details and whether they are there at all does not matter."""
        error = _dict(_dict(answer.json).get("error"))
        details = [_dict(detail) for detail in _list(error.get("details"))]
        message = str(error.get("message") or "")
        said = [span for detail in details if (span := _seconds(str(detail.get("retryDelay") or ""))) is not None]
        said += [span for found in _PLEASE_RETRY.findall(message) if (span := _seconds(found)) is not None]
        said += [answer.retry_after_s] if answer.retry_after_s is not None else []
        return cls(
            status=answer.status,
            message=message,
            named=str(error.get("status") or ""),
            reasons=frozenset(str(detail.get("reason") or "") for detail in details),
            violations=tuple(_dict(row) for detail in details for row in _list(detail.get("violations"))),
            delay_s=min(max(said), LONGEST_WAIT.total_seconds()) if said else None,
            is_geminis=bool(error),
        )

    @property
    def is_per_day(self) -> bool:
        """Tell whether a quota of the day is used up. Its delay may still say seconds."""
        return any(_PER_DAY.search(text) for text in (self.message, *self._of_violations("quotaId", "quotaMetric")))

    @property
    def is_limit_zero(self) -> bool:
        """Tell whether there is no quota at all, so that no waiting helps."""
        return bool(_LIMIT_ZERO.search(self.message)) or "0" in self._of_violations("quotaValue")

    @property
    def daily_limit(self) -> str:
        """How many requests a day are allowed; empty where Gemini does not say."""
        rows = [row for row in self.violations if _PER_DAY.search(f"{row.get('quotaId')} {row.get('quotaMetric')}")]
        return next((str(row["quotaValue"]) for row in rows if row.get("quotaValue")), "")

    def _of_violations(self, *keys: str) -> list[str]:
        return [str(row.get(key, "")) for row in self.violations for key in keys]


def failure(answer: Answer, *, model: str, instead: str, now: datetime) -> Failure:
    """Turn an error answer into a Failure. `instead` is the model to use where `model` is gone."""
    error = Error.read(answer)
    if error.status in (402, 429):
        return _out_of_quota(error, model, now)
    if error.status in (408, 500, 502, 503, 504) or error.status > 504:
        return _transient("Gemini is not well just now", "unavailable", error.delay_s)
    return _permanent(error, model, instead)


def next_reset(now: datetime, delay_s: float) -> datetime:
    """Say when a daily quota is back, in UTC: at the next midnight Pacific, or after `delay_s` seconds where that is later."""
    tomorrow = now.astimezone(PACIFIC).date() + timedelta(days=1)
    return max(
        datetime.combine(tomorrow, time(), PACIFIC).astimezone(UTC), now.astimezone(UTC) + timedelta(seconds=delay_s)
    )


def shortened(text: str, most: int = 200) -> str:
    """Give what a provider said on one line, at most so long."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _out_of_quota(error: Error, model: str, now: datetime) -> Failure:
    if error.status == 402 or "credits are depleted" in error.message:
        return Failure(
            "The prepaid credits of the Gemini account are used up. Top them up at https://ai.studio/projects, then resume.",
            kind="quota",
            code="balance",
        )
    if _SPEND_CAP.search(error.message):
        return Failure(
            "The Gemini project has reached its spend cap of the month. Raise it at https://ai.studio/spend, then resume.",
            kind="quota",
            code="spend_cap",
        )
    if error.is_limit_zero:
        return Failure(
            f"This Gemini account has no quota for {model}: waiting does not help. Enable billing for its project in "
            "AI Studio, or choose another model.",
            code="no_quota",
        )
    if error.is_per_day:
        limit = f" of {error.daily_limit}" if error.daily_limit else ""
        reset = next_reset(now, error.delay_s or 0)
        return Failure(
            f"Today's Gemini quota{limit} for {model} is used up. The work goes on by itself when it is back.",
            kind="quota",
            code="daily_quota",
            reset_at=reset.isoformat(),
        )
    if error.violations:
        return _transient("Gemini asks to slow down", "rate_limit", error.delay_s or UNSAID_WAIT_S)
    return _transient(
        "Gemini has no room, or too much was spent in ten minutes", "exhausted", error.delay_s or UNSAID_WAIT_S
    )


def _transient(what: str, code: str, wait_s: float | None) -> Failure:
    more = {} if wait_s is None else {"retry_after_s": wait_s}
    return Failure(f"{what}. It will be tried again by itself.", kind="transient", code=code, **more)


def _permanent(error: Error, model: str, instead: str) -> Failure:
    said = f" It said: “{shortened(error.message)}”" if error.message else ""
    if not error.is_geminis:
        return Failure(
            f"The answer {error.status} did not come from Gemini. Check GOOGLE_GEMINI_BASE_URL (or --base-url) and the proxy.",
            code="bad_address",
        )
    if error.status == 401 or "API_KEY_INVALID" in error.reasons or "API key" in error.message:
        return Failure(
            f"Gemini does not take the key in GEMINI_API_KEY. Make a new one at https://aistudio.google.com/apikey.{said}",
            code="bad_key",
        )
    if error.status == 404:
        return Failure(
            f"Gemini has no model {model} any more (or not in this version of its API). Use {instead} instead.",
            code="no_model",
        )
    if error.status == 403:
        return Failure(f"This Gemini key may not do that. Check its project's permissions.{said}", code="forbidden")
    if error.named == "FAILED_PRECONDITION":
        return Failure(
            f"Gemini is not open to this account: enable billing in AI Studio, and check the region.{said}",
            code="no_billing",
        )
    if _TOO_COMPLEX.search(error.message):
        return Failure(f"Gemini cannot follow a schema of this size.{said}", code="complex_schema")
    return Failure(
        f"Gemini does not take this request. Check the prompt and the model {model}.{said}", code="bad_request"
    )


def _seconds(text: str) -> float | None:
    """Read 46s, 46.2s, 812.5ms or 10h17m5.7s. None when it is something else."""
    found = _SPAN.fullmatch(text) if text else None
    if found is None:
        return None
    hours, minutes, seconds, thousandths = (float(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
