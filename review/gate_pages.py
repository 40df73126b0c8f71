"""The gate: one page where a person sees, hears and decides. Away from a gate it says where the task stands."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from pipeline.models import Clip, Task
from pipeline.rules.statuses import Status
from review.access import may_decide, task_for
from review.cards import cards
from review.clip_views import Views, clip_views
from review.estimates import at_gate
from review.gates import LONGEST_NOTE, LONGEST_PROMPT
from review.refreshing import is_refresh, live
from review.scenes import film, scenes

K = Clip.Kind
S = Status

PAGES: Mapping[Status, tuple[str, str]] = {
    S.ASSETS_READY: (
        "review/gate_images.html",
        "Look at each image. What you approve is what the scenes are built from.",
    ),
    S.VIDEO_READY: ("review/gate_videos.html", "Play each clip. What you reject is made again; the others stay."),
    S.AUDIO_READY: ("review/gate_audio.html", "Listen to each scene: its voice and its sound, over its clip."),
    S.FINAL_REVIEW: ("review/gate_film.html", "Watch the film. Nothing is published that you have not approved."),
}


@require_safe
def gate(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Show what is to be decided; a page that waits for a gate reloads itself as soon as the task is at one."""
    task = task_for(request, task_id)
    if not task.at_gate:
        return _standing(request, task)
    if is_refresh(request):
        return HttpResponseClientRefresh()
    return show(request, task)


def show(
    request: HttpRequest,
    task: Task,
    *,
    note: str = "",
    chosen: Collection[str] = (),
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    """Draw the gate, with what the person had already written and chosen when something was wrong with it."""
    template, advice = PAGES[task.state]
    views = clip_views(task)
    context = {
        "task": task,
        "card": cards([task])[0],
        "advice": advice,
        "may_decide": may_decide(request),
        "may_pick": True,
        "longest_note": LONGEST_NOTE,
        "longest_prompt": LONGEST_PROMPT,
        "note": note,
        "chosen": chosen,
        "problem": problem,
        **at_gate(task, views),
        **_shown(task, views),
    }
    return render(request, template, context, status=status)


def _shown(task: Task, views: Views) -> dict[str, Any]:
    made = {kind: [view for view in each if view.take] for kind, each in views.items()}
    match task.state:
        case S.ASSETS_READY:
            return {"clips": sorted(made[K.IMAGE], key=lambda view: view.shelf)}
        case S.VIDEO_READY:
            return {"clips": made[K.VIDEO]}
        case S.AUDIO_READY:
            return {"scenes": scenes(views)}
        case _:
            return {"film": film(views), "scenes": scenes(views), "images": made[K.IMAGE]}


def _standing(request: HttpRequest, task: Task) -> HttpResponse:
    card = cards([task])[0]
    return live(
        request,
        "review/gate_elsewhere.html",
        "review/standing.html",
        seen=card.stamp,
        contents=lambda: {"task": task, "card": card},
    )
