"""Deciding about money in a real browser: what a mark costs, an order that was lost, a service that was paused."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from pipeline.models import Attempt, Service, Task
from pipeline.models.service import UNTIL_RESUMED
from pipeline.rules.statuses import Status
from tests.factories import make_channel
from tests.review.films import clip_of, film_at
from tests.review.orders import lose
from tests.review.test_browser import media, screen  # noqa: F401  (fixtures)

pytestmark = pytest.mark.django_db(transaction=True)

ID = "task_kling_1765187759663"


@pytest.fixture
def rita(live_server: LiveServer, screen: Page) -> Page:  # noqa: F811
    """A browser in which an operator has logged in."""
    User.objects.create_user("rita", password="a dark room", is_staff=True)
    screen.goto(f"{live_server.url}/login/")
    screen.get_by_label("Username").fill("rita")
    screen.get_by_label("Password").fill("a dark room")
    screen.get_by_role("button", name="Log in").click()
    return screen


def test_marking_clips_says_what_making_them_again_costs(
    live_server: LiveServer,
    rita: Page,
    media: dict[str, Path],  # noqa: F811
):
    channel = make_channel("paid", providers={"images": "gemini", "videos": "kling"}, format={"assets": 3, "scenes": 2})
    task = film_at(Status.FINAL_REVIEW, media, channel=channel)

    rita.goto(f"{live_server.url}/tasks/{task.pk}/review/")
    expect(rita.locator("[data-again-cost]")).to_be_hidden()
    for box in ("video:1", "composite:1", "composite:2"):
        rita.locator(f'input[value="{box}"]').evaluate("box => box.click()")

    # Both clips, each once, though scene 1's is marked itself and made from a picture that is marked.
    expect(rita.locator("[data-again-cost]")).to_have_text("Making these again costs about $0.84")


def test_a_lost_order_is_found_from_its_tile_and_fetched(live_server: LiveServer, rita: Page):
    task = film_at(Status.GENERATING_VIDEO)
    lost = lose(clip_of(task, "video", 2), message="The line broke.")

    rita.goto(f"{live_server.url}/tasks/{task.pk}/#lost-video-2")
    rita.get_by_label("Its id at the provider").fill(ID)
    rita.get_by_role("button", name="Fetch it").click()

    expect(rita.get_by_text("Clip, scene 2 is fetched by its id.")).to_be_visible()
    expect(rita.get_by_role("heading", name="May have been charged")).to_be_hidden()
    assert Attempt.objects.get(pk=lost.pk).provider_job == ID


def test_what_a_person_types_stays_while_the_page_renews_itself(live_server: LiveServer, rita: Page):
    task = film_at(Status.GENERATING_VIDEO)
    lose(clip_of(task, "video", 2))

    rita.goto(f"{live_server.url}/tasks/{task.pk}/")
    rita.locator("#lost-video-2").get_by_label("Its id at the provider").fill(ID)
    lose(clip_of(task, "video", 1))
    Task.objects.filter(pk=task.pk).update(revision=7)

    expect(rita.get_by_text("2 clips were ordered, and no answer came back")).to_be_visible(timeout=8_000)
    expect(rita.locator("#lost-video-2").get_by_label("Its id at the provider")).to_have_value(ID)


def test_a_service_is_resumed_from_the_board(live_server: LiveServer, rita: Page):
    Service.objects.filter(pk="kling").update(paused_until=UNTIL_RESUMED, pause_reason="No credits.")

    rita.goto(live_server.url)
    rita.get_by_role("button", name="Resume kling").click()

    expect(rita.get_by_text("kling goes on.")).to_be_visible()
    expect(rita.get_by_text("No credits.")).to_be_hidden()
