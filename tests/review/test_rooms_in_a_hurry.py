"""People who are faster than the network, type on, or press Enter where they stand decide nothing that they did not mean."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from pipeline.models import Remark, Task
from pipeline.rules.statuses import Status
from tests.factories import make_take
from tests.review.films import clip_of, film_at
from tests.review.test_browser import film_with_marks, media, screen  # noqa: F401  (fixtures)
from tests.review.test_rooms_in_browser import Open, olga  # noqa: F401  (fixture)

pytestmark = pytest.mark.django_db(transaction=True)


def sent(page: Page) -> list[str]:
    """Collect the addresses that the page posts to, from now on."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url) if request.method == "POST" else None)
    return addresses


def hold(page: Page, address: str) -> list[Route]:
    """Keep requests to an address waiting; gives those that wait."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(address, keep)
    return held


def states(*tasks: Task) -> list[Status]:
    return [Task.objects.get(pk=task.pk).state for task in tasks]


def test_a_late_answer_leaves_the_film_alone_that_is_on_the_screen(
    olga: Open,  # noqa: F811
    media: dict[str, Path],  # noqa: F811
):
    one, two, three = (film_at(Status.ASSETS_READY, media, title=title) for title in ("One", "Two", "Three"))
    page = olga("/inbox/")
    expect(page.locator("#pane h1")).to_have_text("One")
    held = hold(page, "**/review/approve/")

    page.keyboard.press("a")
    page.keyboard.press("Enter")
    page.keyboard.press("J")
    expect(page.locator("#pane h1")).to_have_text("Two")
    page.keyboard.press("r")
    page.keyboard.type("wrong hat, ")
    held[0].continue_()
    expect(page.get_by_role("status")).to_contain_text("Approved: “One”")
    page.keyboard.type("it is all black")

    expect(page.locator("#pane h1")).to_have_text("Two")
    expect(page.locator(".detail.chosen [data-why] textarea")).to_have_value("wrong hat, it is all black")
    expect(page.locator("[data-letter]")).to_have_count(2)
    assert states(one, two, three) == [Status.GENERATING_COMPOSITES, Status.ASSETS_READY, Status.ASSETS_READY]


def test_no_key_reaches_the_film_that_was_left(olga: Open, media: dict[str, Path]):  # noqa: F811
    tasks = [film_at(Status.ASSETS_READY, media, title=title) for title in ("One", "Two")]
    page = olga("/inbox/")
    expect(page.locator("#pane h1")).to_have_text("One")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("J")
    expect(page.locator("#pane h1")).to_have_text("Two")
    posted = sent(page)
    held = hold(page, "**/review/?pane=1")

    page.keyboard.press("K")
    page.wait_for_function("document.getElementById('pane').inert")
    for key in ("a", "Enter", "r", "x", "Enter", "a", "Enter"):
        page.keyboard.press(key)
    held[0].continue_()

    expect(page.locator("#pane h1")).to_have_text("One")
    assert posted == []
    assert states(*tasks) == [Status.ASSETS_READY] * 2


def test_a_word_that_is_typed_while_the_film_plays_is_no_command(olga: Open, media: dict[str, Path]):  # noqa: F811
    task = film_at(Status.VIDEO_READY, media)
    film_with_marks(task, media)
    page = olga(f"/tasks/{task.pk}/review/")
    expect(page.locator(".room.live")).to_be_visible()
    posted = sent(page)

    page.keyboard.press(" ")
    page.keyboard.press("r")
    page.keyboard.type("too dull. It is all black here", delay=90)  # longer than the first scene

    expect(page.locator('[name="note-composite:1"]')).to_have_value("too dull. It is all black here")
    expect(page.locator('[name="note-composite:1"]')).to_be_focused()
    assert posted == []


def test_enter_on_a_box_sends_nothing_and_one_made_again_keeps_the_notes_of_the_others(
    olga: Open,  # noqa: F811
    media: dict[str, Path],  # noqa: F811
):
    task = film_at(Status.VIDEO_READY, media)
    page = olga(f"/tasks/{task.pk}/review/")
    expect(page.locator(".room.live")).to_be_visible()
    posted = sent(page)

    page.keyboard.press("r")
    page.keyboard.type("arm bends")
    page.keyboard.press("Escape")
    page.get_by_label("Send back Clip, scene 1").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Note on the whole").fill("good light")
    assert posted == []

    page.keyboard.press("Escape")
    page.get_by_label("Note on the whole").blur()
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.get_by_role("status")).to_contain_text("It is being made again.")
    make_take(clip_of(task, "video", 2), file=media["video"])
    task.clips.filter(number=2, kind="video").update(verdict="")
    task.jobs.all().delete()
    Task.objects.filter(pk=task.pk).update(status=Status.VIDEO_READY)
    page.goto(page.url.replace("/inbox/", f"/tasks/{task.pk}/review/"))

    expect(page.get_by_label("What is wrong with Clip, scene 1")).to_have_value("arm bends")
    expect(page.get_by_label("Note on the whole")).to_have_value("good light")
    expect(page.get_by_label("Send back Clip, scene 2")).not_to_be_checked()


def test_what_is_said_and_approved_is_about_the_take_on_the_screen(olga: Open, media: dict[str, Path]):  # noqa: F811
    clips, final = film_at(Status.VIDEO_READY, media), film_at(Status.VIDEO_READY, media)
    make_take(clip_of(clips, "video", 1), file=media["video"])
    film_with_marks(final, media)
    make_take(clip_of(final, "film"), file=media["film"])
    page = olga(f"/tasks/{clips.pk}/review/")
    expect(page.locator(".room.live")).to_be_visible()

    page.keyboard.press("1")
    page.keyboard.press("n")
    page.keyboard.type("it flickers")
    page.keyboard.press("Enter")
    expect(page.locator("#video-1 .remark")).to_contain_text("it flickers")
    page = olga(f"/tasks/{final.pk}/review/")
    expect(page.locator(".room.live")).to_be_visible()
    page.get_by_role("button", name="Take 1").click()

    assert Remark.objects.get().take.take == 1
    expect(page.get_by_role("button", name="Approve the film")).to_be_disabled()
    page.get_by_role("button", name="Take 2").click()
    expect(page.get_by_role("button", name="Approve the film")).to_be_enabled()
