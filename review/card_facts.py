"""What is true of tasks on a board without being in their rows: each asked for many of them at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import PurePosixPath
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, Sum

from pipeline.models import Attempt, Clip, Cost, Job, Task
from pipeline.models.clip import HAS_GOOD_TAKE
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
class Facts:
    """What is true of tasks without being in their rows. `stuck` gives the time of the last news."""

    retries: Mapping[UUID, Retry] = field(default_factory=dict)
    lost: Mapping[UUID, Lost] = field(default_factory=dict)
    stuck: Mapping[UUID, datetime] = field(default_factory=dict)

    def of(self, task: UUID) -> tuple[Retry | None, Lost | None, datetime | None]:
        return self.retries.get(task), self.lost.get(task), self.stuck.get(task)


def facts(tasks: Sequence[Task]) -> Facts:
    """Find out what the tasks' rows do not say, in two queries however many they are."""
    return Facts(_retries(tasks), per_task([task.pk for task in tasks]))


def facts_beside(tasks: Sequence[Task], stuck: Mapping[UUID, datetime], lost: Collection[UUID]) -> Facts:
    """Find out the same where it is known already which films stand still, and which have orders to decide about."""
    return Facts(_retries(tasks), per_task([task.pk for task in tasks if task.pk in lost]), stuck)


def done(ids: list[UUID]) -> dict[UUID, int]:
    """Count the good clips of whole films."""
    good = Clip.objects.filter(HAS_GOOD_TAKE, task__in=ids)
    return dict(good.values_list("task").annotate(n=Count("id")).order_by())


def done_in_step(kinds: Mapping[UUID, str]) -> dict[UUID, int]:
    """Count the good clips of one kind for each film: far fewer than those of whole films."""
    wanted = Q(pk__in=[])
    for kind in set(kinds.values()):
        wanted |= Q(kind=kind, task__in=[task for task, its in kinds.items() if its == kind])
    good = Clip.objects.filter(HAS_GOOD_TAKE & wanted)
    return dict(good.values_list("task").annotate(n=Count("id")).order_by())


def costs(ids: list[UUID]) -> dict[UUID, Decimal]:
    """Sum what was spent so far."""
    return dict(Cost.objects.filter(task__in=ids).order_by().values_list("task").annotate(usd=Sum("usd")))


def _retries(tasks: Iterable[Task]) -> dict[UUID, Retry]:
    most = {task.pk: task.channel.settings.retry.max_attempts for task in tasks if task.channel.config}
    waiting = Job.objects.retrying().filter(task__in=list(most)).order_by("-run_after")  # the soonest is kept
    return {
        task_id: Retry(failures + 1, most[task_id], at)
        for task_id, failures, at in waiting.values_list("task", "failures", "run_after")
    }


def thumbs(tasks: Iterable[Task]) -> dict[UUID, str]:
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
