"""What is said about a task wherever it appears: on the board, in the inbox, at the head of its own pages."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache, lru_cache
from urllib.parse import quote
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.timezone import now

from channels.models import Channel
from pipeline.models import Clip, Task
from pipeline.models.task import FINISHED, Priority
from pipeline.reports import step_of, total_clips
from pipeline.rules.statuses import CANCELLABLE, Status
from pipeline.steps import STEPS
from review.card_facts import Facts, Retry, costs, done, done_in_step, facts, thumbs
from review.lost import Lost


@dataclass(frozen=True)
class Progress:
    """How many clips of one step are there, and how many it has."""

    done: int
    total: int

    @property
    def is_growing(self) -> bool:
        """Something is made, and something is missing."""
        return 0 < self.done < self.total


@dataclass(frozen=True)
class Card:
    """One task in short. `trouble` says why it stands still; `thumb` a path in the workspace, empty before there is a picture.

    `choice` is how the board's checkbox names it: with the status that was seen and, at a gate, the revision.
    `step` is the progress of what is made now, None where nothing is, and `cost` what was spent: both are for boards, which
    leave `done` out. `stuck` is the last news of a film that stands still.
    """

    id: UUID
    choice: str
    title: str
    channel_id: str
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
    step: Progress | None
    cost: Decimal
    deadline: datetime | None
    late: bool
    stuck: datetime | None
    priority: str

    @property
    def can(self) -> str:
        """What may be decided about it together with other films, as words: queue approve reject retry cancel."""
        deeds = {
            "queue": self.status == Status.DRAFT,
            "approve": self.at_gate,
            "reject": self.at_gate,
            "retry": self.in_error or self.retry is not None,
            "cancel": self.status in CANCELLABLE,
        }
        return " ".join(deed for deed, possible in deeds.items() if possible)

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
    def picture(self) -> str:
        """Where the picture is served; empty before there is one."""
        return f"{_thumbs()}{quote(self.thumb)}" if self.thumb else ""

    @property
    def is_growing(self) -> bool:
        """Some of the film's clips are made, and some are missing."""
        return 0 < self.done < self.total

    @property
    def stamp(self) -> str:
        """Another text as soon as the card says something else, so that pages redraw just what changed."""
        return f"{zlib.crc32(repr(self).encode()):08x}"


def cards(tasks: Sequence[Task]) -> list[Card]:
    """Describe tasks for pages of their own, in four queries however many they are."""
    known, made, pictures = facts(tasks), done([task.pk for task in tasks]), thumbs(tasks)
    return [_card(task, known, pictures, done=made.get(task.pk, 0)) for task in tasks]


def board_cards(tasks: Sequence[Task], known: Facts) -> list[Card]:
    """Describe tasks for a board, in three queries: with costs, and the progress of what is made now in place of the film's."""
    kinds = {task.pk: kind for task in tasks if task.channel.config and (kind := _kind_of_step(task))}
    made, pictures, spent = done_in_step(kinds), thumbs(tasks), costs([task.pk for task in tasks])
    return [
        _card(
            task,
            known,
            pictures,
            step=_progress(task, kinds[task.pk], made.get(task.pk, 0)) if task.pk in kinds else None,
            cost=spent.get(task.pk, Decimal(0)),
        )
        for task in tasks
    ]


def stamp(shown: Iterable[Card]) -> str:
    """One text for many cards, in their order."""
    return f"{zlib.crc32(' '.join(card.stamp for card in shown).encode()):08x}"


@lru_cache(maxsize=4_096)
def drawn(card: Card, may_decide: bool, _minute: int) -> SafeString:
    """Draw a card for the board, once a minute while it says the same: open boards ask every few seconds, for all people."""
    return render_to_string("review/parts/card.html", {"card": card, "may_decide": may_decide})


@cache
def _thumbs() -> str:
    """Where all pictures are served: one address is looked up, not one for each of a board's hundreds."""
    return reverse("review:thumb", args=["x"]).removesuffix("x")


def share_channels(tasks: Iterable[Task], channels: Iterable[Channel]) -> None:
    """Give tasks of one channel the same row of it, so that its file's values are read once.

    A channel that came after `channels` were read is read with its task.
    """
    rows = {channel.pk: channel for channel in channels}
    for task in tasks:
        if channel := rows.get(task.channel_id):
            task.channel = channel


def _card(
    task: Task,
    known: Facts,
    pictures: Mapping[UUID, str],
    *,
    done: int = 0,
    step: Progress | None = None,
    cost: Decimal = Decimal(0),
) -> Card:
    retry, lost, stuck = known.of(task.pk)
    is_over = task.state in FINISHED
    return Card(
        id=task.pk,
        choice=f"{task.pk}:{task.status}:{task.revision}" if task.at_gate else f"{task.pk}:{task.status}",
        title=str(task),
        channel_id=task.channel_id,
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
        trouble=str((task.error or {}).get("message", "")) or task.problem,
        thumb=pictures.get(task.pk, ""),
        lost=lost,
        paused=bool(task.pause),
        step=step,
        cost=cost,
        deadline=None if is_over else task.publish_at,
        late=not is_over and task.publish_at is not None and task.publish_at < now(),
        stuck=stuck,
        priority="" if is_over or task.priority == Priority.NORMAL else task.get_priority_display(),
    )


def _kind_of_step(task: Task) -> str:
    """Which clips the status of a task is about; empty where that is none, or a single file."""
    step = STEPS.get(step_of(task) or "")
    return step.kind if step and step.kind not in (Clip.Kind.STORYBOARD, Clip.Kind.FILM) else ""


def _progress(task: Task, kind: str, done: int) -> Progress:
    shape = task.channel.settings.format
    return Progress(done, shape.assets if kind == Clip.Kind.IMAGE else shape.scenes)
