"""An order at Kling: made once, waited for with patience, fetched at once."""

import json
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from _again import patiently
from _client import Failure, not_ordered, ordered, progress, sending, writing
from _http import AnswerLost, NotSent, download
from _kie import Kie, Reply, fetchable, refusal, unreachable

SETTLED = ("refused", "generation_failed", "unknown_order")  # After these there is nothing to fetch any more.
UNKNOWN = (400, 404, 422)  # "recordInfo is null", in KIE's several ways
SHUT_OUT = (401, 403)
AGAINST_RULES = re.compile(
    r"(?i)\b(sensitive|polic(y|ies)|risk|nsfw|violat|prohibited|inappropriate|moderat|unsafe|safety|forbidden)"
)
THEIR_FAULT = re.compile(r"(?i)internal|time(d)?[ -]?out")


@dataclass(frozen=True)
class Pace:
    """How often and how long Kling is asked; all in seconds. `grace`: how long KIE may not know an order."""

    first: float
    every: float
    deadline: float
    grace: float


def order(kie: Kie, model: str, given: Mapping[str, Any], *, backoff: float) -> str:
    """Order a clip and give the order's id, noted before anything else happens. Raises Failure.

    Only a clear refusal is tried again: whatever else comes back, KIE may have taken the order and its price.
    """

    def once() -> str:
        sending()
        try:
            reply = kie.post("/api/v1/jobs/createTask", {"model": model, "input": given})
        except NotSent as error:
            not_ordered()
            raise unreachable("KIE", error) from error
        except AnswerLost as error:
            raise _lost(str(error)) from error
        job = _task_id(reply)
        if job:
            ordered(job)
            return job
        failure = refusal(reply)
        if failure is None:
            raise _lost(reply.said)
        not_ordered()
        if failure.last_words["code"] == "rate_limit":
            failure.last_words.setdefault("retry_after_s", backoff)
        raise failure

    return patiently(once, backoff=backoff)


@contextmanager
def owed(job: str) -> Iterator[None]:
    """Add the order's id to every failure that leaves something to fetch."""
    try:
        yield
    except Failure as failure:
        if job and failure.last_words["code"] not in SETTLED:
            failure.last_words["provider_job"] = job
        raise


def wait(kie: Kie, job: str, pace: Pace) -> Mapping[str, Any]:
    """Ask until the clip is made, and give KIE's record of it. Raises Failure.

    An answer that says nothing about the order, and none at all, are waited out.
    """
    began, known, odd_since = time.monotonic(), False, None
    _sleep(pace.first, began + pace.deadline)
    while True:
        reply, now = _ask(kie, job), time.monotonic()
        record = _record(reply, job)
        state = str(record.get("state") or "")
        progress(state=state or "no news", waited_s=round(now - began))
        if state == "success" and addresses(record):
            return record
        _judge(reply, record, state)
        known = known or bool(state)
        odd = state == "success" or (not known and reply.own and reply.code in UNKNOWN)
        odd_since = (odd_since or now) if odd else None
        if odd_since and now - odd_since >= pace.grace:
            raise _no_result() if known else _unknown(job)
        if now >= began + pace.deadline:
            text = "Kling is still working on it; it will be asked again later."
            raise Failure(text, kind="transient", code="still_running")
        _sleep(pace.every, began + pace.deadline)


def addresses(record: Mapping[str, Any]) -> list[str]:
    """List where the clip can be fetched; KIE tells it in a JSON text inside the JSON."""
    try:
        told = record.get("resultJson")
        result = json.loads(told) if isinstance(told, str) else told
    except ValueError:
        return []
    urls = result.get("resultUrls") if isinstance(result, dict) else None
    return [url for url in urls if fetchable(url)] if isinstance(urls, list) else []


def fetch(kie: Kie, url: str, output: Path, *, backoff: float) -> None:
    """Download the clip. An address may be good for one time only: another is asked for when it breaks. Raises Failure."""
    address = url

    def once() -> None:
        nonlocal address
        wrong = _download(address, unfinished)
        if wrong:
            progress(state="downloading again", reason=wrong)
            address = kie.fresh_url(url)
            text = f"The clip is made but could not be downloaded ({wrong}). It will be fetched later, at no cost."
            raise Failure(text, kind="transient", code="not_fetched")

    with writing(output) as unfinished:
        patiently(once, backoff=backoff)


def _download(url: str, to: Path) -> str:
    """Download a clip; say what is wrong with it, or nothing."""
    try:
        answer = download(url, to)
    except (NotSent, AnswerLost) as error:
        return str(error)
    if not answer.ok:
        return f"its address says {answer.status}"
    return "" if is_whole_mp4(to) else "it is not a whole MP4"


def is_whole_mp4(file: Path) -> bool:
    """Tell whether a file is an MP4 with head, index and pictures; each box must be there to its end."""
    place, size, found = 0, file.stat().st_size, []
    with file.open("rb") as stream:
        while place + 8 <= size:
            stream.seek(place)
            head = stream.read(16)
            length = int.from_bytes(head[:4], "big")
            if length < 2:  # 0: to the end of the file; 1: the length stands in the next eight bytes
                length = int.from_bytes(head[8:16], "big") if length else size - place
            if length < 8 or place + length > size:
                break
            found.append(head[4:8])
            place += length
    return found[:1] == [b"ftyp"] and b"moov" in found and b"mdat" in found


def _task_id(reply: Reply) -> str:
    found = reply.data.get("taskId") if reply.code == 200 and isinstance(reply.data, dict) else None
    named = str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""
    return named if re.fullmatch(r"[!-~]{1,200}", named) else ""


def _ask(kie: Kie, job: str) -> Reply:
    try:
        return kie.get(f"/api/v1/jobs/recordInfo?taskId={quote(job, safe='')}")
    except (NotSent, AnswerLost) as error:
        return Reply(0, str(error))


def _record(reply: Reply, job: str) -> Mapping[str, Any]:
    found = reply.data if reply.code == 200 and isinstance(reply.data, dict) else {}
    return found if found.get("taskId", job) == job else {}


def _judge(reply: Reply, record: Mapping[str, Any], state: str) -> None:
    """Raise what ends the waiting: the order failed, or the key is not taken any more."""
    if state == "fail":
        raise _failed(str(record.get("failCode") or ""), str(record.get("failMsg") or ""))
    if reply.own and reply.code == 501:
        raise _failed("501", reply.said)
    failure = refusal(reply) if reply.code in SHUT_OUT else None
    if failure:
        raise failure


def _failed(code: str, said: str) -> Failure:
    plain = " ".join(said.split())[:200].rstrip(" .") or f"no reason, {code or 'no code'}"
    theirs = code in ("500", "408") or THEIR_FAULT.search(said)
    if AGAINST_RULES.search(said) or (code in ("400", "422", "501") and not theirs):
        text = f"Kling refuses this scene: {plain}. Change its picture or its motion text, then retry."
        return Failure(text, code="refused")
    text = f"Kling could not make the clip ({plain}), and KIE gives the credits back. It will be ordered once more."
    return Failure(text, kind="transient", code="generation_failed", most_tries=2)


def _lost(why: str) -> Failure:
    text = f"Kling was asked for the clip, but KIE gave no clear answer ({why}). It may have been charged: "
    text += "look into the logs at kie.ai, then decide whether to order it again."
    return Failure(text, kind="ambiguous", code="lost")


def _unknown(job: str) -> Failure:
    text = f"KIE does not know the order {job}. Look into the logs at kie.ai whether it was charged, then retry."
    return Failure(text, code="unknown_order")


def _no_result() -> Failure:
    text = "KIE says that the clip is made but not where it is. It will be asked again later."
    return Failure(text, kind="transient", code="no_result")


def _sleep(seconds: float, until: float) -> None:
    time.sleep(max(0.0, min(seconds, until - time.monotonic())))
