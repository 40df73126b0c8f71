"""Try a call again, a few times and not for long; longer waits belong to whoever started the script."""

import math
import random
import time
from collections.abc import Callable
from typing import TypeVar

from _client import Failure

T = TypeVar("T")

MOST_TRIES = 4
LONGEST_WAIT_S = 30.0  # in all


def patiently(work: Callable[[], T], *, backoff: float, until: float = math.inf) -> T:
    """Do `work` until it succeeds. Transient failures are tried again with full jitter, `backoff` seconds at first.

    No further try begins after `until`, by time.monotonic(). Raises the last Failure: at once when it is of another class,
    when the tries are used up, or when waiting would be long.
    """
    waited = 0.0
    for attempt in range(MOST_TRIES):
        try:
            return work()
        except Failure as failure:
            asked = float(failure.last_words.get("retry_after_s") or 0)
            wait = max(asked, random.uniform(0, backoff * 2**attempt))
            last = attempt == MOST_TRIES - 1 or waited + wait > LONGEST_WAIT_S or time.monotonic() + wait > until
            if failure.last_words["class"] != "transient" or "provider_job" in failure.last_words or last:
                raise
            waited += wait
            time.sleep(wait)
    raise AssertionError("unreachable")
