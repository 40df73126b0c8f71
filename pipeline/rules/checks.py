"""Automatic checks: what was measured on a take against what was wanted. They inform; people decide.

Their thresholds were chosen on half of the files of benchmarks/checks.py, and judged on the other half.
"""

from collections.abc import Callable, Iterator

from pipeline.rules import check_pictures, check_sounds
from pipeline.rules.noticed import Facts, Finding, Look, Wanted

__all__ = ["Facts", "Finding", "Look", "Wanted", "findings"]

CHECKS: tuple[Callable[[Facts, Wanted], Iterator[Finding]], ...] = (
    check_pictures.size,
    check_pictures.length,
    check_pictures.black,
    check_pictures.still,
    check_pictures.flat,
    check_pictures.alike,
    check_sounds.silent,
    check_sounds.loudness,
    check_sounds.peaks,
    check_sounds.spoken,
)


def findings(facts: Facts, wanted: Wanted) -> tuple[Finding, ...]:
    """Tell what is remarkable about a take, weightiest first. What was not measured is not judged."""
    found = [finding for check in CHECKS for finding in check(facts, wanted)]
    return tuple(sorted(found, key=lambda finding: -finding.weight))
