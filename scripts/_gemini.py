"""One conversation with a model of Gemini: what leaves, what comes back, what it costs."""

import argparse
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import quote, urlsplit

from _again import patiently
from _client import Failure, not_ordered
from _gemini_errors import failure
from _gemini_reply import ONCE_MORE, Json, billed_units, block_reason, candidate, finish_reason, is_one, why_nothing
from _http import Answer, AnswerLost, NotSent
from _paid import Paid, add_answers
from _prices import cost, data, model

T = TypeVar("T")

PUBLIC = "https://generativelanguage.googleapis.com"
ITS_SHARE = 0.9  # of our patience is what Gemini is told to work: so it gives up first, and says so.


def add_arguments(parser: argparse.ArgumentParser, *, timeout: float) -> None:
    """Add what every Gemini script takes. `timeout` is how long one answer may usually take, in seconds."""
    parser.add_argument("--model", default="", help="the id of the model; left out: the usual one")
    parser.add_argument("--base-url", default=os.environ.get("GOOGLE_GEMINI_BASE_URL", ""), help="where Gemini answers")
    parser.add_argument("--backoff", type=float, default=2.0, help="seconds before the first retry, at most")
    parser.add_argument("--timeout", type=float, default=timeout, help="seconds that one answer may take")
    add_answers(parser)


class Gemini:
    """A model of one kind (image or text) and what it billed so far. Raises Failure when it cannot be asked at all."""

    def __init__(self, kind: str, arguments: argparse.Namespace) -> None:
        self.model, self.facts = model("gemini", kind, arguments.model)
        self.units: dict[str, int] = {}
        self._paid = Paid(arguments)
        offered = data()["gemini"][kind]
        self._instead = next(name for name in (offered["default"], *offered["models"]) if name != self.model)
        self._key = _key()
        self._url = f"{_base(arguments.base_url)}/v1/models/{quote(self.model, safe='')}:generateContent"
        self._backoff: float = arguments.backoff
        self._timeout: float = arguments.timeout
        self._until = 0.0  # by time.monotonic(); no request leaves later
        self._answer_is_kept = False

    def obtain(self, body: Json, take: Callable[[Json], T | None], *, what: str) -> T:
        """Ask until `take(candidate)` finds something; an answer without it is asked for once more where that may help.

        `what` names it to people: picture or storyboard. Raises Failure, with what was billed.
        """
        for is_last in (False, True):
            reply = self._ask(body)
            found = take(candidate(reply))
            if found is not None:
                return found
            if is_last or block_reason(reply) or finish_reason(candidate(reply)) not in ONCE_MORE:
                break
        raise self.billed(why_nothing(reply, what=what))

    def report(self) -> Json:
        """Say which model worked, what it billed, and what that costs."""
        return {"model": self.model, "units": self.units, "cost_usd": cost("gemini", self.model, self.units)}

    def billed(self, failed: Failure) -> Failure:
        """Add to a failure what was billed nevertheless."""
        failed.last_words |= self._bill
        return failed

    def lost(self) -> Failure:
        """Say that an answer cannot be used though it may have been charged: nobody orders it again unasked."""
        text = "Gemini's answer was lost on the way; it may have been charged. Try again if you accept paying twice."
        return self.billed(Failure(text, kind="ambiguous", code="lost"))

    def _ask(self, body: Json) -> Json:
        # All requests end within twice the time-out: whoever waits for the script must not cut one off that may be charged.
        self._until = self._until or time.monotonic() + self._timeout
        if time.monotonic() > self._until:
            raise self._no_time_left()
        self._answer_is_kept = False
        try:
            reply = patiently(lambda: self._send(body), backoff=self._backoff, until=self._until)
        except Failure as failed:
            raise self.billed(failed) from None
        self._answer_is_kept = True
        return reply

    def _no_time_left(self) -> Failure:
        text = (
            "Gemini took so long that there is no time for the next question. It will be asked by itself, from here on."
        )
        failed = Failure(text, kind="transient", code="no_time")
        if not self._answer_is_kept:
            return self.billed(failed)
        failed.last_words["order"] = "answered"  # It is used, and billed, by the run that goes on.
        return failed

    @property
    def _bill(self) -> Json:
        return {"model": self.model, "units": self.units} if self.units else {}

    def _count(self, answer: Answer) -> Json:
        """Add up what an answer billed, and give the bill so far."""
        reply = answer.json
        for unit, count in billed_units(reply).items() if is_one(reply) else ():
            self.units[unit] = self.units.get(unit, 0) + count
        return self._bill

    def _send(self, body: Json) -> Json:
        headers = {"x-goog-api-key": self._key, "X-Server-Timeout": str(max(1, int(self._timeout * ITS_SHARE)))}
        try:
            answer = self._paid.post(self._url, headers=headers, send=body, timeout=self._timeout, bill=self._count)
        except NotSent as error:
            not_ordered()
            text = f"Gemini cannot be reached: {error}. It will be tried again by itself."
            raise Failure(text, kind="transient", code="unreachable") from None
        except AnswerLost:
            raise self.lost() from None
        if not answer.ok:
            not_ordered()
            raise failure(self._without_key(answer), model=self.model, instead=self._instead, now=datetime.now(UTC))
        reply: Json = answer.json
        if not is_one(reply):
            raise self.lost()
        return reply

    def _without_key(self, answer: Answer) -> Answer:
        """Blacken the key, which somebody on the way may repeat."""
        return Answer(answer.status, answer.headers, answer.body.replace(self._key.encode(), b"***"))


def _key() -> str:
    key = os.environ.get("GEMINI_API_KEY", "").strip()
    if not key:
        text = "GEMINI_API_KEY is not set. Make a key at https://aistudio.google.com/apikey and put it into .env."
        raise Failure(text, code="no_key")
    if not key.isascii() or not key.isprintable() or " " in key:
        raise Failure("GEMINI_API_KEY holds signs that no key has. Copy it again, in one piece.", code="bad_key")
    return key


def _base(wanted: str) -> str:
    base = (wanted or PUBLIC).rstrip("/")
    if not base.startswith(("http://", "https://")) or not urlsplit(base).hostname:
        raise Failure("GOOGLE_GEMINI_BASE_URL (or --base-url) must look like https://host.", code="bad_address")
    return base
