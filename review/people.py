"""The page of the people: who is here, as what, seen when; invitations."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from channels.models import Channel
from pipeline.actions import Refused
from review import channel_lines, mailing, team
from review.access import operator_required
from review.forms import first_error
from review.models import Presence
from review.people_forms import ActiveForm, InviteForm, RoleForm
from review.roles import Role, role_of


@dataclass(frozen=True)
class Person:
    """One line of the page."""

    user: User
    role: Role
    channels: list[Channel]
    seen_at: datetime | None
    is_me: bool

    @property
    def sees_all(self) -> bool:
        return self.role is Role.OPERATOR

    @property
    def is_invited(self) -> bool:
        """The link was not used yet."""
        return not self.user.has_usable_password()


@require_safe
@operator_required
def people(request: HttpRequest) -> HttpResponse:
    """Show everybody."""
    return _page(request, InviteForm(initial={"role": Role.REVIEWER}))


@require_POST
@operator_required
def invite(request: HttpRequest) -> HttpResponse:
    """Make room for somebody, and show the link that lets them in."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, form, problem=first_error(form), status=422)
    values = form.cleaned_data
    try:
        person = team.invite(values["name"], values["email"], values["role"], by=_me(request))
    except Refused as problem:
        return _page(request, form, problem=str(problem), status=422)
    return _show_link(request, person)


@require_POST
@operator_required
def new_link(request: HttpRequest, person_id: int) -> HttpResponse:
    """Make another link, for somebody who lost theirs or forgot the password."""
    try:
        return _show_link(request, team.renew(person_id, by=_me(request)))
    except Refused as problem:
        messages.error(request, str(problem))
        return redirect("review:people")


@require_POST
@operator_required
def change_role(request: HttpRequest, person_id: int) -> HttpResponse:
    """Give somebody another role."""
    form = RoleForm(request.POST)
    if not form.is_valid():
        messages.error(request, first_error(form))
        return redirect("review:people")
    role = form.cleaned_data["role"]
    return _decide(
        request,
        lambda: team.change_role(person_id, role, by=_me(request)),
        f"{{}} is {'an' if role is Role.OPERATOR else 'a'} {role} now.",
    )


@require_POST
@operator_required
def switch(request: HttpRequest, person_id: int) -> HttpResponse:
    """Let somebody in again, or out."""
    form = ActiveForm(request.POST)
    if not form.is_valid():
        messages.error(request, first_error(form))
        return redirect("review:people")
    on = form.cleaned_data["active"]
    said = "{} can log in again." if on else "{} is switched off and logged out everywhere."
    return _decide(request, lambda: team.switch(person_id, on=on, by=_me(request)), said)


def _decide(request: HttpRequest, decide: Callable[[], User], said: str) -> HttpResponse:
    try:
        messages.success(request, said.format(decide().username))
    except Refused as problem:
        messages.error(request, str(problem))
    return redirect("review:people")


@never_cache
@sensitive_variables("link")
def _show_link(request: HttpRequest, person: User) -> HttpResponse:
    """Show a link, this once: it is neither kept nor passed through a session."""
    link = request.build_absolute_uri(team.link_for(person))
    values = {
        "person": Person(person, role_of(person), list(Channel.objects.visible_to(person)), None, is_me=False),
        "link": link,
        "days": settings.PASSWORD_RESET_TIMEOUT // 86_400,
        "mailed": mailing.send_link(person.username, person.email, link),
        "mail_is_set_up": bool(settings.EMAIL_URL),
        "lines": channel_lines.lines(person.username),
    }
    return render(request, "people/link.html", values)


def _page(request: HttpRequest, form: InviteForm, *, problem: str = "", status: int = 200) -> HttpResponse:
    values: dict[str, Any] = {
        "people": _everybody(_me(request)),
        "roles": list(Role),
        "form": form,
        "problem": problem,
        "mail_is_set_up": bool(settings.EMAIL_URL),
        "lines": channel_lines.lines(),
    }
    return render(request, "people/people.html", values, status=status)


def _everybody(me: User) -> list[Person]:
    users = User.objects.prefetch_related("groups").order_by("-is_active", "username")
    looked = dict(Presence.objects.values_list("user_id").annotate(Max("seen_at")))
    channels = list(Channel.objects.all())
    return [
        Person(
            user,
            role_of(user),
            [channel for channel in channels if channel_lines.names(channel) & {user.username, user.email}],
            max(filter(None, (user.last_login, looked.get(user.pk))), default=None),
            is_me=user.pk == me.pk,
        )
        for user in users
    ]


def _me(request: HttpRequest) -> User:
    return cast(User, request.user)
