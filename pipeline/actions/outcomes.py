"""How an attempt that has no file ended: why, and what it left at the provider."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Failure:
    """Why an attempt has no file. `kind` is transient, quota, permanent or ambiguous; `message` is for the creator."""

    kind: str
    code: str
    message: str
    retry_after_s: float | None = None
    reset_at: datetime | None = None
    most_tries: int | None = None
    bill: Mapping[str, Any] = field(default_factory=dict)  # what was billed all the same: model and units, or cost_usd


@dataclass(frozen=True)
class Left:
    """What a script that ended without a file left: an order to fetch by its id, one whose answer is kept, or a lost one."""

    is_open: bool = False
    provider_job: str = ""
    is_answered: bool = False
    is_finished: bool = False  # its file is on this machine, and could not be stored for the others

    @property
    def is_lost(self) -> bool:
        return self.is_open and not (self.provider_job or self.is_answered)


NOTHING_LEFT = Left()
