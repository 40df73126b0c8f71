"""People who look at pages, and their browsers."""

from django.contrib.auth.models import Group, User
from django.test import Client


def browser_of(user: User, **options: bool) -> Client:
    """A browser in which this person is logged in."""
    client = Client(**options)
    client.force_login(user)
    return client


def make_viewer(name: str = "vera") -> User:
    """Someone who may look at the channels that name them, but not decide."""
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.get_or_create(name="viewer")[0])
    return user
