"""Audit entries for people and for files: what was done in words, and everything that the chain needs."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from pipeline.models import AuditEntry
from pipeline.rules.exports import TEXTS, as_values, line
from review.clip_views import NAMES

FORMATS = ("jsonl", "csv")
COLUMNS = ("id", "at", "task", *TEXTS, "facts", "channel", "title", "decided", "what")
ACTIONS: Mapping[str, str] = {
    "transition": "moved on",
    "created": "written down",
    "edited": "edited",
    "storyboard": "own storyboard",
    "approve": "approved",
    "approve_clips": "clips approved",
    "remark": "remarked",
    "prioritise": "priority changed",
    "reject": "sent back",
    "pick_take": "another take chosen",
    "retry": "retried",
    "mend": "mended",
    "reword": "reworded",
    "cancel": "cancelled",
    "budget": "budget",
    "resume_order": "order fetched",
    "order_again": "ordered again",
    "give_up_order": "order given up",
    "resume_service": "service resumed",
    "invite": "invited",
    "change_role": "role changed",
    "switch_on": "switched on",
    "switch_off": "switched off",
    "make_link": "link made",
    "set_password": "password set",
}
# Spreadsheets take a cell that begins like this for a formula, which may do anything.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def in_words(action: str) -> str:
    """What was done, as people say it."""
    return ACTIONS.get(action, action.replace("_", " "))


def what(entry: AuditEntry) -> str:
    """What it was done to: its clip, or the film where its file is named."""
    if not entry.clip:
        return "Film" if entry.sha256 else ""
    return clip_name(entry.clip)


def clip_name(key: str) -> str:
    """Name a clip as people do: “Clip 7” for video:7."""
    kind, _, number = key.partition(":")
    name = NAMES.get(kind, kind)
    return f"{name} {number}" if number and kind not in ("film", "storyboard") else name


def with_films(entries: QuerySet[AuditEntry]) -> Iterator[AuditEntry]:
    """Read entries with what names their films, in the order of the chain, few at a time."""
    return entries.select_related("task__channel").order_by("id").iterator(chunk_size=1_000)


def values(entry: AuditEntry) -> dict[str, Any]:
    """An entry for a file."""
    film = entry.task
    return {
        **as_values(entry.said()),
        "channel": film.channel_id if film else "",
        "title": film.title if film else "",
        "decided": in_words(entry.action),
        "what": what(entry),
    }


def as_jsonl(entries: Iterable[AuditEntry]) -> Iterator[str]:
    """JSON Lines, which `manage.py verify_audit --export` can check."""
    return (line(values(entry)) for entry in entries)


def as_csv(entries: Iterable[AuditEntry]) -> Iterator[str]:
    """A table for spreadsheets, the same columns in the same order for each entry."""
    yield _row(COLUMNS)
    for entry in entries:
        cells = values(entry)
        yield _row(_cell(cells[column]) for column in COLUMNS)


def lines(entries: Iterable[AuditEntry], form: str) -> Iterator[str]:
    """Entries in one of FORMATS."""
    return as_csv(entries) if form == "csv" else as_jsonl(entries)


def _cell(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()
