"""What pages know of previews: the small files, the wave, and what the checks found, in one query."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pipeline.models import Preview
from pipeline.rules.statuses import Status
from review.clip_views import clip_views
from review.previews import NONE, previews, wave
from tests.factories import make_storyboard, make_take, make_task

pytestmark = pytest.mark.django_db

LOOK = {"width": 2000, "height": 1200, "contrast": 20.0, "hash": "67711c78d8ce93c1", "colours": "29" * 48}


@pytest.fixture
def task():
    return make_storyboard(make_task(Status.ASSETS_READY))


def make_preview(task, kind="image", number=1, state=Preview.State.DONE, **facts):
    take = make_take(task.clips.get(kind=kind, number=number))
    return Preview.objects.create(take=take, state=state, facts=facts)


def shown(task, preview):
    return previews(task, clip_views(task))[preview.take_id]


def test_a_clip_has_poster_filmstrip_and_proxy_beside_its_take(task):
    preview = make_preview(task, "video", files=["poster.jpg", "proxy.mp4", "strip.jpg"], frames=10, seconds=2.0)

    view = shown(task, preview)

    folder = preview.take.path.rpartition("/")[0]
    assert (view.poster, view.strip, view.proxy) == tuple(
        f"{folder}/previews/{name}" for name in ("poster.jpg", "strip.jpg", "proxy.mp4")
    )
    assert (view.state, view.frames, view.seconds, view.findings) == ("done", 10, 2.0, ())


@pytest.mark.parametrize("state", ["waiting", "making", "failed"])
def test_what_is_not_made_has_a_state_and_no_files(task, state):
    view = shown(task, make_preview(task, state=state, files=["poster.jpg"]))

    assert (view.state, view.poster, view.findings) == (state, "", ())


def test_a_take_that_cannot_be_played_is_told_first_of_all(task):
    preview = make_preview(task, "video", state="failed")
    Preview.objects.update(message="The clip is damaged and cannot be played. Make it again.")

    (finding,) = shown(task, preview).findings

    assert finding.text == "The clip is damaged and cannot be played. Make it again."
    assert finding.weight == 100


def test_takes_from_before_there_were_previews_are_simply_missing(task):
    take = make_take(task.clips.get(kind="image", number=1))

    assert previews(task, clip_views(task)).get(take.pk, NONE) == NONE


def test_images_that_look_alike_are_found_among_the_selected_takes(task):
    owl, lamp = make_preview(task, number=1, **LOOK), make_preview(task, number=3, **LOOK)

    assert [finding.text for finding in shown(task, owl).findings] == ["Almost the same picture as Lamp."]
    assert [finding.text for finding in shown(task, lamp).findings] == ["Almost the same picture as Owl."]


def test_a_narration_is_compared_with_the_clip_that_is_there(task):
    make_take(task.clips.get(kind="video", number=1))
    task.clips.get(kind="video", number=1).attempts.update(facts={"seconds": 2.0})
    narration = make_preview(task, "narration", seconds=3.4)

    assert [finding.text for finding in shown(task, narration).findings] == [
        "The narration is 1.4 s longer than its clip."
    ]


def test_a_clip_is_compared_with_what_was_planned(task):
    clip = make_preview(task, "video", seconds=1.2)

    assert [finding.code for finding in shown(task, clip).findings] == ["short"]


def test_all_of_a_films_takes_cost_one_query(task):
    for number in (1, 2, 3):
        make_preview(task, number=number, **LOOK)
    views = clip_views(task)
    _ = task.channel.settings

    with CaptureQueriesContext(
        connection,
    ) as queries:
        previews(task, views)

    assert len(queries) == 1


def test_a_wave_is_one_closed_shape_around_the_middle():
    assert wave([100, 0]) == "M0 100L250 0L750 100L1000 100L750 100L250 200Z"
    assert wave([]) == ""
