"""What a cluster's workers know of its end: django-q2 stops asking them, but never tells those that are busy."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.sharedctypes import RawValue
from types import FrameType
from typing import Any

from django.conf import settings


class Stop:
    """When the worker processes of a cluster were told to stop, all of them or this one alone."""

    def __init__(self) -> None:
        # Shared with every process that is forked from here on. Without a lock: whoever is killed cannot keep it.
        self._cluster = RawValue("d", 0.0)
        self._own = 0.0
        self._at_work = False

    def tell(self) -> None:
        """Tell the whole cluster; the grace period begins with the first time."""
        self._cluster.value = self._cluster.value or time.monotonic()  # one clock for all processes of a machine

    @property
    def told(self) -> bool:
        return bool(self._cluster.value or self._own)

    def grace_is_over(self) -> bool:
        """Say whether running scripts had the time that a stop gives them."""
        told = [moment for moment in (self._cluster.value, self._own) if moment]
        return bool(told) and time.monotonic() - min(told) >= settings.GRACE_SECONDS

    def listen(self, **_: Any) -> None:
        """Hear SIGTERM in a worker process, where it would kill: some service managers send it to every process."""
        signal.signal(signal.SIGTERM, self._hear)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let SIGTERM wait for the end of this work. A process that was told alone ends then; the cluster replaces it."""
        self._at_work = True
        try:
            yield
        finally:
            self._at_work = False
            if self._own:
                sys.exit()

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self._own = self._own or time.monotonic()
        if not self._at_work:
            sys.exit()


cluster_stop = Stop()
