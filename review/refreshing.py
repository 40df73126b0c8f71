"""Pages that are open ask every few seconds what changed, and get just that, or nothing."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def is_refresh(request: HttpRequest) -> bool:
    """An open page asks, not a person who opens it."""
    return request.headers.get("HX-Request") == "true"


def live(
    request: HttpRequest,
    page: str,
    update: str,
    /,
    *,
    seen: str,
    contents: Callable[[], dict[str, Any]],
    **address: str,
) -> HttpResponse:
    """Answer with the page, with its parts that refresh, or with 204 where the page shows `seen` already.

    `contents` is asked only when something is drawn; `address` is the query that belongs to the page.
    """
    refresh = is_refresh(request)
    if refresh and request.GET.get("seen") == seen:
        return HttpResponse(status=204)
    query = urlencode({**{key: value for key, value in address.items() if value}, "seen": seen})
    context = {**contents(), "poll": f"{request.path}?{query}", "is_update": refresh}
    return render(request, update if refresh else page, context)
