"""Films that many watch: by pieces, in little memory, or sent by the web server in front."""

import os
from pathlib import Path

import pytest
from django.test import Client

from benchmarks.watching import MOST_RATIO, Film, measure, serve
from pipeline.models import Task
from review import media
from tests import needs
from tests.factories import make_task
from tests.processes import environment
from tests.review.test_media import CONTENT, body, make_file

pytestmark = pytest.mark.django_db


def served_by(settings, server: str) -> None:
    settings.MEDIA_SERVER = server
    settings.MEDIA_SERVER_PREFIX = "/protected/"


def test_nginx_is_told_where_the_file_is_below_its_own_location(page: Client, settings):
    served_by(settings, "x-accel-redirect")
    task = make_task()

    response = page.get(make_file(task, "takes/one/clip_01.mp4"), headers={"Range": "bytes=0-9"})

    project = f"channels/meadow/projects/{task.pk}"
    assert response.headers["X-Accel-Redirect"] == f"/protected/{project}/takes/one/clip_01.mp4"
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["Content-Type"] == "video/mp4"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "private, max-age=86400"
    assert response.headers["Content-Disposition"] == 'inline; filename="clip_01.mp4"'


@pytest.mark.parametrize(
    ("folder", "written"), [("a b%20", "a%20b%2520"), ("filmé\n", "film%C3%A9%0A"), ("a?b#c", "a%3Fb%23c")]
)
def test_a_place_on_the_disk_is_written_so_that_it_is_read_as_it_is(
    page: Client, settings, tmp_path: Path, folder: str, written: str
):
    settings.WORKSPACE_ROOT = (tmp_path / folder).resolve()
    served_by(settings, "x-sendfile")
    task = make_task()

    response = page.get(make_file(task))

    place = f"{tmp_path.resolve()}/{written}/channels/meadow/projects/{task.pk}/videos/clip_01.mp4"
    assert response.headers["X-Sendfile"] == place
    served_by(settings, "x-accel-redirect")
    assert page.get(make_file(task)).headers["X-Accel-Redirect"].startswith("/protected/channels/")


@pytest.mark.parametrize("server", ["x-accel-redirect", "x-sendfile"])
def test_the_web_server_sends_only_what_we_allow(page: Client, client: Client, settings, server: str):
    served_by(settings, server)
    task = make_task()
    address = make_file(task)
    (task.project.folder / "link.png").symlink_to("/etc/passwd")

    assert client.get(address).status_code == 302
    for way in ("videos/clip_02.mp4", "link.png", "videos", "../x.mp4", "page.html"):
        response = page.get(address.replace("videos/clip_01.mp4", way))
        assert (response.status_code, {"X-Accel-Redirect", "X-Sendfile"} & {*response.headers}) == (404, set())


def test_nobody_leads_the_web_server_by_a_header_of_their_own(page: Client):
    response = page.get(
        make_file(make_task()), headers={"X-Accel-Redirect": "/protected/x", "X-Sendfile": "/etc/passwd"}
    )

    assert body(response) == CONTENT
    assert "X-Accel-Redirect" not in response.headers


def test_a_player_gets_a_film_by_pieces_and_whoever_downloads_it_gets_all(page: Client, monkeypatch):
    monkeypatch.setattr(media, "AT_ONCE", 100)
    address = make_file(make_task())

    piece = page.get(address, headers={"Range": "bytes=900-", "Sec-Fetch-Dest": "video"})
    last = page.get(address, headers={"Range": "bytes=1000-", "Sec-Fetch-Dest": "video"})
    rest = page.get(address, headers={"Range": "bytes=900-", "Sec-Fetch-Dest": "document"})

    assert (piece.status_code, piece.headers["Content-Range"], body(piece)) == (
        206,
        "bytes 900-999/1024",
        CONTENT[900:1000],
    )
    assert (body(last), body(rest)) == (CONTENT[1000:], CONTENT[900:])


@pytest.mark.django_db(transaction=True)
def test_ten_people_in_a_long_film_take_no_memory(page: Client):
    if not Path("/proc/self/status").exists():
        needs.missing("There is no /proc here, so nobody can say what a process holds.")
    task: Task = make_task()
    address = make_file(task)
    os.truncate(task.project.folder / "videos/clip_01.mp4", 150_000_000)

    server, port = serve(environment())
    try:
        film = Film(port, address, page.cookies["sessionid"].value, 150_000_000)
        figures = measure(film, server.pid, watchers=10, seconds=0.5)
    finally:
        server.terminate()
        server.wait(20)

    assert (figures["statuses"], figures["memory_ratio"] < MOST_RATIO) == ([206], True), figures
