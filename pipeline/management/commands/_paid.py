"""What doctor looks at where channels order of paid providers: keys, accounts, models and prices."""

from collections.abc import Iterator
from dataclasses import astuple

from django.utils.timezone import now

from pipeline import accounts
from pipeline.accounts import Use
from pipeline.models import Service
from pipeline.models.service import UNTIL_RESUMED
from pipeline.prices import PriceList, price_list
from videogen.lib.scripts import ScriptFailed


def keys() -> Iterator[str]:
    """Ask each provider that an active channel uses whether its key is good and its account is not empty."""
    used: dict[str, list[str]] = {}
    for use in accounts.uses():
        files = used.setdefault(use.provider.service, [])
        files += [use.channel.file_name] if use.channel.file_name not in files else []
    for service, files in used.items():
        try:
            problem = accounts.ask(service).warning
        except ScriptFailed as failed:
            problem = str(failed)
        if problem:
            yield f"{service}, for {' and '.join(files)}: {problem}"


def pauses() -> Iterator[str]:
    """Name the services that are paused."""
    for service in Service.objects.filter(paused_until__gt=now()):
        end = service.paused_until
        when = "until somebody resumes it" if end == UNTIL_RESUMED else f"until {end:%Y-%m-%d %H:%M} UTC"
        why = service.pause_reason or "Nobody wrote down why."
        yield f"The service {service.name} is paused {when}. {why} To resume it now: the admin, under Services."


def models() -> Iterator[str]:
    """Name models that are retired, and models whose orders nobody can price."""
    prices = price_list()
    for use in accounts.uses():
        where = f"{use.channel.file_name}: models.{use.provider.step}: {use.model}"
        if use.successor:
            yield f"{where} is retired. Write {use.successor} instead."
        elif missing := [unit for unit in use.units if not _has_price(prices, use, unit)]:
            yield f"{where} has no price for {' and '.join(missing)}. {_until_then(prices, use, missing)}"


def _has_price(prices: PriceList, use: Use, unit: str) -> bool:
    today = now().date()
    return any(price.holds(use.provider.name, use.model, unit, today) for price in prices)


def _until_then(prices: PriceList, use: Use, missing: list[str]) -> str:
    others = {(price.provider, price.unit) for price in prices}
    free = any((use.provider.name, unit) not in others for unit in missing)
    counts = "counts as nothing" if free else "counts at the dearest price known"
    holds = " and the channel's budget does not hold" if free else " and the channel's budget holds only roughly"
    return f"Until it stands in the admin, under Prices, an order {counts}{holds if _has_caps(use) else ''}."


def _has_caps(use: Use) -> bool:
    return any(limit is not None for limit in astuple(use.channel.settings.budget))
