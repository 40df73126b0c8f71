"""Clips that may have been charged: where they are shown, and each way out by page and by command."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from pipeline.models import Attempt, Cost, Job, Task
from pipeline.rules.statuses import Status
from tests.factories import make_channel
from tests.review.films import clip_of, film_at
from tests.review.orders import QUOTE, cancelled_while_ordered, lose
from tests.review.people import browser_of, make_viewer
from tests.review.test_board import shown
from tests.review.test_decisions import said

pytestmark = pytest.mark.django_db

ID = "task_kling_1765187759663"


def film(**values) -> Task:
    return film_at(Status.GENERATING_VIDEO, **values)


def decide(page: Client, lost: Attempt, way: str, **fields: object):
    return page.post(f"/tasks/{lost.clip.task_id}/orders/", {"orders": [str(lost.pk)], "way": way, **fields})


def job_of(lost: Attempt) -> Job:
    return Job.objects.get(pk=lost.job_id)


def order_of(lost: Attempt) -> str:
    return Attempt.objects.get(pk=lost.pk).order


# --- Where it is shown ---------------------------------------------------------------------------------------------


def test_the_page_says_what_may_have_been_charged_how_much_and_where_to_look(page: Client):
    lost = lose(clip_of(film(), "video", 2), message="The answer to this order was lost.")

    html = page.get(f"/tasks/{lost.clip.task_id}/").content.decode()

    box = re.search(r'<section class="settle".*?</section>', html, re.DOTALL)[0]
    words = ("Clip, scene 2", "about $0.42", "Kling, through KIE", "kie.ai", "The answer to this order was lost.")
    assert all(text in box for text in words)
    assert 'href="#lost-video-2"' in html
    assert html.count('id="lost-video-2"') == 1


def test_a_board_card_counts_them_and_stands_on_top(page: Client):
    film(title="busy")
    task = film(title="lost")
    for number in (1, 2):
        lose(clip_of(task, "video", number))

    assert "2 clips may have been charged. Open it to decide." in page.get("/").content.decode()
    assert shown(page) == ["lost", "busy"]


@pytest.mark.parametrize("address", ["/inbox/", "/?show=review"])
def test_they_wait_for_a_person_though_they_are_at_no_gate(page: Client, address: str):
    lose(clip_of(film(title="lost"), "video"))
    film(title="busy")

    assert shown(page, address) == ["lost"]


def test_an_order_of_a_cancelled_film_is_not_forgotten(page: Client):
    lost = cancelled_while_ordered(clip_of(film_at(Status.DRAFT, title="cancelled"), "video"), provider_job=ID)

    assert shown(page, "/inbox/") == ["cancelled"]
    assert f'value="{ID}"' in page.get(f"/tasks/{lost.clip.task_id}/").content.decode()


def test_an_order_that_somebody_works_on_is_nobodys_decision(page: Client):
    lost = lose(clip_of(film(), "video"))
    Job.objects.filter(pk=lost.job_id).update(state=Job.State.RUNNING, hold="")

    assert "may have been charged" not in page.get(f"/tasks/{lost.clip.task_id}/").content.decode()
    assert shown(page, "/inbox/") == []


def test_only_an_order_with_an_id_can_be_fetched(page: Client):
    speech = lose(clip_of(film_at(Status.GENERATING_AUDIO), "narration"), provider="elevenlabs")

    html = page.get(f"/tasks/{speech.clip.task_id}/").content.decode()

    assert 'value="again"' in html
    assert 'value="fetch"' not in html


def test_several_have_one_form_for_all(page: Client):
    task = film()
    orders = [lose(clip_of(task, "video", number)) for number in (1, 2)]

    form = re.search(r'<form class="all".*?</form>', page.get(f"/tasks/{task.pk}/").content.decode(), re.DOTALL)[0]

    assert re.findall(r'name="orders" value="(.*?)"', form) == [str(order.pk) for order in orders]
    assert "about $0.84" in form


def test_a_task_page_takes_few_queries_however_many_are_lost(page: Client, django_assert_max_num_queries):
    task = film_at(Status.GENERATING_AUDIO)
    for kind in ("video", "narration", "sfx"):
        for number in (1, 2):
            lose(clip_of(task, kind, number))

    with django_assert_max_num_queries(12):
        page.get(f"/tasks/{task.pk}/")


def test_nothing_that_a_stranger_wrote_runs(page: Client):
    lost = lose(clip_of(film(), "video"), message="<script>alert(1)</script>", provider_job='"><img src=x>')

    html = page.get(f"/tasks/{lost.clip.task_id}/").content.decode()

    assert "<script>alert(1)" not in html
    assert "<img src=x>" not in html


# --- Each way out --------------------------------------------------------------------------------------------------


def test_it_is_ordered_again_and_the_lost_one_is_counted(page: Client):
    lost = lose(clip_of(film(), "video", 2))

    response = decide(page, lost, "again")

    assert said(response) == "Clip, scene 2 is ordered again."
    assert (job_of(lost).state, order_of(lost)) == (Job.State.WAITING, Attempt.Order.CLOSED)
    assert list(Cost.objects.values_list("usd", "certain")) == [(QUOTE, False)]
    assert lost.clip.task.audit.get(action="order_again").actor == "olga"


@pytest.mark.parametrize("way", ["again", "give_up"])
def test_what_was_not_charged_is_not_counted(page: Client, way: str):
    lost = lose(clip_of(film(), "video"))

    decide(page, lost, way, not_charged="yes")

    assert order_of(lost) == Attempt.Order.CLOSED
    assert not Cost.objects.exists()


def test_it_is_fetched_by_its_id(page: Client):
    lost = lose(clip_of(film(), "video"))

    response = decide(page, lost, "fetch", provider_job=f" {ID} ")

    assert "is fetched by its id" in said(response)
    assert (job_of(lost).state, order_of(lost)) == (Job.State.WAITING, Attempt.Order.OPEN)
    assert Attempt.objects.get(pk=lost.pk).provider_job == ID


@pytest.mark.parametrize("wrong", ["", "x", "two words", "x" * 300, "<b>\x07"])
def test_what_is_no_id_is_told_and_nothing_happens(page: Client, wrong: str):
    lost = lose(clip_of(film(), "video"))

    response = decide(page, lost, "fetch", provider_job=wrong)

    assert re.search("no id of an order|more than 200 characters", said(response))
    assert job_of(lost).state == Job.State.HELD


def test_the_id_of_another_clip_is_refused(page: Client):
    task = film()
    lost = lose(clip_of(task, "video", 1))
    lose(clip_of(task, "video", 2), provider_job=ID)

    assert "belongs to another clip" in said(decide(page, lost, "fetch", provider_job=ID))


def test_given_up_it_is_a_clip_that_failed(page: Client):
    lost = lose(clip_of(film(), "video"))

    response = decide(page, lost, "give_up")

    assert said(response) == "Clip, scene 1 is given up. The film goes on when you press Retry."
    assert Task.objects.get().state is Status.VIDEO_ERROR


def test_many_are_decided_together_with_one_result_each(page: Client):
    task = film()
    orders = [lose(clip_of(task, "video", number)) for number in (1, 2)]
    decide(page, orders[0], "again")

    response = page.post(f"/tasks/{task.pk}/orders/", {"orders": [str(o.pk) for o in orders], "way": "again"})

    assert said(response).endswith(
        "This was decided already. The page shows how things stand now. Clip, scene 2 is ordered again."
    )
    assert Cost.objects.count() == 2


def test_a_second_click_decides_nothing(page: Client):
    lost = lose(clip_of(film(), "video"))
    decide(page, lost, "again")

    assert "This was decided already" in said(decide(page, lost, "give_up"))
    assert job_of(lost).state == Job.State.WAITING
    assert Cost.objects.count() == 1


def test_a_decision_is_about_the_order_that_the_person_saw(page: Client):
    lost = lose(clip_of(film(), "video"))
    decide(page, lost, "again")
    Job.objects.filter(pk=lost.job_id).update(state=Job.State.FAILED)
    lose(lost.clip)

    assert "This was decided already" in said(decide(page, lost, "give_up"))
    assert Attempt.objects.filter(order=Attempt.Order.OPEN).count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Choose: fetch it"),
        ({"way": "nonsense"}, "Choose: fetch it"),
        ({"way": "again", "orders": []}, "Choose at least one order."),
        ({"way": "fetch", "orders": ["a", "b"]}, "Fetch one order at a time"),
        ({"way": "again", "orders": ["<script>"]}, "This was decided already"),
    ],
)
def test_an_unfinished_form_decides_nothing(page: Client, fields: dict[str, object], sentence: str):
    lost = lose(clip_of(film(), "video"))

    response = page.post(f"/tasks/{lost.clip.task_id}/orders/", {"orders": [str(lost.pk)], **fields})

    assert sentence in said(response)
    assert job_of(lost).state == Job.State.HELD


def test_an_order_of_another_film_is_not_decided_here(page: Client):
    lost, other = (lose(clip_of(film(), "video")) for _ in range(2))

    response = page.post(f"/tasks/{lost.clip.task_id}/orders/", {"orders": [str(other.pk)], "way": "again"})

    assert "This was decided already" in said(response)
    assert job_of(other).state == Job.State.HELD


# --- Who may -------------------------------------------------------------------------------------------------------


def test_a_viewer_sees_it_and_does_not_decide():
    make_channel(reviewers=["vera"])
    lost = lose(clip_of(film(), "video"))
    vera = browser_of(make_viewer())

    html = vera.get(f"/tasks/{lost.clip.task_id}/").content.decode()

    assert "May have been charged" in html
    assert "/orders/" not in html
    assert decide(vera, lost, "again").status_code == 403


def test_a_reviewer_of_another_channel_finds_nothing():
    make_channel("harbour", reviewers=["hana"])
    lost = lose(clip_of(film(), "video"))
    hana = browser_of(User.objects.create_user("hana"))

    assert decide(hana, lost, "again").status_code == 404
    assert shown(hana, "/inbox/") == []


def test_looking_or_a_form_from_elsewhere_decides_nothing(page: Client, operator: User):
    lost = lose(clip_of(film(), "video"))
    stranger = browser_of(operator, enforce_csrf_checks=True)

    assert page.get(f"/tasks/{lost.clip.task_id}/orders/").status_code == 405
    assert decide(stranger, lost, "again").status_code == 403


# --- By command ----------------------------------------------------------------------------------------------------


def settle(lost: Attempt, *arguments: str) -> None:
    call_command("settle", str(lost.clip.task_id), "--clip", str(lost.clip), *arguments, "--as", "ada")


def test_the_command_orders_again(capsys):
    lost = lose(clip_of(film(), "video"))

    settle(lost, "--order-again", "--not-charged")

    assert job_of(lost).state == Job.State.WAITING
    assert lost.clip.task.audit.get(action="order_again").actor == "ada"
    assert "video:1 is ordered again" in capsys.readouterr().out
    assert not Cost.objects.exists()


def test_the_command_fetches_by_an_id():
    lost = lose(clip_of(film(), "video"))

    settle(lost, "--resume", ID)

    assert Attempt.objects.get(pk=lost.pk).provider_job == ID


def test_the_command_gives_up():
    lost = lose(clip_of(film(), "video"))

    settle(lost, "--give-up")

    assert Task.objects.get().state is Status.VIDEO_ERROR
    assert Cost.objects.get().certain is False


def test_the_command_takes_several_clips_and_answers_for_each(capsys):
    task = film()
    lost = lose(clip_of(task, "video", 1))

    with pytest.raises(CommandError, match="video:2: Nothing of video:2"):
        settle(lost, "--clip", "video:2", "--order-again")

    assert "video:1 is ordered again" in capsys.readouterr().out


def test_the_command_lists_what_there_is_to_decide(capsys):
    lost = lose(clip_of(film(title="Owls"), "video", 2))

    call_command("settle", "--list")

    line = capsys.readouterr().out
    assert all(word in line for word in (str(lost.clip.task_id), "video:2", "kling", "about $0.42", "Owls"))


def test_the_command_says_when_there_is_nothing_to_decide(capsys):
    call_command("settle", str(film().pk)[:8], "--list")

    assert "There is nothing to decide." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "one of the arguments"),
        (["--order-again", "--give-up"], "not allowed with"),
        (["--resume", "x", "--clip", "video:2"], "--resume goes with one --clip"),
        (["--resume", ID, "--not-charged"], "what is fetched is paid"),
        (["--resume", "x"], "no id of an order"),
    ],
)
def test_a_wrong_call_decides_nothing(arguments: list[str], says: str):
    lost = lose(clip_of(film(), "video"))

    with pytest.raises(CommandError, match=says):
        settle(lost, *arguments)

    assert job_of(lost).state == Job.State.HELD
