"""People in a real browser: an invitation from end to end, a film that comes by pieces, and its audit trail."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from pipeline.moves import record
from pipeline.rules.statuses import Status
from review import media as files
from review.roles import Role, role_of
from tests.factories import make_channel
from tests.review.films import clip_of, film_at
from tests.review.test_browser import media, screen  # noqa: F401  (fixtures)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("quick_hashes")]

WORDS = "a heron at dusk"
PLAY = """(source) => new Promise((done, failed) => {
    const video = document.createElement("video");
    Object.assign(video, { muted: true, playbackRate: 8, preload: "auto", src: source });
    video.addEventListener("ended", () => done(video.currentTime === video.duration));
    video.addEventListener("error", () => failed(video.error.message));
    document.body.append(video);
    video.play();
})"""


def test_somebody_is_invited_looks_at_a_film_and_reads_who_decided(
    screen: Page,  # noqa: F811
    live_server: LiveServer,
    media: dict[str, Path],  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
):
    User.objects.create_user("olga", password=WORDS, is_staff=True)
    task = film_at(Status.FINAL_REVIEW, files=media, channel=make_channel(reviewers=["quinn"]))
    film = clip_of(task, "film").selected
    record(task, "approve", by="olga", sha256=film.sha256, facts={"played_seconds": 3.5, "film_seconds": 4})
    screen.goto(f"{live_server.url}/login/?next=/people/")
    screen.get_by_label("Username").fill("olga")
    screen.get_by_label("Password").fill(WORDS)
    screen.get_by_role("button", name="Log in").click()

    screen.get_by_label("Name to log in with").fill("quinn")
    screen.get_by_label("Viewer looks").check()
    screen.get_by_role("button", name="Make the invitation").click()
    link = screen.get_by_label("The link, shown only now").input_value()
    screen.context.clear_cookies()
    screen.goto(link)
    screen.get_by_label("New password").fill(WORDS)
    screen.get_by_label("The same once more").fill(WORDS)
    screen.get_by_role("button", name="Set the password").click()
    expect(screen.get_by_text("Welcome, quinn.")).to_be_visible()
    assert role_of(User.objects.get(username="quinn")) is Role.VIEWER

    monkeypatch.setattr(files, "AT_ONCE", 20_000)
    pieces: list[int] = []
    screen.on("response", lambda part: pieces.append(part.status) if film.path in part.url else None)
    screen.goto(f"{live_server.url}/tasks/{task.pk}/audit/")
    assert screen.evaluate(PLAY, f"/media/{film.path}")
    assert pieces[:2] == [206, 206]

    expect(screen.get_by_text("played 0:03 of 0:04")).to_be_visible()
    screen.get_by_title("SHA-256 of the file").click(click_count=2)
    assert screen.evaluate("getSelection().toString().trim()") == film.sha256
