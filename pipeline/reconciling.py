"""What the providers took from our accounts, against what our ledger has."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Min, QuerySet, Sum
from django.utils.timezone import now

from pipeline import accounts
from pipeline.accounts import Account
from pipeline.models import Attempt, Balance, Cost
from pipeline.prices import price_list
from pipeline.providers import offers
from pipeline.rules import money
from pipeline.rules.money import dollars
from pipeline.rules.reconciling import Stretch, Verdict
from videogen.lib.scripts import ScriptFailed

LOOK_BACK = timedelta(days=31)  # how far to look where no earlier run says how far it looked
CENT = Decimal("0.01")
PAGES = {"gemini": "aistudio.google.com", "kling": "kie.ai", "elevenlabs": "elevenlabs.io"}


@dataclass(frozen=True)
class Compared:
    """One service, its account, and whether it agrees with the ledger. `sentence` says it for people."""

    service: str
    sentence: str
    matches: bool = True
    balance: Decimal | None = None
    unit: str = ""
    since: datetime | None = None
    verdict: str = ""

    @property
    def as_json(self) -> dict[str, Any]:
        return {**vars(self), "since": self.since.isoformat() if self.since else None}


def since(service: str) -> datetime:
    """Say up to when this service was looked at already: at most a month ago."""
    last = Balance.objects.filter(service=service).first() or Balance.objects.first()
    return max(last.at, now() - LOOK_BACK) if last else now() - LOOK_BACK


def services() -> list[str]:
    """Name the services that active channels use, and those that were billed of late."""
    used = {use.provider.service for use in accounts.uses()}
    billed = Cost.objects.filter(at__gt=now() - LOOK_BACK).order_by().values_list("service", flat=True).distinct()
    return sorted(used | (set(billed) & set(accounts.ASKED)))


def compare(service: str) -> Compared:
    """Ask about an account, note its balance, and compare what it fell by with the ledger since the last time."""
    at = now()
    try:
        account = accounts.ask(service)
    except ScriptFailed as failed:
        return Compared(service, f"{service} could not be asked: {failed}", matches=False)
    if account.balance is None:
        return Compared(service, _tells_none(service))
    before = Balance.objects.filter(service=service, unit=account.unit).first()
    if account.unit:  # An empty account is told without one.
        Balance.objects.create(service=service, amount=account.balance, unit=account.unit, at=at)
    told = Compared(service, "", not account.warning, account.balance, account.unit)
    has = f"{service} has {_plain(account.balance)} {account.unit or 'left'}."
    if not account.unit or before is None:
        return replace(told, sentence=f"{has} {account.warning or 'Noted; the next run can compare.'}")
    stretch = _in_dollars(account, before, at) if account.unit == "credits" else _in_characters(account, before, at)
    verdict = stretch.verdict if stretch else None
    return replace(
        told,
        sentence=" ".join(filter(None, (has, _sentence(account, before, stretch), account.warning))),
        matches=told.matches and verdict not in (Verdict.MORE, Verdict.LESS),
        since=before.at,
        verdict=verdict.name.lower() if verdict else "",
    )


def _costs(service: str, since: datetime, until: datetime) -> QuerySet[Cost]:
    return Cost.objects.filter(service=service, at__gt=since, at__lte=until).select_related("attempt").order_by()


def _in_dollars(account: Account, before: Balance, at: datetime) -> Stretch | None:
    """Compare credits by their price. None when they have none."""
    fell = before.amount - (account.balance or Decimal(0))
    taken = money.cost(price_list(), money.Usage(account.service, "", {account.unit: 1}), at.date())
    if not taken:
        return None
    costs = _costs(account.service, before.at, at)
    certain = costs.filter(certain=True)
    uncertain, waiting = _usd(costs.filter(certain=False), "usd"), _usd(_open(account.service), "quoted_usd")
    return Stretch(fell * taken, _usd(certain, "usd"), _early(certain, before.at), uncertain + waiting, CENT)


def _in_characters(account: Account, before: Balance, at: datetime) -> Stretch:
    """Compare characters; sounds are taken from the same account, by a rate that nobody tells."""
    costs = list(_costs(account.service, before.at, at))
    certain = {cost: _characters(cost) for cost in costs if cost.certain}
    early = sum((n for cost, n in certain.items() if cost.attempt.started_at < before.at), Decimal(0))
    other = any(not cost.certain or "characters" not in cost.units for cost in costs) or _open(account.service).exists()
    fell = before.amount - (account.balance or Decimal(0))
    total = sum(certain.values(), Decimal(0))
    return Stretch(fell, total, early, None if other else Decimal(0), Decimal(len(costs)))


def _characters(cost: Cost) -> Decimal:
    facts = offers.facts("elevenlabs", "speech", cost.attempt.model)
    return Decimal(str(cost.units.get("characters", 0))) * Decimal(str(facts.get("credits", 1)))


def _open(service: str) -> QuerySet[Attempt]:
    return Attempt.objects.filter(order=Attempt.Order.OPEN, provider=service)


def _early(costs: QuerySet[Cost], before: datetime) -> Decimal:
    """Add up what was written down after a moment and ordered before it."""
    jobs = {cost.attempt.provider_job for cost in costs} - {""}
    named = Attempt.objects.filter(provider_job__in=jobs).order_by()
    first = dict(named.values_list("provider_job").annotate(Min("started_at")))
    ordered = {cost: first.get(cost.attempt.provider_job, cost.attempt.started_at) for cost in costs}
    return sum((cost.usd for cost, at in ordered.items() if at < before), Decimal(0))


def _usd(rows: QuerySet[Cost] | QuerySet[Attempt], field: str) -> Decimal:
    return rows.aggregate(total=Sum(field))["total"] or Decimal(0)


def _tells_none(service: str) -> str:
    month = money.month_start(now())
    costs = _costs(service, month, now())
    uncertain = _usd(costs.filter(certain=False), "usd")
    known = f"{dollars(_usd(costs, 'usd'))} for this month (UTC)"
    known += f", {dollars(uncertain)} of it uncertain" if uncertain else ""
    return f"{service} tells no balance. The ledger has {known}; compare it with the billing page at {PAGES[service]}."


def _sentence(account: Account, before: Balance, stretch: Stretch | None) -> str:
    when = f"{before.at:%Y-%m-%d %H:%M} UTC"
    if stretch is None:
        return f"{account.unit.title()} have no price in the admin, under Prices, so nothing can be compared."
    say = _amount(account.unit)
    fell = before.amount - (account.balance or Decimal(0))
    took = f"It took {_plain(fell)} {account.unit} since {when}"
    took += f", {say(stretch.taken)}" if account.unit == "credits" else ""
    ledger = f"the ledger has {say(stretch.certain)}"
    match stretch.verdict:
        case Verdict.WENT_UP:
            return f"That is more than at {when}: it was filled up, so the time between cannot be compared."
        case Verdict.AGREES:
            return f"{took}; {ledger}. They agree."
        case Verdict.FITS:
            more = "an unknown part" if stretch.possible is None else f"up to {say(stretch.possible)}"
            return f"{took}; {ledger} for certain, and {more} that may have been charged besides. This fits."
        case Verdict.MORE:
            return (
                f"{took}; {ledger}: {say(stretch.difference)} more was charged than is written down. "
                f"Look at {PAGES[account.service]} for orders that no clip has."
            )
        case Verdict.LESS:
            return (
                f"{took}; {ledger}: {say(stretch.difference)} less was charged than is written down. A refund and a "
                "top-up look like this, too; otherwise a price in the admin, under Prices, is too high."
            )


def _amount(unit: str) -> Callable[[Decimal], str]:
    return dollars if unit == "credits" else lambda amount: f"{_plain(amount)} {unit}"


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():,f}"
