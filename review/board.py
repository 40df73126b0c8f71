"""The board: every task that a person may see, in a column for each status, from idea to published film."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from channels.models import Channel
from pipeline.models import Task
from review.access import may_decide
from review.board_columns import GROUPS, ON_A_PAGE, Column, columns, draw, groups, with_cards
from review.board_filter import LONGEST_SEARCH, SHOW, Filter
from review.card_facts import Facts, facts_beside
from review.cards import share_channels
from review.lost import tasks_of
from review.notices import Notices, notices
from review.refreshing import is_refresh, live
from review.stuck_films import stuck_films

FOLDED = "board-folded"  # a cookie, so that a board is drawn as it was left


@dataclass(frozen=True)
class Sight:
    """What a board shows by now, before the cards are described. `wanted` has a page that exists."""

    wanted: Filter
    columns: list[Column]
    facts: Facts
    notices: Notices

    @property
    def count(self) -> int:
        return sum(column.count for column in self.columns)

    @property
    def seen(self) -> str:
        """One text for all: a part for each column, then one for the strip above them."""
        return ".".join([*(column.stamp for column in self.columns), self.notices.stamp])

    def changed_since(self, seen: str) -> list[Column]:
        """Give the columns that look different from what a page shows."""
        before = seen.split(".")[: len(self.columns)]
        if len(before) < len(self.columns):
            return self.columns
        return [column for column, stamp in zip(self.columns, before, strict=True) if column.stamp != stamp]


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Show the board; to a page that shows it already, send the columns that changed, or nothing."""
    channels = list(Channel.objects.visible_to(request.user))
    sight = _look(request, Filter.read(request), channels)
    return live(
        request,
        "review/board.html",
        "review/board_update.html",
        seen=sight.seen,
        contents=lambda: _contents(request, channels, sight),
        **sight.wanted.values,
    )


def _look(request: HttpRequest, wanted: Filter, channels: list[Channel]) -> Sight:
    """Find out what there is to show, in as few queries as possible: an open page asks this every few seconds."""
    visible, at = Task.objects.all(), now()
    if not getattr(request.user, "is_staff", False):
        visible = visible.filter(channel__in=[channel.pk for channel in channels])
    stuck = stuck_films(visible, at)
    lost = tasks_of([channel.pk for channel in channels])
    chosen = wanted.choose(visible, stuck, lost)
    counts = Counter(dict(chosen.values_list("status").annotate(n=Count("pk")).order_by()))
    pages = -(-sum(counts.values()) // ON_A_PAGE)
    wanted = replace(wanted, page=max(1, min(wanted.page, pages)))
    tasks = draw(chosen, wanted, stuck.keys() | lost)
    share_channels(tasks, channels)
    known = facts_beside(tasks, stuck, lost)
    return Sight(wanted, columns(tasks, counts, known, at), known, notices(request.user))


def _contents(request: HttpRequest, channels: list[Channel], sight: Sight) -> dict[str, Any]:
    wanted = sight.wanted
    drawn = sight.changed_since(request.GET.get("seen", "")) if is_refresh(request) else sight.columns
    described = {column.status: column for column in with_cards(drawn, sight.facts)}
    shown = [described.get(column.status, column) for column in sight.columns]
    return {
        "wanted": wanted,
        "groups": groups(shown, _folded(request)),
        "only": next((column for column in shown if column.status is wanted.only), None),
        "changed": list(described.values()),
        "count": sight.count,
        "notices": sight.notices,
        "may_decide": may_decide(request),
        **_pages(wanted, sight.count),
        **_choices(wanted, channels),
    }


def _folded(request: HttpRequest) -> set[str]:
    return set(request.COOKIES.get(FOLDED, "").split(".")) & {name.lower() for name in GROUPS}


def _pages(wanted: Filter, count: int) -> dict[str, Any]:
    """Where one status is looked through: which part of it this is, and the ways to the parts before and after."""
    first, last = (wanted.page - 1) * ON_A_PAGE + 1, min(count, wanted.page * ON_A_PAGE)
    return {
        "first": first,
        "last": last,
        "before": wanted.address(page=str(wanted.page - 1)) if wanted.page > 1 else "",
        "after": wanted.address(page=str(wanted.page + 1)) if last < count else "",
    }


def _choices(wanted: Filter, channels: Sequence[Channel]) -> dict[str, Any]:
    """What the filters offer: words, address, and whether it is chosen."""
    return {
        "channels": [
            (channel, wanted.address(channel=channel.pk), channel.pk == wanted.channel) for channel in channels
        ],
        "channel": next((channel for channel in channels if channel.pk == wanted.channel), None),
        "all_channels": (wanted.address(channel=""), not wanted.channel),
        "shows": [(label, wanted.address(show=key), key == wanted.show) for key, label in SHOW.items()],
        "kept": [(key, value) for key, value in wanted.values.items() if key in ("show", "channel")],
        "longest_search": LONGEST_SEARCH,
    }
