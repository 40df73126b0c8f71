"""Money: what something costs at which day's price, and whether it still fits under the caps. US dollars, exactly."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

ANY_MODEL = "*"
EXACT = Decimal("0.000001")  # amounts are kept to a millionth: one token can cost less than a hundredth of a cent
WARN_AT = Decimal("0.8")


@dataclass(frozen=True)
class Price:
    """What one unit of a provider's model costs in US dollars, from a day until a day (both inclusive, UTC)."""

    provider: str
    model: str
    unit: str
    usd: Decimal
    valid_from: date | None = None
    valid_until: date | None = None

    def holds(self, provider: str, model: str, unit: str, day: date) -> bool:
        """This is the price of that unit on that day."""
        same = self.provider == provider and self.model in (model, ANY_MODEL) and self.unit == unit
        return same and (self.valid_from or day) <= day <= (self.valid_until or day)


@dataclass(frozen=True)
class Usage:
    """What is used of a provider: units such as seconds, characters or tokens, of one model."""

    provider: str
    model: str
    units: Mapping[str, float] = field(default_factory=dict)


def cost(prices: Iterable[Price], usage: Usage, day: date) -> Decimal | None:
    """Price what was used. None when one of its units has no price that day. The model's own price goes before ANY_MODEL."""
    total = Decimal(0)
    known = sorted(prices, key=lambda price: price.model == ANY_MODEL)
    for unit, count in usage.units.items():
        price = next((p for p in known if p.holds(usage.provider, usage.model, unit, day)), None)
        if price is None:
            return None
        total += price.usd * Decimal(str(count))
    return total.quantize(EXACT, ROUND_HALF_UP)


@dataclass(frozen=True)
class Cap:
    """One limit on spending and where it stands. `reserved` is promised to orders that are not settled yet."""

    name: str
    key: str  # what it counts, and for which time: two looks at the same cap have the same key
    limit: Decimal
    spent: Decimal
    reserved: Decimal
    remedy: str

    @property
    def left(self) -> Decimal:
        return max(self.limit - self.spent - self.reserved, Decimal(0))

    def fits(self, quote: Decimal) -> bool:
        """Something for `quote` can be ordered without passing the cap."""
        return self.spent + self.reserved + quote <= self.limit

    @property
    def is_nearly_spent(self) -> bool:
        """Four fifths or more are spent."""
        return self.spent >= self.limit * WARN_AT

    def full(self, quote: Decimal) -> str:
        """Say that something for `quote` does not fit, and what can be done."""
        return (
            f"Budget: {self.name} of {dollars(self.limit)} leaves {dollars(self.left)}, and the next step costs about "
            f"{dollars(quote)}. {self.remedy}"
        )

    def warning(self) -> str:
        """Say that the cap is nearly reached."""
        return f"Four fifths of {self.name} of {dollars(self.limit)} are used. {self.remedy}"


def dollars(usd: Decimal) -> str:
    """Write an amount for people: $3.42, and small ones to a tenth of a cent."""
    return f"${usd:,.2f}" if usd == 0 or abs(usd) >= Decimal("0.095") else f"${usd:,.3f}"


def day_start(now: datetime, zone: str) -> datetime:
    """Give the moment when the day of `now` began in a time zone such as America/Los_Angeles, in UTC."""
    return _midnight(now.astimezone(ZoneInfo(zone)).date(), zone)


def next_day(now: datetime, zone: str) -> datetime:
    """Give the moment when the day after `now` begins in a time zone, in UTC; days of 23 and 25 hours are right."""
    return _midnight(now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1), zone)


def month_start(now: datetime) -> datetime:
    """Give the moment when the month of `now` began, in UTC."""
    return now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)
