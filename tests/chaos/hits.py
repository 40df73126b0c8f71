"""What was done to whom, so that each decision of a person finds the trouble that made it necessary."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.models import Attempt
from tests.chaos.person import Decision
from tests.chaos.plan import AMBIGUOUS
from tests.chaos.words import same, sent, words_of
from tests.fakes.faults import Fault
from tests.fakes.provider import FakeProvider
from tests.fakes.wire import Request


@dataclass
class Hit:
    """One trouble that had its effect. `provider` and `words` are those of the request that met a planned answer."""

    kind: str
    attempts: set[str] = field(default_factory=set)
    provider: str = ""
    words: str = ""
    at: float = field(default_factory=time.time)
    needed: list[Decision] = field(default_factory=list)

    @property
    def is_transient(self) -> bool:
        return self.kind not in AMBIGUOUS


class Hits:
    """All troubles that had their effect, in order."""

    def __init__(self) -> None:
        self.all: list[Hit] = []
        self._planned: list[tuple[str, str, FakeProvider, Fault]] = []
        self._met: Counter[int] = Counter()

    def add(self, kind: str, attempts: Iterable[str] = ()) -> None:
        self.all.append(Hit(kind, set(attempts)))

    def plan(self, kind: str, name: str, provider: FakeProvider, fault: Fault) -> None:
        """Remember an answer that waits for its request."""
        self._planned.append((kind, name, provider, fault))

    @property
    def waiting(self) -> int:
        return len(self._planned)

    def look(self) -> None:
        """Count the planned answers that a request has met since the last look."""
        providers = {id(provider): provider for _, _, provider, _ in self._planned}
        for key, provider in providers.items():
            for fault, request in provider.struck[self._met[key] :]:
                self._met[key] += 1
                self._meet(provider, fault, request)

    def blame(self, decisions: list[Decision]) -> list[Decision]:
        """Give each decision to the trouble that caused it. Returns those that none explains."""
        return [decision for decision in decisions if not self._blame(decision)]

    def _meet(self, provider: FakeProvider, fault: Fault, request: Request) -> None:
        mine = next(p for p in self._planned if p[2] is provider and p[3] is fault)
        self._planned.remove(mine)
        self.all.append(Hit(mine[0], set(), mine[1], asked(request), request.at))

    def _blame(self, decision: Decision) -> bool:
        attempt = Attempt.objects.filter(pk=decision.attempt).select_related("clip__task", "job").first()
        if attempt is None:
            return False
        tries = Attempt.objects.filter(job=attempt.job) if decision.did == "retried" else [attempt]
        keys = {str(one.pk) for one in tries}
        words = words_of(attempt)
        begin = min(one.started_at for one in tries).timestamp() - 0.5
        lost = [h for h in self.all if h.words and same(h.words, words) and begin <= h.at <= decision.at]
        killed = [h for h in self.all if h.attempts & keys and h.at <= decision.at]
        guilty = next((h for h in reversed(lost) if not h.is_transient), None) or next(
            iter(sorted(lost + killed, key=lambda h: -h.at)), None
        )
        if guilty:
            guilty.needed.append(decision)
        return guilty is not None


def asked(request: Request) -> str:
    """Give the words of a paid request; empty where it has none."""
    body = request.json
    if not isinstance(body, dict):
        return ""
    said = body.get("text") or (body.get("input") or {}).get("prompt") or ""
    parts = [part.get("text", "") for content in body.get("contents", ()) for part in content.get("parts", ())]
    return sent(said or "\n".join(parts))
