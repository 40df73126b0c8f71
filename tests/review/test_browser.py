"""One walk through the rooms in a real browser: log in, look, seek, reject, approve, watch the film."""

import re
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, Response, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from pipeline.models import Attempt, Task
from pipeline.rules.statuses import Status
from tests import needs
from tests.factories import make_take
from tests.review.films import clip_of, film_at

OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]


@pytest.fixture(scope="session")
def media(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Small real files: pictures, a clip of four seconds, a sound, and a film with a voice."""
    import imageio_ffmpeg
    from PIL import Image

    folder = tmp_path_factory.mktemp("media")
    picture = ("-f", "lavfi", "-i", "testsrc2=size=480x270:rate=24:duration=4")
    tone = ("-f", "lavfi", "-i", "sine=frequency=330:duration=4")
    encoding = ("-c:v", "libx264", "-preset", "ultrafast", "-g", "12", "-pix_fmt", "yuv420p", "-movflags", "+faststart")
    wanted = {
        "clip.mp4": (*picture, *encoding),
        "film.mp4": (*picture, *tone, *encoding),
        "tone.mp3": tone,
        "tone.wav": tone,
    }
    for name, arguments in wanted.items():
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *arguments, str(folder / name)]
        subprocess.run(command, check=True)
    Image.new("RGB", (960, 540), "teal").save(folder / "picture.png")
    names = {"image": "picture.png", "composite": "picture.png", "video": "clip.mp4", "film": "film.mp4"}
    return {kind: folder / name for kind, name in {**names, "narration": "tone.mp3", "sfx": "tone.wav"}.items()}


@pytest.fixture
def screen() -> Iterator[Page]:
    """A page of a browser; whatever its console complains about fails the test."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needs.chromium(), args=OPTIONS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        complaints: list[str] = []
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        browser.close()
    _let_the_server_finish()
    assert complaints == []


def _let_the_server_finish() -> None:
    """Each thread of the server holds a connection to the test database, which cannot be dropped before they end."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)


def seek(page: Page, player: str, to: float) -> float:
    """Jump to a second of a player and wait until it has come there; gives where it is."""
    script = """([player, to]) => new Promise((done, failed) => {
        const video = document.querySelector(player);
        const jump = () => {
            video.addEventListener("seeked", () => done(video.currentTime), { once: true });
            video.currentTime = to;
        };
        video.addEventListener("error", () => failed(video.error.message));
        video.preload = "auto";
        if (video.readyState) jump(); else video.addEventListener("loadedmetadata", jump, { once: true });
    })"""
    return float(page.evaluate(script, [player, to]))


def film_with_marks(task: Task, media: dict[str, Path]) -> None:
    """Bring a task to Final Review, with what a real film says about its scenes and its captions."""
    for kind in ("narration", "sfx", "film"):
        for clip in task.clips.filter(kind=kind):
            make_take(clip, file=media[kind])
    film = clip_of(task, "film").selected
    assert film
    (task.project.root / film.path).with_suffix(".srt").write_text("1\n00:00:00,000 --> 00:00:04,000\nThe owl waits.\n")
    Attempt.objects.filter(pk=film.pk).update(
        facts={"scenes": [{"number": 1, "start": 0.0}, {"number": 2, "start": 2.0}]}
    )
    task.jobs.all().delete()
    Task.objects.filter(pk=task.pk).update(status=Status.FINAL_REVIEW)


@pytest.mark.django_db(transaction=True)
def test_a_person_reviews_a_film(live_server: LiveServer, screen: Page, media: dict[str, Path]):
    User.objects.create_user("rita", password="a dark room", is_staff=True)
    task = film_at(Status.VIDEO_READY, media, title="Owls & <b>lamps</b>")
    parts: list[Response] = []
    screen.on("response", lambda response: parts.append(response) if response.status == 206 else None)

    screen.goto(f"{live_server.url}/inbox/")
    screen.get_by_label("Username").fill("rita")
    screen.get_by_label("Password").fill("a dark room")
    screen.get_by_role("button", name="Log in").click()
    pane = screen.locator("#pane")
    expect(pane.get_by_role("heading", level=1)).to_have_text("Owls & <b>lamps</b>")

    assert seek(screen, "#player", 3.0) == pytest.approx(3.0, abs=0.1)
    assert any("clip_01.mp4" in part.url for part in parts)

    pane.locator('[data-pick="video:2"]').click()
    pane.get_by_label("Send back Clip, scene 2").check()
    expect(pane.get_by_role("button", name="Approve all")).to_be_hidden()
    pane.get_by_label("What is wrong with Clip, scene 2").fill("Too dark. Ünïcode 🦉")
    pane.get_by_role("button", name="Send back 1").click()
    expect(screen.get_by_text("One clip was sent back with your note.")).to_be_visible()
    assert clip_of(task, "video", 2).note == "Too dark. Ünïcode 🦉"
    assert clip_of(task, "video", 1).verdict == "approved"

    # The clip comes back while the page waits: it turns into the gate by itself.
    screen.goto(f"{live_server.url}/tasks/{task.pk}/review/")
    expect(screen.get_by_text("Nothing to decide now")).to_be_visible()
    make_take(clip_of(task, "video", 2), file=media["video"])
    task.clips.filter(kind="video", number=2).update(verdict="")
    task.jobs.all().delete()
    Task.objects.filter(pk=task.pk).update(status=Status.VIDEO_READY)
    expect(screen.get_by_text("New take 2")).to_be_visible(timeout=8_000)
    expect(screen.get_by_text("1 of 2 to decide")).to_be_visible()
    screen.get_by_role("button", name="Approve all").click()
    expect(screen.get_by_text("Approved: “Owls & <b>lamps</b>”.")).to_be_visible()

    film_with_marks(task, media)
    screen.goto(f"{live_server.url}/tasks/{task.pk}/review/")
    screen.get_by_role("button", name="Scene 2 from").click()
    screen.wait_for_function("() => document.getElementById('film').currentTime > 2.2")
    expect(screen.locator('.tile[data-key="scene:2"]')).to_have_class(re.compile("chosen"))
    assert seek(screen, "#film", 0.5) < 1.0
    assert screen.evaluate("document.querySelector('#film track').track.mode = 'showing'") == "showing"
    screen.wait_for_function("() => document.querySelector('#film track').track.cues?.length === 1")
    screen.wait_for_function("() => Number(document.querySelector('[data-played-seconds]').value) >= 0.3")
    screen.get_by_role("button", name="Approve the film").click()
    expect(screen.get_by_role("heading", name="Nothing waits for you")).to_be_visible()
    approvals = Task.objects.get(pk=task.pk).audit.filter(action="approve")
    assert approvals.count() == 2
    assert 0.3 <= approvals.latest("id").facts["played_seconds"] <= 4.0
