"""The claim in plain steps, for SQLite: the rules of claim.sql, where one writer at a time is the gate."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.utils.timezone import now

from channels.models import Channel
from pipeline import budget
from pipeline.models import Job, Service, Task, Turn
from pipeline.models.job import JobQuerySet
from pipeline.rules import fairness, limits
from pipeline.rules.fairness import Turns, Waiting
from pipeline.rules.limits import Limits
from pipeline.rules.statuses import GATES, MAKING

AT_ONCE = 100  # jobs whose time has come that one claim lets in

WAITS = "{0}.state = 'waiting' AND {0}.waits_for_id IS NULL AND {0}.later = 0 AND {0}.film_turn IS "

# The first job of each lane, found by stepping through an index from one lane to the next. Films under way have a lane for
# each priority and service, and those still to be started one for each priority, channel and service.
HEADS = """
WITH RECURSIVE lane(job) AS (
    SELECT * FROM (SELECT j.id FROM pipeline_job j WHERE {j} ORDER BY {lane} LIMIT 1)
    UNION ALL
    SELECT (SELECT j.id FROM pipeline_job j, pipeline_job here
            WHERE here.id = lane.job AND {j} AND ({lane}) > ({here}) ORDER BY {lane} LIMIT 1)
    FROM lane WHERE lane.job IS NOT NULL
)
SELECT head.* FROM lane
JOIN pipeline_job here ON here.id = lane.job
JOIN pipeline_job head ON head.id = (
    SELECT j.id FROM pipeline_job j
    WHERE {j} AND ({lane}) = ({here}) AND j.channel_id IN (SELECT channel_id FROM channels_channel WHERE is_active)
    ORDER BY {order}, j.position, j.id LIMIT 1)
"""


def _heads_of(lane: str, order: str, under_way: str) -> str:
    columns = [f"{{0}}.{name}" for name in lane.split()]
    values = {"j": WAITS.format("j") + under_way, "order": order}
    for name, table in (("lane", "j"), ("here", "here")):
        values[name] = ", ".join(columns).format(table)
    return HEADS.format(**values)


UNDER_WAY = _heads_of("priority service", "j.film_turn", "NOT NULL")
TO_START = _heads_of("priority channel_id service starts_film", "j.task_age", "NULL")


def take_best(worker: str, token: str) -> Job | None:
    """Take the best job for a worker. One that is still waiting did not fit under a cap and was not taken."""
    # Nobody waits at the gate for nothing.
    return _take_best(worker, token) if Job.objects.claimable().exists() else None


@transaction.atomic
def _take_best(worker: str, token: str) -> Job | None:
    at = now()
    _ripen(at)
    best = _best(worker, at)
    if best is None or (best.quoted_usd and budget.obstacle(best) is not None):
        return best
    best.state, best.worker, best.token = Job.State.RUNNING, worker, token
    best.leased_until = at + timedelta(seconds=settings.LEASE_SECONDS)
    best.save(update_fields=["state", "worker", "token", "leased_until"])
    turn = {"claimed_at": at} if best.film_turn else {"claimed_at": at, "served_at": at}
    Turn.objects.update_or_create(priority=best.priority, channel_id=best.channel_id, defaults=turn)
    _count_call(best.service, at)
    return best


def _ripen(at: datetime) -> None:
    due = Job.objects.filter(state=Job.State.WAITING, waits_for=None, later=True, run_after__lte=at)
    if ripe := list(due.order_by("run_after").values_list("pk", flat=True)[:AT_ONCE]):
        Job.objects.filter(pk__in=ripe).update(later=False)


def _best(worker: str, at: datetime) -> Job | None:
    heads = _heads(worker, at)
    rows = list(Turn.objects.all())
    served = {(row.priority, row.channel_id): row.served_at for row in rows if row.served_at}
    claimed = {(row.priority, row.channel_id): row.claimed_at for row in rows}
    turn = fairness.next_up(map(_waiting, heads.values()), Turns(served, claimed), at)
    return heads[turn.job] if turn else None


def _waiting(job: Job) -> Waiting:
    return Waiting(
        job.pk, job.priority, job.channel_id, job.task_age, job.position, job.run_after, film_turn=job.film_turn
    )


def _heads(worker: str, at: datetime) -> dict[int, Job]:
    """The first job of each lane that may go on. One whose time has not come is marked, and looked past from then on."""
    room = _services_with_room(worker.partition(":")[0], at)
    starters: dict[str, bool] = {}
    while True:
        heads = [job for lanes in (UNDER_WAY, TO_START) for job in Job.objects.raw(lanes) if job.service in room]
        if not any(job.run_after > at for job in heads):
            break
        # All at once: with one look for each, a claim would hold the database for seconds after an outage.
        early = Job.objects.filter(state=Job.State.WAITING, waits_for=None, later=False, run_after__gt=at)
        early.update(later=True)
    for job in heads:
        if job.starts_film and job.channel_id not in starters:
            starters[job.channel_id] = may_start_a_film(job.channel_id)
    return {job.pk: job for job in heads if not job.starts_film or starters[job.channel_id]}


def _services_with_room(machine: str, at: datetime) -> set[str]:
    running = Job.objects.filter(state=Job.State.RUNNING)
    everywhere = _per_service(running.all())
    here = _per_service(running.filter(Q(worker=machine) | Q(worker__startswith=f"{machine}:")))
    return {
        service.name
        for service in Service.objects.all()
        if limits.has_room(_limits(service, (here if service.per_machine else everywhere).get(service.name, 0)), at)
    }


def _per_service(running: JobQuerySet) -> dict[str, int]:
    return dict(running.values_list("service").annotate(n=Count("id")).order_by())


def _limits(service: Service, running: int) -> Limits:
    return Limits(
        limit=service.limit,
        running=running,
        paused_until=service.paused_until,
        calls_per_window=service.calls_per_window,
        window_seconds=service.window_seconds,
        recent_calls=service.recent_calls,
        daily_quota=service.daily_quota,
        used_today=service.used_today,
        used_on=service.used_on,
        timezone=service.timezone,
    )


def may_start_a_film(channel_id: str) -> bool:
    """Say whether a channel has fewer films in progress than it may have, and its reviewers are not behind."""
    channel = Channel.objects.get(pk=channel_id)
    films = Task.objects.filter(channel=channel)
    entering = Job.objects.filter(state=Job.State.RUNNING, channel=channel, starts_film=True)
    if films.filter(status__in=MAKING).count() + entering.count() >= channel.settings.max_concurrent:
        return False
    backlog = channel.settings.review_backlog
    return backlog is None or films.filter(status__in=GATES).count() < backlog


def _count_call(name: str, at: datetime) -> None:
    service = Service.objects.filter(pk=name).first()
    if service is None:
        return
    state = _limits(service, 0)
    Service.objects.filter(pk=name).update(
        used_today=limits.used_on(state, at) + 1,
        used_on=limits.day_of(service.timezone, at),
        recent_calls=limits.with_call(service.recent_calls, service.calls_per_window, at),
    )
