"""What the providers offer and charge today: the data beside the scripts, read once."""

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "scripts" / "models.json"


@functools.cache
def data() -> Any:
    """Read models.json: per provider the models of each kind, what they can do, and prices with their dates."""
    return json.loads(DATA.read_text(encoding="utf-8"))


def model(provider: str, kind: str, wanted: str = "") -> str:
    """Give the model that will be used: the one that is wanted, or the default."""
    return wanted or str(data()[provider][kind]["default"])


def facts(provider: str, kind: str, name: str) -> Mapping[str, Any]:
    """Give what is known of a model; nothing for one that is newer than the data."""
    known: Mapping[str, Any] = data()[provider][kind]["models"].get(name, {})
    return known
