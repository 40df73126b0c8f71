"""A working day at the board in a real browser: fold, search, choose many, decide, while the board renews itself."""

import re

import pytest
from django.contrib.auth.models import User
from django.utils.timezone import now
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from pipeline.models import Task
from pipeline.rules.statuses import Status
from tests.factories import make_task
from tests.review.films import film_at
from tests.review.test_browser import screen  # noqa: F401  (a fixture)

SOON = 10_000  # a page asks for news every three seconds


@pytest.mark.django_db(transaction=True)
def test_a_day_at_the_board(live_server: LiveServer, screen: Page):  # noqa: F811
    User.objects.create_user("rita", password="a dark room", is_staff=True)
    owls, seals, bats, moths, moves = [
        film_at(Status.ASSETS_READY, title=title) for title in ("Owls", "Seals", "Bats", "Moths", "Moves on")
    ]
    make_task(title="An idea")
    screen.goto(live_server.url)
    screen.get_by_label("Username").fill("rita")
    screen.get_by_label("Password").fill("a dark room")
    screen.get_by_role("button", name="Log in").click()

    def box(task: Task):
        return screen.locator(f'input[value^="{task.pk}:"]')

    # A group folds, and stays folded for whoever comes back.
    screen.get_by_role("button", name="Idea 1").click()
    expect(screen.locator("#column-draft")).to_be_hidden()
    screen.reload()
    expect(screen.locator("#column-draft")).to_be_hidden()
    screen.get_by_role("button", name="Idea 1").click()
    expect(screen.get_by_role("link", name="An idea")).to_be_visible()

    # Words and choices are in the address, and the way back is the browser's own.
    screen.get_by_role("searchbox").fill("idea")
    screen.keyboard.press("Enter")
    expect(screen.locator(".card")).to_have_count(1)
    screen.get_by_role("link", name="Needs review").click()
    expect(screen.get_by_role("heading", name="Nothing here")).to_be_visible()
    screen.go_back()
    screen.go_back()
    expect(screen.locator(".card")).to_have_count(6)

    # A range with shift, then all but one; Escape clears.
    box(seals).click()
    box(moves).click(modifiers=["Shift"])
    expect(screen.get_by_role("status").filter(has_text="4 selected")).to_be_visible()
    screen.keyboard.press("Escape")
    expect(screen.locator("#bulk")).to_have_attribute("inert", "")
    screen.get_by_label("Select all that are shown in Assets Ready").check()
    box(moths).uncheck()
    expect(screen.get_by_role("status")).to_contain_text("4 selected")

    # The board renews itself: what is chosen stays chosen, but for the film that has moved on.
    box(bats).focus()
    Task.objects.filter(pk=moves.pk).update(status=Status.ASSETS_APPROVED)
    Task.objects.filter(pk=seals.pk).update(revision=9)
    Task.objects.filter(pk=bats.pk).update(title="Bats at night", updated_at=now())
    expect(screen.get_by_role("link", name="Bats at night")).to_be_visible(timeout=SOON)
    expect(screen.get_by_role("status")).to_contain_text("2 selected")
    expect(screen.get_by_role("status")).to_contain_text("1 moved on")
    expect(screen.get_by_role("status")).to_contain_text("1 changed")
    expect(box(bats)).to_be_checked()
    expect(box(bats)).to_be_focused()
    box(seals).check()

    # One of three was decided elsewhere in the same moment; the others are approved.
    Task.objects.filter(pk=seals.pk).update(status=Status.DRAFT)
    screen.get_by_role("button", name="Approve").click()
    expect(screen.get_by_role("heading", name="2 of 3 done")).to_be_visible()
    expect(screen.locator(".results .refused")).to_contain_text("This was decided already")
    expect(screen.locator("#column-generating_composites .card")).to_have_count(2, timeout=SOON)
    expect(screen.locator("#bulk")).to_have_attribute("inert", "")
    assert Task.objects.get(pk=owls.pk).status == Status.GENERATING_COMPOSITES

    # What fails is said, until it works again; whose session has ended signs in on a page of its own, and is back.
    screen.evaluate("htmx.trigger(document.body, 'htmx:sendError', {requestConfig: {verb: 'get'}, xhr: {status: 0}})")
    expect(screen.locator(".notice-bar")).to_contain_text("This page is not up to date")
    screen.evaluate("htmx.ajax('GET', '/inbox/count/', '#inbox-waits')")
    expect(screen.locator(".notice-bar")).to_be_hidden()
    screen.context.clear_cookies()
    screen.evaluate("htmx.ajax('GET', '/inbox/count/', '#inbox-waits')")
    expect(screen).to_have_url(re.compile(r"/login/\?next=/"))
