"""The rooms in a real browser: by keyboard only, from film to film, two people at once, and for everybody."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from pipeline.models import Task
from pipeline.rules.statuses import Status
from tests.factories import make_channel, make_take
from tests.review.films import big_film_at, clip_of, film_at
from tests.review.people import browser_of, make_viewer
from tests.review.test_browser import film_with_marks, media, screen  # noqa: F401  (fixtures)

pytestmark = pytest.mark.django_db(transaction=True)

Open = Callable[[str], Page]
ROOMS = (Status.ASSETS_READY, Status.VIDEO_READY, Status.AUDIO_READY, Status.FINAL_REVIEW)


@pytest.fixture
def olga(live_server: LiveServer, screen: Page) -> Open:  # noqa: F811
    """Opens an address in a browser in which an operator is logged in."""
    log_in(screen, live_server, User.objects.create_user("olga", is_staff=True))

    def open_(address: str) -> Page:
        screen.goto(live_server.url + address)
        return screen

    return open_


def log_in(page: Page, live_server: LiveServer, user: User) -> None:
    cookie = browser_of(user).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])


class Keys:
    """Presses keys and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1

    def type(self, words: str) -> None:
        self.press(*words)


def test_a_gate_of_18_clips_is_passed_with_under_40_keys(olga: Open, media: dict[str, Path]):  # noqa: F811
    task = big_film_at(Status.VIDEO_READY, media)
    page = olga(f"/tasks/{task.pk}/review/")
    expect(page.locator(".tile.chosen")).to_contain_text("Scene 1")
    keys = Keys(page)

    keys.press("j", "j", "r")
    keys.type("arm bends")
    keys.press("Enter", *"jjjjj", "r")
    keys.type("flickers")
    keys.press("Enter", "a")
    expect(page.get_by_role("button", name="Send back 2")).to_be_focused()
    keys.press("Enter")

    expect(page.get_by_role("status")).to_have_text("2 clips were sent back with your note.")
    assert keys.count < 40
    clips = {clip.number: (clip.verdict, clip.note) for clip in task.clips.filter(kind="video")}
    assert (clips.pop(3), clips.pop(9)) == (("rejected", "arm bends"), ("rejected", "flickers"))
    assert set(clips.values()) == {("approved", "")}
    assert {str(job.clip) for job in task.jobs.open()} == {"video:3", "video:9"}


def test_the_next_film_is_there_at_once_after_a_decision(olga: Open, media: dict[str, Path]):  # noqa: F811
    first, second = (film_at(Status.ASSETS_READY, media, title=title) for title in ("The first", "The second"))
    page = olga("/inbox/")
    expect(page.locator("#pane h1")).to_have_text("The first")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.keyboard.press("a")
    page.keyboard.press("Enter")

    expect(page.locator("#pane h1")).to_have_text("The second")
    expect(page.get_by_role("status")).to_contain_text("Approved: “The first”")
    assert f"/tasks/{first.pk}/review/approve/" in asked[0]
    assert not any(f"/tasks/{second.pk}/review/" in address for address in asked)
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nothing waits for you")).to_be_visible()


def test_a_prompt_is_edited_a_moment_noted_and_a_take_picked_by_keyboard(olga: Open, media: dict[str, Path]):  # noqa: F811
    task = film_at(Status.VIDEO_READY, media)
    make_take(clip_of(task, "video", 1), file=media["video"])
    page = olga(f"/tasks/{task.pk}/review/")

    page.keyboard.press("n")
    page.get_by_label("Note on this moment of Clip, scene 1").fill("the lamp melts")
    page.keyboard.press("Enter")
    expect(page.locator("#video-1 .remark")).to_contain_text("the lamp melts")
    page.keyboard.press("c")
    expect(page.locator("[data-screens] video")).to_have_count(2)
    page.keyboard.press("1")
    page.keyboard.press("p")
    expect(page.locator("#video-1 .take.counts")).to_have_text("Take 1 counts")
    expect(page.locator(".room.live")).to_be_visible()
    page.keyboard.press("k")  # what is decided stands behind what is not
    page.keyboard.press("e")
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("a slow pan to the lamp")
    page.keyboard.press("ControlOrMeta+Enter")

    expect(page.get_by_role("status")).to_contain_text("It is being made again.")
    assert clip_of(task, "video", 1).selected.take == 1
    assert clip_of(task, "video", 2).prompt == "a slow pan to the lamp"
    assert [str(job.clip) for job in task.jobs.open()] == ["video:2"]


def test_marks_and_notes_survive_a_reload(olga: Open, media: dict[str, Path]):  # noqa: F811
    task = film_at(Status.VIDEO_READY, media)
    page = olga(f"/tasks/{task.pk}/review/")

    page.keyboard.press("r")
    page.keyboard.type("too dark")
    page.reload()

    expect(page.get_by_label("What is wrong with Clip, scene 1")).to_have_value("too dark")
    expect(page.get_by_role("button", name="Send back 1")).to_be_visible()


def test_a_viewer_looks_at_everything_and_no_key_decides(
    live_server: LiveServer,
    screen: Page,  # noqa: F811
    media: dict[str, Path],  # noqa: F811
):
    make_channel(reviewers=["vera"])
    tasks = [film_at(status, media) for status in ROOMS]
    log_in(screen, live_server, make_viewer())

    for task in tasks:
        screen.goto(f"{live_server.url}/tasks/{task.pk}/review/")
        expect(screen.locator(".room.live")).to_be_visible()
        for key in ("j", "r", "R", "e", "n", "p", "1", "c", "a", "Enter"):
            screen.keyboard.press(key)
        expect(screen.get_by_text("You may look at this, but not decide.")).to_be_visible()

    assert {Task.objects.get(pk=task.pk).state for task in tasks} == set(ROOMS)
    assert not Task.objects.filter(audit__actor="vera").exists()


def test_whoever_looks_at_the_same_film_is_seen_and_told_what_was_decided(
    live_server: LiveServer,
    olga: Open,
    media: dict[str, Path],  # noqa: F811
):
    task = film_at(Status.VIDEO_READY, media)
    rita = browser_of(User.objects.create_user("rita", is_staff=True))
    rita.get(f"/tasks/{task.pk}/review/")
    page = olga(f"/tasks/{task.pk}/review/")
    expect(page.locator(".others")).to_have_text("rita is here, too")

    rita.post(f"/tasks/{task.pk}/review/approve/", {"at": "video_ready"})

    expect(page.locator(".moved")).to_contain_text("rita approved it a moment ago.", timeout=8_000)


def test_no_room_keeps_anybody_out(olga: Open, media: dict[str, Path]):  # noqa: F811
    """axe-core finds nothing serious in any room, in the dark nor in the light."""
    tasks = [film_at(status, media) for status in ROOMS]
    make_take(clip_of(tasks[1], "video", 1), file=media["video"])
    rooms = [f"/tasks/{task.pk}/review/" for task in tasks]
    others = ["/", "/inbox/", f"/tasks/{tasks[3].pk}/", f"/tasks/{tasks[3].pk}/audit/", "/people/", "/password/"]
    serious: list[str] = []

    for address in [*rooms, *others]:
        page = olga(address)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        if address in rooms:
            page.keyboard.press("r")
        serious += [f"{address} {found}" for found in violations(page)]
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        serious += [f"{address} {found}" for found in violations(page, runOnly=["color-contrast"])]

    assert serious == []


def violations(page: Page, **options: object) -> list[str]:
    """What axe-core calls serious or critical, each with the first place where it is."""
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found if each["impact"] in ("serious", "critical")
    ]
