"""The board and the inbox: what is there, in which order, for whom."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.timezone import now

from pipeline.models import Attempt, Cost, Job, Task
from pipeline.models.task import Priority
from pipeline.rules.statuses import ERRORS, GATES, Status
from review.board_columns import GROUPS, MOST_OF_ONE_STATUS, ON_A_PAGE
from review.board_filter import LONGEST_SEARCH
from review.cards import share_channels
from tests.factories import make_channel, make_clip, make_job, make_task
from tests.review.films import film_at
from tests.review.people import browser_of

pytestmark = pytest.mark.django_db

REFRESH = {"HX-Request": "true"}


def titles(html: str) -> list[str]:
    return re.findall(r'<strong class="title" dir="auto">(.*?)</strong>', html)


def shown(page: Client, address: str = "/") -> list[str]:
    return titles(page.get(address).content.decode())


def waits_since(task: Task, **ago: int) -> Task:
    Task.objects.filter(pk=task.pk).update(status_since=now() - timedelta(**ago))
    return task


def test_a_film_of_a_channel_that_came_meanwhile_is_shown_with_it():
    early, late = make_task(channel=make_channel("early")), make_task(channel=make_channel("late"))
    tasks = list(Task.objects.order_by("created_at"))

    share_channels(tasks, [early.channel])

    assert [task.channel for task in tasks] == [early.channel, late.channel]
    assert tasks[0].channel is early.channel


def test_every_status_has_one_column():
    assert sorted(s for group in GROUPS.values() for s in group) == sorted(Status)


def test_a_card_stands_in_the_column_of_its_status(page: Client):
    make_task(Status.VIDEO_READY, title="Otters")

    html = page.get("/").content.decode()

    column = re.search(r'id="cards-video_ready">(.*?)</div>', html, re.DOTALL)
    assert column
    assert titles(column[1]) == ["Otters"]


def test_an_empty_column_is_a_sliver(page: Client):
    make_task(Status.VIDEO_READY)

    html = page.get("/").content.decode()

    assert 'class="column" id="column-video_ready"' in html
    assert 'class="column bare" id="column-audio_ready"' in html


def test_a_group_is_folded_as_it_was_left(page: Client):
    page.cookies["board-folded"] = "video.<script>"

    html = page.get("/").content.decode()

    assert re.findall(r'class="group folded" data-group="(.*?)"', html) == ["video"]
    assert "<script>" not in html


def test_a_card_at_a_gate_leads_to_the_decision(page: Client):
    task = make_task(Status.VIDEO_READY)

    assert f'href="/tasks/{task.pk}/review/"' in page.get("/").content.decode()


def test_in_a_column_the_urgent_stand_above_and_then_the_oldest(page: Client):
    waits_since(make_task(Status.QUEUED, title="younger"), hours=1)
    waits_since(make_task(Status.QUEUED, title="older"), hours=2)
    make_task(Status.QUEUED, title="urgent", priority=Priority.HIGH)

    assert shown(page) == ["urgent", "older", "younger"]


def test_a_film_that_stands_still_rises_and_says_so(page: Client):
    make_task(Status.GENERATING_VIDEO, title="moves", priority=Priority.HIGH)
    waits_since(make_task(Status.GENERATING_VIDEO, title="stands still"), hours=2)

    html = page.get("/").content.decode()

    assert titles(html) == ["stands still", "moves"]
    assert re.findall(r"No news for <time .*?>(.*?)</time>", html) == ["2 h"]


def test_a_take_that_was_just_finished_is_news(page: Client):
    task = film_at(Status.GENERATING_VIDEO)
    waits_since(task, hours=9)

    assert shown(page, "/?show=stuck") == []
    Attempt.objects.filter(clip__task=task).update(finished_at=now() - timedelta(hours=3))
    assert shown(page, "/?show=stuck") == [task.title]
    assert ">3 h</time>" in page.get("/").content.decode()


def test_a_film_whose_retry_is_planned_is_not_stuck(page: Client):
    job = make_job(failures=1, run_after=now() + timedelta(hours=1))
    waits_since(job.task, hours=9)
    Attempt.objects.all().delete()

    assert shown(page, "/?show=stuck") == []


def test_nobody_decides_for_a_day_and_the_card_says_so(page: Client):
    waits_since(make_task(Status.VIDEO_READY), days=2)

    assert re.findall(r"No decision for <time .*?>(.*?)</time>", page.get("/").content.decode()) == ["2 d"]


def test_a_card_says_what_was_spent_and_when_it_is_due(page: Client):
    task = film_at(Status.ASSETS_READY, publish_at=now() - timedelta(hours=1))
    Cost.objects.create(
        task=task, channel=task.channel, attempt=Attempt.objects.first(), service="gemini", component="x", usd="3.42"
    )

    html = page.get("/").content.decode()

    assert "$3.42" in html
    assert "late, due <time" in html


def test_while_clips_are_made_progress_is_that_of_their_step(page: Client):
    task = film_at(Status.VIDEO_READY)
    task.clips.filter(kind="video", number=2).update(verdict="rejected")
    Task.objects.update(status=Status.GENERATING_VIDEO)

    assert "<span>1/2</span>" in page.get("/").content.decode()


def test_words_are_found_in_title_and_topic_in_any_order(page: Client):
    make_task(title="The Owl of the North", topic="Nights")
    make_task(title="North", topic="Nothing that flies")

    assert shown(page, "/?q=night+OWL") == ["The Owl of the North"]


@pytest.mark.parametrize(("word", "found"), [("%25", ["100% wool"]), ("_", ["snake_case"]), ("ÜBER", ["über uns"])])
def test_a_search_means_what_it_says(page: Client, word: str, found: list[str]):
    for title in ("100% wool", "snake_case", "über uns"):
        make_task(title=title)

    assert shown(page, f"/?q={word}") == found


@pytest.mark.parametrize("search", ["x" * 10_000, "%00%00" * 3_000 + "y z " * 200])
def test_an_endless_search_is_answered_with_one_sentence(page: Client, search: str):
    make_task()

    html = page.get(f"/?q={search}").content.decode()

    assert titles(html) == []
    assert f"A search has at most {LONGEST_SEARCH} characters." in html


def test_choices_are_combined(page: Client):
    harbour = make_channel("harbour")
    make_task(Status.VIDEO_ERROR, title="this owl", channel=harbour)
    make_task(Status.VIDEO_ERROR, title="a seal", channel=harbour)
    make_task(Status.VIDEO_READY, title="an owl", channel=harbour)
    make_task(Status.VIDEO_ERROR, title="far owl", channel=make_channel("meadow"))

    assert shown(page, "/?show=errors&channel=harbour&q=owl") == ["this owl"]


def test_published_films_are_looked_through_page_by_page(page: Client):
    for age in range(ON_A_PAGE + 3):
        waits_since(make_task(Status.PUBLISHED, title=f"{age} days ago"), days=age)

    html = page.get("/?show=published").content.decode()

    assert titles(html) == [f"{age} days ago" for age in range(ON_A_PAGE)]
    assert 'href="?show=published&amp;page=2"' in html
    assert shown(page, "/?show=published&page=2") == [f"{ON_A_PAGE + n} days ago" for n in range(3)]


@pytest.mark.parametrize("number", ["0", "-1", "x", "7", "9" * 50, "²"])
def test_strange_pages_harm_nobody(page: Client, number: str):
    make_task(Status.PUBLISHED, title="Otters")

    assert shown(page, f"/?show=published&page={number}") == ["Otters"]


def test_what_is_not_drawn_is_one_click_away(page: Client):
    for _ in range(MOST_OF_ONE_STATUS + 2):
        make_task(Status.QUEUED, title="owl")

    assert 'href="?show=queued&amp;q=owl">and 2 more' in page.get("/?q=owl").content.decode()
    assert len(shown(page, "/?show=queued&q=owl")) == MOST_OF_ONE_STATUS + 2


def test_the_address_filters_what_needs_review(page: Client):
    for status in (Status.DRAFT, *GATES, *ERRORS):
        make_task(status, title=status.label)

    assert shown(page, "/?show=review") == [gate.label for gate in GATES]


def test_the_address_filters_errors(page: Client):
    for status in (Status.DRAFT, *GATES, *ERRORS):
        make_task(status, title=status.label)

    assert sorted(shown(page, "/?show=errors")) == sorted(error.label for error in ERRORS)


def test_the_address_filters_a_channel(page: Client):
    make_task(title="far", channel=make_channel("harbour"))
    make_task(title="near", channel=make_channel("meadow"))

    assert shown(page, "/?channel=meadow") == ["near"]


def test_strange_filters_harm_nobody(page: Client):
    make_task(title="Otters")

    assert shown(page, "/?show=<script>") == ["Otters"]
    assert shown(page, "/?channel=%00' OR 1=1") == []


def test_a_draft_says_what_is_missing(page: Client):
    make_task(title="")

    assert "The title must be filled in before this can be queued." in page.get("/").content.decode()


def test_an_error_is_a_sentence_on_the_card(page: Client):
    make_task(
        Status.VIDEO_ERROR,
        error={"step": "videos", "clip": "video:1", "class": "permanent", "message": "Kling said no."},
    )

    assert "Kling said no." in page.get("/").content.decode()


def test_a_retry_says_which_attempt_comes_when(page: Client):
    at = now() + timedelta(minutes=5)
    make_job(failures=2, run_after=at)

    html = page.get("/").content.decode()

    assert "Attempt 3/5 · retrying at" in html
    assert f"{at:%H:%M} UTC</time>" in html


def test_progress_counts_good_clips(page: Client):
    task = film_at(Status.ASSETS_READY)  # a storyboard and three images, of 3 + 4 * 2 + 2

    html = page.get(f"/tasks/{task.pk}/").content.decode()
    assert '<progress max="13" value="4" aria-label="4 of 13 clips are made">' in html


def test_titles_are_only_text(page: Client):
    make_task(title="<script>alert(1)</script>")

    assert shown(page) == ["&lt;script&gt;alert(1)&lt;/script&gt;"]


def test_people_see_the_channels_that_name_them(operator: User):
    make_task(title="hers", channel=make_channel("harbour", reviewers=["hana"]))
    make_task(title="not hers", channel=make_channel("meadow"))
    hana = browser_of(User.objects.create_user("hana"))

    assert shown(hana) == ["hers"]
    assert "meadow" not in hana.get("/").content.decode().lower()


def test_without_login_there_is_no_board(client: Client):
    assert client.get("/").headers["Location"] == "/login/?next=/"


def test_an_empty_board_says_what_to_do(page: Client):
    assert "No films yet" in page.get("/").content.decode()


def test_only_some_tasks_of_one_status_are_drawn_and_all_are_counted(page: Client):
    make_channel()
    for _ in range(25):
        make_task(Status.QUEUED)

    html = page.get("/").content.decode()

    assert len(titles(html)) == MOST_OF_ONE_STATUS
    assert f"and {25 - MOST_OF_ONE_STATUS} more" in html
    assert re.search(r'id="count-idea"[^>]*>25<', html)


def test_of_finished_films_the_newest_are_drawn(page: Client):
    for age in range(25):
        waits_since(make_task(Status.PUBLISHED, title=f"{age} days ago"), days=age)

    assert set(shown(page)) == {f"{age} days ago" for age in range(MOST_OF_ONE_STATUS)}


def poll(html: str) -> str:
    return re.search(r'id="poller" hx-get="(.*?)"', html)[1].replace("&amp;", "&")


def test_a_board_that_is_up_to_date_gets_nothing(page: Client):
    make_task()
    address = poll(page.get("/?show=&channel=meadow").content.decode())

    assert "channel=meadow" in address
    assert page.get(address, headers=REFRESH).status_code == 204


def test_a_board_gets_what_changed(page: Client):
    task = make_task(Status.QUEUED)
    address = poll(page.get("/").content.decode())
    Task.objects.filter(pk=task.pk).update(status=Status.CLAIMED)

    html = page.get(address, headers=REFRESH).content.decode()

    assert "<html" not in html
    assert re.findall(r'id="column-(\w+)"', html) == ["queued", "claimed"]
    assert titles(html) == [task.title]


def test_a_retry_that_runs_changes_the_card(page: Client):
    job = make_job(failures=1, run_after=now() + timedelta(minutes=5))
    address = poll(page.get("/").content.decode())
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING)

    assert page.get(address, headers=REFRESH).status_code == 200


def test_a_card_that_says_the_same_keeps_its_place_in_the_page(page: Client):
    def ids() -> set[str]:
        return set(re.findall(r'id="(card-[^"]+)" hx-preserve="true"', page.get("/").content.decode()))

    make_task()
    before = ids()
    make_task()

    assert before < ids()


def test_a_full_board_takes_few_queries(page: Client, django_assert_max_num_queries):
    for number in range(52):
        clip = make_clip("image", 1, task=make_task(list(Status)[number % 26]))
        make_job(clip, failures=1, run_after=now() + timedelta(minutes=5))

    with django_assert_max_num_queries(20):
        page.get("/")


def test_the_inbox_holds_what_waits_oldest_first(page: Client):
    waits_since(make_task(Status.VIDEO_READY, title="younger"), hours=1)
    waits_since(make_task(Status.FINAL_REVIEW, title="older"), hours=2)
    make_task(Status.QUEUED, title="busy")

    assert shown(page, "/inbox/") == ["older", "younger"]


def test_an_inbox_that_is_up_to_date_gets_nothing(page: Client):
    make_task(Status.VIDEO_READY)
    address = poll(page.get("/inbox/").content.decode())

    assert page.get(address, headers=REFRESH).status_code == 204


def test_an_empty_inbox_says_so(page: Client):
    assert "Nothing waits for you" in page.get("/inbox/").content.decode()
