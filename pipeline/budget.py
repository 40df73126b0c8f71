"""The caps: per film, per channel and day, per channel and month, per service and day.

Spent is what the ledger has; reserved is what running jobs and open orders may still cost.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import F, Q, QuerySet, Sum
from django.utils.timezone import now

from pipeline import tickets
from pipeline.models import Alert, Attempt, Cost, Job, Service, Task
from pipeline.moves import changed, lock, record
from pipeline.rules import money
from pipeline.rules.money import Cap

DAY_ZONE = "UTC"  # a channel's day


class Caps:
    """The caps at one moment. Each is read once, however many films it holds for."""

    def __init__(self, at: datetime | None = None) -> None:
        self.at = at or now()
        self._read: dict[str, Cap] = {}
        self._services: dict[str, Service] | None = None

    def service(self, name: str) -> Service | None:
        if self._services is None:
            self._services = {service.pk: service for service in Service.objects.all()}
        return self._services.get(name)

    def of(self, task: Task, service: Service) -> Iterator[Cap]:
        """Give every cap that an order for this task at this service must fit under; those of many films first."""
        for name, scope, limit, remedy in _rules(task, service, self.at):
            if limit is None:
                continue
            if scope.key not in self._read:
                self._read[scope.key] = _cap(name, scope, limit, remedy)
            yield self._read[scope.key]


@dataclass(frozen=True)
class Scope:
    """What a cap counts: costs and jobs with these values, costs only since a moment."""

    key: str
    values: Q
    since: datetime | None = None


def _rules(task: Task, service: Service, at: datetime) -> Iterator[tuple[str, Scope, Decimal | None, str]]:
    budget, channel, file = task.channel.settings.budget, task.channel, task.channel.file_name
    today, month, begin = money.day_start(at, DAY_ZONE), money.month_start(at), money.day_start(at, service.timezone)
    yield (
        f"the daily cap of {service}",
        Scope(f"service:{service.pk}:{begin:%Y-%m-%d}", Q(service=service.pk), begin),
        service.daily_cap_usd,
        "Raise it in the admin under Services, wait until tomorrow, or cancel the film.",
    )
    yield (
        f"{channel}'s budget for this month",
        Scope(f"month:{channel.pk}:{month:%Y-%m}", Q(channel=channel), month),
        budget.per_month_usd,
        f"Raise budget.per_month_usd in {file}, wait until next month, or cancel the film.",
    )
    yield (
        f"{channel}'s budget for today",
        Scope(f"day:{channel.pk}:{today:%Y-%m-%d}", Q(channel=channel), today),
        budget.per_day_usd,
        f"Raise budget.per_day_usd in {file}, wait until tomorrow, or cancel the film.",
    )
    yield (
        "this film's budget",
        Scope(f"video:{task.pk}", Q(task=task)),
        budget.per_video_usd,
        f"Raise budget.per_video_usd in {file}, or cancel the film.",
    )


def _cap(name: str, scope: Scope, limit: Decimal, remedy: str) -> Cap:
    # Reserved is read first: an order that is settled in between is then counted twice, never left out.
    reserved = reserved_usd(scope.values)
    costs = Cost.objects.filter(scope.values)
    if scope.since:
        costs = costs.filter(at__gte=scope.since)
    return Cap(name, scope.key, limit, _sum(costs, "usd"), reserved, remedy)


def reserved_usd(jobs: Q) -> Decimal:
    """Add up what running jobs, and orders that nobody works on just now, may still cost. `jobs` chooses among jobs."""
    running = Job.objects.filter(jobs, state=Job.State.RUNNING)
    idle = Attempt.objects.filter(order=Attempt.Order.OPEN).exclude(job__state=Job.State.RUNNING)
    mine = idle.filter(job__in=Job.objects.filter(jobs).exclude(state=Job.State.RUNNING))
    return _sum(running, "quoted_usd") + _sum(mine, "quoted_usd")


def _sum(rows: QuerySet[Cost] | QuerySet[Job] | QuerySet[Attempt], field: str) -> Decimal:
    total: Decimal | None = rows.order_by().aggregate(total=Sum(F(field)))["total"]
    return total or Decimal(0)


def obstacle(job: Job, caps: Caps | None = None) -> Cap | None:
    """Give the cap that does not allow this job to order; None when it may. What is ordered already is paid already."""
    if not job.quoted_usd or Attempt.objects.filter(clip=job.clip_id, order=Attempt.Order.OPEN).exists():
        return None
    caps = caps or Caps()
    service = caps.service(job.service)
    return next((cap for cap in caps.of(job.task, service) if not cap.fits(job.quoted_usd)), None) if service else None


def warn(cost: Cost) -> None:
    """Tell people once about each cap of which four fifths are used now that this cost is written down."""
    caps = Caps()
    if service := caps.service(cost.service):
        for cap in caps.of(cost.task, service):
            if cap.is_nearly_spent:
                alert("budget", f"{cap.key}:{cap.limit}:80", cap.warning())


def pause(job: Job, cap: Cap) -> None:
    """Let every film that this cap holds for spend nothing more until there is room again. Nothing fails, free work goes on.

    Films are locked before their jobs, as everywhere.
    """
    ordered = Attempt.objects.filter(order=Attempt.Order.OPEN).values("clip")
    waiting = Job.objects.filter(state=Job.State.WAITING, quoted_usd__gt=0).exclude(clip__in=ordered)
    what, _, _ = cap.key.partition(":")
    if what == "video":
        waiting = waiting.filter(task=job.task_id)
    elif what == "service":
        waiting = waiting.filter(service=job.service)
    else:
        waiting = waiting.filter(channel=job.channel_id)
    films = Task.objects.select_for_update(no_key=True).filter(pk__in=waiting.values("task")).order_by("pk")
    paused = [film.pk for film in films]
    waiting.filter(task__in=paused).update(state=Job.State.HELD, hold=Job.Hold.BUDGET)
    sentence = cap.full(job.quoted_usd)
    held = Job.objects.filter(task__in=paused, state=Job.State.HELD, hold=Job.Hold.BUDGET)
    unsaid = Task.objects.filter(pk__in=held.values("task")).exclude(pause=sentence)
    unsaid.update(pause=sentence, revision=F("revision") + 1, updated_at=now())
    alert("budget", f"{cap.key}:{cap.limit}:full", sentence)


def release() -> int:
    """Let paused films go on for which there is room again: a cap was raised, or another day began. Returns how many."""
    held = Job.objects.filter(state=Job.State.HELD, hold=Job.Hold.BUDGET)
    Task.objects.exclude(pause="").exclude(pk__in=held.values("task")).update(pause="", revision=F("revision") + 1)
    could_start = held.filter(waits_for=None, run_after__lte=now()).select_related("task__channel")
    caps = Caps()
    firsts: dict[object, Job] = {}
    for job in could_start.order_by("task_age", "task", "position", "id"):  # older films first
        firsts.setdefault(job.task_id, job)
    return sum(not obstacle(job, caps) and _release(job.task_id) for job in firsts.values())


@transaction.atomic
def _release(task_id: object) -> bool:
    task = lock(task_id)
    held = task.jobs.filter(state=Job.State.HELD, hold=Job.Hold.BUDGET)
    if not held.update(state=Job.State.WAITING, hold=Job.Hold.NOTHING):
        return False
    task.pause = ""
    changed(task, "pause")
    record(task, "budget", by="engine", note="there is room again", from_status=task.state)
    tickets.wake()
    return True


def alert(kind: str, key: str, message: str) -> None:
    """Tell people something once; the same key is never told again."""
    Alert.objects.get_or_create(key=key[:200], defaults={"kind": kind, "message": message})
