"""Attacks by what is written: markup, endless notes, NUL characters, wrong types, broken addresses."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from channels.models import Channel
from pipeline.models import AuditEntry, Clip, Remark, Task
from pipeline.moves import record
from pipeline.rules.statuses import GATES, Status
from review.models import Presence
from tests.factories import make_take
from tests.review.addresses import addresses, is_ours
from tests.review.films import clip_of, film_at
from tests.review.people import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_hashes")]

NASTY = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{{ 7*7 }}{% x %}"
RUNS = re.compile(r"<script(?![^>]* src=)|<style|<[^>]*\sstyle=|<[^>\"]*\son\w+=|javascript:")
LONG = "é" * 10_000
FIELDS = (
    *("at", "note", "clips", "prompt", "take", "orders", "way", "provider_job", "title", "topic", "story_direction"),
    *("tasks", "do", "text", "seconds", "name", "email", "role", "active", "priority", "played", "takes"),
    *("old_password", "new_password1", "new_password2", "prompt:video:1"),
)
JSON = {"Accept": "application/json"}  # answered without drawing a page again
WRONG = ["\x00", "-1", "1e999", "9" * 400, "[]", "\u202e\ud7ff🎬' OR 1=1 --"]


def nasty_film(status: Status) -> Task:
    """A film in which everything that somebody can write is an attack."""
    error = {"step": "videos", "clip": "video:1", "class": "permanent", "message": NASTY}
    task = film_at(status, title=NASTY, topic=NASTY, story_direction=NASTY, error=error, pause=NASTY)
    Clip.objects.update(prompt=NASTY, note=NASTY, name=NASTY[:60])
    take = make_take(clip_of(task, "video", 1))
    Remark.objects.create(take=take, seconds=1, text=NASTY, by=NASTY)
    record(task, NASTY[:30], by=NASTY, note=NASTY, clip=clip_of(task, "video"), facts={NASTY: NASTY})
    stranger = User.objects.create(username=NASTY, email=NASTY)
    Presence.objects.create(user=stranger, task=task, seen_at=task.created_at)
    Channel.objects.update(channel_name=NASTY, file_name=NASTY, problem=NASTY, warning=NASTY)
    return task


@pytest.mark.parametrize("status", [*GATES, Status.VIDEO_ERROR, Status.DRAFT])
def test_nothing_that_a_stranger_wrote_runs_on_any_page(page: Client, status: Status):
    task = nasty_film(status)
    shown = 0

    for address in filter(is_ours, addresses(task)):
        for answer in (page.get(address), page.get(address, headers={"HX-Request": "true"})):
            if answer.headers.get("Content-Type", "").startswith("text/html"):
                html = answer.content.decode()
                shown += "&lt;script&gt;" in html
                assert not RUNS.search(html.replace("&quot;", "")), address
                assert "alert(1)</script>" not in html, address
    assert shown >= 6


def test_a_nasty_name_runs_nowhere(page: Client):
    browser = browser_of(User.objects.create(username=NASTY, is_staff=True))
    login = Client().post("/login/", {"username": NASTY, "password": "x", "next": NASTY})
    invited = page.post("/people/invite/", {"name": NASTY, "email": NASTY, "role": NASTY})

    for answer in (browser.get("/"), browser.get("/people/"), login, invited):
        assert "<script>alert" not in answer.content.decode()
        assert "&lt;script&gt;" in answer.content.decode()


@pytest.mark.parametrize(
    ("way", "fields"),
    [
        ("review/approve", {"note": LONG}),
        ("review/reject", {"note": LONG, "clips": "video:1"}),
        ("clips/video:1/again", {"note": LONG}),
        ("clips/video:1/again", {"prompt": LONG}),
        ("clips/video:1/remark", {"text": LONG, "take": "1"}),
        ("cancel", {"note": LONG}),
        ("retry", {"note": LONG}),
        ("idea", {"title": LONG, "topic": LONG}),
    ],
)
def test_an_endless_note_is_told_in_one_sentence_and_kept_nowhere(page: Client, way: str, fields: dict[str, str]):
    task = film_at(Status.VIDEO_READY)
    before = Task.objects.values().get()

    answer = page.post(f"/tasks/{task.pk}/{way}/", {"at": "video_ready", **fields}, follow=True)

    assert len(re.findall(r"characters; please shorten it\.", answer.content.decode())) == 1
    assert (Task.objects.values().get(), AuditEntry.objects.count(), Remark.objects.count()) == (before, 0, 0)


@pytest.mark.parametrize("status", [Status.VIDEO_READY, Status.VIDEO_ERROR])
def test_no_field_of_any_form_breaks_us(page: Client, status: Status):
    task = film_at(status)
    ours = [address for address in addresses(task) if is_ours(address) and address not in ("/login/", "/logout/")]

    for address in ours:
        if page.get(address).status_code == 405 or address == "/password/":
            for wrong in WRONG:
                answer = page.post(address, {field: [wrong, wrong] for field in FIELDS}, headers=JSON)
                assert answer.status_code < 500, (address, wrong)


def test_no_question_in_an_address_breaks_us(page: Client):
    task = film_at(Status.VIDEO_READY)
    names = ("page", "action", "channel", "show", "q", "seen", "at", "takes", "pane", "next", "clip")

    for address in filter(is_ours, addresses(task)):
        if page.get(address).status_code == 200:
            for wrong in WRONG[:4]:
                answer = page.get(address, dict.fromkeys(names, wrong))
                assert answer.status_code < 500, (address, wrong)


@pytest.mark.parametrize("wrong", ["video:99999999999", "video:%00", "video:१", "nothing:1", "x" * 500])
def test_no_clip_and_no_service_of_a_broken_name_breaks_us(page: Client, wrong: str):
    task = film_at(Status.VIDEO_READY)

    for address in addresses(task, clip=wrong, name=wrong, form=wrong, token=wrong, uidb64=wrong, person_id="9" * 30):
        if is_ours(address) and address != "/logout/":
            fields = {"at": "video_ready", "note": "x", "take": "1", "text": "x", "role": "viewer", "active": "no"}
            answers = (
                page.get(address),
                page.post(address, fields) if wrong in address or "people" in address else None,
            )
            assert all(answer.status_code < 500 for answer in answers if answer), address


def _differs(address: str, wrong: str) -> bool:
    return wrong in address or "9" * 30 in address
