"""What a board is asked to show, as its address says it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest

from pipeline.models.task import TaskQuerySet
from pipeline.rules.statuses import ERRORS, GATES, Status
from videogen.lib.paths import IDENTIFIER

SHOW: Mapping[str, str] = {
    "": "All",
    "review": "Needs review",
    "errors": "Errors",
    "stuck": "Stuck",
    Status.PUBLISHED.value: "Published",
}
STATUSES = frozenset(status.value for status in Status)
LONGEST_SEARCH = 200
LAST_PAGE = 9_999


@dataclass(frozen=True)
class Filter:
    """`show` is a key of SHOW or a status; `search` words that title and topic must hold, in any order."""

    channel: str = ""
    show: str = ""
    search: str = ""
    page: int = 1

    @classmethod
    def read(cls, request: HttpRequest) -> "Filter":
        """Take from the address what makes sense, and leave the rest."""
        show, channel = request.GET.get("show", ""), request.GET.get("channel", "")
        known = not channel or IDENTIFIER.fullmatch(channel)
        page = request.GET.get("page", "")
        return cls(
            channel=channel if known else "-",  # no channel is called "-"
            show=show if show in SHOW or show in STATUSES else "",
            search=" ".join(request.GET.get("q", "").replace("\0", " ").split())[: LONGEST_SEARCH + 1],
            page=min(max(1, int(page)), LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 9 else 1,
        )

    @property
    def is_on(self) -> bool:
        return bool(self.channel or self.show or self.search)

    @property
    def only(self) -> Status | None:
        """The one status that is shown, page by page; None for a board of many columns."""
        return Status(self.show) if self.show in STATUSES else None

    @property
    def problem(self) -> str:
        """Why this cannot be searched, as a sentence; empty when it can."""
        if len(self.search) > LONGEST_SEARCH:
            return f"A search has at most {LONGEST_SEARCH} characters. Take the words that matter most."
        return ""

    @property
    def values(self) -> dict[str, str]:
        """What belongs into an address."""
        page = str(self.page) if self.page > 1 else ""
        values = {"show": self.show, "channel": self.channel, "q": self.search, "page": page}
        return {key: value for key, value in values.items() if value}

    def address(self, **changes: str) -> str:
        """Give the address of another choice, from its first page on."""
        values = {**self.values, "page": "", **changes}
        return "?" + urlencode({key: value for key, value in values.items() if value})

    def choose(self, tasks: TaskQuerySet, stuck: Collection[UUID], lost: Collection[UUID]) -> TaskQuerySet:
        """Keep the tasks that are asked for. `lost` are those with orders to decide about."""
        if self.problem:
            return tasks.none()
        tasks = tasks.filter(channel=self.channel) if self.channel else tasks
        for word in self.search.split():
            tasks = tasks.filter(_has(word))
        match self.show:
            case "":
                return tasks
            case "review":
                return tasks.filter(Q(status__in=GATES) | Q(pk__in=lost))
            case "errors":
                return tasks.filter(status__in=ERRORS)
            case "stuck":
                return tasks.filter(pk__in=stuck)
            case status:
                return tasks.filter(status=status)


def _has(word: str) -> Q:
    """Title or topic holds this word. SQLite knows upper case of plain letters only, so other words are tried both ways."""
    found = Q()
    for form in {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}:
        found |= Q(title__icontains=form) | Q(topic__icontains=form)
    return found
