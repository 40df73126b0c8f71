"""What the providers offer and charge: the data of models.json, asked in the words of the scripts."""

import functools
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from _client import Failure

DATA = Path(__file__).with_name("models.json")


@functools.cache
def data() -> Any:
    """Read models.json, once."""
    return json.loads(DATA.read_text(encoding="utf-8"))


def model(provider: str, kind: str, wanted: str | None) -> tuple[str, Mapping[str, Any]]:
    """Give the id and the facts of a model, the default where none is wanted.

    Raises Failure for a retired model, naming its successor. An unknown one is let through without facts: it may be newer
    than this file.
    """
    offered = data()[provider]
    name = wanted or offered[kind]["default"]
    if name in offered["retired"]:
        raise Failure(f"The model {name} is retired. Use {offered['retired'][name]} instead.", code="retired_model")
    return name, offered[kind]["models"].get(name, {})


def cost(provider: str, model: str, units: Mapping[str, float], *, on: date | None = None) -> float:
    """Price what was used, in US dollars, at the prices of a day (today's, by UTC). Units without a price are free."""
    day = on or datetime.now(UTC).date()
    total = sum((_price(provider, model, unit, day) * Decimal(str(count)) for unit, count in units.items()), Decimal(0))
    return float(total)


def _price(provider: str, model: str, unit: str, day: date) -> Decimal:
    for row in data()["prices"]:
        known = row["provider"] == provider and row["model"] in (model, "*") and row["unit"] == unit
        if known and row.get("from", "0") <= day.isoformat() <= row.get("until", "9"):
            return Decimal(row["usd"]) / row["per"]
    return Decimal(0)
