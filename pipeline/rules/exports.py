"""Audit entries as they stand in an exported file, one JSON object a line."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pipeline.rules.chain import Said

TEXTS = ("actor", "action", "clip", "from_status", "to_status", "sha256", "note", "previous_hash", "hash")


class Unreadable(ValueError):
    """This is no exported entry."""


def as_values(entry: Said) -> dict[str, Any]:
    """Everything that the chain needs, so that the file can be checked without the database."""
    return {
        "id": entry.id,
        "at": entry.at.isoformat(timespec="microseconds"),
        "task": None if entry.task == "None" else entry.task,
        **{name: getattr(entry, name) for name in TEXTS},
        "facts": dict(entry.facts),
    }


def said(values: Any) -> Said:
    """Read an exported entry again. Raises Unreadable."""
    if not isinstance(values, Mapping) or not isinstance(values.get("id"), int):
        raise Unreadable("This is no exported entry.")
    texts: dict[str, Any] = {name: values.get(name) for name in TEXTS}
    if not all(isinstance(text, str) for text in texts.values()) or not isinstance(values.get("facts"), Mapping):
        raise Unreadable("This is no exported entry.")
    try:
        at = datetime.fromisoformat(str(values.get("at")))
    except ValueError as error:
        raise Unreadable("This is no exported entry.") from error
    return Said(id=values["id"], at=at, task=str(values.get("task")), facts=values["facts"], **texts)


def line(values: Mapping[str, Any]) -> str:
    """One line of JSON Lines."""
    return json.dumps(values, ensure_ascii=False) + "\n"
