"""The claim over rows chooses what the pure rules choose, whatever waits and whatever is full (FR41, FR42, FR43)."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils.timezone import now
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.models import Channel
from pipeline import queue
from pipeline.models import Clip, Job, Service, Task, Turn
from pipeline.rules.fairness import Turns, Waiting, next_up
from pipeline.rules.limits import Limits, day_of, has_room
from pipeline.rules.statuses import GATES, MAKING, Status
from tests.factories import make_channel

pytestmark = pytest.mark.django_db

HERE = "here"
CHANNELS = ("alpha", "Beta", "c-3")
SERVICES = ("gemini", "kling", "local")
DAY = "America/Los_Angeles"

services = st.fixed_dictionaries(
    {
        "limit": st.integers(0, 3),
        "paused": st.sampled_from([None, -60, 60]),
        "window": st.sampled_from([None, 1, 2]),
        "calls": st.lists(st.integers(1, 40), max_size=3),
        "quota": st.sampled_from([None, 0, 2]),
        "used": st.integers(0, 3),
        "yesterday": st.booleans(),
    }
)
channels = st.fixed_dictionaries(
    {
        "active": st.sampled_from([True, True, False]),
        "films": st.integers(1, 3),
        "backlog": st.sampled_from([None, 1, 2]),
    }
)
tasks = st.fixed_dictionaries(
    {
        "channel": st.sampled_from(CHANNELS),
        "age": st.integers(1, 4),
        "status": st.sampled_from([Status.QUEUED, Status.GENERATING_ASSETS, Status.VIDEO_READY]),
    }
)
jobs = st.fixed_dictionaries(
    {
        "task": st.integers(0, 5),
        "service": st.sampled_from(SERVICES),
        "priority": st.integers(0, 2),
        "position": st.integers(0, 2),
        "ready": st.sampled_from([-3600, -60, 3600]),
        "later": st.booleans(),
        "turn": st.sampled_from([None, 5, 6]),
        "state": st.sampled_from(["waiting", "waiting", "waiting", "running", "held", "done"]),
        "waits": st.sampled_from([False, False, False, True]),
        "worker": st.sampled_from([HERE, f"{HERE}:1", "elsewhere:1"]),
    }
)
turns = st.dictionaries(
    st.tuples(st.integers(0, 2), st.sampled_from(CHANNELS)),
    st.tuples(st.sampled_from([None, 20, 200, 2000]), st.sampled_from([10, 2000])),
)


@given(
    st.lists(services, min_size=3, max_size=3),
    st.lists(channels, min_size=3, max_size=3),
    st.lists(tasks, min_size=6, max_size=6),
    st.lists(jobs, min_size=1, max_size=14),
    turns,
)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_claim_takes_what_the_rules_choose(services, channels, tasks, jobs, turns):
    with transaction.atomic():
        _rows(services, channels, tasks, jobs, turns)
        for _ in range(3):
            wanted = _chosen()

            job = queue.claim(f"{HERE}:2")

            assert (job and job.pk) == wanted
        transaction.set_rollback(True)


def _chosen():
    """What the rules choose, over all rows that could be meant, with nothing looked up cleverly."""
    at = now()
    in_room = {s.name for s in Service.objects.all() if has_room(_limits(s), at)}
    waiting = [
        Waiting(job.pk, job.priority, job.channel_id, job.task_age, job.position, job.run_after, job.film_turn)
        for job in Job.objects.filter(state="waiting", waits_for=None, run_after__lte=at, channel__is_active=True)
        if job.service in in_room and (not job.starts_film or _may_start(job.channel))
    ]
    rows = {(turn.priority, turn.channel_id): turn for turn in Turn.objects.all()}
    served = {lane: row.served_at for lane, row in rows.items() if row.served_at}
    turn = next_up(waiting, Turns(served, {lane: row.claimed_at for lane, row in rows.items()}), at)
    return turn and turn.job


def _limits(service):
    running = Job.objects.filter(state="running", service=service.name).values_list("worker", flat=True)
    mine = [worker for worker in running if not service.per_machine or worker.split(":")[0] == HERE]
    return Limits(
        service.limit,
        len(mine),
        service.paused_until,
        service.calls_per_window,
        service.window_seconds,
        service.recent_calls,
        service.daily_quota,
        service.used_today,
        service.used_on,
        service.timezone,
    )


def _may_start(channel):
    films = Task.objects.filter(channel=channel)
    entering = Job.objects.filter(channel=channel, state="running", starts_film=True).count()
    if films.filter(status__in=MAKING).count() + entering >= channel.settings.max_concurrent:
        return False
    backlog = channel.settings.review_backlog
    return backlog is None or films.filter(status__in=GATES).count() < backlog


def _rows(services, channels, tasks, jobs, turns):
    at = now()
    for name, values in zip(SERVICES, services, strict=True):
        _service(name, values, at)
    for name, values in zip(CHANNELS, channels, strict=True):
        make_channel(name, max_concurrent=values["films"], review_backlog=values["backlog"])
        Channel.objects.filter(pk=name).update(is_active=values["active"])
    films = [
        Task.objects.create(channel_id=t["channel"], status=t["status"], title=f"Film {n}", topic="Night")
        for n, t in enumerate(tasks)
    ]
    first = None
    for number, values in enumerate(jobs, 1):
        task, running = films[values["task"]], values["state"] == "running"
        clip = Clip.objects.create(task=task, kind="image", number=number, name=f"c{number}", path=f"c{number}")
        job = Job.objects.create(
            task=task,
            channel=task.channel,
            clip=clip,
            step="images",
            service=values["service"],
            priority=values["priority"],
            task_age=at - timedelta(hours=tasks[values["task"]]["age"]),
            position=values["position"],
            state=values["state"],
            run_after=at + timedelta(seconds=values["ready"]),
            later=values["later"],
            starts_film=task.status == Status.QUEUED,
            film_turn=at - timedelta(hours=values["turn"]) if values["turn"] and task.status != Status.QUEUED else None,
            waits_for=first if values["waits"] else None,
            worker=values["worker"] if running else "",
            leased_until=at + timedelta(hours=1) if running else None,
        )
        first = first or job
    for (priority, channel), (served, claimed) in turns.items():
        Turn.objects.create(
            priority=priority,
            channel_id=channel,
            served_at=at - timedelta(seconds=served) if served else None,
            claimed_at=at - timedelta(seconds=claimed),
        )


def _service(name, values, at):
    day = day_of(DAY, at)
    Service.objects.filter(pk=name).update(
        limit=values["limit"],
        paused_until=at + timedelta(seconds=values["paused"]) if values["paused"] else None,
        calls_per_window=values["window"],
        window_seconds=20,
        recent_calls=sorted(at.timestamp() - ago for ago in values["calls"]),
        daily_quota=values["quota"],
        used_today=values["used"],
        used_on=day - timedelta(days=1) if values["yesterday"] else day,
        timezone=DAY,
    )
