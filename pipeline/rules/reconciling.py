"""Does what a provider took from an account agree with what our ledger has for it? Amounts of one unit, exactly."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Verdict(Enum):
    """What comes of comparing a stretch of time."""

    AGREES = "agrees"
    FITS = "fits"  # with what may have been charged
    MORE = "more was charged"
    LESS = "less was charged"
    WENT_UP = "the balance went up"


@dataclass(frozen=True)
class Stretch:
    """The time between two looks at an account.

    `taken` is what the balance fell by. `certain` is what the ledger has, `early` the part of it that was ordered before the
    first look. `possible` may have been charged besides; None: nobody can say how much.
    """

    taken: Decimal
    certain: Decimal
    early: Decimal = Decimal(0)
    possible: Decimal | None = Decimal(0)
    tolerance: Decimal = Decimal(0)

    @property
    def verdict(self) -> Verdict:
        if self.taken < 0:
            return Verdict.WENT_UP
        if abs(self.taken - self.certain) <= self.tolerance:
            return Verdict.AGREES
        if self.taken < self.certain - self.early - self.tolerance:
            return Verdict.LESS
        if self.possible is not None and self.taken > self.certain + self.possible + self.tolerance:
            return Verdict.MORE
        return Verdict.FITS

    @property
    def difference(self) -> Decimal:
        """By how much they differ at least; zero where they agree or fit."""
        match self.verdict:
            case Verdict.MORE:
                return self.taken - self.certain - (self.possible or Decimal(0))
            case Verdict.LESS:
                return self.certain - self.early - self.taken
        return Decimal(0)
