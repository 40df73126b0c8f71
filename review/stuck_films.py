"""Which films on the board stand still, by the rule in pipeline.rules.stuck and the news that is on record."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Max, OuterRef, Q, Subquery

from pipeline.models import Attempt, Job, Task
from pipeline.models.task import TaskQuerySet
from pipeline.rules.statuses import MAKING, Status
from pipeline.rules.stuck import PATIENCE, Standing, is_stuck

MOST = 1_000  # the oldest of them; a board on which more stand still has another problem


def stuck_films(tasks: TaskQuerySet, at: datetime) -> dict[UUID, datetime]:
    """Give the films that are stuck, each with the time of its last news, in three queries."""
    late = tasks.filter(_may_be_stuck(at), pause="").order_by("status_since")
    rows = [
        (pk, Status(status), since) for pk, status, since in late.values_list("pk", "status", "status_since")[:MOST]
    ]
    made = [pk for pk, status, _ in rows if status in MAKING]  # elsewhere entering the status is the last news
    attempts, retries = _last_attempts(made), _retries(made)
    standings = {
        pk: Standing(status, since, attempts.get(pk), retries.get(pk))  # the paused ones were left out
        for pk, status, since in rows
    }
    return {pk: standing.news for pk, standing in standings.items() if is_stuck(standing, at)}


def _may_be_stuck(at: datetime) -> Q:
    """Choose those that have been in their status for longer than it has patience."""
    found = Q(pk__in=[])
    for patience in set(PATIENCE.values()):
        found |= Q(status__in=[s for s in PATIENCE if PATIENCE[s] == patience], status_since__lte=at - patience)
    return found


def _last_attempts(tasks: list[UUID]) -> Mapping[UUID, datetime]:
    # Asked film by film: joined at once, PostgreSQL reads all attempts there ever were.
    own = Attempt.objects.filter(clip__task=OuterRef("pk")).order_by().values("clip__task")
    last = Subquery(own.annotate(last=Max("finished_at")).values("last"))
    rows = Task.objects.filter(pk__in=tasks).order_by().annotate(last_attempt=last)
    return {pk: at for pk, at in rows.values_list("pk", "last_attempt") if at}


def _retries(tasks: list[UUID]) -> Mapping[UUID, datetime]:
    waiting = Job.objects.filter(task__in=tasks, state=Job.State.WAITING, failures__gt=0).order_by()
    return dict(waiting.values_list("task").annotate(next=Max("run_after")))
