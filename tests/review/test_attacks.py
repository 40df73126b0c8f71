"""Attacks on every address: without login, from elsewhere, by another method, with another role, from another channel."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from pipeline.models import AuditEntry, Service, Task
from pipeline.rules.statuses import Status
from review.roles import Role, give, role_of
from tests.factories import make_channel
from tests.review.addresses import addresses, is_ours
from tests.review.films import film_at
from tests.review.people import browser_of, make_viewer

pytestmark = pytest.mark.django_db

OPEN = {"/login/", "/health", "/favicon.ico", "/invitation/MQ/abc-def/", "/admin/login/", "/password/forgotten/"}
ONES_OWN = {"/login/", "/logout/", "/password/", "/password/forgotten/", "/invitation/MQ/abc-def/"} | {
    "/admin/password_change/",
    "/admin/logout/",
}


@pytest.fixture
def task(db: None) -> Task:
    """A film at a gate, of a channel that rita and vera may see."""
    return film_at(Status.VIDEO_READY, channel=make_channel(reviewers=["rita", "vera"]))


@pytest.fixture
def everything(task: Task) -> list[str]:
    return addresses(task, person_id=User.objects.create_user("someone").pk)


def decisions(page: Client, everything: list[str]) -> list[str]:
    """The addresses at which something is decided: looking at them is refused."""
    found = [address for address in everything if is_ours(address) and page.get(address).status_code == 405]
    assert len(found) >= 18
    return [address for address in found if address not in ONES_OWN]


def nothing_happened(task: Task) -> bool:
    people = [(role_of(person), person.is_active) for person in User.objects.filter(username="someone")]
    return (
        not AuditEntry.objects.exists()
        and Task.objects.get(pk=task.pk).state is Status.VIDEO_READY
        and people == [(Role.REVIEWER, True)]
    )


def test_without_login_every_address_leads_to_the_login(client: Client, everything: list[str]):
    for address in everything:
        if address in OPEN:
            continue
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 302, address
            assert answer.headers["Location"].startswith(("/login/", "/admin/login/")), address


def test_no_address_takes_a_form_from_elsewhere(operator: User, everything: list[str], task: Task):
    browser = browser_of(operator, enforce_csrf_checks=True)

    assert {address: browser.post(address).status_code for address in everything} == dict.fromkeys(everything, 403)
    assert nothing_happened(task)


def test_a_form_of_another_site_is_refused_although_its_token_is_right(
    operator: User, everything: list[str], task: Task
):
    browser = browser_of(operator, enforce_csrf_checks=True)
    browser.get("/people/")
    token = browser.cookies["csrftoken"].value

    for address in everything:
        answer = browser.post(address, {"csrfmiddlewaretoken": token}, headers={"Origin": "https://evil.example"})
        assert answer.status_code == 403, address
    assert nothing_happened(task)


def test_nothing_is_decided_by_another_method(page: Client, everything: list[str], task: Task):
    headers = {"X-HTTP-Method-Override": "POST", "X-Method-Override": "POST"}

    for address in decisions(page, everything):
        for way in ("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"):
            answer = page.generic(way, f"{address}?_method=POST&at=video_ready&note=x&clips=video:1", headers=headers)
            assert answer.status_code == 405, (way, address)
    assert nothing_happened(task)


def test_a_page_cannot_be_made_to_act(page: Client, everything: list[str], task: Task):
    pages = [address for address in everything if is_ours(address) and address not in OPEN | ONES_OWN]

    for address in pages:
        if page.get(address).status_code == 200:
            assert page.post(address, {"_method": "DELETE", "at": "video_ready"}).status_code == 405, address
    assert nothing_happened(task)


def test_a_viewer_decides_nothing_anywhere(page: Client, everything: list[str], task: Task):
    fields = {"at": "video_ready", "note": "x", "clips": "video:1", "prompt": "x", "take": 1, "role": "operator"}
    vera = browser_of(make_viewer())

    answers = {address: vera.post(address, fields).status_code for address in decisions(page, everything)}

    assert set(answers.values()) == {403}, answers
    assert nothing_happened(task)


def test_a_reviewer_does_nothing_that_is_an_operators(page: Client, everything: list[str], task: Task):
    rita = User.objects.create_user("rita")
    Service.objects.filter(name="local").update(pause_reason="empty")
    browser = browser_of(rita)
    theirs = [address for address in everything if address.startswith(("/people/", "/services/"))]

    for address in theirs:
        assert {browser.get(address).status_code, browser.post(address, {"role": "operator"}).status_code} <= {
            403,
            405,
        }, address
    for address in everything:
        if not is_ours(address) and address not in OPEN | ONES_OWN:
            answer = browser.post(address, {"name": "x"})
            assert answer.status_code in (302, 403), address
            assert answer.status_code == 403 or "/login/" in answer.headers["Location"], address
    assert nothing_happened(task)
    assert role_of(User.objects.get(pk=rita.pk)) is Role.REVIEWER
    assert Service.objects.get(name="local").pause_reason == "empty"


def test_people_of_another_channel_find_no_address_of_a_film(page: Client, everything: list[str], task: Task):
    make_channel("harbour", reviewers=["hana"])
    hana = browser_of(User.objects.create_user("hana"))
    of_the_film = [address for address in everything if str(task.pk) in address]

    assert len(of_the_film) >= 15
    assert {hana.get(address).status_code for address in of_the_film} == {404, 405}
    assert {hana.post(address, {"at": "video_ready"}).status_code for address in of_the_film} == {404, 405}
    assert nothing_happened(task)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.VIEWER])
def test_who_is_demoted_has_lost_it_with_the_next_click(role: Role):
    otto = User.objects.create_user("otto")
    give(otto, Role.OPERATOR)
    browser = browser_of(otto)
    assert browser.get("/people/").status_code == 200

    give(otto, role)

    assert browser.get("/people/").status_code == 403
    assert browser.get("/admin/pipeline/task/").status_code == 302


def test_every_answer_says_who_may_keep_it(page: Client, client: Client, everything: list[str]):
    for address in filter(is_ours, [*everything, "/nothing/"]):
        for browser in (page, client):
            headers = browser.get(address).headers
            assert "private" in headers["Cache-Control"] or "no-store" in headers["Cache-Control"], address
            assert headers["X-Content-Type-Options"] == "nosniff", address
            assert headers["X-Frame-Options"] == "DENY", address
            assert (
                "script-src" in headers["Content-Security-Policy"]
                or "default-src 'self'" in (headers["Content-Security-Policy"])
            ), address


UP = [
    "../../../secret.json",
    "%2e%2e/%2e%2e/%2e%2e/secret.json",
    "%252e%252e/%252e%252e/secret.json",
    "..%2f..%2f..%2fsecret.json",
    "..%5c..%5csecret.json",
    "%c0%ae%c0%ae/secret.json",
    "....//....//secret.json",
    "%00/../secret.json",
    "/etc/passwd",
    "file:///etc/passwd",
]


@pytest.mark.parametrize(("room", "ending"), [("media", "json"), ("thumbs", "png"), ("captions", "srt")])
def test_no_way_leads_to_another_file(page: Client, task: Task, room: str, ending: str):
    (task.project.root / f"secret.{ending}").write_text("secret")

    for way in UP:
        address = f"/{room}/channels/meadow/projects/{task.pk}/{way.replace('json', ending)}"
        assert page.get(address).status_code in (400, 404), address


@pytest.mark.parametrize("room", ["media", "thumbs", "captions"])
def test_a_guessed_file_of_another_channel_and_a_link_are_not_there(task: Task, room: str):
    make_channel("harbour", reviewers=["hana"])
    hana, rita = (browser_of(User.objects.create_user(name)) for name in ("hana", "rita"))
    ending = {"media": "mp4", "thumbs": "png", "captions": "srt"}[room]
    (task.project.folder / f"film.{ending}").write_bytes(b"film")
    (task.project.folder / f"link.{ending}").symlink_to(task.project.folder / f"film.{ending}")
    address = f"/{room}/channels/meadow/projects/{task.pk}/film.{ending}"

    assert rita.get(address).status_code == 200
    assert rita.get(address.replace("film.", "link.")).status_code == 404
    assert hana.get(address).status_code == 404
    assert hana.get(address.replace("/meadow/", "/harbour/")).status_code == 404
