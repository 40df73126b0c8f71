"""Previews as rows: which take is next, who makes its preview, and what came of it.

The row count of a guarded update is the lock; leases are counted by the database's clock.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Now
from django.utils.timezone import now

from pipeline.models import Attempt, Clip, Preview
from pipeline.rules.statuses import GATES

KINDS = tuple(kind for kind in Clip.Kind if kind is not Clip.Kind.STORYBOARD)
MOST_FAILURES = 3
AGAIN_AFTER = 30.0  # seconds, times the failures so far
LONGEST_WAIT = 600.0  # seconds between two tries while a machine cannot make any preview
TRIES = 5  # previews that somebody else took in the same moment, before the next look
LEASES = 2  # long enough for files that are on their way from or to the store, when nobody says that it is alive
LATEST_STEP_FIRST = Case(*(When(take__clip__kind=kind, then=place) for place, kind in enumerate(reversed(KINDS))))

State = Preview.State


def ask(take: Attempt) -> None:
    """Have previews made of a new take, in the transaction that makes it one."""
    if settings.PREVIEWS and take.clip.kind in KINDS:
        Preview.objects.create(take=take)


def waiting() -> QuerySet[Preview]:
    """Previews that could be made now: new ones, and those whose maker died or whose time to be tried again has come."""
    free = Q(leased_until=None) | Q(leased_until__lt=Now())
    return Preview.objects.filter(free, state__in=[State.WAITING, State.MAKING])


def claim(worker: str) -> Preview | None:
    """Take the preview that people will look at first, for `worker`, under a lease. None when there is none."""
    for _ in range(TRIES):
        found = _next()
        if found is None:
            return None
        this = waiting().filter(pk=found.pk)
        if found.state == State.MAKING:
            this.update(**_failed(found, "Whoever made it ended in the middle of it."))
        elif this.update(state=State.MAKING, worker=worker, leased_until=_lease_end()):
            found.state, found.worker = State.MAKING, worker
            return found
    return None


def heartbeat(preview: Preview) -> bool:
    """Renew the lease. False when the preview is no longer this holder's."""
    return bool(_mine(preview).update(leased_until=_lease_end()))


def keep(preview: Preview, facts: Mapping[str, Any]) -> bool:
    """Note what was made and measured. False when the claim is gone."""
    done = {"state": State.DONE, "facts": dict(facts), "made_at": now(), "message": ""}
    return bool(_mine(preview).update(**done, worker="", leased_until=None))


def fail(preview: Preview, message: str) -> None:
    """Note why there is no preview. After a few failures nobody tries again, and pages show the take itself."""
    _mine(preview).update(**_failed(preview, message))


def wait(preview: Preview, message: str) -> None:
    """Note why this machine could not make it just now: it waits, longer each time, and counts no failure."""
    seconds = min(LONGEST_WAIT, AGAIN_AFTER * (preview.waits + 1))
    later = {"message": message, "waits": preview.waits + 1, "leased_until": Now() + timedelta(seconds=seconds)}
    _mine(preview).update(**later, state=State.WAITING, worker="")


def hand_back(preview: Preview) -> None:
    """Give an unfinished preview back; it counts no failure."""
    _mine(preview).update(state=State.WAITING, worker="", leased_until=None)


def _next() -> Preview | None:
    """Choose: selected takes of films at a gate, the newest film and what its gate is about first; then others; then the rest."""
    free = waiting().select_related("take__clip__task").order_by("id")
    selected = free.filter(take__selected=True)
    at_gates = selected.filter(take__clip__task__status__in=GATES)
    newest = at_gates.order_by("-take__clip__task__status_since", LATEST_STEP_FIRST, "take__clip__number", "id")
    return newest.first() or selected.first() or free.first()


def _failed(preview: Preview, message: str) -> dict[str, Any]:
    failures = preview.failures + 1
    again = failures < MOST_FAILURES
    return {
        "state": State.WAITING if again else State.FAILED,
        "failures": F("failures") + 1,
        "message": message,
        "worker": "",
        "leased_until": Now() + timedelta(seconds=AGAIN_AFTER * failures) if again else None,
    }


def _mine(preview: Preview) -> QuerySet[Preview]:
    return Preview.objects.filter(pk=preview.pk, state=State.MAKING, worker=preview.worker)


def _lease_end() -> CombinedExpression:
    return Now() + timedelta(seconds=LEASES * settings.LEASE_SECONDS)
