"""Decisions about many films at once: one answer for each, whatever is sent."""

import re
import uuid
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from pipeline.models import Clip, Job, Task
from pipeline.models.task import Priority
from pipeline.rules.statuses import Status
from review.bulk_form import MOST
from tests.factories import make_channel, make_job, make_task
from tests.review.films import film_at
from tests.review.people import browser_of, make_viewer

pytestmark = pytest.mark.django_db


def decide(page: Client, do: str, *films: Task | str, **values: Any) -> str:
    """Send what the bar sends, and give the words of the answer."""
    tasks = [film if isinstance(film, str) else f"{film.pk}:{film.status}:{film.revision}" for film in films]
    answer = page.post("/bulk/", {"do": do, "tasks": tasks, **values}, headers={"HX-Request": "true"})
    assert answer.status_code in (200, 422), answer.status_code
    return " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())


def now_at(task: Task) -> str:
    return Task.objects.get(pk=task.pk).status


def test_each_film_has_its_own_answer(page: Client):
    gate, draft = film_at(Status.ASSETS_READY), make_task(title="Otters")

    said = decide(page, "approve", gate, draft)

    assert "1 of 2 done" in said
    assert f"{gate.title} Approved: now at Generating Composites." in said
    assert "Otters Refused: “Otters” is at Draft, which is not a gate" in said


@pytest.mark.parametrize(
    ("do", "status", "after"),
    [
        ("queue", Status.DRAFT, Status.QUEUED),
        ("approve", Status.VIDEO_READY, Status.GENERATING_AUDIO),
        ("retry", Status.VIDEO_ERROR, Status.GENERATING_VIDEO),
    ],
)
def test_what_a_button_does(page: Client, do: str, status: Status, after: Status):
    task = film_at(status) if status is not Status.DRAFT else make_task()

    assert "1 of 1 done" in decide(page, do, task)
    assert now_at(task) == after


def test_a_film_that_moved_meanwhile_is_left_where_it_is(page: Client):
    task = film_at(Status.VIDEO_READY)

    said = decide(page, "approve", f"{task.pk}:{Status.ASSETS_READY}")

    assert "Refused: This was decided already" in said
    assert now_at(task) == Status.VIDEO_READY


@pytest.mark.parametrize("do", ["queue", "retry", "cancel"])
def test_what_was_seen_elsewhere_is_never_decided(page: Client, do: str):
    task = film_at(Status.VIDEO_ERROR)

    said = decide(page, do, f"{task.pk}:{Status.GENERATING_VIDEO}", sure="yes")

    assert "Refused: This was decided already" in said
    assert now_at(task) == Status.VIDEO_ERROR


def test_a_take_that_nobody_has_seen_is_not_approved(page: Client):
    task = film_at(Status.VIDEO_READY)
    page.post(f"/tasks/{task.pk}/clips/video:1/remark/", {"take": 1, "text": "too dark"})  # whatever people can see

    for do in ("approve", "reject"):
        assert "Refused: This changed while you were looking" in decide(page, do, task, sure="yes", note="x")
    assert "Refused: Reload the page" in decide(page, "approve", f"{task.pk}:{task.status}")
    assert now_at(task) == Status.VIDEO_READY
    assert "Cancelled" in decide(page, "cancel", task, sure="yes")


def test_the_board_names_what_it_shows_of_a_film_at_a_gate(page: Client):
    gate, draft = film_at(Status.VIDEO_READY, revision=7), make_task()

    html = page.get("/").content.decode()

    assert f'value="{gate.pk}:video_ready:7"' in html
    assert f'value="{draft.pk}:draft"' in html


@pytest.mark.parametrize(("do", "status"), [("queue", Status.DRAFT), ("approve", Status.ASSETS_READY)])
def test_what_costs_money_is_asked_once_with_the_price_of_all(page: Client, do: str, status: Status):
    channel = make_channel("paid", providers={"videos": "kling"}, format={"assets": 3, "scenes": 2})
    films = [film_at(status, channel=channel, title=title, topic="t") for title in ("Owls", "Seals")]

    said = decide(page, do, *films, film_at(Status.PUBLISHED))

    assert f"{do.title()} 2 films for about $1.68?" in said
    assert {now_at(film) for film in films} == {status}
    assert "2 of 2 done" in decide(page, do, *films, sure="yes")


@pytest.mark.parametrize("do", ["approve", "queue", "retry", "high"])
@pytest.mark.parametrize("note", ["n" * 2_001, "a\0b"])
def test_a_note_that_cannot_be_kept_is_told_in_a_sentence(page: Client, do: str, note: str):
    answer = page.post("/bulk/", {"do": do, "tasks": f"{make_task().pk}:draft", "note": note})

    assert answer.status_code == 422
    assert 'class="problem"' in answer.content.decode()


def test_sent_twice_it_is_decided_once(page: Client):
    task = film_at(Status.VIDEO_READY)

    decide(page, "approve", task)
    said = decide(page, "approve", task)

    assert "0 of 1 done" in said
    assert "This was decided already (olga" in said
    assert Task.objects.get(pk=task.pk).audit.filter(action="approve").count() == 1


def test_a_film_that_is_named_twice_has_one_answer(page: Client):
    task = make_task()

    said = decide(page, "queue", task, f"{task.pk}:{Status.VIDEO_READY}")

    assert "1 of 1 done" in said


def test_a_film_is_never_approved_unseen(page: Client):
    task = film_at(Status.FINAL_REVIEW)

    assert "A film is approved by whoever has watched it." in decide(page, "approve", task)
    assert now_at(task) == Status.FINAL_REVIEW


def test_forged_foreign_and_invisible_films_are_not_found_and_nothing_more_is_said(operator: User):
    mine = make_task(channel=make_channel("harbour", reviewers=["hana"]))
    foreign = make_task(channel=make_channel("meadow"), title="Secret")
    hana = browser_of(User.objects.create_user("hana"))

    said = decide(hana, "queue", mine, foreign, f"{uuid.uuid4()}:draft", "' OR 1=1", f"{mine.pk}:paradise", "\0")

    assert said.count("Not found.") == 3  # what cannot be read is one thing, however it was written
    assert "1 of 4 done" in said
    assert "Secret" not in said
    assert now_at(foreign) == Status.DRAFT


@pytest.mark.parametrize("do", ["approve", "reject", "cancel", "queue", "high"])
def test_a_viewer_decides_nothing(do: str):
    task = film_at(Status.VIDEO_READY, channel=make_channel(reviewers=["vera"]))

    answer = browser_of(make_viewer()).post("/bulk/", {"do": do, "tasks": f"{task.pk}:{task.status}", "sure": "yes"})

    assert answer.status_code == 403
    assert now_at(task) == Status.VIDEO_READY


def test_only_operators_say_what_is_made_first():
    task = make_task(Status.QUEUED, channel=make_channel(reviewers=["rita"]))
    rita = browser_of(User.objects.create_user("rita"))

    assert rita.post("/bulk/", {"do": "high", "tasks": f"{task.pk}:queued"}).status_code == 403
    assert Task.objects.get(pk=task.pk).priority == Priority.NORMAL


def test_a_priority_is_taken_along_by_what_waits_of_the_film_and_written_down(page: Client):
    job = make_job()
    done = make_job(number=2, task=job.task, state=Job.State.DONE)

    said = decide(page, "high", job.task)

    assert "Priority is now high." in said
    assert list(Job.objects.order_by("pk").values_list("priority", flat=True)) == [Priority.HIGH, done.priority]
    entry = job.task.audit.get(action="prioritise")
    assert (entry.actor, entry.note) == ("olga", "high")


def test_a_priority_that_a_film_has_already_is_said_so(page: Client):
    assert "Refused: The priority of" in decide(page, "normal", make_task())


def test_rejecting_says_first_what_is_made_again_and_for_how_much(page: Client):
    channel = make_channel("paid", providers={"videos": "kling"}, format={"assets": 3, "scenes": 2})
    task = film_at(Status.VIDEO_READY, channel=channel)
    task.clips.filter(kind="video", number=1).update(verdict=Clip.Verdict.APPROVED)

    said = decide(page, "reject", task, make_task())

    assert "Send 1 film back?" in said
    assert "1 clip that nobody has approved yet is made again, for about $0.42" in said
    assert now_at(task) == Status.VIDEO_READY


def test_a_rejection_needs_a_note(page: Client):
    task = film_at(Status.VIDEO_READY)

    assert "Say in the note what is wrong" in decide(page, "reject", task, sure="yes")
    assert now_at(task) == Status.VIDEO_READY


def test_what_is_rejected_is_made_again_and_what_was_approved_stays(page: Client):
    task = film_at(Status.VIDEO_READY)
    task.clips.filter(kind="video", number=1).update(verdict=Clip.Verdict.APPROVED)

    said = decide(page, "reject", task, sure="yes", note="Too dark")

    assert "Sent back: now at Generating Video." in said
    clips = task.clips.filter(kind="video").order_by("number")
    assert list(clips.values_list("verdict", "note")) == [("approved", ""), ("rejected", "Too dark")]


def test_cancelling_asks_once(page: Client):
    task = make_task(Status.QUEUED)

    assert "Cancel 1 film?" in decide(page, "cancel", task)
    assert now_at(task) == Status.QUEUED
    assert "Cancelled: now at Draft." in decide(page, "cancel", task, sure="yes")


def test_one_that_breaks_stops_no_other(page: Client):
    broken, fine = film_at(Status.ASSETS_READY), film_at(Status.ASSETS_READY)
    Task.objects.filter(pk=broken.pk).update(channel=make_channel("odd"))
    channel = Task.objects.get(pk=broken.pk).channel
    channel.config = {"format": "not a format"}
    channel.save()

    said = decide(page, "approve", broken, fine)

    assert "1 of 2 done" in said
    assert "Not carried out: something broke on our side." in said
    assert (now_at(broken), now_at(fine)) == (Status.ASSETS_READY, Status.GENERATING_COMPOSITES)


def test_more_than_can_be_decided_at_once_is_refused_as_a_whole(page: Client):
    task = make_task()

    said = decide(page, "queue", task, *(f"{uuid.uuid4()}:draft" for _ in range(MOST)))

    assert f"Choose at most {MOST} films at once; these are {MOST + 1}." in said
    assert now_at(task) == Status.DRAFT


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"do": "queue"}, "Choose at least one film."),
        ({"tasks": "x"}, "Reload the page"),
        ({"do": "delete", "tasks": "x"}, "Reload the page"),
        ({"do": "reject", "tasks": "x", "sure": "yes", "note": "n" * 2_001}, "more than 2,000 characters"),
    ],
)
def test_what_makes_no_sense_is_answered_in_a_sentence(page: Client, sent: dict[str, str], said: str):
    answer = page.post("/bulk/", sent)

    assert answer.status_code in (200, 422)
    assert said in answer.content.decode()


def test_without_a_script_the_answer_is_a_page(page: Client):
    task = make_task()

    html = page.post("/bulk/", {"do": "queue", "tasks": f"{task.pk}:draft"}).content.decode()

    assert "<html" in html
    assert "Queued: now at Queued." in html


def test_an_address_that_is_only_opened_decides_nothing(page: Client):
    assert page.get("/bulk/").status_code == 405
