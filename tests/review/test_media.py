"""Files to browsers: who may have them, whole and in parts."""

import os
import tracemalloc
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.http import http_date

from pipeline.models import Task
from review.media import KINDS
from tests.factories import make_channel, make_task

pytestmark = pytest.mark.django_db

CONTENT = bytes(range(256)) * 4  # 1,024 bytes, each in a known place


def make_file(task: Task, name: str = "videos/clip_01.mp4", content: bytes = CONTENT) -> str:
    """Put a file into a task's project; gives its address."""
    file = task.project.folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return f"/media/channels/{task.channel_id}/projects/{task.pk}/{name}"


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def open_in(folder: Path) -> list[str]:
    """The files below a folder that this process has open."""
    handles = [handle.readlink() for handle in Path("/proc/self/fd").iterdir() if handle.is_symlink()]
    return [file.name for file in handles if file.is_relative_to(folder)]


@pytest.fixture
def clip() -> str:
    return make_file(make_task())


def test_a_file_comes_whole(page: Client, clip: str):
    response = page.get(clip)

    assert (response.status_code, body(response)) == (200, CONTENT)
    assert response["Content-Length"] == "1024"
    assert response["Accept-Ranges"] == "bytes"


def test_a_file_comes_with_fixed_headers(page: Client, clip: str):
    response = page.get(clip)

    assert response["Content-Type"] == "video/mp4"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == 'inline; filename="clip_01.mp4"'
    assert "private" in response["Cache-Control"]


@pytest.mark.parametrize("ending", sorted(KINDS))
def test_every_known_kind_has_its_type(page: Client, ending: str):
    response = page.get(make_file(make_task(), f"takes/one/file{ending}"))

    assert response["Content-Type"] == KINDS[ending]


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "script.js", "notes", "clip.mp4.html", "CLIP.MP4"])
def test_other_kinds_do_not_exist(page: Client, name: str):
    assert page.get(make_file(make_task(), name)).status_code == 404


@pytest.mark.parametrize(
    ("asked", "first", "last"), [("bytes=0-99", 0, 99), ("bytes=1000-", 1000, 1023), ("bytes=-24", 1000, 1023)]
)
def test_a_player_gets_the_part_it_asks_for(page: Client, clip: str, asked: str, first: int, last: int):
    response = page.get(clip, headers={"Range": asked})

    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/1024"
    assert response["Content-Length"] == str(last - first + 1)
    assert body(response) == CONTENT[first : last + 1]


def test_a_part_outside_of_the_file_is_refused_with_its_size(page: Client, clip: str):
    response = page.get(clip, headers={"Range": "bytes=1024-"})

    assert (response.status_code, response["Content-Range"]) == (416, "bytes */1024")


def test_several_parts_at_once_give_the_whole_file(page: Client, clip: str):
    response = page.get(clip, headers={"Range": "bytes=0-1,5-6"})

    assert (response.status_code, body(response)) == (200, CONTENT)


def test_an_empty_file_comes_as_it_is(page: Client):
    response = page.get(make_file(make_task(), content=b""))

    assert (response.status_code, body(response), response["Content-Length"]) == (200, b"", "0")


def test_head_tells_the_size_and_sends_nothing(page: Client, clip: str):
    response = page.head(clip, headers={"Range": "bytes=0-9"})

    assert (response.status_code, response["Content-Length"], response.content) == (200, "1024", b"")


def test_nothing_can_be_sent_to_a_file(page: Client, clip: str):
    assert page.post(clip).status_code == 405


def test_a_browser_that_has_the_file_gets_nothing_again(page: Client, clip: str):
    seen = page.get(clip)["ETag"]

    response = page.get(clip, headers={"If-None-Match": seen, "Range": "bytes=0-9"})

    assert (response.status_code, response.content, response["ETag"]) == (304, b"", seen)


def test_a_part_continues_the_version_that_the_player_has(page: Client, clip: str):
    seen = page.get(clip)

    by_tag = page.get(clip, headers={"Range": "bytes=5-9", "If-Range": seen["ETag"]})
    by_date = page.get(clip, headers={"Range": "bytes=5-9", "If-Range": seen["Last-Modified"]})

    assert (by_tag.status_code, by_date.status_code) == (206, 206)


@pytest.mark.parametrize("other", ['"another"', http_date(1), "nonsense", 'W/"weak"'])
def test_another_version_comes_whole(page: Client, clip: str, other: str):
    response = page.get(clip, headers={"Range": "bytes=5-9", "If-Range": other})

    assert (response.status_code, body(response)) == (200, CONTENT)


def test_a_replaced_file_has_another_tag_even_at_the_same_size_and_time(page: Client, workspace: Path):
    task = make_task()
    address, file = make_file(task), task.project.video(1)
    before, facts = page.get(address)["ETag"], file.stat()

    other = file.with_name("other.mp4")
    other.write_bytes(CONTENT[::-1])
    os.utime(other, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    other.replace(file)

    assert page.get(address)["ETag"] != before


def test_a_file_replaced_under_a_reader_stays_what_it_was(page: Client):
    task = make_task()
    old, new = b"o" * 400_000, b"n" * 100
    chunks = page.get(make_file(task, content=old)).streaming_content
    begun = next(chunks)

    other = task.project.video(1).with_name("other.mp4")
    other.write_bytes(new)
    other.replace(task.project.video(1))

    assert begun + b"".join(chunks) == old


def test_the_file_is_closed_when_the_reader_goes_away(page: Client, clip: str, workspace: Path):
    response = page.get(clip)
    while_open = open_in(workspace)

    response.close()

    assert (while_open, open_in(workspace)) == (["clip_01.mp4"], [])


@pytest.mark.parametrize("headers", [{"Range": "bytes=5000-"}, {"If-None-Match": "*"}, {"If-Match": '"another"'}])
def test_a_file_that_is_not_sent_is_closed(page: Client, clip: str, workspace: Path, headers: dict[str, str]):
    page.get(clip, headers=headers)

    assert open_in(workspace) == []


def test_a_large_file_takes_little_memory(page: Client):
    address = make_file(make_task(), content=b"x" * 20_000_000)

    tracemalloc.start()
    length = sum(len(chunk) for chunk in page.get(address).streaming_content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert length == 20_000_000
    assert peak < 4_000_000


def test_takes_may_be_kept_by_the_browser_and_canonical_places_are_asked_again(page: Client):
    task = make_task()

    take, place = page.get(make_file(task, "takes/one/clip_01.mp4")), page.get(make_file(task))

    assert (take["Cache-Control"], place["Cache-Control"]) == ("private, max-age=86400", "private, no-cache")


def test_without_login_there_is_only_the_login(client: Client, clip: str):
    assert client.get(clip)["Location"].startswith("/login/?next=")


def test_people_of_another_channel_find_nothing(clip: str):
    make_channel("harbour", reviewers=["hana"])
    stranger = Client()
    stranger.force_login(User.objects.create_user("hana"))

    assert stranger.get(clip).status_code == 404


def test_a_reviewer_of_the_channel_gets_the_file():
    channel = make_channel(reviewers=["rita"])
    reviewer = Client()
    reviewer.force_login(User.objects.create_user("rita"))

    assert reviewer.get(make_file(make_task(channel=channel))).status_code == 200


def test_a_task_of_one_channel_is_not_found_under_another(page: Client):
    make_channel("harbour")
    task = make_task()
    address = make_file(task)

    assert page.get(address.replace("/meadow/", "/harbour/")).status_code == 404


@pytest.mark.parametrize(
    "way",
    [
        "../../../secret.json",
        "videos/../../../../../secret.json",
        "videos/%2e%2e/%2e%2e/secret.json",
        "videos//clip_01.mp4",
        "./videos/clip_01.mp4",
        "videos/clip_01.mp4%00.png",
        "videos\\clip_01.mp4",
        ".hidden.png",
        "videos",
        "x" * 2000 + ".png",
        "",
    ],
)
def test_no_way_leads_out_of_the_project(page: Client, workspace: Path, way: str):
    task = make_task()
    make_file(task)
    make_file(task, ".hidden.png")
    (workspace / "secret.json").write_text("{}")

    assert page.get(f"/media/channels/meadow/projects/{task.pk}/{way}").status_code == 404


@pytest.mark.parametrize(
    "way", ["secret.json", "channels/meadow/secret.json", "/etc/passwd", "channels/meadow/projects/x/a.png"]
)
def test_only_projects_are_served(page: Client, workspace: Path, way: str):
    make_file(make_task())
    (workspace / "secret.json").write_text("{}")
    (workspace / "channels/meadow/secret.json").write_text("{}")

    assert page.get(f"/media/{way}").status_code == 404


def test_a_symbolic_link_is_not_followed(page: Client, tmp_path: Path):
    task = make_task()
    make_file(task)
    (tmp_path / "secret.png").write_bytes(b"secret")
    (task.project.folder / "link.png").symlink_to(tmp_path / "secret.png")
    (task.project.folder / "folder").symlink_to(tmp_path)
    address = f"/media/channels/meadow/projects/{task.pk}"

    assert [page.get(f"{address}/{way}").status_code for way in ("link.png", "folder/secret.png")] == [404, 404]


def test_what_is_no_plain_file_is_not_opened(page: Client):
    task = make_task()
    make_file(task)
    os.mkfifo(task.project.folder / "pipe.png")
    (task.project.folder / "folder.png").mkdir()
    address = f"/media/channels/meadow/projects/{task.pk}"

    assert [page.get(f"{address}/{way}").status_code for way in ("pipe.png", "folder.png")] == [404, 404]


def thumb_of(address: str) -> str:
    return address.replace("/media/", "/thumbs/")


def test_a_take_with_a_poster_is_shown_small_and_kept_by_the_browser(page: Client):
    task = make_task()
    address = thumb_of(make_file(task, "takes/one/owl.png"))
    make_file(task, "takes/one/previews/poster.jpg", b"small")

    response = page.get(address)

    assert (response["Content-Type"], body(response)) == ("image/jpeg", b"small")
    assert response["Cache-Control"] == "private, max-age=86400"


@pytest.mark.parametrize("name", ["takes/one/owl.png", "takes/one/thumbnail.jpg", "assets/characters/owl.png"])
def test_without_a_poster_the_picture_itself_comes_until_there_is_one(page: Client, name: str):
    response = page.get(thumb_of(make_file(make_task(), name)))

    assert body(response) == CONTENT
    assert response["Cache-Control"] == "private, no-cache"


def test_only_pictures_have_a_small_form(page: Client):
    task = make_task()
    make_file(task, "takes/one/previews/poster.jpg", b"small")

    assert page.get(thumb_of(make_file(task, "takes/one/clip_01.mp4"))).status_code == 404


def test_people_of_another_channel_find_no_small_form():
    task = make_task()
    address = thumb_of(make_file(task, "takes/one/owl.png"))
    make_file(task, "takes/one/previews/poster.jpg", b"small")
    make_channel("harbour", reviewers=["hana"])
    stranger = Client()
    stranger.force_login(User.objects.create_user("hana"))

    assert stranger.get(address).status_code == 404
