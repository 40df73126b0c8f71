"""What stands in the rooms: in which order, with which words, and for how many queries."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pipeline.actions import takes_now
from pipeline.models import Preview, Task
from pipeline.rules.statuses import GATES, Status
from tests.factories import make_channel
from tests.review.films import big_film_at, clip_of, film_at

pytestmark = pytest.mark.django_db

JSON = {"Accept": "application/json"}


def room(page: Client, task: Task) -> str:
    return page.get(f"/tasks/{task.pk}/review/").content.decode()


def measured(task: Task, kind: str, number: int, **facts: object) -> None:
    """Say that the automatic checks measured this on the take that counts."""
    Preview.objects.create(take=clip_of(task, kind, number).selected, state="done", facts=facts)


def order(html: str) -> list[str]:
    return re.findall(r'<li class="tile[^"]*" data-key="(.*?)"', html)


def test_what_the_checks_noticed_comes_first_with_its_reason(page: Client):
    task = film_at(Status.VIDEO_READY)
    measured(task, "video", 2, seconds=2.0, black=[[0.5, 1.9]])

    html = room(page, task)

    assert order(html) == ["video:2", "video:1"]
    assert "1 flagged" in html
    assert re.search(r'class="findings".*?Black from 0:00\.5 to 0:01\.9', html, re.DOTALL)


def test_what_is_decided_stands_behind_what_is_not(page: Client):
    task = film_at(Status.VIDEO_READY)
    measured(task, "video", 1, seconds=2.0, black=[[0.0, 2.0]])
    task.clips.filter(kind="video", number=1).update(verdict="approved")

    html = room(page, task)

    assert order(html) == ["video:2", "video:1"]
    assert "1 of 2 to decide" in html
    assert "flagged</span>" not in html


def test_scenes_of_the_film_stay_in_their_order(page: Client):
    task = film_at(Status.FINAL_REVIEW)
    measured(task, "narration", 2, seconds=2.0, silence=1.0)

    assert order(room(page, task)) == ["scene:1", "scene:2"]


@pytest.mark.parametrize(
    "facts", [{}, {"files": None}, {"black": "x"}, {"seconds": "long", "peaks": "abc"}, {"hash": 7}]
)
def test_strange_measurements_break_no_room(page: Client, facts: dict[str, object]):
    task = film_at(Status.VIDEO_READY)
    measured(task, "video", 1, **facts)

    assert page.get(f"/tasks/{task.pk}/review/").status_code == 200


def test_an_image_says_where_it_is_seen_and_a_clip_what_it_is_made_from(page: Client):
    images, clips = room(page, film_at(Status.ASSETS_READY)), room(page, film_at(Status.VIDEO_READY))

    assert images.count("Seen in scenes 1, 2") == 3
    made_from = re.findall(r"Made from</p><ul>(.*?)</ul>", clips, re.DOTALL)
    assert [re.findall(r"<span[^>]*>(.*?)</span>", each) for each in made_from] == [["meadow", "owl", "lamp"]] * 2


def test_a_remark_is_shown_as_it_was_written(page: Client):
    task = film_at(Status.VIDEO_READY)
    address = f"/tasks/{task.pk}/clips/video:2/remark/"

    answer = page.post(address, {"take": 1, "seconds": "3.42", "text": "<b>it</b> melts"}, headers=JSON).json()

    assert answer["ok"]
    assert "&lt;b&gt;it&lt;/b&gt; melts" in answer["html"]
    assert re.search(r'data-at="3\.420">0:03\.4</button><span dir="auto">&lt;b&gt;it', room(page, task))
    assert task.audit.get(action="remark").facts == {"seconds": 3.42}


def test_a_remark_needs_a_channel_that_one_may_see(page: Client):
    task = film_at(Status.VIDEO_READY, channel=make_channel("harbour"))
    page.post("/logout/")

    assert page.post(f"/tasks/{task.pk}/clips/video:2/remark/", {"take": 1, "text": "x"}).status_code == 302
    assert not task.audit.filter(action="remark").exists()


def test_the_room_sends_what_was_seen(page: Client):
    task = film_at(Status.VIDEO_READY)

    html = room(page, task)

    assert f'name="takes" value="{takes_now(task)}"' in html
    assert 'name="at" value="video_ready"' in html


def test_an_open_room_hears_that_it_shows_what_is_no_more(page: Client):
    task = film_at(Status.VIDEO_READY)
    address = re.search(r'id="room-news" hx-get="(.*?)"', room(page, task))[1].replace("&amp;", "&")

    same = page.get(address, headers={"HX-Request": "true"}).content.decode()
    page.post(f"/tasks/{task.pk}/review/approve/", {"at": "video_ready"})
    moved = page.get(address, headers={"HX-Request": "true"}).content.decode()

    assert "data-moved" not in same
    assert "olga approved it a moment ago. It is now at" in moved


def test_beside_the_inbox_stands_the_room_alone(page: Client):
    task = film_at(Status.ASSETS_READY)

    html = page.get(f"/tasks/{task.pk}/review/?pane=1").content.decode()

    assert html.lstrip().startswith("<article")
    assert "<html" not in html


@pytest.mark.parametrize("status", GATES)
def test_a_large_film_takes_no_more_queries_than_a_small_one(page: Client, status: Status):
    counts = []
    for task in (film_at(status), big_film_at(status)):
        room(page, task)
        with CaptureQueriesContext(connection) as queries:
            room(page, task)
        counts.append(len(queries))

    assert counts[0] == counts[1]
