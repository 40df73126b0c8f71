"""What a provider took and what the ledger has agree, fit, or do not."""

from decimal import Decimal

import pytest

from pipeline.rules.reconciling import Stretch, Verdict


def stretch(taken, certain, early="0", possible: str | None = "0", tolerance="0.01"):
    known = None if possible is None else Decimal(possible)
    return Stretch(Decimal(taken), Decimal(certain), Decimal(early), known, Decimal(tolerance))


@pytest.mark.parametrize(
    ("case", "verdict"),
    [
        (stretch("1.26", "1.26"), Verdict.AGREES),
        (stretch("1.27", "1.26"), Verdict.AGREES),
        (stretch("1.28", "1.26"), Verdict.MORE),
        (stretch("1.24", "1.26"), Verdict.LESS),
        (stretch("-0.01", "0"), Verdict.WENT_UP),
        (stretch("0", "0"), Verdict.AGREES),
    ],
)
def test_a_cent_is_the_measure(case, verdict):
    assert case.verdict is verdict


def test_what_may_have_been_charged_makes_more_fit():
    assert stretch("1.68", "1.26", possible="0.42").verdict is Verdict.FITS
    assert stretch("1.70", "1.26", possible="0.42").verdict is Verdict.MORE
    assert stretch("99", "1.26", possible=None).verdict is Verdict.FITS


def test_what_was_ordered_before_the_first_look_makes_less_fit():
    assert stretch("0.84", "1.26", early="0.42").verdict is Verdict.FITS
    assert stretch("0.42", "1.26", early="0.42").verdict is Verdict.LESS


def test_the_difference_is_what_nothing_explains():
    assert stretch("2.10", "1.26", possible="0.42").difference == Decimal("0.42")
    assert stretch("0.42", "1.26", early="0.42").difference == Decimal("0.42")
    assert stretch("1.68", "1.26", possible="0.42").difference == 0
