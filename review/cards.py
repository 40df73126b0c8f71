"""What is said about a task wherever it appears: on the board, in the inbox, at the head of its own pages."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q
from django.urls import reverse

from channels.models import Channel
from pipeline.models import Attempt, Clip, Job, Task
from pipeline.models.clip import HAS_GOOD_TAKE
from pipeline.reports import total_clips
from pipeline.rules.statuses import Status
from pipeline.steps.film import thumbnail
from review.lost import Lost, per_task

# No scene is composed yet, or not every one of them.
BEFORE_SCENES = (*tuple(Status)[: tuple(Status).index(Status.COMPOSITES_READY)], Status.ASSET_ERROR)


@dataclass(frozen=True)
class Retry:
    """Which attempt comes next, of how many, and when."""

    attempt: int
    of: int
    at: datetime


@dataclass(frozen=True)
class Card:
    """One task in short. `trouble` says why it stands still; `thumb` a path in the workspace, empty before there is a picture."""

    id: UUID
    title: str
    channel: str
    emoji: str
    colour: str
    status: str
    label: str
    at_gate: bool
    in_error: bool
    since: datetime
    done: int
    total: int
    retry: Retry | None
    trouble: str
    thumb: str
    lost: Lost | None
    paused: bool

    @property
    def problem(self) -> str:
        """All that keeps it from going on, in sentences; empty when nothing does."""
        return f"{self.lost or ''} {self.trouble}".strip()

    @property
    def needs_a_person(self) -> bool:
        """It waits for a decision: at a gate, or about orders that may have been charged."""
        return self.at_gate or self.lost is not None

    @property
    def waits_since(self) -> datetime:
        """Since when it waits for a person."""
        return self.lost.since if self.lost and not self.at_gate else self.since

    @property
    def waits_for(self) -> str:
        """What it waits for, in the words of the inbox."""
        if self.at_gate:
            return self.label
        return "May have been charged" if self.lost else "Waits for money" if self.paused else self.label

    @property
    def address(self) -> str:
        """Where a click leads: to the decision where there is one."""
        return reverse("review:gate" if self.at_gate else "review:task", args=[self.id])

    @property
    def is_growing(self) -> bool:
        """Something is made, and something is missing: there is progress to show."""
        return 0 < self.done < self.total

    @property
    def stamp(self) -> str:
        """Another text as soon as the card says something else, so that pages redraw just what changed."""
        return f"{zlib.crc32(repr(self).encode()):08x}"


def cards(tasks: Sequence[Task]) -> list[Card]:
    """Describe tasks, in four queries however many they are."""
    ids = [task.pk for task in tasks]
    done = _done(ids)
    retries = _retries(tasks)
    thumbs = _thumbs(tasks)
    lost = per_task(ids)
    return [
        _card(task, done.get(task.pk, 0), retries.get(task.pk), thumbs.get(task.pk, ""), lost.get(task.pk))
        for task in tasks
    ]


def stamp(shown: Iterable[Card]) -> str:
    """One text for many cards, in their order."""
    return f"{zlib.crc32(' '.join(card.stamp for card in shown).encode()):08x}"


def share_channels(tasks: Iterable[Task], channels: Iterable[Channel]) -> None:
    """Give tasks of one channel the same row of it, so that its file's values are read once."""
    rows = {channel.pk: channel for channel in channels}
    for task in tasks:
        task.channel = rows[task.channel_id]


def _card(task: Task, done: int, retry: Retry | None, thumb: str, lost: Lost | None) -> Card:
    trouble = str((task.error or {}).get("message", "")) or task.problem
    return Card(
        id=task.pk,
        title=str(task),
        channel=task.channel.channel_name,
        emoji=task.channel.emoji,
        colour=task.channel.colour,
        status=task.status,
        label=task.label,
        at_gate=task.at_gate,
        in_error=task.in_error,
        since=task.status_since,
        done=done,
        total=max(done, total_clips(task)) if task.channel.config else done,
        retry=retry,
        trouble=trouble,
        thumb=thumb,
        lost=lost,
        paused=bool(task.pause),
    )


def _done(ids: list[UUID]) -> dict[UUID, int]:
    good = Clip.objects.filter(HAS_GOOD_TAKE, task__in=ids)
    return dict(good.values_list("task").annotate(n=Count("id")).order_by())


def _retries(tasks: Iterable[Task]) -> dict[UUID, Retry]:
    most = {task.pk: task.channel.settings.retry.max_attempts for task in tasks if task.channel.config}
    waiting = Job.objects.retrying().filter(task__in=list(most)).order_by("-run_after")  # the soonest is kept
    return {
        task_id: Retry(failures + 1, most[task_id], at)
        for task_id, failures, at in waiting.values_list("task", "failures", "run_after")
    }


def _thumbs(tasks: Iterable[Task]) -> dict[UUID, str]:
    """The picture that says most: the film's own, else the first scene, else a place where it plays."""
    ids, early = [task.pk for task in tasks], [task.pk for task in tasks if task.state in BEFORE_SCENES]
    place = Q(clip__kind=Clip.Kind.IMAGE, clip__path__startswith="assets/environments/", clip__task__in=early)
    first = Q(clip__kind__in=[Clip.Kind.COMPOSITE, Clip.Kind.FILM], clip__number=1, clip__task__in=ids)
    pictures = Attempt.objects.filter(place | first, selected=True).order_by("-clip__number")
    order = (Clip.Kind.IMAGE, Clip.Kind.COMPOSITE, Clip.Kind.FILM)  # the last one that is there stays
    found: dict[UUID, str] = {}
    rows = pictures.values_list("clip__task", "clip__kind", "path")
    for task_id, kind, path in sorted(rows, key=lambda row: order.index(Clip.Kind(row[1]))):
        picture = film_thumb(path) if kind == Clip.Kind.FILM else path
        found[task_id] = picture or found.get(task_id, "")
    return found


def film_thumb(film: str) -> str:
    """The path of the picture beside a film; empty where there is none."""
    path = thumbnail(settings.WORKSPACE_ROOT / film)
    return PurePosixPath(film).with_name(path.name).as_posix() if path.is_file() else ""
