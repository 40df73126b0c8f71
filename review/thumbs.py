"""Small pictures for boards and galleries: the poster of a take where it has one, otherwise the picture itself."""

from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from review.media import find, is_take, send

PICTURES = (".png", ".jpg")


@require_safe
def thumb(request: HttpRequest, path: str) -> HttpResponseBase:
    """Give the small form of a picture. Nothing is made here: pages never wait for it."""
    if not path.endswith(PICTURES):
        raise Http404
    if is_take(path):
        with suppress(Http404):
            return send(request, find(request, _poster(path)), lasting=True)
    return send(request, find(request, path))  # not lasting: there may be a poster soon


def _poster(path: str) -> str:
    return f"{path.rpartition('/')[0]}/previews/poster.jpg"
