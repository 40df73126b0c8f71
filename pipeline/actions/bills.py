"""The ledger: what is billed is written down, whether the attempt succeeded or not."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pipeline.models import Attempt, Cost, Job
from pipeline.prices import billed, price_list
from pipeline.providers import PROVIDERS
from pipeline.steps import BY_KIND


def bill(attempt: Attempt, report: Mapping[str, Any]) -> Decimal:
    """Write down what a run was billed: `report` has model and units, or cost_usd. An attempt is billed once."""
    if attempt.cost_usd:
        return attempt.cost_usd
    provider = PROVIDERS.get((_step(attempt), attempt.provider))
    usd = billed(provider, report, price_list()) if provider and provider.is_paid else _said(report)
    return _enter(attempt, usd, dict(report.get("units") or {}), certain=True)


def write_off(attempt: Attempt) -> Decimal:
    """Write down the quote of an order of which nobody knows what became of it: it may have been charged."""
    return attempt.cost_usd or _enter(attempt, attempt.quoted_usd, {}, certain=False)


def _enter(attempt: Attempt, usd: Decimal, units: dict[str, Any], *, certain: bool) -> Decimal:
    if not usd:
        return usd
    step = _step(attempt)
    provider = PROVIDERS.get((step, attempt.provider))
    task = attempt.clip.task
    Cost.objects.create(
        task=task,
        attempt=attempt,
        channel=task.channel,
        service=provider.service if provider else attempt.provider,
        component=(provider.component if provider else "") or f"{attempt.provider}_{step}",
        units=units,
        usd=usd,
        certain=certain,
    )
    Attempt.objects.filter(pk=attempt.pk).update(cost_usd=usd)
    attempt.cost_usd = usd
    return usd


def _step(attempt: Attempt) -> str:
    job: Job | None = attempt.job
    return job.step if job else BY_KIND[attempt.clip.kind].name


def _said(report: Mapping[str, Any]) -> Decimal:
    return Decimal(report.get("cost_usd") or 0)
