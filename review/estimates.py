"""What decisions at a gate will cost, as the pages show it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipeline.models import Task
from pipeline.quotes import Estimate
from pipeline.rules.money import dollars
from review.clip_views import Views


@dataclass(frozen=True)
class Again:
    """What making a clip again costs, and the clips that are then made again, itself included."""

    usd: Decimal
    clips: str

    @property
    def price(self) -> str:
        return f"about {dollars(self.usd)}" if self.usd else ""


def estimate_for(task: Task, views: Views) -> Estimate:
    """Price a task's clips, which were read already."""
    return Estimate(task, [view.clip for each in views.values() for view in each])


def at_gate(task: Task, views: Views) -> dict[str, Any]:
    """Give what approving costs, and for each clip what making it again costs."""
    estimate = estimate_for(task, views)
    paid = {key: usd for key, usd in estimate.prices.items() if usd}
    return {
        "quote": estimate.stage(),
        "again": _again(estimate, paid, views) if paid else {},
        "prices": json.dumps({f"{kind}:{number}": float(usd) for (kind, number), usd in paid.items()}) if paid else "",
    }


def _again(estimate: Estimate, paid: Mapping[tuple[str, int], Decimal], views: Views) -> dict[str, Again]:
    found = {}
    for view in (view for each in views.values() for view in each if view.take):
        clips = sorted(estimate.remade([(view.clip.kind, view.clip.number)]))
        usd = sum((paid.get(key, Decimal(0)) for key in clips), Decimal(0))
        found[view.key] = Again(usd, " ".join(f"{kind}:{number}" for kind, number in clips))
    return found
