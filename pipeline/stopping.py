"""Who is told to stop, and when. Nothing here takes a lock, so that signals may come at any moment."""

import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.sharedctypes import RawValue
from types import FrameType
from typing import Any, Protocol

from django.conf import settings


class Stopping(Protocol):
    """Tells whoever works that it shall take nothing new, and later that it shall hand back what is not finished."""

    @property
    def told(self) -> bool: ...

    def grace_is_over(self) -> bool: ...


class Wish:
    """A wish to stop, as signals bring it. threading.Event takes a lock, which its own waiting may hold at that moment."""

    def __init__(self) -> None:
        self._is_set = False
        self._heard, self._say = socket.socketpair()
        self._say.setblocking(False)

    def set(self, *_signal: Any) -> None:
        """Wish it; fit to be a signal handler."""
        self._is_set = True
        with suppress(OSError):  # There is no room: enough was said.
            self._say.send(b"!")

    def is_set(self) -> bool:
        return self._is_set

    def wait(self, seconds: float) -> bool:
        """Sleep until it is wished, at most so many seconds. Says whether it is."""
        if not self._is_set:
            self._heard.settimeout(seconds)
            with suppress(OSError):
                self._heard.recv(1)
        return self._is_set


class ForegroundStop:
    """The stop of an engine in the foreground: `wish` is any event."""

    def __init__(self, wish: Any) -> None:
        self._wish = wish
        self._since = 0.0

    @property
    def told(self) -> bool:
        if self._wish.is_set() and not self._since:
            self._since = time.monotonic()
        return bool(self._since)

    def grace_is_over(self) -> bool:
        return self.told and time.monotonic() - self._since >= settings.GRACE_SECONDS


class ClusterStop:
    """When the worker processes of a cluster were told to stop, all of them or this one alone."""

    def __init__(self) -> None:
        # Shared with every process that is forked from here on.
        self._cluster = RawValue("d", 0.0)
        self._own = 0.0
        self._at_work = False
        self._leader = 0  # the process that started this worker; without it nobody would ever stop it

    def begin(self) -> None:
        """Forget an earlier stop, and lead the workers that this process starts from here on."""
        self._cluster.value, self._own, self._leader = 0.0, 0.0, os.getpid()

    def tell(self) -> None:
        """Tell the whole cluster; the grace period begins with the first time."""
        self._cluster.value = self._cluster.value or time.monotonic()  # one clock for all processes of a machine

    @property
    def told(self) -> bool:
        if self._leader and self._leader not in (os.getpid(), os.getppid()):
            self._own = self._own or time.monotonic()
        return bool(self._cluster.value or self._own)

    def grace_is_over(self) -> bool:
        """Say whether running scripts had the time that a stop gives them."""
        told = [moment for moment in (self._cluster.value, self._own) if moment]
        return self.told and bool(told) and time.monotonic() - min(told) >= settings.GRACE_SECONDS

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


cluster_stop = ClusterStop()
