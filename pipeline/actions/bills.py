"""The ledger: what is billed is written down, whether the attempt succeeded or not."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pipeline.budget import alert, warn
from pipeline.models import Attempt, Cost, Job
from pipeline.prices import billed, price_list
from pipeline.providers import PROVIDERS
from pipeline.steps import BY_KIND


def bill(attempt: Attempt, report: Mapping[str, Any]) -> Decimal:
    """Write down what a run was billed: `report` has model and units, or cost_usd. An attempt is billed once."""
    if _is_billed(attempt):
        return Decimal(0)
    units = dict(report.get("units") or {})
    provider = PROVIDERS.get((_step(attempt), attempt.provider))
    if provider is None or not provider.is_paid:
        return _enter(attempt, Decimal(report.get("cost_usd") or 0), units, certain=True)
    usd = billed(provider, report, price_list())
    if usd is None:
        model = report.get("model") or "a model"
        text = f"{model} of {provider.name} has no price. Add one in the admin under Prices; until then the quote is counted."
        alert("price", f"no price:{provider.name}:{model}", text)
        return _enter(attempt, attempt.quoted_usd, units, certain=False)
    return _enter(attempt, usd, units, certain=True)


def write_off(attempt: Attempt) -> Decimal:
    """Write down the quote of an order of which nobody knows what became of it: it may have been charged."""
    return Decimal(0) if _is_billed(attempt) else _enter(attempt, attempt.quoted_usd, {}, certain=False)


def _is_billed(attempt: Attempt) -> bool:
    return Cost.objects.filter(attempt=attempt).exists()


def _enter(attempt: Attempt, usd: Decimal, units: dict[str, Any], *, certain: bool) -> Decimal:
    if not usd:
        return usd
    step = _step(attempt)
    provider = PROVIDERS.get((step, attempt.provider))
    task = attempt.clip.task
    cost = Cost.objects.create(
        task=task,
        attempt=attempt,
        channel=task.channel,
        service=provider.service if provider else attempt.provider,
        component=(provider.component if provider else "") or f"{attempt.provider}_{step}",
        units=units,
        usd=usd,
        certain=certain,
    )
    warn(cost)
    Attempt.objects.filter(pk=attempt.pk).update(cost_usd=usd)
    attempt.cost_usd = usd
    return usd


def _step(attempt: Attempt) -> str:
    job: Job | None = attempt.job
    return job.step if job else BY_KIND[attempt.clip.kind].name
