"""What can go wrong: values to give to `server.then(…)` and `server.every(n, …)`.

`faults.gemini.…`, `faults.kie.…`, `faults.elevenlabs.…` and `faults.catbox.…` are what one provider answers; the functions
here happen to all of them.
"""

from tests.fakes.faults import catbox, elevenlabs, gemini, kie
from tests.fakes.faults.base import (
    Fault,
    close,
    half,
    html,
    lost,
    not_json,
    slow,
    status,
)

__all__ = [
    "Fault",
    "catbox",
    "close",
    "elevenlabs",
    "gemini",
    "half",
    "html",
    "kie",
    "lost",
    "not_json",
    "slow",
    "status",
]
