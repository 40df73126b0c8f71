"""What the buttons send. Each view reads downwards: find, check, act, answer; the deciding itself is in gates."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from pipeline.models import Task
from review import gates
from review.access import person, reviewer_required, task_for
from review.answers import UNFINISHED, ask_again, carry_out, refuse, wants_json
from review.forms import AgainForm, ApproveForm, NoteForm, RejectForm, RemarkForm, TakeForm, first_error


@require_POST
@reviewer_required
def approve(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Pass the gate that the person saw."""
    task = task_for(request, task_id)
    form = ApproveForm(request.POST)
    if not form.is_valid():
        return ask_again(request, task, first_error(form))
    note, played = form.cleaned_data["note"], form.cleaned_data["played"]
    return carry_out(
        request,
        task,
        lambda: gates.approve(task, by=person(request), note=note, seen=form.seen, played_seconds=played),
        lambda passed: f"Approved: “{passed}”. It is now at {passed.label}.",
        leads_to="review:inbox",
    )


@require_POST
@reviewer_required
def reject(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Send the chosen clips back, each with its reason; the others are approved where the person says so."""
    task = task_for(request, task_id)
    form = RejectForm(request.POST)
    if not form.is_valid():
        return ask_again(request, task, first_error(form))

    def send_back() -> Task:
        clips = [gates.clip_key(key) for key in form.clips]
        notes, prompts = (
            {gates.clip_key(key): text for key, text in form.written(what).items()} for what in ("note", "prompt")
        )
        note, rest = form.cleaned_data["note"], form.cleaned_data["rest"]
        by, seen = person(request), form.seen
        return gates.reject(task, clips, by=by, note=note, notes=notes, prompts=prompts, approve_rest=rest, seen=seen)

    return carry_out(request, task, send_back, lambda _task: _sent_back(len(form.clips)), leads_to="review:gate")


@require_POST
@reviewer_required
def regenerate(request: HttpRequest, task_id: UUID, clip: str) -> HttpResponse:
    """Have one clip made again, with the prompt as it was edited."""
    task = task_for(request, task_id)
    form = AgainForm(request.POST, clip)
    if not form.is_valid():
        return ask_again(request, task, first_error(form))
    prompt, note = form.cleaned_data["prompt"], form.cleaned_data["note"]
    return carry_out(
        request,
        task,
        lambda: gates.regenerate(
            task, gates.clip_key(clip), by=person(request), prompt=prompt, note=note, seen=form.seen
        ),
        lambda _task: "It is being made again. The take that you saw is kept.",
        leads_to="review:gate",
    )


@require_POST
@reviewer_required
def pick_take(request: HttpRequest, task_id: UUID, clip: str) -> HttpResponse:
    """Let another take count."""
    task = task_for(request, task_id)
    form = TakeForm(request.POST)
    if not form.is_valid():
        return ask_again(request, task, first_error(form))
    take = form.cleaned_data["take"]
    return carry_out(
        request,
        task,
        lambda: gates.pick_take(task, gates.clip_key(clip), take, by=person(request), seen=form.seen),
        lambda _task: f"Take {take} counts now.",
        leads_to="review:gate",
    )


@require_POST
@reviewer_required
def remark(request: HttpRequest, task_id: UUID, clip: str) -> HttpResponse:
    """Note something about a take; answers with the remark as the page shows it."""
    task = task_for(request, task_id)
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return refuse(request, task, first_error(form), status=UNFINISHED)
    said = form.cleaned_data
    try:
        made = gates.remark(
            task, gates.clip_key(clip), said["take"], said["text"], by=person(request), seconds=said["seconds"]
        )
    except gates.NOT_POSSIBLE as problem:
        return refuse(request, task, str(problem))
    if not wants_json(request):
        return redirect("review:gate", task_id)
    html = render_to_string("review/parts/remark.html", {"remark": made}, request)
    return JsonResponse({"ok": True, "said": "Noted.", "html": html})


@require_POST
@reviewer_required
def queue(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Put a draft into the queue."""
    task = task_for(request, task_id)
    return carry_out(
        request,
        task,
        lambda: gates.queue(task, by=person(request)),
        lambda queued: f"“{queued}” is queued.",
        leads_to="review:task",
    )


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
        return refuse(request, task, first_error(form), leads_to="review:task", status=UNFINISHED)
    return carry_out(
        request,
        task,
        lambda: act(task, by=person(request), note=form.cleaned_data["note"]),
        done.format,
        leads_to="review:task",
    )


def _sent_back(count: int) -> str:
    return f"{'One clip was' if count == 1 else f'{count} clips were'} sent back with your note."
