"""The board: every task that a person may see, in columns from idea to film."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from channels.models import Channel
from pipeline.actions import lost_orders
from pipeline.models import Task
from pipeline.models.task import FINISHED, TaskQuerySet
from pipeline.rules.statuses import ERRORS, GATES, Status
from review.cards import Card, cards, share_channels, stamp
from review.notices import notices
from review.refreshing import live
from videogen.lib.paths import IDENTIFIER

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
SHOW: Mapping[str, tuple[str, tuple[Status, ...]]] = {
    "": ("All", tuple(S)),
    "review": ("Needs review", GATES),
    "errors": ("Errors", ERRORS),
}
MOST_OF_ONE_STATUS = 12  # the rest is counted; a board that is read at a glance has no use for more


@dataclass(frozen=True)
class Column:
    """One group of statuses. `more` tasks are in it that are not drawn."""

    name: str
    cards: tuple[Card, ...]
    count: int

    @property
    def slug(self) -> str:
        return self.name.lower()

    @property
    def more(self) -> int:
        return self.count - len(self.cards)


@dataclass(frozen=True)
class Filter:
    """What the address asks for."""

    channel: str
    show: str

    @classmethod
    def read(cls, request: HttpRequest) -> "Filter":
        show = request.GET.get("show", "")
        channel = request.GET.get("channel", "")
        known = not channel or IDENTIFIER.fullmatch(channel)
        return cls(channel if known else "-", show if show in SHOW else "")  # no channel is called "-"

    def address(self, **changes: str) -> str:
        values = {"channel": self.channel, "show": self.show, **changes}
        return "?" + urlencode({key: value for key, value in values.items() if value})

    def choose(self, tasks: TaskQuerySet) -> TaskQuerySet:
        tasks = tasks.filter(channel=self.channel) if self.channel else tasks
        if self.show == "review":
            return tasks.filter(Q(status__in=GATES) | Q(pk__in=lost_orders().order_by().values("clip__task")))
        return tasks.filter(status__in=SHOW[self.show][1]) if self.show else tasks


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Show the board; to a page that shows it already, send what changed, or nothing."""
    wanted = Filter.read(request)
    channels = list(Channel.objects.visible_to(request.user))
    visible = Task.objects.filter(channel__in=[channel.pk for channel in channels])
    counts = Counter(dict(wanted.choose(visible).values_list("status").annotate(n=Count("pk")).order_by()))
    tasks = _drawn(wanted.choose(visible))
    share_channels(tasks, channels)
    columns = _columns(cards(tasks), counts)
    strip = notices(request.user)
    return live(
        request,
        "review/board.html",
        "review/board_update.html",
        seen=f"{stamp(card for column in columns for card in column.cards)}-{sum(counts.values())}-{strip.stamp}",
        contents=lambda: {
            "columns": columns,
            "empty": not any(counts.values()),
            "notices": strip,
            **_choices(wanted, channels),
        },
        channel=wanted.channel,
        show=wanted.show,
    )


def _choices(wanted: Filter, channels: list[Channel]) -> dict[str, Any]:
    """What the filters offer: words, address, and whether it is chosen."""
    return {
        "filtered": bool(wanted.channel or wanted.show),
        "channels": [
            (channel, wanted.address(channel=channel.pk), channel.pk == wanted.channel) for channel in channels
        ],
        "all_channels": (wanted.address(channel=""), not wanted.channel),
        "shows": [(label, wanted.address(show=key), key == wanted.show) for key, (label, _) in SHOW.items()],
    }


def _drawn(tasks: TaskQuerySet) -> list[Task]:
    """The tasks that are drawn: of each status those that wait longest, of finished ones the newest."""
    place = Window(RowNumber(), partition_by=F("status"), order_by=F("status_since").asc())
    live = tasks.exclude(status__in=FINISHED).annotate(place=place).filter(place__lte=MOST_OF_ONE_STATUS)
    finished = tasks.filter(status__in=FINISHED).order_by("-status_since")[:MOST_OF_ONE_STATUS]
    return [*live.order_by("status_since"), *finished]


def _columns(shown: list[Card], counts: Counter[str]) -> list[Column]:
    return [
        Column(
            name=name,
            cards=tuple(sorted((c for c in shown if c.status in statuses), key=lambda c: _place(c, statuses))),
            count=sum(counts[status] for status in statuses),
        )
        for name, statuses in GROUPS.items()
    ]


def _place(card: Card, statuses: tuple[Status, ...]) -> tuple[bool, int]:
    """What waits for a person stands on top, then what is furthest on."""
    return (not card.needs_a_person, -statuses.index(Status(card.status)))
