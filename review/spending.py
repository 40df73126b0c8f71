"""What a film has cost, part by part, and what may have been charged besides."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from pipeline.models import Task


@dataclass(frozen=True)
class Part:
    """What one component cost. `uncertain` of it may have been charged, or not."""

    component: str
    usd: Decimal
    uncertain: Decimal

    @property
    def name(self) -> str:
        return self.component.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Spending:
    """All that a film has cost so far."""

    parts: tuple[Part, ...]

    @property
    def usd(self) -> Decimal:
        return sum((part.usd for part in self.parts), Decimal(0))

    @property
    def uncertain(self) -> Decimal:
        return sum((part.uncertain for part in self.parts), Decimal(0))


def spending(task: Task) -> Spending:
    """Add up what a film has cost, in one query."""
    rows = task.costs.order_by("component").values_list("component", "certain").annotate(sum=Sum("usd"))
    sums: dict[str, dict[bool, Decimal]] = {}
    for component, certain, usd in rows:
        sums.setdefault(component, {})[certain] = usd
    none = Decimal(0)
    parts = [Part(name, sum(by.values(), none), by.get(False, none)) for name, by in sums.items()]
    return Spending(tuple(sorted(parts, key=lambda part: part.usd, reverse=True)))
