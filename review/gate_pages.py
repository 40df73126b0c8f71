"""The gate: one page where a person sees, hears and decides. Away from a gate it says where the task stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from pipeline.actions import takes_now, takes_of, who_was_last
from pipeline.models import Task
from review.access import may_decide, task_for
from review.cards import cards
from review.clip_views import Views, clip_views
from review.estimates import at_gate
from review.gates import LONGEST_NOTE, LONGEST_PROMPT
from review.presence import look
from review.refreshing import is_refresh, live
from review.rooms import room


@dataclass(frozen=True)
class Written:
    """What the person had written and marked when something was wrong with it. `texts` are by the names of their fields."""

    problem: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()


NOTHING = Written()


@require_safe
def gate(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Show what is to be decided: as a page, with `?pane=1` as the part that stands beside the inbox."""
    task = task_for(request, task_id)
    if is_refresh(request) and "takes" in request.GET:
        return _news(request, task)
    if not task.at_gate:
        return _standing(request, task)
    if is_refresh(request):  # This page waited for a gate.
        return HttpResponseClientRefresh()
    return show(request, task)


def show(request: HttpRequest, task: Task, written: Written = NOTHING, *, status: int = 200) -> HttpResponse:
    """Draw the room, with what the person had already written and chosen when something was wrong with it."""
    views = clip_views(task)
    furnished = room(task, views)
    takes = takes_of(task.state, _selected(views))
    context = {
        "task": task,
        "room": furnished,
        "takes": takes,
        "others": [] if _is_ahead(request) else look(request, task),
        "may_decide": may_decide(request),
        "longest_note": LONGEST_NOTE,
        "longest_prompt": LONGEST_PROMPT,
        "written": written,
        "poll": f"{request.path}?{urlencode({'takes': takes, 'at': task.status})}",
        **furnished.extra,
        **at_gate(task, views),
    }
    page = "review/room.html" if request.GET.get("pane") else "review/gate.html"
    return render(request, page, context, status=status)


def _is_ahead(request: HttpRequest) -> bool:
    """The inbox fetches the next room before anybody looks at it."""
    return request.headers.get("X-Pane") == "ahead"


def _selected(views: Views) -> list[tuple[str, int, UUID]]:
    shown = [view for each in views.values() for view in each]
    return [(view.clip.kind, view.clip.number, view.take.pk) for view in shown if view.take]


def _news(request: HttpRequest, task: Task) -> HttpResponse:
    """Tell an open room who else is in it, and whether it still shows what there is to decide about."""
    others, moved = look(request, task), ""
    if not task.at_gate or request.GET.get("at") != task.status or request.GET["takes"] != takes_now(task):
        moved = f"{who_was_last(task).strip() or 'This changed'}. It is now at {task.label}."
    context: dict[str, Any] = {"others": others, "moved": moved, "task": task, "poll": request.get_full_path()}
    return render(request, "review/room_update.html", context)


def _standing(request: HttpRequest, task: Task) -> HttpResponse:
    card = cards([task])[0]
    return live(
        request,
        "review/pane_elsewhere.html" if request.GET.get("pane") else "review/gate_elsewhere.html",
        "review/standing.html",
        seen=card.stamp,
        contents=lambda: {"task": task, "card": card},
    )
