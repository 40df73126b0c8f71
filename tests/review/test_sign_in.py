"""Signing in: guessing is hopeless, and a stranger who guesses keeps nobody out."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from django.utils.timezone import now

from review.sign_in import address

pytestmark = pytest.mark.django_db

RIGHT = "moss and lamplight"


@pytest.fixture(autouse=True)
def _rita(db, quick_hashes):
    User.objects.create_user("rita", password=RIGHT)


def sign_in(browser: Client, name: str = "rita", password: str = "wrong", at: str = "10.0.0.1", **more):
    return browser.post("/login/", {"username": name, "password": password}, REMOTE_ADDR=at, **more)


def is_in(response) -> bool:
    return response.status_code == 302


def known_browser() -> Client:
    """A browser in which rita has signed in before."""
    browser = Client()
    assert is_in(sign_in(browser, password=RIGHT))
    browser.post("/logout/")
    return browser


def test_who_signed_in_is_forgotten_after_three_months():
    known_browser()
    AccessLog.objects.update(attempt_time=now() - timedelta(days=91))

    known_browser()

    assert AccessLog.objects.count() == 1


def test_one_name_cannot_be_guessed_from_many_addresses():
    answers = [sign_in(Client(), at=f"10.0.{n}.1").status_code for n in range(12)]

    assert answers == [200] * 9 + [429] * 3
    assert not is_in(sign_in(Client(), password=RIGHT, at="10.0.99.1"))


def test_many_names_cannot_be_tried_from_one_address():
    answers = [sign_in(Client(), name=f"name{n}").status_code for n in range(12)]

    assert answers == [200] * 9 + [429] * 3
    assert is_in(sign_in(Client(), password=RIGHT, at="10.0.0.2"))


def test_a_colleague_signs_in_while_a_stranger_guesses_their_name_next_door():
    browser = known_browser()
    for n in range(12):
        sign_in(Client(), at="10.0.0.1")
        sign_in(Client(), name=f"name{n}", at="10.0.0.1")

    assert is_in(sign_in(browser, password=RIGHT, at="10.0.0.1"))


def test_a_known_browser_has_ten_tries_too():
    browser = known_browser()

    answers = [sign_in(browser).status_code for _ in range(10)]

    assert answers == [200] * 9 + [429]
    assert not is_in(sign_in(browser, password=RIGHT))


def test_a_browser_is_known_only_for_who_signed_in_with_it():
    User.objects.create_user("anna", password=RIGHT)
    browser = known_browser()

    for _ in range(10):
        sign_in(browser, name="anna", at="10.0.0.9")

    assert sign_in(Client(), name="anna", password=RIGHT, at="10.0.0.8").status_code == 429


@pytest.mark.parametrize("cookie", ["", "nonsense", "e30:1abc:def"])
def test_a_cookie_of_ones_own_making_helps_nobody(cookie: str):
    browser = Client()
    browser.cookies["known"] = cookie

    answers = [sign_in(browser, HTTP_USER_AGENT="known 1234").status_code for _ in range(10)]

    assert answers[-1] == 429


def test_the_wait_ends_although_the_stranger_goes_on():
    for _ in range(10):
        sign_in(Client())
    AccessAttempt.objects.update(attempt_time=now() - timedelta(minutes=14, seconds=50))
    for _ in range(5):
        sign_in(Client())

    AccessAttempt.objects.update(attempt_time=now() - timedelta(minutes=15, seconds=1))

    assert is_in(sign_in(Client(), password=RIGHT))


def test_who_has_to_wait_is_told_until_when():
    for _ in range(10):
        response = sign_in(Client(), at="10.0.0.1")
    html = response.content.decode()

    assert re.search(r"Try again at <time[^>]*>\d\d:\d\d UTC</time>, in 15 minutes", html)
    assert 840 <= int(response.headers["Retry-After"]) <= 900
    assert "house.css" in html


def test_the_admin_has_the_same_door():
    for n in range(10):
        sign_in(Client(), at=f"10.0.{n}.1")

    response = Client().post("/admin/login/", {"username": "rita", "password": RIGHT})

    assert response.status_code == 429


@pytest.mark.parametrize(
    ("proxies", "passed_on", "counted"),
    [
        (0, "1.1.1.1", "10.0.0.1"),
        (1, "6.6.6.6, 2.2.2.2", "2.2.2.2"),
        (2, "6.6.6.6, 3.3.3.3, 2.2.2.2", "3.3.3.3"),
        (2, "3.3.3.3", "10.0.0.1"),
        (1, "nonsense\x00", "10.0.0.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (1, "::ffff:4.4.4.4", "4.4.4.4"),
    ],
)
def test_only_what_our_own_proxies_say_is_believed(settings, proxies: int, passed_on: str, counted: str):
    settings.PROXIES = proxies

    assert address(RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=passed_on)) == counted


def test_a_session_ends_everywhere_when_the_password_changes_or_the_person_is_switched_off():
    here, there, elsewhere = Client(), Client(), Client()
    for browser in (here, there, elsewhere):
        sign_in(browser, password=RIGHT)
    words = {"old_password": RIGHT, "new_password1": "a heron at dusk", "new_password2": "a heron at dusk"}
    here.post("/password/", words)

    assert [browser.get("/password/").status_code for browser in (here, there, elsewhere)] == [200, 302, 302]
    User.objects.update(is_active=False)
    assert here.get("/password/").status_code == 302


@pytest.mark.parametrize("where", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"])
def test_the_login_leads_nowhere_else(where: str):
    response = Client().post("/login/", {"username": "rita", "password": RIGHT, "next": where})

    assert response.headers["Location"] == "/"


@pytest.mark.parametrize(
    ("page", "back"),
    [
        ("http://testserver/inbox/?task=7", "/inbox/%3Ftask%3D7"),
        ("http://elsewhere.example/inbox/", "/"),
        ("http://testserver//elsewhere.example/", "/"),
        ("", "/"),
    ],
)
def test_an_open_page_whose_session_has_ended_goes_to_the_login_as_a_whole(page, back):
    answer = Client().get("/inbox/count/", headers={"HX-Request": "true", "HX-Current-URL": page})

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, f"/login/?next={back}")


def test_whoever_opens_a_page_without_a_session_is_led_to_the_login_as_always():
    assert Client().get("/inbox/").headers["Location"] == "/login/?next=/inbox/"
