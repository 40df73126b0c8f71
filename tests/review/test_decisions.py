"""What the buttons do, and what they refuse."""

import html
import re

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client

from pipeline.actions import takes_now
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
    """What the person is told: as a message, or on the page that is shown again."""
    problem = re.search(r'<p class="problem big" role="alert">(.*?)</p>', response.content.decode())
    messages = [str(message) for message in get_messages(response.wsgi_request)]
    return " ".join([*messages, *([html.unescape(problem[1])] if problem else [])])


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


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"note": "  ", "note-video:2": " "},
        {"prompt-video:2": "slow push in"},  # as it is already
        {"note-video:1": "of a clip that is not marked"},
    ],
)
def test_a_rejection_without_a_reason_is_asked_again(page: Client, fields: dict[str, str]):
    task = film_at(Status.VIDEO_READY)

    response = send(page, task, "review/reject", at="video_ready", clips=["video:2"], **fields)

    assert (response.status_code, status_of(task)) == (409, Status.VIDEO_READY)
    assert "Say in the note what is wrong" in said(response)


def test_each_clip_is_sent_back_for_its_own_reason_and_the_rest_is_approved(page: Client):
    task = film_at(Status.ASSETS_READY)
    notes = {"note-image:1": "two beaks", "prompt-image:2": "a meadow in fog"}

    send(page, task, "review/reject", at="assets_ready", clips=["image:1", "image:2"], rest="yes", **notes)

    clips = {str(clip): (clip.verdict, clip.note, clip.prompt) for clip in task.clips.filter(kind="image")}
    assert clips["image:1"] == ("rejected", "two beaks", "a brown owl")
    assert clips["image:2"] == ("rejected", "", "a meadow in fog")
    assert clips["image:3"][0] == "approved"
    hashes = task.audit.get(action="approve_clips").facts["clips"]
    assert hashes == {"image:3": clip_of(task, "image", 3).selected.sha256}


def test_remarks_are_the_reason_where_nothing_else_is_written(page: Client):
    task = film_at(Status.VIDEO_READY)
    for seconds, text in (("3.42", "the lamp melts"), ("0.5", "it jumps"), ("", "too slow")):
        send(page, task, "clips/video:2/remark", take="1", seconds=seconds, text=text)

    send(page, task, "review/reject", at="video_ready", clips=["video:2"])

    lines = clip_of(task, "video", 2).note.splitlines()
    assert sorted(lines) == ["0:00.5 it jumps", "0:03.4 the lamp melts", "too slow"]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"take": "1", "text": ""}, 422),
        ({"take": "1", "text": "x" * (LONGEST_NOTE + 1)}, 422),
        ({"take": "x", "text": "dark"}, 422),
        ({"take": "1", "seconds": "-1", "text": "dark"}, 422),
        ({"take": "1", "seconds": "nan", "text": "dark"}, 422),
        ({"take": "7", "text": "dark"}, 409),
    ],
)
def test_a_remark_that_cannot_be_kept_is_told(page: Client, fields: dict[str, str], status: int):
    task = film_at(Status.VIDEO_READY)

    response = page.post(f"/tasks/{task.pk}/clips/video:1/remark/", fields, headers={"Accept": "application/json"})

    assert (response.status_code, response.json()["ok"]) == (status, False)
    assert response.json()["said"]
    assert not task.audit.filter(action="remark").exists()


def test_a_page_that_stays_gets_its_answer_as_json(page: Client):
    task = film_at(Status.VIDEO_READY)
    fields = {"at": "video_ready", "takes": takes_now(task)}

    answers = [
        page.post(f"/tasks/{task.pk}/review/approve/", fields, headers={"Accept": "application/json"}) for _ in "12"
    ]

    assert [answer.status_code for answer in answers] == [200, 409]
    assert "Approved" in answers[0].json()["said"]
    assert "decided already (olga approved it a moment ago)" in answers[1].json()["said"]


def test_a_decision_is_about_the_takes_that_were_seen(page: Client):
    task = film_at(Status.VIDEO_READY)
    fields = {"at": "video_ready", "takes": takes_now(task)}
    make_take(clip_of(task, "video", 2), content=b"another")

    response = send(page, task, "review/approve", **fields)

    assert "This changed while you were looking" in said(response)
    assert status_of(task) is Status.VIDEO_READY


@pytest.mark.parametrize(("played", "kept"), [("61.25", 61.2), ("900", 90.0), ("-4", None), ("nan", None), ("", None)])
def test_how_much_of_the_film_was_played_goes_on_record(page: Client, played: str, kept: float | None):
    task = film_at(Status.FINAL_REVIEW)
    task.clips.get(kind="film").attempts.update(facts={"seconds": 90.0})

    send(page, task, "review/approve", at="final_review", played=played)

    facts = {} if kept is None else {"played_seconds": kept, "film_seconds": 90.0}
    assert [entry.facts for entry in task.audit.filter(action="approve")] == [facts]


def test_what_was_written_and_marked_is_still_there(page: Client):
    task = film_at(Status.VIDEO_READY)

    fields = {"clips": ["video:2"], "note": "too dark", "note-video:2": "the arm", "prompt-video:2": "slower"}
    text = send(page, task, "review/reject", **fields).content.decode()

    assert re.findall(r'value="(\S+)" form="verdict" checked', text) == ["video:2"]
    assert all(f">{words}</textarea>" in text for words in ("too dark", "the arm", "slower"))


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

    response = send(page, task, "clips/image:1/again", at="assets_ready", prompt="a white owl", note="rarer")

    assert "It is being made again." in said(response)
    assert clip_of(task, "image").prompt == "a white owl"
    assert [str(job.clip) for job in task.jobs.open()] == ["image:1"]


def test_a_prompt_is_bounded(page: Client):
    task = film_at(Status.ASSETS_READY)

    response = send(page, task, "clips/image:1/again", at="assets_ready", prompt="x" * (LONGEST_PROMPT + 1))

    assert response.status_code == 422
    assert "The prompt has more than 5,000 characters" in response.content.decode()


def test_another_take_can_count(page: Client):
    task = film_at(Status.VIDEO_READY)
    make_take(clip_of(task, "video"), content=b"second")

    response = send(page, task, "clips/video:1/take", at="video_ready", take="1")

    assert said(response) == "Take 1 counts now."
    assert clip_of(task, "video").selected.take == 1
    assert task.project.video(1).read_bytes() == b"content"


@pytest.mark.parametrize("take", ["", "0", "-1", "two", "9" * 30])
def test_a_take_is_chosen_by_its_number(page: Client, take: str):
    response = send(page, film_at(Status.VIDEO_READY), "clips/video:1/take", at="video_ready", take=take)

    assert (response.status_code, "Choose a take by its number." in response.content.decode()) == (422, True)


def test_a_take_that_is_not_there_is_told(page: Client):
    response = send(page, film_at(Status.VIDEO_READY), "clips/video:1/take", at="video_ready", take="7")

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
