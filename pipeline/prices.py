"""What orders cost: quotes before, exact amounts after, by the price table."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.timezone import now

from pipeline.models import Price
from pipeline.providers import CannotOrder, Provider
from pipeline.rules import money
from pipeline.steps import TaskPlan

PriceList = list[money.Price]


def price_list() -> PriceList:
    """Read the price table, in one query."""
    rows = Price.objects.values_list("provider", "model", "unit", "usd", "per", "valid_from", "valid_until")
    return [money.Price(who, model, unit, usd / per, *days) for who, model, unit, usd, per, *days in rows]


def quote(provider: Provider, plan: TaskPlan, number: int, prices: PriceList) -> Decimal:
    """Say what an order will probably cost. A model without a price is taken for the dearest of its provider."""
    if provider.expects is None:
        return Decimal(0)
    try:
        usage = provider.expects(plan, number)
    except CannotOrder:
        return Decimal(0)  # The run itself says what is wrong, before anything is ordered.
    known = money.cost(prices, usage, now().date())
    return known if known is not None else _dearest(prices, usage)


def billed(provider: Provider, report: Mapping[str, Any], prices: PriceList) -> Decimal | None:
    """Say what a run cost, from the units that its script counted; by the script's own word where a price is missing.

    None when there are units, but nobody knows a price.
    """
    units = report.get("units") or {}
    counted = {unit: count for unit, count in units.items() if isinstance(count, int | float) and count > 0}
    usage = money.Usage(provider.name, str(report.get("model") or ""), counted)
    known = money.cost(prices, usage, now().date()) if counted else None
    if known is not None:
        return known
    said = Decimal(report.get("cost_usd") or 0)
    return said if said or not counted else None


def _dearest(prices: PriceList, usage: money.Usage) -> Decimal:
    total = Decimal(0)
    for unit, count in usage.units.items():
        same = [p.usd for p in prices if p.provider == usage.provider and p.unit == unit]
        total += max(same, default=Decimal(0)) * Decimal(str(count))
    return total.quantize(money.EXACT)
