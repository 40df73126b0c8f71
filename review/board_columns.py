"""The columns of the board, one for each status, and which films are drawn in them."""

import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, F, IntegerField, Q, Value, When, Window
from django.db.models.functions import RowNumber

from pipeline.models import Task
from pipeline.models.task import FINISHED, TaskQuerySet
from pipeline.rules.statuses import ERRORS, Status
from review.board_filter import Filter
from review.card_facts import Facts
from review.cards import Card, board_cards

S = Status

GROUPS: Mapping[str, tuple[Status, ...]] = {
    "Idea": (S.DRAFT, S.QUEUED, S.CLAIMED),
    "Assets": (
        S.GENERATING_ASSETS,
        S.ASSETS_READY,
        S.ASSETS_APPROVED,
        S.GENERATING_COMPOSITES,
        S.COMPOSITES_READY,
    ),
    "Video": (S.GENERATING_VIDEO, S.VIDEO_READY, S.VIDEO_APPROVED),
    "Audio": (S.GENERATING_AUDIO, S.GENERATING_SFX, S.SFX_READY, S.AUDIO_READY, S.AUDIO_APPROVED),
    "Film": (S.ASSEMBLING, S.ASSEMBLY_READY, S.FINAL_REVIEW),
    "Publish": (S.APPROVED, S.UPLOADING, S.PUBLISHED),
    "Errors": ERRORS,
}
MOST_OF_ONE_STATUS = 8  # what a laptop shows of a column; the rest is counted, and one click away
ON_A_PAGE = 60  # where a single status is looked through


@dataclass(frozen=True)
class Column:
    """One status: how many films are in it, and those that are drawn. `stamp` is another one when it would look different."""

    status: Status
    count: int
    tasks: tuple[Task, ...]
    stamp: str
    cards: tuple[Card, ...] = ()

    @property
    def more(self) -> int:
        return self.count - len(self.tasks)


@dataclass(frozen=True)
class Group:
    """Columns that fold together."""

    name: str
    columns: tuple[Column, ...]
    is_folded: bool

    @property
    def slug(self) -> str:
        return self.name.lower()

    @property
    def count(self) -> int:
        return sum(column.count for column in self.columns)

    @property
    def first(self) -> Status:
        """The column that a narrow screen shows at first: one that holds something."""
        return next((column.status for column in self.columns if column.count), self.columns[0].status)


def draw(tasks: TaskQuerySet, wanted: Filter, raised: Collection[UUID]) -> list[Task]:
    """Read the tasks that are drawn: of each status those that are `raised`, then the urgent, then the oldest; of finished ones
    the newest.
    """
    if wanted.only:
        start = (wanted.page - 1) * ON_A_PAGE
        order = ("-status_since",) if wanted.only in FINISHED else ("sunk", "priority", "status_since")
        return list(_sunk(tasks, raised).order_by(*order, "pk")[start : start + ON_A_PAGE])
    order_of = (F("sunk").asc(), F("priority").asc(), F("status_since").asc())
    place = Window(RowNumber(), partition_by=F("status"), order_by=order_of)
    live = _sunk(tasks.exclude(status__in=FINISHED), raised).annotate(place=place)
    finished = tasks.filter(status__in=FINISHED).order_by("-status_since")[:MOST_OF_ONE_STATUS]
    return [*live.filter(place__lte=MOST_OF_ONE_STATUS).order_by("place"), *finished]


def _sunk(tasks: TaskQuerySet, raised: Collection[UUID]) -> TaskQuerySet:
    below = Case(When(Q(pk__in=raised), then=0), default=1, output_field=IntegerField()) if raised else Value(1)
    return tasks.annotate(sunk=below)


def columns(drawn: Iterable[Task], counts: Counter[str], facts: Facts, at: datetime) -> list[Column]:
    """Sort tasks into their columns, without saying anything about them yet."""
    by_status: dict[str, list[Task]] = {status: [] for status in Status}
    for task in drawn:
        by_status[task.status].append(task)
    return [
        Column(status, counts[status], tuple(found), _stamp(counts[status], found, facts, at))
        for statuses in GROUPS.values()
        for status in statuses
        for found in [by_status[status]]
    ]


def _stamp(count: int, tasks: Sequence[Task], facts: Facts, at: datetime) -> str:
    """Whatever changes on a card comes with a new revision of its task, or is one of the facts, or is the clock."""
    said = [(t.pk, t.status, t.status_since, t.revision, t.updated_at, t.pause, facts.of(t.pk)) for t in tasks]
    late = [t.publish_at is not None and t.publish_at < at for t in tasks]
    channels = [(t.channel.is_active, t.channel.loaded_at) for t in tasks]
    return f"{zlib.crc32(repr((count, said, late, channels)).encode()):x}"


def with_cards(chosen: Sequence[Column], facts: Facts) -> list[Column]:
    """Describe the tasks of these columns, all at once."""
    described = {card.id: card for card in board_cards([task for c in chosen for task in c.tasks], facts)}
    return [Column(c.status, c.count, c.tasks, c.stamp, tuple(described[task.pk] for task in c.tasks)) for c in chosen]


def groups(found: Sequence[Column], folded: Collection[str]) -> list[Group]:
    """Put the columns into their groups."""
    by_status = {column.status: column for column in found}
    return [
        Group(name, tuple(by_status[status] for status in statuses), name.lower() in folded)
        for name, statuses in GROUPS.items()
    ]
