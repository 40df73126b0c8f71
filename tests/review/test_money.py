"""What people read about money: quotes, costs, warnings, pauses, and what to do about content that was refused."""

import json
import re
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.timezone import now

from pipeline.actions.intake import storyboard_clip
from pipeline.models import Alert, AuditEntry, Cost, Service, Task
from pipeline.models.service import UNTIL_RESUMED
from pipeline.rules.statuses import Status
from tests.factories import make_channel, make_take, make_task
from tests.review.films import clip_of, film_at
from tests.review.orders import lose, refuse
from tests.review.people import browser_of, make_viewer
from tests.review.test_board import REFRESH, poll, shown
from tests.review.test_decisions import said

pytestmark = pytest.mark.django_db

PAID = {"plan": "gemini", "images": "gemini", "videos": "kling", "narration": "elevenlabs", "sfx": "elevenlabs"}
FULL = "Budget: this film's budget of $8.00 leaves $0.12."


def paid(**values):
    return make_channel(
        "paid", **{"providers": PAID, "format": {"assets": 3, "scenes": 2, "clip_seconds": 10}, **values}
    )


def text_of(page: Client, address: str) -> str:
    return unescape(page.get(address).content.decode())


# --- Quotes --------------------------------------------------------------------------------------------------------


def test_a_draft_says_its_price_beside_the_button(page: Client):
    task = make_task(channel=paid(budget={"per_month_usd": 41.10}))

    html = text_of(page, f"/tasks/{task.pk}/")

    assert re.search(
        r"<summary>About \$1\.\d\d: 3 images \+ 2 clips \+ audio; channel budget left this month \$41\.10<", html
    )


def test_a_draft_that_is_free_says_nothing_of_prices(page: Client):
    assert 'id="quote"' not in text_of(page, f"/tasks/{make_task().pk}/")


def test_a_gate_says_what_approving_costs(page: Client):
    task = film_at(Status.ASSETS_READY, channel=paid())

    assert "Approving costs about $0.84: 2 clips<" in text_of(page, f"/tasks/{task.pk}/review/")


def test_a_quote_that_the_budget_will_not_bear_stands_out(page: Client):
    task = film_at(Status.ASSETS_READY, channel=paid(budget={"per_month_usd": 0.5}))

    assert 'class="cost soft over"' in text_of(page, f"/tasks/{task.pk}/review/")


def test_a_free_gate_says_nothing_of_prices(page: Client):
    assert "data-prices" not in text_of(page, f"/tasks/{film_at(Status.ASSETS_READY).pk}/review/")


def test_each_clip_says_what_another_take_costs(page: Client):
    html = text_of(page, f"/tasks/{film_at(Status.VIDEO_READY, channel=paid()).pk}/review/")

    assert re.findall(r'Make again now</button><span class="soft">(.*?)</span>', html) == ["about $0.42"] * 2


def test_a_marked_picture_brings_along_what_is_made_from_it(page: Client):
    html = text_of(page, f"/tasks/{film_at(Status.FINAL_REVIEW, channel=paid()).pk}/review/")

    makes = dict(re.findall(r'value="(\S+)" form="verdict" data-makes="(.*?)"', html))
    prices = json.loads(re.search(r'data-prices="(\{.*?\})"', html)[1])
    assert makes["image:1"] == "composite:1 composite:2 image:1 video:1 video:2"
    assert makes["video:2"] == "video:2"
    assert prices["video:2"] == 0.42


@pytest.mark.parametrize("status", [Status.ASSETS_READY, Status.FINAL_REVIEW])
def test_a_priced_gate_takes_few_queries(page: Client, status: Status, django_assert_max_num_queries):
    task = film_at(status, channel=paid(budget={"per_month_usd": 10}))

    page.get(f"/tasks/{task.pk}/review/")  # the first look is noted, so that others see who is here

    with django_assert_max_num_queries(15):
        page.get(f"/tasks/{task.pk}/review/")


def test_a_priced_draft_takes_few_queries(page: Client, django_assert_max_num_queries):
    task = make_task(channel=paid(budget={"per_month_usd": 10}))

    with django_assert_max_num_queries(16):
        page.get(f"/tasks/{task.pk}/")


# --- Costs ---------------------------------------------------------------------------------------------------------


def test_a_task_says_what_it_cost_by_part_and_what_is_not_certain(page: Client):
    task = film_at(Status.VIDEO_READY)
    takes = iter([clip.selected for clip in task.clips.all() if clip.selected])
    for component, usd, certain in (
        ("kling_video", 0.84, True),
        ("kling_video", 0.42, False),
        ("gemini_images", 0.1, True),
    ):
        values = {"component": component, "usd": usd, "certain": certain, "service": "x"}
        Cost.objects.create(task=task, attempt=next(takes), channel=task.channel, **values)

    costs = re.search(r'id="costs">(.*?)</div>', text_of(page, f"/tasks/{task.pk}/"), re.DOTALL)[1]

    assert re.sub(r"\s+", " ", re.sub(r"<.*?>", " ", costs)).strip() == (
        "$1.36 $0.42 of it may have been charged Kling video $1.26 may have been charged: $0.42 Gemini images $0.10"
    )


def test_what_is_not_decided_yet_is_told_beside_the_costs(page: Client):
    task = film_at(Status.GENERATING_VIDEO)
    lose(clip_of(task, "video"))

    assert "About $0.42 more may have been charged" in text_of(page, f"/tasks/{task.pk}/")


# --- Budgets and pauses --------------------------------------------------------------------------------------------


def test_a_film_that_waits_for_money_says_so_everywhere(page: Client):
    task = film_at(Status.GENERATING_VIDEO, pause=FULL)

    assert all(FULL in text_of(page, address) for address in ("/", "/inbox/", f"/tasks/{task.pk}/"))
    assert "Waits for money" in text_of(page, "/inbox/")


def test_money_waits_in_the_inbox_of_operators_only():
    make_channel(reviewers=["rita"])
    film_at(Status.GENERATING_VIDEO, pause=FULL)

    assert shown(browser_of(User.objects.create_user("rita")), "/inbox/") == []


def test_a_paused_service_stands_on_the_board_until_somebody_resumes_it(page: Client):
    Service.objects.filter(pk="kling").update(paused_until=UNTIL_RESUMED, pause_reason="No credits <b>left</b>.")

    html = page.get("/").content.decode()

    assert "is paused until somebody resumes it." in html
    assert "No credits &lt;b&gt;left&lt;/b&gt;." in html


def test_a_pause_that_ends_by_itself_says_when_and_one_that_ended_is_gone(page: Client):
    Service.objects.filter(pk="gemini").update(paused_until=now() + timedelta(hours=2))
    Service.objects.filter(pk="kling").update(paused_until=now() - timedelta(hours=2))

    assert re.findall(r"<strong>(\w+)</strong> is paused until <time", page.get("/").content.decode()) == ["gemini"]


def test_an_operator_resumes_a_service(page: Client):
    Service.objects.filter(pk="kling").update(paused_until=UNTIL_RESUMED, pause_reason="No credits.")

    response = page.post("/services/kling/resume/")

    assert said(response) == "kling goes on."
    assert Service.objects.get(pk="kling").paused_until is None
    assert AuditEntry.objects.get(action="resume_service").actor == "olga"


@pytest.mark.parametrize(("name", "sentence"), [("kling", "kling is not paused."), ("nobody", "There is no service")])
def test_what_cannot_be_resumed_is_told(page: Client, name: str, sentence: str):
    assert sentence in said(page.post(f"/services/{name}/resume/"))


def test_who_is_no_operator_resumes_nothing():
    make_channel(reviewers=["rita"])
    Service.objects.filter(pk="kling").update(paused_until=UNTIL_RESUMED)
    rita = browser_of(User.objects.create_user("rita"))

    assert "/resume/" not in rita.get("/").content.decode()
    assert rita.post("/services/kling/resume/").status_code == 403


def test_warnings_about_money_are_for_operators(page: Client):
    Alert.objects.create(kind="budget", key="month:meadow:2026-11:60:80", message="Four fifths are used.")
    make_channel(reviewers=["vera"])

    assert "Four fifths are used." in page.get("/").content.decode()
    assert "Four fifths are used." not in browser_of(make_viewer()).get("/").content.decode()


def test_old_warnings_and_caps_that_hold_nobody_up_are_not_told(page: Client):
    Alert.objects.create(kind="budget", key="a:80", message="Long ago.", at=now() - timedelta(days=2))
    Alert.objects.create(kind="budget", key="b:full", message="Raised meanwhile.")
    Alert.objects.create(kind="quota", key="pause:kling:1", message="Told by the pause itself.")
    Alert.objects.create(kind="budget", key="c:full", message=FULL)
    film_at(Status.GENERATING_VIDEO, pause=FULL)

    strip = re.search(r'id="notices">(.*?)</div>\s*<div class="board"', text_of(page, "/"), re.DOTALL)[1]

    assert re.findall(r'<p dir="auto">(.*?)</p>', strip) == [FULL]


def test_an_open_board_hears_of_a_pause(page: Client):
    make_task()
    address = poll(page.get("/").content.decode())

    assert page.get(address, headers=REFRESH).status_code == 204
    Service.objects.filter(pk="kling").update(paused_until=UNTIL_RESUMED)
    assert 'id="notices" hx-swap-oob="true"' in page.get(address, headers=REFRESH).content.decode()


# --- Refused content -----------------------------------------------------------------------------------------------


def stopped(status: Status, kind: str, **values) -> Task:
    """A film that a refused clip of this kind has stopped."""
    error = {"step": "x", "clip": f"{kind}:1", "class": "permanent", "message": "Refused."}
    task = film_at(status, error=error, **values)
    refuse(clip_of(task, kind), "It shows violence.")
    return task


KINDS = [
    (Status.ASSET_ERROR, "image"),
    (Status.VIDEO_ERROR, "video"),
    (Status.AUDIO_ERROR, "narration"),
    (Status.AUDIO_ERROR, "sfx"),
]


@pytest.mark.parametrize(("status", "kind"), KINDS)
def test_a_refused_prompt_can_be_changed_where_it_is_told(page: Client, status: Status, kind: str):
    task = stopped(status, kind)

    html = page.get(f"/tasks/{task.pk}/").content.decode()
    response = page.post(f"/tasks/{task.pk}/mend/", {"clips": f"{kind}:1", f"prompt-{kind}:1": "gently"})

    assert "It shows violence." in html
    assert f'name="prompt-{kind}:1"' in html
    assert "goes on with what you wrote" in said(response)
    assert clip_of(task, kind).prompt == "gently"
    assert f"{kind}:1" in [str(job.clip) for job in task.jobs.open()]


def test_all_that_was_refused_is_mended_together(page: Client):
    task = stopped(Status.VIDEO_ERROR, "video")
    refuse(clip_of(task, "video", 2), "It names a person.")

    html = page.get(f"/tasks/{task.pk}/").content.decode()
    fields = {"clips": ["video:1", "video:2"], "prompt-video:1": "one", "prompt-video:2": ""}
    page.post(f"/tasks/{task.pk}/mend/", fields)

    assert "2 clips need other words" in html
    assert [clip_of(task, "video", n).prompt for n in (1, 2)] == ["one", "slow push in"]


def test_the_price_of_a_mended_clip_stands_beside_the_button(page: Client):
    task = stopped(Status.VIDEO_ERROR, "video", channel=paid())

    assert 'Make it from this</button><span class="soft">about $0.42' in page.get(f"/tasks/{task.pk}/").content.decode()


def test_a_second_click_mends_nothing(page: Client):
    task = stopped(Status.VIDEO_ERROR, "video")
    fields = {"clips": "video:1", "prompt-video:1": "gently"}
    page.post(f"/tasks/{task.pk}/mend/", fields)

    assert "did not fail" in said(page.post(f"/tasks/{task.pk}/mend/", {**fields, "prompt-video:1": "wildly"}))
    assert clip_of(task, "video").prompt == "gently"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Choose at least one clip"),
        ({"clips": "nonsense"}, "is no clip"),
        ({"clips": "image:1"}, "did not fail"),
        ({"clips": "video:1", "prompt-video:1": "x" * 5_001}, "more than 5,000 characters"),
    ],
)
def test_what_cannot_be_mended_is_told(page: Client, fields: dict[str, object], sentence: str):
    task = stopped(Status.VIDEO_ERROR, "video")
    make_take(clip_of(task, "image"))

    assert sentence in said(page.post(f"/tasks/{task.pk}/mend/", fields))
    assert Task.objects.get(pk=task.pk).state is Status.VIDEO_ERROR


def refused_idea(**values) -> Task:
    error = {"step": "plan", "clip": "storyboard:1", "class": "permanent", "message": "Refused."}
    task = make_task(Status.ASSET_ERROR, error=error, **values)
    refuse(storyboard_clip(task))
    return task


def test_a_refused_idea_is_worded_anew(page: Client):
    task = refused_idea(title="War")

    html = page.get(f"/tasks/{task.pk}/").content.decode()
    page.post(f"/tasks/{task.pk}/idea/", {"title": "Peace", "topic": "How it is made", "story_direction": ""})

    task.refresh_from_db()
    assert 'name="title" value="War"' in html
    assert (task.title, task.topic, task.state) == ("Peace", "How it is made", Status.QUEUED)
    assert task.audit.get(action="reword").note == "title, topic"


def test_an_idea_needs_a_title_and_a_film_that_has_none_of_it_made(page: Client):
    task, made = refused_idea(title="War"), stopped(Status.VIDEO_ERROR, "video", title="Bats")

    assert "A film needs a title." in said(page.post(f"/tasks/{task.pk}/idea/", {"title": " ", "topic": "x"}))
    assert "only while" in said(page.post(f"/tasks/{made.pk}/idea/", {"title": "Owls", "topic": "x"}))
    assert set(Task.objects.values_list("title", flat=True)) == {"War", "Bats"}


@pytest.mark.parametrize("way", ["mend", "idea", "orders"])
def test_a_viewer_and_a_stranger_change_nothing(way: str):
    make_channel(reviewers=["vera"])
    make_channel("harbour", reviewers=["hana"])
    task = stopped(Status.VIDEO_ERROR, "video")

    assert browser_of(make_viewer()).post(f"/tasks/{task.pk}/{way}/").status_code == 403
    assert browser_of(User.objects.create_user("hana")).post(f"/tasks/{task.pk}/{way}/").status_code == 404
