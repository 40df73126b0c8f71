"""Who may see and do what."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from pipeline.models import Task


def task_for(request: HttpRequest, task_id: UUID) -> Task:
    """Find a task that this person may see; others do not exist for them."""
    return get_object_or_404(Task.objects.visible_to(request.user).select_related("channel"), pk=task_id)


def may_decide(request: HttpRequest) -> bool:
    """Operators (staff) and reviewers decide; someone in the group "viewer" only looks."""
    user = request.user
    return user.is_authenticated and (user.is_staff or not user.groups.filter(name="viewer").exists())


def person(request: HttpRequest) -> str:
    """The name under which this person's decisions are on record."""
    return request.user.get_username()


def reviewer_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let only people in who may decide."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_decide(request):
            raise PermissionDenied("You may look at this, but not decide.")
        return view(request, *args, **kwargs)

    return guarded


def operator_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let only operators in: what concerns every channel is theirs."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not getattr(request.user, "is_staff", False):
            raise PermissionDenied("Only an operator may do this.")
        return view(request, *args, **kwargs)

    return guarded
