"""Sensible rows and small files; a test names only the values it is about."""

import hashlib
import itertools
import json
import uuid
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.utils.timezone import now

from channels.loading import load_channels
from channels.models import Channel
from pipeline import queue
from pipeline.actions.intake import lay_out, storyboard_clip
from pipeline.models import Attempt, Clip, Job, Task
from pipeline.plans import read_plan
from pipeline.rules import storyboard as storyboards
from pipeline.rules.statuses import Status
from pipeline.steps import BY_KIND
from videogen.lib import paths

_numbers = itertools.count(1)


def make_channel(channel_id: str = "meadow", **changes: Any) -> Channel:
    """A channel, by its file, whose films have three images and two scenes of two seconds."""
    write_channel(channel_id, **changes)
    problems = load_channels().problems
    assert not problems, problems
    return Channel.objects.get(pk=channel_id)


def write_channel(channel_id: str = "meadow", **changes: Any) -> None:
    """Write the file of a channel, for processes that read it themselves."""
    values: dict[str, Any] = {
        "channel_id": channel_id,
        "channel_name": channel_id.title(),
        "notion_database_id": None,
        "default_privacy": "private",
        "voice_id": "en-gb",
        "format": {"assets": 3, "scenes": 2, "clip_seconds": 2},
        **changes,
    }
    file = settings.CHANNEL_CONFIG_DIR / f"{channel_id}.yaml"
    file.write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")


def make_task(status: Status = Status.DRAFT, *, channel: Channel | None = None, **values: Any) -> Task:
    """A task with a complete idea."""
    channel = channel or Channel.objects.filter(pk="meadow").first() or make_channel()
    values = {"title": f"The meadow at night {next(_numbers)}", "topic": "What moves when we sleep", **values}
    return Task.objects.create(channel=channel, status=status, **values)


def storyboard_values() -> dict[str, Any]:
    """A storyboard that fits `make_channel`: an owl and a meadow over two scenes, and a lamp."""
    scene = {
        "characters": ["owl"],
        "environment": "meadow",
        "props": ["lamp"],
        "layout": "single",
        "motion": "slow push in",
        "narration": "The owl waits.",
        "sound": "night insects",
    }
    return {
        "atmosphere": "Quiet blue night",
        "assets": [
            {"name": "owl", "kind": "character", "prompt": "a brown owl"},
            {"name": "meadow", "kind": "environment", "prompt": "a meadow at night"},
            {"name": "lamp", "kind": "prop", "prompt": "a brass lamp"},
        ],
        "scenes": [{"number": n, **scene} for n in (1, 2)],
    }


def make_storyboard(task: Task, values: dict[str, Any] | None = None) -> Task:
    """Give a task its storyboard and lay its clips out."""
    clip = storyboard_clip(task)
    make_take(clip, content=json.dumps(values or storyboard_values()).encode())
    plan = read_plan(task)
    assert isinstance(plan.storyboard, storyboards.Storyboard)
    lay_out(task, plan, plan.storyboard)
    return task


def make_take(clip: Clip, *, content: bytes = b"content", file: Path | None = None, selected: bool = True) -> Attempt:
    """A finished attempt with its file, at the canonical place, too."""
    attempt_id = uuid.uuid4()
    name = Path(clip.path).name
    out = clip.task.project.take(str(attempt_id)) / name
    out.parent.mkdir(parents=True)
    out.write_bytes(file.read_bytes() if file else content)
    if selected:
        clip.attempts.filter(selected=True).update(selected=False)
        paths.publish(out, clip.task.project.folder / clip.path)
    return Attempt.objects.create(
        id=attempt_id,
        clip=clip,
        provider="local",
        outcome=Attempt.Outcome.DONE,
        take=clip.attempts.filter(outcome="done").count() + 1,
        selected=selected,
        path=paths.relative(settings.WORKSPACE_ROOT, out),
        sha256=hashlib.sha256(out.read_bytes()).hexdigest(),
        size=out.stat().st_size,
        finished_at=now(),
    )


def make_job(
    clip: Clip | None = None, *, task: Task | None = None, kind: str = "image", number: int = 1, **values: Any
) -> Job:
    """A waiting job for a clip."""
    clip = clip or make_clip(kind, number, task=task)
    defaults = {"service": "local", "task_age": clip.task.created_at, "position": clip.number}
    return Job.objects.create(
        task=clip.task, channel=clip.task.channel, clip=clip, step=BY_KIND[clip.kind].name, **{**defaults, **values}
    )


def make_clip(kind: str = "image", number: int = 1, *, task: Task | None = None, **values: Any) -> Clip:
    """A clip of a task that has its storyboard."""
    task = task or make_task(Status.GENERATING_ASSETS)
    if not task.clips.exists():
        make_storyboard(task)
    clip = task.clips.get(kind=kind, number=number)
    for name, value in values.items():
        setattr(clip, name, value)
    clip.save()
    return clip


def claimed(**values: Any) -> Job:
    """A job that a worker has just claimed."""
    make_job(**values)
    job = queue.claim("worker")
    assert job
    return job
