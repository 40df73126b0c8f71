"""A studio's rows: channels, and films at every status with what is made of them by then."""

import random
import uuid
from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.timezone import now

from _pages_files import SCENES, Files
from channels.config_values import ChannelConfig, Format
from channels.models import Channel
from pipeline.actions.intake import lay_out, storyboard_clip
from pipeline.models import Attempt, AuditEntry, Clip, Cost, Job, Preview, Task
from pipeline.plans import read_plan
from pipeline.rules.statuses import ERRORS, GATES, Status
from pipeline.steps import BY_KIND

S = Status
EMOJI, COLOURS = "🏮🌊🌾🏔🦉🚂🌙🍃🔭⚓", ("#c8763c", "#4f8fc8", "#b7a23c", "#7d6cc4", "#58a06a")
TOPICS = ("Lighthouse keepers", "Night trains", "The salt road", "Owls of the north", "A city under ice", "Tidal mills")
MOST_AT_ONCE = 2_000  # rows in one INSERT

# What is made by the time a film comes to a status; the rest has everything but the film.
MADE: dict[Status, tuple[str, ...]] = {
    **dict.fromkeys((S.DRAFT, S.QUEUED, S.CLAIMED), ()),
    S.GENERATING_ASSETS: ("storyboard",),
    S.ASSET_ERROR: ("storyboard",),
    **dict.fromkeys((S.ASSETS_READY, S.ASSETS_APPROVED, S.GENERATING_COMPOSITES), ("storyboard", "image")),
    **dict.fromkeys((S.COMPOSITES_READY, S.GENERATING_VIDEO, S.VIDEO_ERROR), ("storyboard", "image", "composite")),
    **dict.fromkeys(
        (S.VIDEO_READY, S.VIDEO_APPROVED, S.GENERATING_AUDIO, S.AUDIO_ERROR),
        ("storyboard", "image", "composite", "video"),
    ),
    S.GENERATING_SFX: ("storyboard", "image", "composite", "video", "narration"),
}
WITHOUT_FILM = ("storyboard", "image", "composite", "video", "narration", "sfx")
WHOLE = (*WITHOUT_FILM, "film")
HALF = {
    S.GENERATING_ASSETS: "image",
    S.GENERATING_VIDEO: "video",
    S.VIDEO_ERROR: "video",
    S.GENERATING_AUDIO: "narration",
    S.GENERATING_SFX: "sfx",
}
USD = {"image": "0.039", "video": "0.42", "narration": "0.01", "sfx": "0.02"}


def made_by(status: Status) -> tuple[str, ...]:
    """Give the kinds of clips that are there at a status."""
    whole = (S.ASSEMBLY_READY, S.FINAL_REVIEW, S.APPROVED, S.UPLOADING, S.PUBLISHED, S.UPLOAD_ERROR)
    return WHOLE if status in whole else MADE.get(status, WITHOUT_FILM)


def statuses(count: int) -> list[Status]:
    """Spread films over the statuses of a working day: a quarter at gates, most of the rest being made."""
    busy = (S.DRAFT, S.QUEUED, S.GENERATING_ASSETS, S.GENERATING_VIDEO, S.GENERATING_AUDIO, S.ASSEMBLING)
    rare = tuple(s for s in S if s not in (*GATES, *busy, S.PUBLISHED))
    day = (*GATES, *busy, *GATES, *ERRORS, *busy, *rare)
    return [day[n % len(day)] for n in range(count)]


def make_channels(count: int) -> list[Channel]:
    """Create channels whose films have the usual size."""
    made = []
    for n in range(count):
        paid = {"images": "gemini", "videos": "kling", "narration": "elevenlabs", "sfx": "elevenlabs"}
        config = ChannelConfig(f"channel_{n}", f"Channel {n}", format=Format(), providers=paid).as_json()
        config |= {"emoji": EMOJI[n % len(EMOJI)], "colour": COLOURS[n % len(COLOURS)]}
        made.append(
            Channel(pk=f"channel_{n}", channel_name=f"Channel {n}", file_name=f"channel_{n}.yaml", config=config)
        )
    return Channel.objects.bulk_create(made)


def make_live(channels: Sequence[Channel], count: int, files: Files, *, first: int = 0) -> list[Task]:
    """Create films that are under way, each with the clips and takes that it has by then."""
    chance = random.Random(first)
    tasks = [new_task(n + first, channels, status, chance) for n, status in enumerate(statuses(count))]
    create(tasks)
    for task in tasks:
        furnish(task, files, chance)
    write_audit(tasks, 60)
    return tasks


def new_task(n: int, channels: Sequence[Channel], status: Status, chance: random.Random) -> Task:
    since = now() - timedelta(minutes=chance.expovariate(1 / 90))  # some of them stand still
    error = {
        "step": "videos",
        "clip": "video:3",
        "class": "permanent",
        "message": "Kling refused the prompt of scene 3.",
    }
    return Task(
        channel=channels[n % len(channels)],
        title=f"{TOPICS[n % len(TOPICS)]}, part {n}",
        topic="What they did, why it ended, and what is left of it.",
        status=status,
        started_at=since,
        error=error if status in ERRORS else None,
        publish_at=now() + timedelta(days=n % 20 - 2) if n % 7 == 0 else None,
        priority=(1, 1, 1, 1, 0, 2)[n % 6],
    )


def furnish(task: Task, files: Files, chance: random.Random) -> None:
    kinds = made_by(task.state)
    if not kinds:
        return
    plan_clip = storyboard_clip(task)
    _takes(task, [plan_clip], files, 1)
    plan = read_plan(task)
    lay_out(task, plan, plan.board)
    clips = [clip for clip in task.clips.exclude(pk=plan_clip.pk) if _is_made(task, clip, kinds)]
    _takes(task, clips, files, 2)
    _takes(task, [clip for clip in clips if chance.random() < 0.15], files, 1)  # older ones, not selected any more
    if half := HALF.get(task.state):
        _jobs(task, [clip for clip in task.clips.filter(kind=half) if not _is_made(task, clip, kinds)], chance)


def _is_made(task: Task, clip: Clip, kinds: Iterable[str]) -> bool:
    return clip.kind in kinds or (clip.kind == HALF.get(task.state) and clip.number <= SCENES // 2)


def _takes(task: Task, clips: Sequence[Clip], files: Files, take: int) -> None:
    selected = take == 2 or [clip.kind for clip in clips] == ["storyboard"]
    made = [_take(task, clip, take, selected=selected) for clip in clips]
    for clip, attempt in zip(clips, made, strict=True):
        place = settings.WORKSPACE_ROOT / attempt.path
        files.give(place, clip.number)
        if clip.kind == "film":
            files.give(place.with_name("thumbnail.jpg"), 1)
    Attempt.objects.bulk_create(made, MOST_AT_ONCE)
    Preview.objects.bulk_create([_preview(attempt, clip) for attempt, clip in zip(made, clips, strict=True)])
    costs = [_cost(task, attempt, clip) for attempt, clip in zip(made, clips, strict=True) if clip.kind in USD]
    Cost.objects.bulk_create(costs, MOST_AT_ONCE)


def _take(task: Task, clip: Clip, take: int, *, selected: bool) -> Attempt:
    folder = f"channels/{task.channel_id}/projects/{task.pk}/takes/{take}"
    return Attempt(
        clip=clip,
        provider="local",
        outcome=Attempt.Outcome.DONE,
        take=take,
        selected=selected,
        path=f"{folder}/{clip.kind}_{clip.number:02d}{Path(clip.path).suffix}",
        sha256="0" * 64,
        size=40_000,
        finished_at=task.status_since,
    )


def _preview(take: Attempt, clip: Clip) -> Preview:
    peaks = [(n * 37) % 100 for n in range(200)] if clip.kind in ("narration", "sfx") else []
    return Preview(
        take=take, state=Preview.State.DONE, facts={"files": [], "frames": 0, "seconds": 2.0, "peaks": peaks}
    )


def _cost(task: Task, take: Attempt, clip: Clip) -> Cost:
    return Cost(
        task=task, attempt=take, channel=task.channel, service="kling", component=clip.kind, usd=Decimal(USD[clip.kind])
    )


def _jobs(task: Task, clips: Sequence[Clip], chance: random.Random) -> None:
    retrying = chance.random() < 0.3
    Job.objects.bulk_create(
        Job(
            task=task,
            channel=task.channel,
            clip=clip,
            step=BY_KIND[clip.kind].name,
            service=BY_KIND[clip.kind].service,
            task_age=task.created_at,
            film_turn=task.started_at,
            failures=2 if retrying and n == 0 else 0,
            run_after=now() + timedelta(hours=5 if retrying and n == 0 else 0),
        )
        for n, clip in enumerate(clips)
    )


def create(tasks: Sequence[Task]) -> None:
    """Create films with a past; Django itself would have all of them begin now."""
    Task.objects.bulk_create(tasks, MOST_AT_ONCE)
    past = [(task.started_at, task.started_at, key_of(task.pk)) for task in tasks]
    with connection.cursor() as db:
        db.executemany("UPDATE pipeline_task SET status_since = %s, created_at = %s WHERE id = %s", past)
    for task in tasks:
        if task.started_at:
            task.status_since = task.created_at = task.started_at


def is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def key_of(key: uuid.UUID) -> str:
    return key.hex if is_sqlite() else str(key)


def write_audit(tasks: Sequence[Task], each: int) -> None:
    """Give each film so many entries. Their hashes are only different from each other: nobody verifies this chain."""
    at = now()
    entries = (
        AuditEntry(
            at=at, actor="rita", action=("transition", "approve", "reject")[n % 3], task=task, hash=uuid.uuid4().hex
        )
        for task in tasks
        for n in range(each)
    )
    AuditEntry.objects.bulk_create(entries, MOST_AT_ONCE)
