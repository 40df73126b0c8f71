"""What a script says, believed only as far as it is well formed."""

import json
import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from videogen.lib import redact

KINDS = ("transient", "quota", "permanent", "ambiguous")
LONGEST_MESSAGE = 500
LONGEST_RETRY_AFTER = 31 * 86_400.0  # a quota of a month
HIGHEST_COST = Decimal(100_000)


@dataclass(frozen=True)
class Report:
    """What a script that made its file says about it. `facts` is the whole line, as it came."""

    model: str | None
    units: Mapping[str, Any]
    cost_usd: Decimal
    provider_job: str | None
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Bill:
    """What a failed run was billed all the same."""

    model: str | None = None
    units: Mapping[str, Any] = field(default_factory=dict)
    cost_usd: Decimal = Decimal(0)


class ScriptFailed(Exception):
    """Says in one sentence why there is no file.

    `kind` is one of KINDS and decides what happens next. `reset_at` is in UTC. `most_tries` is how often it is worth trying.
    `bill` is what was billed although it failed. `stderr` holds the last lines for logs.
    """

    def __init__(
        self,
        message: str,
        *,
        kind: str = "permanent",
        code: str = "failed",
        retry_after_s: float | None = None,
        reset_at: datetime | None = None,
        provider_job: str | None = None,
        most_tries: int | None = None,
        bill: Bill | None = None,
        stderr: str = "",
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.code = code
        self.retry_after_s = retry_after_s
        self.reset_at = reset_at
        self.provider_job = provider_job
        self.most_tries = most_tries
        self.bill = bill or Bill()
        self.stderr = stderr


def json_line(text: str) -> dict[str, Any] | None:
    """Read one line of JSON. None for anything but an object that a database can keep."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        found = json.loads(text, parse_constant=_refuse, parse_float=_finite)
        return _storable(found) if isinstance(found, dict) else None
    except (ValueError, RecursionError):
        return None


def report(facts: Mapping[str, Any], *, provider_job: str | None) -> Report | None:
    """Check the report of a script that ended well. None when it is not one."""
    cost = amount(facts.get("cost_usd", 0))
    if facts.get("ok") is not True or cost is None:
        return None
    units = facts.get("units")
    return Report(
        model=name(facts.get("model")),
        units=units if isinstance(units, dict) else {},
        cost_usd=cost,
        provider_job=name(facts.get("provider_job")) or provider_job,
        facts=facts,
    )


def failure(facts: Mapping[str, Any], *, secrets: Collection[str]) -> ScriptFailed:
    """Turn a script's last words into the exception. What is not of the right type is left out."""
    code, kind, message = facts.get("code"), facts.get("class"), facts.get("message")
    return ScriptFailed(
        sentence(message, secrets) if isinstance(message, str) and message.strip() else "It gave no reason.",
        kind=kind if isinstance(kind, str) and kind in KINDS else "permanent",
        code=code if isinstance(code, str) and re.fullmatch(r"[A-Za-z0-9_.-]{1,64}", code) else "failed",
        retry_after_s=_seconds(facts.get("retry_after_s")),
        reset_at=_moment(facts.get("reset_at")),
        provider_job=name(facts.get("provider_job")),
        most_tries=_few(facts.get("most_tries")),
        bill=bill(facts),
    )


def bill(facts: Mapping[str, Any]) -> Bill:
    """Read what a run says that it was billed."""
    units = facts.get("units")
    return Bill(
        model=name(facts.get("model")),
        units=units if isinstance(units, dict) else {},
        cost_usd=amount(facts.get("cost_usd", 0)) or Decimal(0),
    )


def _few(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 100 else None


def sentence(text: str, secrets: Collection[str]) -> str:
    """Make a text fit to be shown: one line, no control characters, no secrets, at most LONGEST_MESSAGE characters."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    clean = redact.clean(plain, secrets)
    return clean if len(clean) <= LONGEST_MESSAGE else clean[: LONGEST_MESSAGE - 1] + "…"


def amount(value: object) -> Decimal | None:
    """Read a price in US dollars, exactly as it was written. None when it is not a sensible one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    exact = Decimal(str(value))
    return exact if 0 <= exact <= HIGHEST_COST else None


def name(value: object) -> str | None:
    """Read a model's name or the id of a provider's job. None when it is not a short, plain text."""
    usable = isinstance(value, str) and 0 < len(value) <= 512 and value.isprintable()
    return str(value) if usable else None


def _seconds(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value <= LONGEST_RETRY_AFTER else None


def _moment(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _storable(value: Any) -> Any:
    """Replace what JSON may spell but no database keeps: NUL and half of a surrogate pair."""
    if isinstance(value, str):
        return value.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {_storable(key): _storable(item) for key, item in value.items()}
    return value


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refuse(text)


def _refuse(text: str) -> float:
    raise ValueError(text)
