"""What operators decide about people. Each decision is one transaction and on record; links and passwords never are."""

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from pipeline.actions import Refused
from pipeline.moves import ENGINE, record
from review.roles import Role, give, role_of

NO_PERSON = (ENGINE, "command")  # how the audit trail calls the machine


@transaction.atomic
def invite(name: str, email: str, role: Role, *, by: User) -> User:
    """Make room for somebody, who chooses a password by the link that `link_for` gives. Raises Refused."""
    if name.lower() in NO_PERSON:
        raise Refused(f"“{name}” is how the audit trail calls the machine. Choose another name.")
    _operators(by)
    taken = Q(username__iexact=name) | Q(email__iexact=name)
    if email:
        taken |= Q(email__iexact=email) | Q(username__iexact=email)
    if other := User.objects.filter(taken).first():
        raise Refused(
            f"{other.username} is here already, by this name or e-mail address. Make them a new link instead."
        )
    person = User.objects.create_user(name, email)
    give(person, role)
    record(None, "invite", by=by.username, note=f"{name}, as {role}")
    return person


@transaction.atomic
def change_role(person_id: int, role: Role, *, by: User) -> User:
    """Give another person another role. Raises Refused."""
    person = _another(person_id, by)
    before = role_of(person)
    if before is not role:
        give(person, role)
        record(None, "change_role", by=by.username, note=f"{person.username}: {before} → {role}")
    return person


@transaction.atomic
def switch(person_id: int, *, on: bool, by: User) -> User:
    """Let another person in, or out: then their sessions end for good. Raises Refused."""
    person = _another(person_id, by)
    if person.is_active is not on:
        person.is_active = on
        person.save(update_fields=["is_active"])
        _end_sessions(person)
        record(None, "switch_on" if on else "switch_off", by=by.username, note=person.username)
    return person


@transaction.atomic
def renew(person_id: int, *, by: User) -> User:
    """Allow a new link for somebody who lost theirs, or their password. Raises Refused."""
    person = _another(person_id, by)
    if not person.is_active:
        raise Refused(f"{person.username} is switched off. Switch them on first.")
    if not person.has_usable_password():
        person.set_unusable_password()  # another one, so that earlier invitations end
        person.save(update_fields=["password"])
    record(None, "make_link", by=by.username, note=person.username)
    return person


def link_for(person: User) -> str:
    """The path by which this person chooses a password: once, and within PASSWORD_RESET_TIMEOUT."""
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    return reverse("review:invitation", args=[uid, default_token_generator.make_token(person)])


def _end_sessions(person: User) -> None:
    """Delete this person's sessions, so that none comes back to life. Whose one is stands inside it, so all are read."""
    living = Session.objects.iterator(chunk_size=1_000)
    theirs = [each.pk for each in living if each.get_decoded().get(SESSION_KEY) == str(person.pk)]
    Session.objects.filter(pk__in=theirs).delete()


def _another(person_id: int, by: User) -> User:
    """Find and lock somebody else. As nobody changes themselves, whoever acts stays: there is always an operator."""
    _operators(by)
    if person_id == by.pk:
        raise Refused("This is you. Another operator can change your role, switch you off, or make you a link.")
    person = User.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        raise Refused("There is no such person.")
    return person


def _operators(by: User) -> None:
    """Hold all operators, so that no two of them put each other out at the same moment."""
    held = User.objects.select_for_update().filter(is_staff=True, is_active=True).order_by("pk")
    if by.pk not in {operator.pk for operator in held}:
        raise Refused("You are no operator any more.")
