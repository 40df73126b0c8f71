"""What holds for every address: none has a NUL in it, and each answer says who may keep it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse


class PlainAddresses:
    """There is nothing at an address with a NUL: PostgreSQL cannot even look for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        return self.get_response(request)


class PrivatePages:
    """What we show is for one person: no cache on the way may keep it, and a browser asks again before it shows it again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        # Pages of others cannot show our pictures and films as theirs.
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
