"""What `status` tells, for people and for programs."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils.timezone import now

from channels.models import Channel
from pipeline.models import Clip, Job, Service, Task
from pipeline.models.clip import HAS_GOOD_TAKE
from pipeline.rules import limits
from pipeline.rules.flow import MADE_IN
from pipeline.rules.statuses import GATES, MAKING, Status


def status() -> dict[str, list[dict[str, Any]]]:
    """Give all tasks, channels and services as plain values."""
    tasks = Task.objects.select_related("channel")
    done = dict(Clip.objects.filter(HAS_GOOD_TAKE).values_list("task").annotate(n=Count("id")).order_by())
    return {
        "tasks": [_task(task, done.get(task.pk, 0)) for task in tasks],
        "channels": capacity(),
        "services": _services(),
    }


def total_clips(task: Task) -> int:
    """How many clips the finished task has: storyboard, images, four for each scene, film."""
    shape = task.channel.settings.format
    return shape.assets + 4 * shape.scenes + 2


def capacity() -> list[dict[str, Any]]:
    """Per channel: queued, running, waiting for people, free places."""
    counts = Counter(Task.objects.values_list("channel", "status"))
    return [
        {
            "channel_id": channel.pk,
            "is_active": channel.is_active,
            "queued": counts[channel.pk, Status.QUEUED],
            "running": (running := sum(counts[channel.pk, s] for s in MAKING)),
            "waiting": sum(counts[channel.pk, s] for s in GATES),
            "free": max(0, channel.settings.max_concurrent - running) if channel.config else 0,
        }
        for channel in Channel.objects.all()
    ]


def _task(task: Task, done: int) -> dict[str, Any]:
    retry = task.retry
    film = task.film
    return {
        "id": str(task.pk),
        "channel": task.channel_id,
        "title": task.title,
        "status": task.status,
        "label": task.label,
        "step": step_of(task),
        "progress": {"done": done, "total": total_clips(task)},
        "retry": {**retry, "at": _iso(retry["at"])} if retry else None,
        "error": task.error,
        "cost_usd": float(task.cost_usd),
        "film": str(film) if film else None,
        "youtube_url": None,
        "notion_page_id": task.notion_page_id,
    }


def step_of(task: Task) -> str | None:
    """The step that the task's status is about, or None where nothing is made."""
    if task.error:
        return str(task.error["step"]) or None
    if task.state is Status.CLAIMED:
        return "plan"
    return next((step for step, status in MADE_IN.items() if status is task.state and step != "plan"), None)


def _services() -> list[dict[str, Any]]:
    running = Counter(Job.objects.filter(state=Job.State.RUNNING).values_list("service", flat=True))
    return [
        {
            "name": service.name,
            "running": running[service.name],
            "limit": service.limit,
            "paused_until": _iso(service.paused_until),
            "used_today": used_today(service),
            "daily_quota": service.daily_quota,
        }
        for service in Service.objects.all()
    ]


def used_today(service: Service) -> int:
    """How many calls to a service began on its own day."""
    return service.used_today if service.used_on == limits.day_of(service.timezone, now()) else 0


def _iso(at: Any) -> str | None:
    return at.isoformat() if isinstance(at, datetime) else None
