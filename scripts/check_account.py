"""Ask a provider whether the key is good and what is left on the account: one call, free of charge.

KIE_API_KEY=… python scripts/check_account.py --provider kie --output account.json
"""

import argparse
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import _prices
from _client import Failure, run, writing
from _http import Answer, AnswerLost, NotSent, call

BAD_KEY = ("API_KEY_INVALID", "API key not valid", "invalid_api_key", "needs_authorization")
Found = dict[str, Any]


@dataclass(frozen=True)
class Account:
    """Where a provider is asked, how the key travels, who reads the answer."""

    name: str
    key: str
    address: str
    public: str
    path: str
    header: str
    made_at: str
    read: Callable[[Any], Found | None]


def main() -> None:
    parser = argparse.ArgumentParser(prog="check_account.py", description=__doc__)
    parser.add_argument("--provider", choices=sorted(ACCOUNTS), required=True)
    parser.add_argument("--base-url", help="else the provider's own variable, else its public address")
    parser.add_argument("--output", type=Path, required=True, help="the report once more, as a JSON file")
    run(parser, work)


def work(arguments: argparse.Namespace) -> Found:
    account = ACCOUNTS[arguments.provider]
    answer = _ask(account, arguments.base_url)
    found = _empty(account) if _status(answer) == 402 else account.read(answer.json)
    if found is None:
        text = f"{account.name} answered, but not about the account. Try again later."
        raise Failure(text, kind="transient", code="odd_answer")
    report = {"provider": arguments.provider, "balance": None, "unit": None, "limit": None, "reset_at": None, **found}
    with writing(arguments.output) as unfinished:
        unfinished.write_text(json.dumps(report, ensure_ascii=False) + "\n", encoding="utf-8")
    return report


def _ask(account: Account, base_url: str | None) -> Answer:
    key = os.environ.get(account.key, "").strip()
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        wrong = "is not a key" if key else "is empty"
        raise Failure(f"{account.key} {wrong}. Make a key at {account.made_at} and put it there.", code="no_key")
    base = (base_url or os.environ.get(account.address) or account.public).rstrip("/")
    header, _, value = account.header.partition(": ")
    try:
        answer = call("GET", base + account.path, headers={header: value + key}, timeout=30)
    except (NotSent, AnswerLost) as error:
        text = f"{account.name} could not be reached: {error}. Check the network and {account.address}."
        raise Failure(text, kind="transient", code="unreachable") from error
    if _status(answer) not in (200, 402):
        raise _refused(account, _status(answer), answer.text)
    return answer


def _status(answer: Answer) -> int:
    """Give the real status: KIE tells it in the body, and HTTP says 200."""
    told = answer.json if isinstance(answer.json, dict) else {}
    code = str(told.get("code", ""))
    return int(code) if answer.ok and code.isascii() and code.isdigit() else answer.status


def _refused(account: Account, status: int, text: str) -> Failure:
    if "missing_permissions" in text or status == 403:
        rights = "may not read the account" if account.name == "ElevenLabs" else "may not be used for this"
        sentence = f"The key in {account.key} {rights}. Give it more rights at {account.made_at}, or make another."
        return Failure(sentence, code="no_permission")
    if "detected_unusual_activity" in text:
        sentence = f"{account.name} has locked the account for unusual activity. Ask its support or take a paid plan."
        return Failure(sentence, code="account_locked")
    if status == 401 or any(word in text for word in BAD_KEY):
        sentence = f"{account.name} does not accept the key in {account.key}. Copy it again from {account.made_at}."
        return Failure(sentence, code="bad_key")
    if status in (408, 425, 429, 455) or status >= 500:
        sentence = f"{account.name} is busy or under maintenance ({status}). Try again later."
        return Failure(sentence, kind="transient", code="busy")
    return Failure(f"{account.name} is not at this address ({status}). Check {account.address}.", code="wrong_address")


def _empty(account: Account) -> Found:
    return {"balance": 0, "warning": f"The balance at {account.name} is used up. Top it up at {account.made_at}."}


def _gemini(told: Any) -> Found | None:
    """Gemini tells no balance, only which models the key may use."""
    listed = told.get("models") if isinstance(told, dict) else None
    if not isinstance(listed, list):
        return None
    names = {str(model.get("name", "")).removeprefix("models/") for model in listed if isinstance(model, dict)}
    wanted = [_prices.data()["gemini"][kind]["default"] for kind in ("image", "text")]
    missing = [name for name in wanted if name not in names]
    if not missing:
        return {"models": wanted}
    text = (
        f"Gemini does not offer {' and '.join(missing)} to this key. Check billing and the models that channels name."
    )
    return {"models": [name for name in wanted if name in names], "warning": text}


def _kie(told: Any) -> Found | None:
    credits = _number(told.get("data")) if isinstance(told, dict) else None
    if credits is None:
        return None
    return {**(_empty(ACCOUNTS["kie"]) if credits <= 0 else {}), "balance": credits, "unit": "credits"}


def _elevenlabs(told: Any) -> Found | None:
    given: Mapping[str, Any] = told if isinstance(told, dict) else {}
    used, limit = _number(given.get("character_count")), _number(given.get("character_limit"))
    if used is None or limit is None:
        return None
    moment = _number(given.get("next_character_count_reset_unix"))
    reset_at = datetime.fromtimestamp(moment, UTC).isoformat() if moment else None
    left = max(0, limit - used)
    empty = {"warning": f"The characters at ElevenLabs are used up until {reset_at or 'the plan changes'}."}
    return {
        **{"balance": left, "unit": "characters", "limit": limit, "reset_at": reset_at},
        **({} if left else empty),
    }


def _number(value: object) -> int | float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


ACCOUNTS = {
    "gemini": Account(
        name="Gemini",
        key="GEMINI_API_KEY",
        address="GOOGLE_GEMINI_BASE_URL",
        public="https://generativelanguage.googleapis.com",
        path="/v1/models?pageSize=1000",
        header="x-goog-api-key: ",
        made_at="aistudio.google.com",
        read=_gemini,
    ),
    "kie": Account(
        name="KIE",
        key="KIE_API_KEY",
        address="KIE_API_BASE_URL",
        public="https://api.kie.ai",
        path="/api/v1/chat/credit",
        header="Authorization: Bearer ",
        made_at="kie.ai",
        read=_kie,
    ),
    "elevenlabs": Account(
        name="ElevenLabs",
        key="ELEVENLABS_API_KEY",
        address="ELEVENLABS_BASE_URL",
        public="https://api.elevenlabs.io",
        path="/v1/user/subscription",
        header="xi-api-key: ",
        made_at="elevenlabs.io",
        read=_elevenlabs,
    ),
}

if __name__ == "__main__":
    main()
