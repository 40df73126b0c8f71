"""Decisions about many films at once: each for itself, with one result for each."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from pipeline.models import Task
from review.access import person, reviewer_required
from review.bulk_deeds import carry_out
from review.bulk_form import BulkForm, Choice, Deed
from review.bulk_prices import Makes, what_it_makes
from review.forms import first_error
from review.gates import LONGEST_NOTE
from review.refreshing import is_refresh


@require_POST
@reviewer_required
def bulk(request: HttpRequest) -> HttpResponse:
    """Carry one deed out for many films, or ask once more where it undoes something or costs money."""
    form = BulkForm(request.POST)
    if form.is_too_wrong:
        return _answer(request, {"problem": first_error(form)}, status=422)
    deed: Deed = form.cleaned_data["do"]
    if deed.is_priority and not getattr(request.user, "is_staff", False):
        raise PermissionDenied("Only an operator may change what is made first.")
    if not form.is_valid() and not deed.asks_first:
        return _answer(request, {"problem": first_error(form)}, status=422)
    tasks = _visible(request, form.choices)
    if not (form.is_valid() and form.cleaned_data["sure"]):
        makes = what_it_makes(deed, form.choices, tasks)
        if deed.asks_first or makes.usd:
            return _ask(request, form, makes)
    by, note = person(request), form.cleaned_data["note"]
    results = [carry_out(deed, choice, tasks.get(choice.task), by=by, note=note) for choice in form.choices]
    answer = _answer(request, {"results": results, "done": sum(result.is_done for result in results)})
    return trigger_client_event(answer, "decided")


def _visible(request: HttpRequest, choices: list[Choice]) -> dict[object, Task]:
    """The chosen tasks that this person may see, by their ids; others do not exist for them."""
    ids = [choice.task for choice in choices if choice.task]
    found = Task.objects.visible_to(request.user).select_related("channel").filter(pk__in=ids)
    return {task.pk: task for task in found}


def _ask(request: HttpRequest, form: BulkForm, makes: Makes) -> HttpResponse:
    """Say what the deed will do, and how much it costs, before it is done."""
    context = {
        "deed": form.cleaned_data["do"],
        "sent": form.sent,
        "makes": makes,
        "count": len(form.choices),
        "note": request.POST.get("note", "")[:10_000],
        "problem": "" if form.is_valid() else first_error(form),
        "longest_note": LONGEST_NOTE,
    }
    return _answer(request, context)


def _answer(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    template = "review/parts/bulk_answer.html" if is_refresh(request) else "review/bulk.html"
    return render(request, template, context, status=status)
