"""How a decision is answered: to a page that waits for it as JSON, to everybody else with another page and a sentence."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from pipeline.models import Task
from review import gate_pages, gates

REFUSED, UNFINISHED = 409, 422


def wants_json(request: HttpRequest) -> bool:
    """The page stays and draws the answer itself."""
    return request.headers.get("Accept") == "application/json"


def carry_out(
    request: HttpRequest, task: Task, decide: Callable[[], Task], done: Callable[[Task], str], *, leads_to: str
) -> HttpResponse:
    """Carry a decision out and say what came of it; what is not possible leads back to the task, with the reason."""
    try:
        decided = decide()
    except gates.NOT_POSSIBLE as problem:
        if leads_to == "review:task":
            return refuse(request, task, str(problem), leads_to=leads_to)
        task.refresh_from_db()
        return ask_again(request, task, str(problem), status=REFUSED)
    said = done(decided)
    if wants_json(request):
        return JsonResponse({"ok": True, "said": said, "at": decided.label, "at_gate": decided.at_gate})
    messages.success(request, said)
    return redirect(leads_to) if leads_to == "review:inbox" else redirect(leads_to, task.pk)


def refuse(
    request: HttpRequest, task: Task, problem: str, *, leads_to: str = "review:gate", status: int = REFUSED
) -> HttpResponse:
    """Say why nothing was carried out."""
    if wants_json(request):
        return JsonResponse({"ok": False, "said": problem}, status=status)
    messages.error(request, problem)
    return redirect(leads_to, task.pk)


def ask_again(request: HttpRequest, task: Task, problem: str, *, status: int = UNFINISHED) -> HttpResponse:
    """Show the gate again with what the person wrote; away from a gate there is nothing to write on."""
    if wants_json(request) or not task.at_gate:
        return refuse(request, task, problem, status=status)
    written = {key: str(text)[:10_000] for key, text in request.POST.items() if key.startswith(("note", "prompt"))}
    return gate_pages.show(
        request,
        task,
        gate_pages.Written(problem=problem, texts=written, chosen=tuple(request.POST.getlist("clips"))),
        status=status,
    )
