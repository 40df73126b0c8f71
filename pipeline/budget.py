"""The caps: per film, per channel and day, per channel and month, per service and day. Spent is what the ledger has; reserved is
what running jobs and open orders may still cost."""

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


def caps(task: Task, service: Service | None, *, at: datetime | None = None) -> Iterator[Cap]:
    """Give every cap that an order for this task at this service must fit under."""
    at = at or now()
    budget, channel, file = task.channel.settings.budget, task.channel, task.channel.file_name
    day, month = money.day_start(at, DAY_ZONE), money.month_start(at)
    if budget.per_video_usd is not None:
        film = Scope(f"video:{task.pk}", Q(task=task))
        remedy = f"Raise budget.per_video_usd in {file}, or cancel the film."
        yield _cap("this film's budget", film, budget.per_video_usd, remedy)
    if budget.per_day_usd is not None:
        today = Scope(f"day:{channel.pk}:{day:%Y-%m-%d}", Q(channel=channel), day)
        remedy = f"Raise budget.per_day_usd in {file}, wait until tomorrow, or cancel the film."
        yield _cap(f"{channel}'s budget for today", today, budget.per_day_usd, remedy)
    if budget.per_month_usd is not None:
        this_month = Scope(f"month:{channel.pk}:{month:%Y-%m}", Q(channel=channel), month)
        remedy = f"Raise budget.per_month_usd in {file}, wait until next month, or cancel the film."
        yield _cap(f"{channel}'s budget for this month", this_month, budget.per_month_usd, remedy)
    if service is not None and service.daily_cap_usd is not None:
        begin = money.day_start(at, service.timezone)
        here = Scope(f"service:{service.pk}:{begin:%Y-%m-%d}", Q(service=service.pk), begin)
        remedy = "Raise it in the admin under Services, wait until tomorrow, or cancel the film."
        yield _cap(f"the daily cap of {service}", here, service.daily_cap_usd, remedy)


@dataclass(frozen=True)
class Scope:
    """What a cap counts: costs and jobs with these values, costs only since a moment."""

    key: str
    values: Q
    since: datetime | None = None


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


def obstacle(job: Job, service: Service) -> Cap | None:
    """Give the cap that does not allow this job to order; None when it may. What is ordered already is paid already."""
    if not job.quoted_usd or _has_open_order(job):
        return None
    found = list(caps(job.task, service))
    full = money.first_full(found, job.quoted_usd)
    if full is None:
        for cap in found:
            if cap.warns(job.quoted_usd):
                alert("budget", f"{cap.key}:{cap.limit}:80", cap.warning())
    return full


def _has_open_order(job: Job) -> bool:
    return Attempt.objects.filter(clip=job.clip_id, order=Attempt.Order.OPEN).exists()


def pause(task: Task, cap: Cap, quote: Decimal) -> None:
    """Let a locked task spend nothing until there is room under the cap again. Nothing of it fails, and free work goes on."""
    waiting = task.jobs.filter(state=Job.State.WAITING, quoted_usd__gt=0)
    ordered = Attempt.objects.filter(clip__task=task, order=Attempt.Order.OPEN).values("clip")
    waiting.exclude(clip__in=ordered).update(state=Job.State.HELD, hold=Job.Hold.BUDGET)
    sentence = cap.full(quote)
    alert("budget", f"{cap.key}:{cap.limit}:full", sentence)
    if task.pause != sentence:
        task.pause = sentence
        changed(task, "pause")


def release() -> int:
    """Let paused tasks go on for which there is room again: a cap was raised, or another day began. Returns how many."""
    held = Job.objects.filter(state=Job.State.HELD, hold=Job.Hold.BUDGET)
    paused = set(held.values_list("task", flat=True))
    paused |= set(Task.objects.exclude(pause="").values_list("pk", flat=True))
    return sum(_release(task_id) for task_id in paused)


def _release(task_id: object) -> bool:
    with transaction.atomic():
        task = lock(task_id)
        held = task.jobs.filter(state=Job.State.HELD, hold=Job.Hold.BUDGET)
        first = held.order_by("position", "id").first()
        if first is not None and obstacle(first, Service.objects.get(pk=first.service)):
            return False
        held.update(state=Job.State.WAITING, hold=Job.Hold.NOTHING)
        if task.pause:
            task.pause = ""
            changed(task, "pause")
            record(task, "budget", by="engine", note="there is room again", from_status=task.state)
        tickets.wake()
        return True


def alert(kind: str, key: str, message: str) -> None:
    """Tell people something once; the same key is never told again."""
    Alert.objects.get_or_create(key=key[:200], defaults={"kind": kind, "message": message})
