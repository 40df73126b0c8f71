"""Automatic checks: what was measured on a take against what was wanted. They inform; people decide."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something that a person should look at: a plain sentence with its figure. `at`: the second where it begins."""

    code: str
    text: str
    weight: int
    at: float | None = None
