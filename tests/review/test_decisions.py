"""What the buttons do, and what they refuse."""

import re

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client

from pipeline.models import Task
from pipeline.rules.statuses import Status
from review.gates import LONGEST_NOTE, LONGEST_PROMPT
from tests.factories import make_channel, make_job, make_take, make_task
from tests.review.films import clip_of, film_at
from tests.review.people import browser_of, make_viewer

pytestmark = pytest.mark.django_db


def send(page: Client, task: Task, way: str, **fields: object):
    return page.post(f"/tasks/{task.pk}/{way}/", fields)


def said(response) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def status_of(task: Task) -> Status:
    return Task.objects.get(pk=task.pk).state


def test_an_approval_goes_on_and_leads_to_the_inbox(page: Client):
    task = film_at(Status.ASSETS_READY)

    response = send(page, task, "review/approve", at="assets_ready", note="good light")

    assert response.headers["Location"] == "/inbox/"
    assert status_of(task) is Status.GENERATING_COMPOSITES
    assert list(task.audit.filter(action="approve").values_list("actor", "note")) == [("olga", "good light")]


def test_an_approval_needs_no_note(page: Client):
    task = film_at(Status.FINAL_REVIEW)

    send(page, task, "review/approve", at="final_review")

    assert status_of(task) in (Status.APPROVED, Status.UPLOADING)


def test_a_second_click_decides_nothing(page: Client):
    task = film_at(Status.ASSETS_READY)
    send(page, task, "review/approve", at="assets_ready")
    task.clips.update(verdict="approved")

    response = send(page, task, "review/approve", at="assets_ready")

    assert "This was decided already" in said(response)
    assert task.audit.filter(action="approve").count() == 1


def test_an_approval_is_of_the_gate_that_the_person_saw(page: Client):
    task = film_at(Status.VIDEO_READY)

    response = send(page, task, "review/approve", at="assets_ready")

    assert "This was decided already" in said(response)
    assert status_of(task) is Status.VIDEO_READY


@pytest.mark.parametrize("at", [None, "", "draft", "published", "nonsense"])
def test_without_the_gate_that_was_seen_nothing_happens(page: Client, at: str | None):
    task = film_at(Status.FINAL_REVIEW)

    response = send(page, task, "review/approve", **({} if at is None else {"at": at}))

    assert response.status_code == 422
    assert "Reload the page" in response.content.decode()
    assert status_of(task) is Status.FINAL_REVIEW


def test_whoever_marked_a_clip_does_not_approve_by_mistake(page: Client):
    task = film_at(Status.VIDEO_READY)

    response = send(page, task, "review/approve", at="video_ready", clips=["video:2"], note="wait")

    assert response.status_code == 422
    assert "You have marked clips to be made again." in response.content.decode()
    assert status_of(task) is Status.VIDEO_READY


def test_a_rejection_makes_just_those_clips_again(page: Client):
    task = film_at(Status.VIDEO_READY)

    response = send(page, task, "review/reject", at="video_ready", clips=["video:2"], note="too dark")

    assert said(response) == "One clip was sent back with your note."
    assert status_of(task) is Status.GENERATING_VIDEO
    assert [str(job.clip) for job in task.jobs.open()] == ["video:2"]
    assert (clip_of(task, "video", 2).verdict, clip_of(task, "video", 2).note) == ("rejected", "too dark")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"clips": ["video:2"]}, "Say in the note what is wrong"),
        ({"clips": ["video:2"], "note": "  "}, "Say in the note what is wrong"),
        ({"note": "too dark"}, "Choose at least one clip"),
        ({"clips": ["video:2"], "note": "x" * (LONGEST_NOTE + 1)}, "The note has more than 2,000 characters"),
    ],
)
def test_an_unfinished_rejection_is_asked_again(page: Client, fields: dict[str, object], sentence: str):
    task = film_at(Status.VIDEO_READY)

    response = send(page, task, "review/reject", at="video_ready", **fields)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert status_of(task) is Status.VIDEO_READY


def test_what_was_written_and_marked_is_still_there(page: Client):
    task = film_at(Status.VIDEO_READY)

    html = send(page, task, "review/reject", clips=["video:2"], note="too dark").content.decode()

    assert re.findall(r'value="(\S+)" form="verdict" checked', html) == ["video:2"]
    assert ">too dark</textarea>" in html


def test_line_ends_count_once(page: Client):
    task = film_at(Status.VIDEO_READY)
    note = "a\n" * (LONGEST_NOTE // 2 - 1) + "b"

    send(page, task, "review/reject", at="video_ready", clips=["video:2"], note=note.replace("\n", "\r\n"))

    assert clip_of(task, "video", 2).note == note


@pytest.mark.parametrize("clip", ["video:99", "nonsense", "storyboard", "video:", "image:1", "x" * 500, "video:1'--"])
def test_a_clip_that_cannot_be_sent_back_is_told(page: Client, clip: str):
    task = film_at(Status.VIDEO_READY)

    response = send(page, task, "review/reject", at="video_ready", clips=[clip], note="no")

    assert said(response)
    assert status_of(task) is Status.VIDEO_READY


def test_at_the_last_gate_an_early_clip_can_be_sent_back(page: Client):
    task = film_at(Status.FINAL_REVIEW)

    send(page, task, "review/reject", at="final_review", clips=["image:1", "sfx:2"], note="another coat")

    assert status_of(task) is Status.GENERATING_ASSETS


def test_a_clip_is_made_again_with_its_new_prompt(page: Client):
    task = film_at(Status.ASSETS_READY)

    response = send(page, task, "clips/image:1/again", prompt="a white owl", note="rarer")

    assert "It is being made again." in said(response)
    assert clip_of(task, "image").prompt == "a white owl"
    assert [str(job.clip) for job in task.jobs.open()] == ["image:1"]


def test_a_prompt_is_bounded(page: Client):
    task = film_at(Status.ASSETS_READY)

    response = send(page, task, "clips/image:1/again", prompt="x" * (LONGEST_PROMPT + 1))

    assert response.status_code == 422
    assert "The prompt has more than 5,000 characters" in response.content.decode()


def test_another_take_can_count(page: Client):
    task = film_at(Status.VIDEO_READY)
    make_take(clip_of(task, "video"), content=b"second")

    response = send(page, task, "clips/video:1/take", take="1")

    assert said(response) == "Take 1 counts now."
    assert clip_of(task, "video").selected.take == 1
    assert task.project.video(1).read_bytes() == b"content"


@pytest.mark.parametrize("take", ["", "0", "-1", "two", "9" * 30])
def test_a_take_is_chosen_by_its_number(page: Client, take: str):
    response = send(page, film_at(Status.VIDEO_READY), "clips/video:1/take", take=take)

    assert (response.status_code, "Choose a take by its number." in response.content.decode()) == (422, True)


def test_a_take_that_is_not_there_is_told(page: Client):
    response = send(page, film_at(Status.VIDEO_READY), "clips/video:1/take", take="7")

    assert "There is no take 7" in said(response)


def test_a_draft_is_queued(page: Client):
    task = make_task()

    send(page, task, "queue")

    assert status_of(task) is Status.QUEUED


def test_a_draft_that_misses_something_is_not_queued(page: Client):
    task = make_task(topic="")

    response = send(page, task, "queue")

    assert "The topic must be filled in" in said(response)
    assert status_of(task) is Status.DRAFT


def test_a_failed_task_goes_on(page: Client):
    task = film_at(Status.VIDEO_ERROR)
    for clip in task.clips.filter(kind__in=("image", "composite")):
        make_take(clip)

    response = send(page, task, "retry", note="the key was wrong")

    assert "goes on where it stopped" in said(response)
    assert status_of(task) is Status.GENERATING_VIDEO


def test_a_task_is_cancelled_with_a_reason(page: Client):
    job = make_job()

    send(page, job.task, "cancel", note="another idea")

    assert status_of(job.task) is Status.DRAFT
    assert job.task.audit.get(to_status="draft").note == "another idea"


def test_what_cannot_be_cancelled_is_told(page: Client):
    task = make_task(Status.PUBLISHED)

    assert "cannot be cancelled" in said(send(page, task, "cancel"))


def test_away_from_a_gate_an_unfinished_form_is_told(page: Client):
    task = make_task(Status.GENERATING_VIDEO)

    response = send(page, task, "review/reject", at="video_ready", clips=["video:1"])

    assert (response.status_code, "Say in the note" in said(response)) == (302, True)


WAYS = ["review/approve", "review/reject", "clips/video:1/again", "clips/video:1/take", "queue", "retry", "cancel"]


@pytest.mark.parametrize("way", WAYS)
def test_looking_decides_nothing(page: Client, way: str):
    assert page.get(f"/tasks/{make_task().pk}/{way}/").status_code == 405


@pytest.mark.parametrize("way", WAYS)
def test_a_form_from_elsewhere_decides_nothing(operator: User, way: str):
    stranger = browser_of(operator, enforce_csrf_checks=True)

    assert send(stranger, film_at(Status.VIDEO_READY), way).status_code == 403


@pytest.mark.parametrize("way", WAYS)
def test_a_viewer_does_not_decide(way: str, db: None):
    make_channel(reviewers=["vera"])
    response = send(browser_of(make_viewer()), film_at(Status.VIDEO_READY), way)

    assert response.status_code == 403
    assert "You may look at this, but not decide." in response.content.decode()


@pytest.mark.parametrize("way", WAYS)
def test_people_of_another_channel_find_nothing_to_decide(way: str, db: None):
    make_channel("harbour", reviewers=["hana"])
    hana = browser_of(User.objects.create_user("hana"))

    assert send(hana, film_at(Status.VIDEO_READY), way).status_code == 404


@pytest.mark.parametrize("way", WAYS)
def test_without_login_nobody_decides(client: Client, way: str, db: None):
    assert send(client, film_at(Status.VIDEO_READY), way).headers["Location"].startswith("/login/")


def test_a_reviewer_of_the_channel_decides(db: None):
    make_channel(reviewers=["rita"])
    task = film_at(Status.ASSETS_READY)

    send(browser_of(User.objects.create_user("rita")), task, "review/approve", at="assets_ready")

    assert task.audit.get(action="approve").actor == "rita"
