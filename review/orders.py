"""What people decide about money: orders that may have been charged, clips and ideas that were refused, paused services."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from pipeline.models import Clip, Task
from pipeline.rules.statuses import Status
from review import gates, lost
from review.access import operator_required, reviewer_required, task_for
from review.clip_views import clip_label
from review.forms import IdeaForm, MendForm, SettleForm, first_error


@require_POST
@reviewer_required
def settle(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Decide about the orders that the person saw, each for itself, with one result for each."""
    task = task_for(request, task_id)
    form = SettleForm(request.POST)
    if not form.is_valid():
        messages.error(request, first_error(form))
        return redirect("review:task", task_id)
    there = {str(order): clip for order, clip in lost.clips_of(task).items()}
    for order in form.orders:
        if order in there:
            _settle(request, task, there[order], form)
        else:
            messages.error(request, "This was decided already. The page shows how things stand now.")
    return redirect("review:task", task_id)


def _settle(request: HttpRequest, task: Task, clip: Clip, form: SettleForm) -> None:
    way, values = form.cleaned_data["way"], form.cleaned_data
    try:
        after = gates.settle(
            task,
            (clip.kind, clip.number),
            way,
            by=request.user.get_username(),
            provider_job=values["provider_job"],
            charged=not values["not_charged"],
        )
    except gates.NOT_POSSIBLE as problem:
        messages.error(request, f"{clip_label(clip)}: {problem}")
    else:
        messages.success(request, f"{clip_label(clip)} {way.label}.{_then(after)}")


def _then(task: Task) -> str:
    """Say what it still takes where nothing goes on by itself."""
    if task.in_error:
        return " The film goes on when you press Retry."
    return " The film goes on when it is queued." if task.state is Status.DRAFT else ""


@require_POST
@reviewer_required
def mend(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Go on with a film that failed, with the prompts as they were edited."""
    task = task_for(request, task_id)
    form = MendForm(request.POST)
    if not form.is_valid():
        messages.error(request, first_error(form))
        return redirect("review:task", task_id)
    try:
        prompts = {gates.clip_key(key): text for key, text in form.prompts.items()}
        gates.mend(task, prompts, by=request.user.get_username())
        messages.success(request, f"“{task}” goes on with what you wrote.")
    except gates.NOT_POSSIBLE as problem:
        messages.error(request, str(problem))
    return redirect("review:task", task_id)


@require_POST
@reviewer_required
def reword(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Have the storyboard written from another idea."""
    task = task_for(request, task_id)
    form = IdeaForm(request.POST)
    if not form.is_valid():
        messages.error(request, first_error(form))
        return redirect("review:task", task_id)
    try:
        gates.reword(task, by=request.user.get_username(), **form.cleaned_data)
        messages.success(request, "The storyboard is written again, from your new words.")
    except gates.NOT_POSSIBLE as problem:
        messages.error(request, str(problem))
    return redirect("review:task", task_id)


@require_POST
@operator_required
def resume_service(request: HttpRequest, name: str) -> HttpResponse:
    """Lift a service's pause."""
    try:
        gates.resume_service(name, by=request.user.get_username())
        messages.success(request, f"{name} goes on.")
    except gates.NOT_POSSIBLE as problem:
        messages.error(request, str(problem))
    return redirect("review:board")
