"""What every fake provider has: a record of requests, a bill, and faults that wait for their turn."""

import itertools
import random
import re
import threading
import time
import traceback
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

from tests.fakes.bill import Book, Entry
from tests.fakes.faults import Fault
from tests.fakes.media import Media
from tests.fakes.wire import Answer, Listener, Request

Seconds = float | tuple[float, float]
OURS = "fake-fetch"  # What one fake fetches from another is not on record.


class ClientGone(Exception):
    """Say that nobody waits for the answer any more."""


class FakeProvider(ABC):
    """One provider on one or more local hosts. Everything may be used from many threads at once."""

    key = ""
    hosts: tuple[str, ...] = ("api",)

    def __init__(self, media: Media, port: int = 0) -> None:
        self.media = media
        self.delay: Seconds = 0
        self.requests: list[Request] = []
        self.struck: list[tuple[Fault, Request]] = []  # the planned faults that had their turn
        self.working = self.peak = 0  # paid calls being worked on now, and the most there ever were at once
        self.broken: list[str] = []  # faults of the fake itself; there must be none
        self._book = Book()
        self._script = Script()
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self._stopping = threading.Event()
        self._open = 0  # requests without an answer as yet
        self._may_answer = threading.Event()
        self._may_answer.set()
        self._numbers = itertools.count(1)
        self._listeners = {
            host: Listener(host, self.serve, port + place if port else 0) for place, host in enumerate(self.hosts)
        }

    @property
    def url(self) -> str:
        return self._listeners["api"].url

    @property
    def book(self) -> list[Entry]:
        """Everything that was billed, oldest first."""
        return self._book.entries()

    @property
    def spent_usd(self) -> Decimal:
        """The sum of the bill, without what was refunded."""
        return self._book.sum()

    def calls(self, path_part: str = "") -> int:
        """Count the requests whose path holds these words."""
        with self._lock:
            return sum(path_part in request.path for request in self.requests)

    def then(self, *faults: Fault | None, on: str = "") -> None:
        """Give the next matching requests these faults, one each; None is a normal answer. `on`: part of a path, or a pattern."""
        self._script.then(faults, on)

    def every(self, n: int, fault: Fault, on: str = "") -> None:
        """Give every n-th matching request this fault, until `calm`."""
        self._script.every(n, fault, on)

    def calm(self) -> None:
        """Forget all faults that were planned."""
        self._script = Script()

    def hold(self) -> None:
        """Let paid calls wait with their answers until `release`."""
        self._may_answer.clear()

    def release(self) -> None:
        """Let the held answers go."""
        self._may_answer.set()

    def await_work(self, n: int = 1, timeout: float = 60) -> None:
        """Wait until this many paid calls are being worked on at once. Raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: self.working >= n, timeout):
                raise TimeoutError(f"{self.working} paid calls are being worked on; {n} were expected.")

    def await_rest(self, timeout: float = 60) -> None:
        """Wait until every request has its answer, heard or not. Raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._open == 0, timeout):
                raise TimeoutError(f"{self._open} requests have no answer yet.")

    def start(self) -> None:
        for listener in self._listeners.values():
            listener.start()

    def stop(self) -> None:
        self._stopping.set()
        self._may_answer.set()
        ends = [threading.Thread(target=listener.stop) for listener in self._listeners.values()]
        for end in ends:
            end.start()
        for end in ends:
            end.join()

    def serve(self, request: Request) -> Answer:
        """Answer one request: record it, see whether a fault is due, do the work."""
        if request.headers.get("user-agent") == OURS:
            return self.respond(request, "") or self.unknown_path(request)
        with self._changed:
            self.requests.append(request)
            self._open += 1
        due = self._script.next_for(request)
        if due:
            self.struck.append((due, request))
        fault = due or Fault("normal")
        try:
            return self._serve(request, fault)
        except ClientGone:
            return Answer(499, cut="close")
        except Exception:
            self.broken.append(traceback.format_exc())
            return Answer(500, b"The fake itself is broken.")
        finally:
            with self._changed:
                self._open -= 1
                self._changed.notify_all()

    @abstractmethod
    def respond(self, request: Request, twist: str) -> Answer | None:
        """Do what the provider does; None when there is nothing under this path. `twist` names a small oddity."""

    def bill_fault(self, request: Request, fault: Fault) -> None:  # noqa: B027 (most providers charge nothing then)
        """Bill what the provider charges even for this answer; nothing by default."""

    def unknown_path(self, request: Request) -> Answer:
        return Answer.of({"error": "Not Found", "path": request.path}, 404)

    def new_id(self, prefix: str = "") -> str:
        """Give an identifier that was not given before."""
        return f"{prefix}{next(self._numbers):04d}{random.getrandbits(40):010x}"

    def pick(self, seconds: Seconds) -> float:
        """Choose a number of seconds where a range is given."""
        return random.uniform(*seconds) if isinstance(seconds, tuple) else seconds

    def wait(self, seconds: float) -> None:
        """Sleep, unless the fake is being stopped."""
        if seconds > 0:
            self._stopping.wait(seconds)

    def work(self, request: Request, since: float) -> None:
        """Take as long as a generation takes, counted from `since`. Raises ClientGone: then nothing must be billed."""
        with self._counted():
            self.wait(since + self.pick(self.delay) - time.monotonic())
            self._may_answer.wait()
        if request.client_is_gone():
            raise ClientGone

    def _serve(self, request: Request, fault: Fault) -> Answer:
        if not fault.after:
            self.wait(fault.pause)
            if fault.strikes:
                self.bill_fault(request, fault)
                return fault.answer()
        answer = self.respond(request, fault.twist) or self.unknown_path(request)
        if fault.after:
            self.wait(fault.pause)
        return fault.spoil(answer)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._lock:
            self.working += 1
            self.peak = max(self.peak, self.working)
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._lock:
                self.working -= 1


class Script:
    """The faults that wait for their turn."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: list[tuple[str, Fault | None]] = []
        self._every: list[tuple[str, int, Fault, Iterator[int]]] = []

    def then(self, faults: tuple[Fault | None, ...], on: str) -> None:
        usual = on or next((fault.on for fault in faults if fault), "")
        with self._lock:
            self._next += [(on or (fault.on if fault else usual), fault) for fault in faults]

    def every(self, n: int, fault: Fault, on: str) -> None:
        with self._lock:
            self._every.append((on or fault.on, n, fault, itertools.count(1)))

    def next_for(self, request: Request) -> Fault | None:
        with self._lock:
            for place, (on, fault) in enumerate(self._next):
                if re.search(on, request.path):
                    del self._next[place]
                    return fault
            due = [fault for on, n, fault, count in self._every if re.search(on, request.path) and next(count) % n == 0]
            return due[0] if due else None
