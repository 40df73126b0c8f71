"""The person of a chaos test: decides about orders that may have been charged as a careful one would, and presses Retry."""

import time
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from pipeline import actions
from pipeline.models import Attempt, Cost, Job, Task
from pipeline.rules.statuses import ERRORS
from tests.chaos.words import same, sent, words_of
from tests.fakes import Entry, Fakes

WHAT = {"plan": "text", "images": "image", "videos": "video", "narration": "speech", "sfx": "sound"}
PATIENCE = 1.0  # seconds after an order was lost, until the provider's page shows whether it was charged


@dataclass(frozen=True)
class Decision:
    """What a person had to do, and about which attempt. `provider` and `words` say what was lost, where something was."""

    did: str
    attempt: str
    why: str
    at: float
    provider: str = ""
    words: str = ""


class Person:
    """`paid_twice` counts what was ordered again though charged, `lost_usd` what that cost, by the providers' books."""

    def __init__(self, fakes: Fakes, tasks: list[Task]) -> None:
        self.fakes, self.tasks = fakes, tasks
        self.decisions: list[Decision] = []
        self.paid_twice: Counter[str] = Counter()
        self.lost_usd = Decimal(0)
        self._seen: dict[str, float] = {}

    @property
    def decided(self) -> Counter[str]:
        return Counter(decision.did for decision in self.decisions)

    def look(self) -> None:
        """Decide whatever waits for a person."""
        mine = [task.pk for task in self.tasks]
        lost = actions.lost_orders().filter(clip__task__in=mine, job__state=Job.State.HELD, job__hold=Job.Hold.LOST)
        for attempt in lost.select_related("clip__task", "job"):
            seen = self._seen.setdefault(str(attempt.pk), time.monotonic())
            if time.monotonic() - seen >= PATIENCE and not self._others_at_it(attempt):
                self._decide(attempt)
        for task in Task.objects.filter(pk__in=mine, status__in=ERRORS):
            self._retry(task)

    def billed(self, step: str, words: str) -> list[Entry]:
        """Give what a provider's page shows for these words."""
        return [
            entry
            for provider in self.fakes.all
            for entry in provider.book
            if entry.what == WHAT[step] and same(sent(entry.words), words) and not entry.refunded
        ]

    def unaccounted(self, step: str, words: str) -> list[Entry]:
        """Give as many of them as our ledger does not have."""
        costs = Cost.objects.filter(attempt__job__step=step).select_related("attempt__clip__task")
        return self.billed(step, words)[sum(words_of(cost.attempt) == words for cost in costs) :]

    def without_a_clip(self, step: str, words: str) -> list[str]:
        """Give the ids of those that no attempt of ours knows."""
        known = set(Attempt.objects.exclude(provider_job="").values_list("provider_job", flat=True))
        return [entry.id for entry in self.billed(step, words) if entry.id not in known]

    def _others_at_it(self, lost: Attempt) -> bool:
        """Somebody still works on the very same words, so that nobody can tell yet whose charge is whose."""
        busy = Attempt.objects.filter(order=Attempt.Order.OPEN, clip__kind=lost.clip.kind).exclude(
            job__state=Job.State.HELD
        )
        return any(words_of(attempt) == words_of(lost) for attempt in busy.select_related("clip__task"))

    def _decide(self, lost: Attempt) -> None:
        assert lost.job
        key, step, words = (lost.clip.kind, lost.clip.number), lost.job.step, words_of(lost)
        found = self.without_a_clip(step, words) if actions.can_resume(lost) else []
        charged = self.unaccounted(step, words)
        if self._others_at_it(lost):
            return  # They began after the look before: the charge may be theirs.
        try:
            if found:
                actions.resume_order(lost.clip.task_id, key, found[0], by="ada")
                did = "fetched by its id"
            else:
                actions.order_again(lost.clip.task_id, key, by="ada", charged=bool(charged))
                did = f"{WHAT[step]} ordered again{', though charged' if charged else ''}"
        except actions.Refused:
            return  # Its script is still at it, or somebody took it back: look again.
        if "though charged" in did:
            self.paid_twice[WHAT[step]] += 1
            self.lost_usd += charged[0].usd
        self.decisions.append(Decision(did, str(lost.pk), lost.message, time.time(), lost.provider, words))

    def _retry(self, task: Task) -> None:
        failed = Attempt.objects.filter(job__task=task, job__state=Job.State.FAILED).order_by("-started_at").first()
        try:
            actions.retry(task.pk, by="ada")
        except actions.Refused:
            return
        why = f"{failed.clip}: {failed.code}: {failed.message}" if failed else str(task.error)
        self.decisions.append(Decision("retried", str(failed.pk) if failed else "", why, time.time()))
