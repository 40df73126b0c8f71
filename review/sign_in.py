"""Guessing a password must be hopeless, and a stranger who guesses must not keep anybody out.

Ten wrong tries at a name, or tries at ten names from one address, and strangers wait. A browser in which a person has signed
in before is no stranger to that name: it has ten tries of its own, whatever others do.
"""

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username, get_cool_off
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.core import signing
from django.db.models import Count, Max, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.timezone import now

COOKIE = "known"
SALT = "videogen.known"
KNOWN_FOR = 180 * 24 * 3600  # seconds
REMEMBERED = timedelta(days=90)  # who signed in when
MOST_NAMES = 5  # people who share a browser
KNOWN, STRANGER = "known ", "other "  # how the column of user agents begins; no browser can choose it


class Doorkeeper(AxesDatabaseHandler):  # type: ignore[misc]
    """Counts wrong tries for known browsers and for strangers apart."""

    def get_failures(self, request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> int:
        """How many tries stand against this one; axes locks at AXES_FAILURE_LIMIT."""
        return max(count for count, _ in _tries(request, credentials))

    def user_login_failed(
        self, sender: Any, credentials: Mapping[str, Any], request: HttpRequest | None = None, **more: Any
    ) -> None:
        """Write a wrong try down under the browser that it came from."""
        if request is not None:
            request.axes_user_agent = _browser(request, get_client_username(request, credentials))  # type: ignore[attr-defined]
        super().user_login_failed(sender, credentials, request, **more)

    def user_logged_in(self, sender: Any, request: HttpRequest, user: Any, **more: Any) -> None:
        """Have the browser remembered as one of this person's."""
        super().user_logged_in(sender, request, user, **more)
        request.signed_in_as = user.get_username()  # type: ignore[attr-defined]
        AccessLog.objects.filter(attempt_time__lt=now() - REMEMBERED).delete()


class RememberBrowser:
    """Gives the browser of somebody who has just signed in a cookie that says so."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if name := getattr(request, "signed_in_as", None):
            response.set_cookie(
                COOKIE,
                signing.dumps(_knows_also(request, name), salt=SALT),
                max_age=KNOWN_FOR,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response


def locked(request: HttpRequest, _response: HttpResponse | None, credentials: Mapping[str, Any] | None) -> HttpResponse:
    """Say when to try again, and what helps sooner."""
    limit = settings.AXES_FAILURE_LIMIT
    until = max((last for count, last in _tries(request, credentials) if count >= limit and last), default=now())
    until += get_cool_off(request)
    seconds = max(60, round((until - now()).total_seconds()))
    response = render(request, "review/locked.html", {"until": until, "minutes": -(-seconds // 60)}, status=429)
    response["Retry-After"] = str(seconds)
    return response


def address(request: HttpRequest) -> str | None:
    """Give the address that a request came from. Only what our own proxies wrote into X-Forwarded-For is believed."""
    direct = request.META.get("REMOTE_ADDR", "")
    passed_on = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    proxies = settings.PROXIES
    told = passed_on[-proxies] if 0 < proxies <= len(passed_on) else direct
    return _network(told) or _network(direct)


def _network(text: str) -> str | None:
    """Give an address as it is counted: whoever has one of IPv6 has 2⁶⁴ of them."""
    try:
        found = ip_address(text)
    except ValueError:
        return None
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((int(found), 64), strict=False).network_address)
    return str(found)


def _tries(request: HttpRequest, credentials: Mapping[str, Any] | None) -> list[tuple[int, datetime | None]]:
    """Count what stands against another try, each with when it was last added to."""
    name = get_client_username(request, credentials)
    recent = AccessAttempt.objects.filter(attempt_time__gt=now() - get_cool_off(request))
    browser = _browser(request, name)
    if browser.startswith(KNOWN):
        return [_count(recent.filter(username=name, user_agent=browser), Sum("failures_since_start"))]
    strangers = recent.exclude(user_agent__startswith=KNOWN)
    return [
        _count(strangers.filter(username=name), Sum("failures_since_start")),
        _count(strangers.filter(ip_address=address(request)), Count("username", distinct=True)),
    ]


def _count(tries: QuerySet[Any], how: Sum | Count) -> tuple[int, datetime | None]:
    found = tries.aggregate(count=how, last=Max("attempt_time"))
    return found["count"] or 0, found["last"]


def _browser(request: HttpRequest, name: str | None) -> str:
    """Name a browser for the list of tries: its own number where this person has signed in with it before."""
    known = _known(request)
    if name and _mark(name) in known["names"]:
        return f"{KNOWN}{known['id']}"
    return f"{STRANGER}{request.headers.get('User-Agent', '')}"[:255]


def _knows_also(request: HttpRequest, name: str) -> dict[str, Any]:
    known = _known(request)
    names = [mark for mark in known["names"] if mark != _mark(name)]
    return {"id": known["id"], "names": [*names, _mark(name)][-MOST_NAMES:]}


def _known(request: HttpRequest) -> dict[str, Any]:
    """Read who has signed in with this browser; a cookie that is not ours says nothing."""
    try:
        known: dict[str, Any] = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KNOWN_FOR)
    except signing.BadSignature:
        return {"id": secrets.token_hex(16), "names": []}
    return known


def _mark(name: str) -> str:
    """A name as the cookie holds it, so that a browser tells nobody who used it."""
    return salted_hmac(SALT, name).hexdigest()[:32]
