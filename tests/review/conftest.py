"""People who look at pages."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client


@pytest.fixture
def operator(db: None) -> User:
    """Sees every channel and decides."""
    return User.objects.create_user("olga", is_staff=True)


@pytest.fixture
def page(operator: User) -> Client:
    """A browser in which the operator is logged in."""
    return browser_of(operator)


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def make_viewer(name: str = "vera") -> User:
    """Someone who may look but not decide."""
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.get_or_create(name="viewer")[0])
    return user
