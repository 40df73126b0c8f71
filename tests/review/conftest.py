"""An operator and their browser."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.review.people import browser_of


@pytest.fixture
def operator(db: None) -> User:
    """Sees every channel and decides."""
    return User.objects.create_user("olga", is_staff=True)


@pytest.fixture
def page(operator: User) -> Client:
    """A browser in which the operator is logged in."""
    return browser_of(operator)
