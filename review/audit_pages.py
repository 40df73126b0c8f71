"""A film's whole audit trail, to read and to take away."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from pipeline.models import AuditEntry
from pipeline.moves import ENGINE
from pipeline.rules.statuses import Status
from review import evidence
from review.access import task_for
from review.templatetags.review_words import clock

ON_A_PAGE = 100
TOLD_APART = ("played_seconds", "film_seconds", "clips")
TYPES = {"jsonl": "application/x-ndjson; charset=utf-8", "csv": "text/csv; charset=utf-8"}


@dataclass(frozen=True)
class Line:
    """An entry as the page shows it."""

    entry: AuditEntry

    @property
    def by_engine(self) -> bool:
        return self.entry.actor == ENGINE

    @property
    def words(self) -> str:
        return evidence.in_words(self.entry.action)

    @property
    def what(self) -> str:
        return evidence.what(self.entry)

    @property
    def moves(self) -> tuple[str, str] | None:
        """From which status to which, in words; None where nothing moved."""
        return (_status(self.entry.from_status), _status(self.entry.to_status)) if self.entry.to_status else None

    @property
    def clips(self) -> list[tuple[str, str]]:
        """The clips that one decision was about, by name, each with the hash of its file."""
        return [(evidence.clip_name(key), sha256) for key, sha256 in self.entry.facts.get("clips", {}).items()]

    @cached_property
    def facts(self) -> list[str]:
        return list(_facts(self.entry.facts))


@require_safe
def audit(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Show who did what to a film, newest first."""
    task = task_for(request, task_id)
    counts = list(task.audit.order_by().values_list("action").annotate(Count("pk")).order_by("action"))
    wanted = request.GET.get("action", "")
    entries = task.audit.order_by("-id")
    if wanted in dict(counts):
        entries = entries.filter(action=wanted)
    pages = Paginator(entries, ON_A_PAGE)
    # The numbers are known already: no need to count again.
    pages.__dict__["count"] = dict(counts).get(wanted, sum(count for _, count in counts))
    page = pages.get_page(request.GET.get("page"))
    return render(
        request,
        "review/audit.html",
        {
            "task": task,
            "lines": [Line(entry) for entry in page],
            "page": page,
            "filters": [(action, evidence.in_words(action), count) for action, count in counts],
            "wanted": wanted if wanted in dict(counts) else "",
            "total": sum(count for _, count in counts),
        },
    )


@require_safe
def download(request: HttpRequest, task_id: UUID, form: str) -> StreamingHttpResponse:
    """Give a film's trail as a file."""
    if form not in TYPES:
        raise Http404
    task = task_for(request, task_id)
    name = f"audit_{slugify(task.title)[:60] or 'film'}_{str(task.pk)[:8]}.{form}"
    lines = evidence.lines(evidence.with_films(task.audit.all()), form)
    return StreamingHttpResponse(
        lines, content_type=TYPES[form], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _status(slug: str) -> str:
    return Status(slug).label if slug in list(Status) else slug


def _facts(facts: Mapping[str, Any]) -> list[str]:
    told = {name: value for name, value in facts.items() if name not in TOLD_APART}
    found = [f"{name.replace('_', ' ')}: {value}" for name, value in told.items()]
    if "played_seconds" in facts:
        played, whole = clock(facts["played_seconds"]), clock(facts.get("film_seconds"))
        found.insert(0, f"played {played} of {whole}" if whole else f"played {played}")
    return found
