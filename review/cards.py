"""What is said about a task wherever it appears: on the board, in the inbox, at the head of its own pages."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import now

from channels.models import Channel
from pipeline.models import Clip, Task
from pipeline.models.task import FINISHED
from pipeline.reports import step_of, total_clips
from pipeline.rules.statuses import CANCELLABLE, Status
from pipeline.steps import STEPS
from review.card_facts import Facts, Retry, costs, done, facts, thumbs
from review.lost import Lost


@dataclass(frozen=True)
class Progress:
    """How many clips of one step are there, and how many it has."""

    done: int
    total: int

    @property
    def is_growing(self) -> bool:
        """Something is made, and something is missing: there is progress to show."""
        return 0 < self.done < self.total


@dataclass(frozen=True)
class Card:
    """One task in short. `trouble` says why it stands still; `thumb` a path in the workspace, empty before there is a picture.

    `step` is the progress of what is made now, None where nothing is; `stuck` the last news of a film that stands still.
    """

    id: UUID
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
    def progress(self) -> Progress:
        """Of the step that is made now; else of the whole film."""
        return self.step or Progress(self.done, self.total)

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
    def is_growing(self) -> bool:
        """Some of the film's clips are made, and some are missing."""
        return Progress(self.done, self.total).is_growing

    @property
    def stamp(self) -> str:
        """Another text as soon as the card says something else, so that pages redraw just what changed."""
        return f"{zlib.crc32(repr(self).encode()):08x}"


def cards(tasks: Sequence[Task], known: Facts | None = None, *, with_costs: bool = False) -> list[Card]:
    """Describe tasks, in four queries however many they are: one more for costs, two less where the facts are known."""
    ids = [task.pk for task in tasks]
    made, pictures, spent = done(ids), thumbs(tasks), costs(ids) if with_costs else {}
    known = known or facts(tasks)
    return [
        _card(task, made.get(task.pk, {}), known, pictures.get(task.pk, ""), spent.get(task.pk, Decimal(0)))
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


def _card(task: Task, good: Mapping[str, int], known: Facts, thumb: str, cost: Decimal) -> Card:
    retry, lost, stuck = known.of(task.pk)
    made = sum(good.values())
    return Card(
        id=task.pk,
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
        done=made,
        total=max(made, total_clips(task)) if task.channel.config else made,
        retry=retry,
        trouble=str((task.error or {}).get("message", "")) or task.problem,
        thumb=thumb,
        lost=lost,
        paused=bool(task.pause),
        step=_step(task, good) if task.channel.config else None,
        cost=cost,
        deadline=task.publish_at,
        late=task.publish_at is not None and task.publish_at < now() and task.state not in FINISHED,
        stuck=stuck,
        priority=task.get_priority_display(),
    )


def _step(task: Task, good: Mapping[str, int]) -> Progress | None:
    """Count what the status of a task is about; None where that is nothing, or a single file."""
    shape = task.channel.settings.format
    step = STEPS.get(step_of(task) or "")
    kind = step.kind if step else Clip.Kind.FILM
    if kind in (Clip.Kind.STORYBOARD, Clip.Kind.FILM):
        return None
    return Progress(good.get(kind, 0), shape.assets if kind == Clip.Kind.IMAGE else shape.scenes)
