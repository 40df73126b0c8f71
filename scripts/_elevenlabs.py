"""ElevenLabs by plain HTTP: one paid request, and what became of it."""

import argparse
import math
import os
import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from _again import patiently
from _client import Failure, not_ordered
from _elevenlabs_refusals import NO_SLOT, meaning, said
from _http import Answer, AnswerLost, NotSent, call
from _paid import Paid, add_answers

ADDRESS = "https://api.elevenlabs.io"
FORMAT = "output_format=mp3_44100_128"  # the best that every plan may ask for
READ_S = 80.0  # with the waits between tries this stays within the two minutes that the engine gives
SUBSCRIPTION_S = 15.0
SLOT_S = (1.0, 2.5)  # times --backoff: how long until one of the account's slots is probably free


@dataclass(frozen=True)
class Account:
    """Where to ask, and as whom."""

    address: str
    key: str = field(repr=False)
    timeout: float
    backoff: float
    paid: Paid


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what both scripts take: how long to wait, how patiently to try, whom to ask."""
    parser.add_argument("--backoff", type=number, default=2.0, help="seconds before a refused request is tried again")
    parser.add_argument("--timeout", type=number, default=READ_S, help="seconds to wait for the answer")
    add_answers(parser)
    parser.add_argument("--base-url", help=f"instead of ELEVENLABS_BASE_URL or {ADDRESS}")


def number(text: str) -> float:
    """Read a number from the command line; JSON has no words for nan and infinity."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def account(arguments: argparse.Namespace) -> Account:
    """Find the address and the key. Raises Failure when one is missing or cannot be right."""
    address = (arguments.base_url or os.environ.get("ELEVENLABS_BASE_URL") or ADDRESS).rstrip("/")
    key = os.environ.get("ELEVENLABS_API_KEY", "").strip()
    if not _is_address(address):
        raise Failure(
            f"The address of ElevenLabs in --base-url or ELEVENLABS_BASE_URL must look like {ADDRESS}.",
            code="bad_address",
        )
    if not key:
        raise Failure(
            "There is no ELEVENLABS_API_KEY. Create a key at elevenlabs.io under Developers, API Keys, and set it.",
            code="no_key",
        )
    if not (key.isascii() and key.isprintable()):
        raise Failure(
            "ELEVENLABS_API_KEY holds signs that no key has. Copy the key again from elevenlabs.io under Developers, "
            "API Keys.",
            code="bad_key",
        )
    return Account(address, key, arguments.timeout, arguments.backoff, Paid(arguments))


def order(
    who: Account, path: str, body: Mapping[str, Any], *, units: Callable[[Answer], dict[str, float]], **named: str
) -> Answer:
    """Send a request that costs money and give its whole answer; definite refusals are tried again for a short while.

    `units` says what an answer was charged for, nothing where it cannot be read; `named` holds the {voice} and {model} of the
    sentences. Raises Failure; an answer that got lost is never asked for again.
    All tries end within twice the time-out: whoever waits for the script must not cut one off that may be charged.
    """

    def bill(answer: Answer) -> dict[str, Any]:
        charged = units(answer)
        return {"model": named["model"], "units": charged} if charged else {}

    def post() -> Answer:
        headers = {"xi-api-key": who.key}
        return who.paid.post(who.address + path, headers=headers, send=body, timeout=who.timeout, bill=bill)

    until = time.monotonic() + who.timeout
    return patiently(lambda: _outcome(who, post, named), backoff=who.backoff, until=until)


def seconds_of(sound: Path) -> float:
    """Decode a sound and say how long it is; 0 when it cannot be played."""
    import av

    try:
        with av.open(str(sound)) as container:
            return sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))
    except (av.FFmpegError, IndexError):
        return 0.0


def unreadable() -> Failure:
    """Say that a request was answered, but not with what was ordered."""
    return Failure(
        "ElevenLabs answered with something that cannot be read. It may have been charged: look into the history at "
        "elevenlabs.io before you retry, because a retry pays again.",
        kind="ambiguous",
        code="unreadable",
    )


def _outcome(who: Account, post: Callable[[], Answer], named: Mapping[str, str]) -> Answer:
    try:
        answer = post()
    except NotSent as error:
        not_ordered()
        raise Failure(
            f"ElevenLabs could not be reached: {error}. It is tried again by itself.",
            kind="transient",
            code="unreachable",
        ) from None
    except AnswerLost as error:
        raise Failure(
            f"The answer of ElevenLabs was lost: {error}. It may have been charged: look into the history at "
            "elevenlabs.io before you retry, because a retry pays again.",
            kind="ambiguous",
            code="lost",
        ) from None
    if not answer.ok:
        not_ordered()
        raise _refusal(who, answer, named)
    return answer


def _refusal(who: Account, answer: Answer, named: Mapping[str, str]) -> Failure:
    words, text = said(answer)
    text = text.replace(who.key, "***")
    if "quota_exceeded" in words:
        return _out_of_credits(who, text)
    found = meaning(words, answer.status)
    wait = answer.retry_after_s
    if found is NO_SLOT:
        wait = max(wait or 0, who.backoff * random.uniform(*SLOT_S))
    hint = {"retry_after_s": wait} if wait is not None and found.kind == "transient" else {}
    sentence = found.sentence.format(said=text, **{"voice": "", "model": "", **named})
    return Failure(sentence, kind=found.kind, code=found.code, **hint)


def _out_of_credits(who: Account, said_so: str) -> Failure:
    reset = _reset_at(who)
    if reset is None:
        text = (
            f"ElevenLabs' credits are used up ({said_so}). Add credits or change the plan at "
            "elevenlabs.io/app/subscription, then resume the service elevenlabs."
        )
        return Failure(text, kind="quota", code="balance")
    text = (
        f"ElevenLabs' credits are used up ({said_so}). New ones come on {reset:%d %B %Y, %H:%M} UTC and the work then goes on "
        "by itself; a larger plan at elevenlabs.io/app/subscription brings them at once."
    )
    return Failure(text, kind="quota", code="quota_exceeded", reset_at=reset.isoformat())


def _reset_at(who: Account) -> datetime | None:
    """Ask when the account gets new credits; None when that is not known."""
    try:
        url = f"{who.address}/v1/user/subscription"
        answer = call("GET", url, headers={"xi-api-key": who.key}, timeout=SUBSCRIPTION_S)
    except (NotSent, AnswerLost):
        return None
    facts = answer.json if answer.ok else None
    moment = facts.get("next_character_count_reset_unix") if isinstance(facts, dict) else None
    if not isinstance(moment, int | float) or not time.time() < moment < 1e11:
        return None
    return datetime.fromtimestamp(moment, UTC)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        _ = parts.port  # It raises for a port that is none.
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)
