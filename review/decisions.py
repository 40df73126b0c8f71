"""What the buttons send. Each view reads downwards: find, check, act, redirect; the deciding itself is in gates."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from pipeline.models import Task
from review import gate_pages, gates
from review.access import reviewer_required, task_for
from review.forms import AgainForm, ApproveForm, NoteForm, RejectForm, TakeForm, first_error


@require_POST
@reviewer_required
def approve(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Pass the gate that the person saw."""
    task = task_for(request, task_id)
    form = ApproveForm(request.POST)
    if not form.is_valid():
        return _ask_again(request, task, first_error(form))
    note, at = form.cleaned_data["note"], form.cleaned_data["at"]
    passed = _try(request, lambda: gates.approve(task, by=_person(request), note=note, at=at))
    if not passed:
        return redirect("review:gate", task_id)
    messages.success(request, f"Approved: “{task}”. It is now at {passed.label}.")
    return redirect("review:inbox")


@require_POST
@reviewer_required
def reject(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Send the chosen clips back, with the reason."""
    task = task_for(request, task_id)
    form = RejectForm(request.POST)
    if not form.is_valid():
        return _ask_again(request, task, first_error(form))

    def send_back() -> Task:
        clips = [gates.clip_key(key) for key in form.clips]
        return gates.reject(
            task, clips, by=_person(request), note=form.cleaned_data["note"], at=form.cleaned_data["at"]
        )

    if _try(request, send_back):
        messages.success(request, f"{_clips(len(form.clips))} sent back with your note.")
    return redirect("review:gate", task_id)


@require_POST
@reviewer_required
def regenerate(request: HttpRequest, task_id: UUID, clip: str) -> HttpResponse:
    """Have one clip made again, with the prompt as it was edited."""
    task = task_for(request, task_id)
    form = AgainForm(request.POST)
    if not form.is_valid():
        return _ask_again(request, task, first_error(form))
    again = _try(
        request, lambda: gates.regenerate(task, gates.clip_key(clip), by=_person(request), **form.cleaned_data)
    )
    if again:
        messages.success(request, "It is being made again. The take that you saw is kept.")
    return redirect("review:gate", task_id)


@require_POST
@reviewer_required
def pick_take(request: HttpRequest, task_id: UUID, clip: str) -> HttpResponse:
    """Let another take count."""
    task = task_for(request, task_id)
    form = TakeForm(request.POST)
    if not form.is_valid():
        return _ask_again(request, task, first_error(form))
    take = form.cleaned_data["take"]
    if _try(request, lambda: gates.pick_take(task, gates.clip_key(clip), take, by=_person(request))):
        messages.success(request, f"Take {take} counts now.")
    return redirect("review:gate", task_id)


@require_POST
@reviewer_required
def queue(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Put a draft into the queue."""
    task = task_for(request, task_id)
    if _try(request, lambda: gates.queue(task, by=_person(request))):
        messages.success(request, f"“{task}” is queued.")
    return redirect("review:task", task_id)


@require_POST
@reviewer_required
def retry(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Go on with what failed."""
    return _with_note(request, task_id, gates.retry, "“{}” goes on where it stopped.")


@require_POST
@reviewer_required
def cancel(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Take a task back to Draft."""
    return _with_note(request, task_id, gates.cancel, "“{}” is a draft again. What was made is kept.")


def _with_note(request: HttpRequest, task_id: UUID, act: Callable[..., Task], done: str) -> HttpResponse:
    task = task_for(request, task_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        messages.error(request, first_error(form))
    elif _try(request, lambda: act(task, by=_person(request), note=form.cleaned_data["note"])):
        messages.success(request, done.format(task))
    return redirect("review:task", task_id)


def _try(request: HttpRequest, decide: Callable[[], Task]) -> Task | None:
    """Carry a decision out. What is not possible is shown to the person as a sentence, and gives None."""
    try:
        return decide()
    except gates.NOT_POSSIBLE as problem:
        messages.error(request, str(problem))
        return None


def _ask_again(request: HttpRequest, task: Task, problem: str) -> HttpResponse:
    """Show the gate again with what the person wrote; away from a gate there is nothing to write on."""
    if not task.at_gate:
        messages.error(request, problem)
        return redirect("review:gate", task.pk)
    return gate_pages.show(
        request,
        task,
        note=request.POST.get("note", "")[:10_000],
        chosen=request.POST.getlist("clips"),
        problem=problem,
        status=422,
    )


def _person(request: HttpRequest) -> str:
    return request.user.get_username()


def _clips(count: int) -> str:
    return "One clip was" if count == 1 else f"{count} clips were"
