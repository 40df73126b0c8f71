"""What holds for every address: none has a NUL in it, each answer says who may keep it, and a login is a page of its own."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails


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


class LoginOnItsOwn:
    """Where a part of an open page is asked for and the session has ended, the whole page goes to the login, and comes back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        asks = HtmxDetails(request)
        if not asks or urlsplit(response.headers.get("Location", "")).path != resolve_url(settings.LOGIN_URL):
            return response
        page = asks.current_url_abs_path or ""
        safe = url_has_allowed_host_and_scheme(page, allowed_hosts=None)
        login = redirect_to_login(page if safe else resolve_url(settings.LOGIN_REDIRECT_URL))
        return HttpResponse(status=204, headers={"HX-Redirect": login.headers["Location"]})
