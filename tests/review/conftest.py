"""An operator and their browser."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings as SettingsWrapper

from tests.review.people import browser_of


@pytest.fixture
def operator(db: None) -> User:
    """Sees every channel and decides."""
    return User.objects.create_user("olga", is_staff=True)


@pytest.fixture
def page(operator: User) -> Client:
    """A browser in which the operator is logged in."""
    return browser_of(operator)


@pytest.fixture
def quick_hashes(settings: SettingsWrapper) -> None:
    """Passwords cost no time in tests that send many of them."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
