"""When a running script is looked after, and when enough is enough."""

import math
import time
from collections.abc import Callable

from videogen.lib._last_words import ScriptFailed


class Interrupted(Exception):
    """Says that the script was stopped because we wished it. Nothing is wrong with it."""


class Clock:
    """Knows when to look up from listening, and when enough is enough."""

    def __init__(
        self,
        script: str,
        *,
        timeout: float,
        quiet_timeout: float | None,
        pulse: Callable[[], bool] | None,
        pulse_every: float,
    ) -> None:
        now = time.monotonic()
        self._script, self._timeout = script, timeout
        self._quiet_timeout = math.inf if quiet_timeout is None else quiet_timeout
        self._pulse, self._pulse_every = pulse, pulse_every
        self._deadline, self._next_pulse = now + timeout, now + pulse_every if pulse else math.inf
        self.last_line = now

    @property
    def wait(self) -> float:
        """Seconds until something is due."""
        due = min(self._deadline, self.last_line + self._quiet_timeout, self._next_pulse)
        return due - time.monotonic()

    def check(self) -> None:
        """Raise ScriptFailed past a time-out, Interrupted when the pulse says stop."""
        now = time.monotonic()
        if now >= self._deadline:
            text = f"{self._script} did not finish within {_in_words(self._timeout)} and was stopped."
            raise ScriptFailed(f"{text} It will be tried again.", kind="transient", code="timed_out")
        if now >= self.last_line + self._quiet_timeout:
            text = f"{self._script} said nothing for {_in_words(self._quiet_timeout)} and was stopped."
            raise ScriptFailed(f"{text} It will be tried again.", kind="transient", code="silent")
        if now >= self._next_pulse and self._pulse:
            if not self._pulse():
                raise Interrupted(f"{self._script} was stopped on request.")
            self._next_pulse = time.monotonic() + self._pulse_every


def _in_words(seconds: float) -> str:
    if seconds == 60:
        return "1 minute"
    return f"{seconds / 60:g} minutes" if seconds > 60 and seconds % 60 == 0 else f"{seconds:g} seconds"
