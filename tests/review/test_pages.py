"""The pages of one task: what they show, to whom, and that nothing on them runs that a stranger wrote."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client, RequestFactory, override_settings
from django.utils.timezone import now
from django.views.defaults import server_error

from pipeline.models import Attempt, Clip, Job, Task
from pipeline.moves import record
from pipeline.rules.statuses import ERRORS, GATES, Status
from review.captions import as_webvtt
from tests.factories import make_channel, make_job, make_take, make_task
from tests.review.films import clip_of, film_at
from tests.review.people import browser_of, make_viewer

pytestmark = pytest.mark.django_db

REFRESH = {"HX-Request": "true"}


def text_of(page: Client, task: Task, room: str = "") -> str:
    return page.get(f"/tasks/{task.pk}/{room}").content.decode()


def failed(job: Job, message: str, **values: object) -> Attempt:
    values = {"outcome": "failed", "failure_class": "transient", "finished_at": now(), **values}
    return Attempt.objects.create(job=job, clip=job.clip, provider="kling", message=message, **values)


# --- The task ------------------------------------------------------------------------------------------------------


def test_a_task_shows_its_idea_and_its_storyboard(page: Client):
    html = text_of(page, film_at(Status.GENERATING_ASSETS, topic="Owls"))

    assert all(
        words in html for words in ("Owls", "Quiet blue night", "The owl waits.", "slow push in", "night insects")
    )


def test_a_task_without_a_storyboard_says_so(page: Client):
    assert "There is no storyboard yet" in text_of(page, make_task())


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"assets": 1, "scenes": null}'])
def test_a_broken_storyboard_file_breaks_no_page(page: Client, content: str):
    task = film_at(Status.GENERATING_ASSETS)
    (settings.WORKSPACE_ROOT / clip_of(task, "storyboard").selected.path).write_text(content)

    assert page.get(f"/tasks/{task.pk}/").status_code == 200


def test_the_error_log_has_the_newest_first_and_counts_attempts(page: Client):
    job = make_job(task=film_at(Status.GENERATING_VIDEO), kind="video", number=2)
    failed(job, "Kling is overloaded.", finished_at=now() - timedelta(minutes=2))
    failed(job, "No news for ten minutes.", outcome="timed_out")

    log = re.search(r'id="failures">(.*?)</div>', text_of(page, job.task), re.DOTALL)[1]

    assert re.findall(r'class="problem" dir="auto">(.*?)<', log) == ["No news for ten minutes.", "Kling is overloaded."]
    assert re.findall(r"videos · transient · attempt \d", log) == [f"videos · transient · attempt {n}" for n in (2, 1)]
    assert "Clip, scene 2" in log


def test_what_we_stopped_ourselves_is_no_error(page: Client):
    job = make_job(task=film_at(Status.GENERATING_VIDEO), kind="video")
    failed(job, "", outcome="interrupted", failure_class="")

    assert "Nothing has failed." in text_of(page, job.task)


def test_the_audit_trail_is_shown(page: Client):
    task = film_at(Status.VIDEO_READY)
    record(task, "reject", by="rita", clip=clip_of(task, "video", 2), note="too dark")

    html = text_of(page, task)

    assert all(words in html for words in ("rita", "sent back video:2", "too dark"))


def test_clips_say_what_is_going_on(page: Client):
    task = film_at(Status.GENERATING_VIDEO)
    make_job(clip_of(task, "video", 1), state="running")
    make_job(clip_of(task, "video", 2), failures=1, run_after=now() + timedelta(minutes=1))

    shelf = re.search(r'id="shelf-video">(.*?)<span class="count"', text_of(page, task), re.DOTALL)[1]

    assert re.findall(r'<span class="blank">(.*?)</span>', shelf) == ["being made", "retrying"]


BUTTONS = {
    Status.DRAFT: {"queue"},
    Status.QUEUED: {"cancel"},
    Status.VIDEO_READY: {"cancel"},
    Status.VIDEO_ERROR: {"retry", "cancel"},
    Status.UPLOAD_ERROR: {"retry"},
    Status.PUBLISHED: set(),
}


@pytest.mark.parametrize(("status", "buttons"), BUTTONS.items())
def test_only_what_is_possible_has_a_button(page: Client, status: Status, buttons: set[str]):
    html = text_of(page, make_task(status))

    assert set(re.findall(r"/(queue|retry|cancel)/", html)) == buttons


def test_a_draft_that_misses_something_cannot_be_queued(page: Client):
    assert "/queue/" not in text_of(page, make_task(topic=""))


def test_a_waiting_retry_can_be_hurried(page: Client):
    job = make_job(failures=1, run_after=now() + timedelta(minutes=5))

    assert "/retry/" in text_of(page, job.task)


def test_an_open_task_page_gets_only_what_changed(page: Client):
    task = film_at(Status.GENERATING_VIDEO)
    address = re.search(r'id="poller" hx-get="(.*?)"', text_of(page, task))[1]

    same = page.get(address, headers=REFRESH)
    make_take(clip_of(task, "video"))
    Task.objects.update(revision=7)
    changed = page.get(address, headers=REFRESH)

    assert (same.status_code, changed.status_code) == (204, 200)
    assert 'id="shelf-video" hx-swap-oob="true"' in changed.content.decode()


# --- The gate ------------------------------------------------------------------------------------------------------


def test_the_first_gate_is_a_gallery_with_prompts(page: Client):
    html = text_of(page, film_at(Status.ASSETS_READY), "review/")

    assert re.findall(r'name="clips" value="(.*?)"', html) == ["image:1", "image:2", "image:3"]
    assert all(words in html for words in ("Character<", "Environment<", "Prop<", "a brown owl", "a brass lamp"))


def test_the_second_gate_has_one_quiet_player_for_all_clips(page: Client):
    task = film_at(Status.VIDEO_READY)

    html = text_of(page, task, "review/")

    assert len(re.findall(r'<video [^>]*muted loop playsinline preload="none"', html)) == html.count("<video") == 1
    assert re.findall(r'data-player="/media/(.*?)"', html) == [clip_of(task, "video", n).selected.path for n in (1, 2)]


def test_the_third_gate_has_voice_and_sound_of_each_scene(page: Client):
    html = text_of(page, film_at(Status.AUDIO_READY), "review/")

    assert len(re.findall(r"<audio ", html)) == 4
    assert re.findall(r'name="clips" value="(.*?)"', html) == ["narration:1", "sfx:1", "narration:2", "sfx:2"]


def test_the_last_gate_has_the_film_with_captions_and_marks(page: Client):
    task = film_at(Status.FINAL_REVIEW)
    take = clip_of(task, "film").selected
    Attempt.objects.filter(pk=take.pk).update(
        facts={"scenes": [{"number": 1, "start": 0}, {"number": 2, "start": 3.5}]}
    )
    (settings.WORKSPACE_ROOT / take.path).with_suffix(".srt").write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n")

    html = text_of(page, task, "review/")

    assert re.findall(r'class="mark" data-at="(.*?)"', html) == ["0.000", "3.500"]
    assert f'src="/media/{take.path}"' in html
    assert f'src="/captions/{take.path.removesuffix(".mp4")}.srt"' in html


@pytest.mark.parametrize("facts", [{}, {"scenes": None}, {"scenes": [1, {}, {"number": "1", "start": 0}]}])
def test_a_film_that_does_not_say_where_scenes_begin_has_no_marks(page: Client, facts: dict[str, object]):
    task = film_at(Status.FINAL_REVIEW)
    Attempt.objects.filter(clip=clip_of(task, "film")).update(facts=facts)

    assert 'class="mark"' not in text_of(page, task, "review/")


def test_at_the_last_gate_every_part_can_be_sent_back(page: Client):
    html = text_of(page, film_at(Status.FINAL_REVIEW), "review/")

    kinds = {key.split(":")[0] for key in re.findall(r'name="clips" value="(.*?)"', html)}
    assert kinds == {"image", "composite", "video", "narration", "sfx"}


def test_takes_are_kept_and_another_one_can_be_picked(page: Client):
    task = film_at(Status.VIDEO_READY)
    make_take(clip_of(task, "video", 2))

    html = text_of(page, task, "review/")

    assert re.findall(r">(Take \d)", html) == ["Take 1", "Take 2"]
    assert "New take 2" in html
    assert re.findall(r'data-use="(.*?)"', html) == [f"/tasks/{task.pk}/clips/video:2/take/"]


def test_a_viewer_sees_the_gate_without_buttons(page: Client):
    make_channel(reviewers=["vera"])
    task = film_at(Status.VIDEO_READY)
    make_take(clip_of(task, "video", 2))

    html = text_of(browser_of(make_viewer()), task, "review/")

    assert "You may look at this, but not decide." in html
    assert re.findall(r'<form [^>]*action="(?!/logout/)', html) == []
    assert "checkbox" not in html


@pytest.mark.parametrize("status", [s for s in Status if s not in GATES])
def test_away_from_a_gate_the_page_says_where_the_task_stands(page: Client, status: Status):
    html = text_of(page, make_task(status), "review/")

    assert status.label in html
    assert "Nothing to decide now" in html


def test_a_page_that_waits_reloads_itself_at_the_gate(page: Client):
    task = film_at(Status.GENERATING_VIDEO)
    address = re.search(r'id="poller" hx-get="(.*?)"', text_of(page, task, "review/"))[1]

    waiting = page.get(address, headers=REFRESH)
    Task.objects.update(status=Status.VIDEO_READY)
    ready = page.get(address, headers=REFRESH)

    assert (waiting.status_code, ready.headers.get("HX-Refresh")) == (204, "true")


@pytest.mark.parametrize("room", ["", "review/"])
def test_people_of_another_channel_find_no_task(room: str, db: None):
    make_channel("harbour", reviewers=["hana"])
    task = film_at(Status.VIDEO_READY)
    hana = browser_of(User.objects.create_user("hana"))

    assert hana.get(f"/tasks/{task.pk}/{room}").status_code == 404


@pytest.mark.parametrize("status", GATES)
def test_a_gate_takes_few_queries(page: Client, status: Status, django_assert_max_num_queries):
    task = film_at(status)
    for clip in task.clips.exclude(kind="storyboard"):
        make_take(clip)

    page.get(f"/tasks/{task.pk}/review/")  # the first look is noted, so that others see who is here

    with django_assert_max_num_queries(12):
        page.get(f"/tasks/{task.pk}/review/")


def test_a_task_page_takes_few_queries(page: Client, django_assert_max_num_queries):
    task = film_at(Status.FINAL_REVIEW)
    for clip in task.clips.all():
        failed(make_job(clip, state="failed"), "No.")

    with django_assert_max_num_queries(12):
        page.get(f"/tasks/{task.pk}/")


# --- All pages -----------------------------------------------------------------------------------------------------

NASTY = '"><script>alert(1)</script><img src=x onerror=alert(2)> 🎬 \u202eשלום ' + "W" * 60


def rooms(task: Task) -> list[str]:
    return ["/", "/inbox/", f"/tasks/{task.pk}/", f"/tasks/{task.pk}/review/"]


@pytest.mark.parametrize("status", [*GATES, Status.GENERATING_VIDEO, ERRORS[0]])
def test_nothing_inline_and_nothing_of_a_stranger_runs(page: Client, status: Status):
    error = {"step": "videos", "clip": "video:1", "class": "permanent", "message": NASTY}
    task = film_at(status, title=NASTY[:200], topic=NASTY, story_direction=NASTY, error=error)
    Clip.objects.update(prompt=NASTY, note=NASTY)
    make_take(clip_of(task, "video", 1))
    record(task, "reject", by=NASTY[:150], note=NASTY)

    for address in rooms(task):
        response = page.get(address)
        html = response.content.decode()
        assert response.status_code == 200
        assert "alert(1)</script>" not in html
        assert not re.search(r"<script(?![^>]* src=)|<style|<[^>]*\sstyle=|<[^>\"]*\son\w+=", html)
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


def test_the_login_is_a_page_of_its_own(client: Client):
    html = client.get("/login/?next=/inbox/").content.decode()

    assert 'name="next" value="/inbox/"' in html
    assert "Log out" not in html


def test_a_wrong_password_is_told(client: Client):
    html = client.post("/login/", {"username": "olga", "password": "wrong"}).content.decode()

    assert 'role="alert"' in html
    assert 'value="olga"' in html


def test_people_log_out(page: Client):
    page.post("/logout/")

    assert page.get("/").headers["Location"].startswith("/login/")


@override_settings(DEBUG=False)
def test_what_is_not_there_is_told_in_the_same_look(page: Client):
    response = page.get("/tasks/nothing/")

    assert response.status_code == 404
    assert "There is nothing here" in response.content.decode()


def test_a_failure_of_ours_is_told_in_the_same_look():
    html = server_error(RequestFactory().get("/")).content.decode()

    assert "Something broke on our side" in html
    assert "house.css" in html


# --- Captions and small pictures -----------------------------------------------------------------------------------


def test_captions_become_webvtt():
    srt = "\ufeff1\r\n00:00:01,500 --> 00:00:03,000\r\nMoss & <b>rain</b>\r\n\r\n2\r\n0:00:04,000 --> 0:00:05,000\r\nEnd\r\n"

    assert as_webvtt(srt) == (
        "WEBVTT\n\n00:00:01.500 --> 00:00:03.000\nMoss &amp; &lt;b&gt;rain&lt;/b&gt;\n\n00:00:04.000 --> 00:00:05.000\nEnd\n"
    )


@pytest.mark.parametrize("srt", ["", "nonsense", "1\nno times\nwords", "\n\n\n"])
def test_captions_that_are_none_give_an_empty_track(srt: str):
    assert as_webvtt(srt) == "WEBVTT\n"


def test_captions_are_for_players_and_for_people_of_the_channel(page: Client, client: Client):
    task = film_at(Status.FINAL_REVIEW)
    srt = task.project.captions
    srt.write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n")
    address = f"/captions/channels/meadow/projects/{task.pk}/{srt.name}"

    assert page.get(address).headers["Content-Type"] == "text/vtt; charset=utf-8"
    assert page.get(address.replace(".srt", ".mp4")).status_code == 404
    assert client.get(address).status_code == 302
