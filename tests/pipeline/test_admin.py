"""The admin: ideas are written there; facts are only read."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.urls import reverse

from channels.models import Channel
from pipeline.admin.limits import ServiceAdmin
from pipeline.models import Attempt, AuditEntry, Cost, Job, Price, Service, Task
from pipeline.models.service import UNTIL_RESUMED
from pipeline.rules.statuses import Status
from tests.factories import make_channel, make_job, make_task
from tests.review.films import film_at
from tests.review.orders import lose

pytestmark = pytest.mark.django_db

TASKS = "admin:pipeline_task_changelist"


@pytest.fixture
def operator(client):
    client.force_login(get_user_model().objects.create_superuser("ada", password="x"))
    return client


def idea(**changes):
    values = {"channel": make_channel().pk, "title": "Owls", "topic": "How owls hear", "story_direction": ""}
    return {**values, "priority": 1, "privacy": "", "publish_at_0": "", "publish_at_1": "", **changes}


def act(client, action, task):
    return client.post(reverse(TASKS), {"action": action, "_selected_action": [str(task.pk)]}, follow=True)


def test_an_idea_is_written_and_queued(operator):
    operator.post(reverse("admin:pipeline_task_add"), idea())
    task = Task.objects.get()

    act(operator, "queue", task)

    task.refresh_from_db()
    assert task.state is Status.QUEUED
    assert set(AuditEntry.objects.values_list("actor", flat=True)) == {"ada"}


def test_an_unfinished_idea_stays_a_draft_and_says_why(operator):
    page = operator.post(reverse("admin:pipeline_task_add"), idea(topic=""), follow=True)
    assert "The topic must be filled in" in page.content.decode()

    page = act(operator, "queue", Task.objects.get())

    assert "The topic must be filled in" in page.content.decode()
    assert Task.objects.get().state is Status.DRAFT


def test_markup_in_a_title_is_shown_as_text(operator):
    make_task(title="<script>alert(1)</script>")

    page = operator.get(reverse(TASKS)).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_each_selected_task_gets_its_own_answer(operator):
    task = make_task(Status.GENERATING_VIDEO)

    page = act(operator, "approve", task)

    assert "not a gate" in page.content.decode()


@pytest.mark.parametrize("model", ["clip", "job", "attempt", "cost", "auditentry", "worker", "alert", "balance"])
def test_facts_can_be_read_and_not_written(operator, model):
    make_job()

    assert operator.get(reverse(f"admin:pipeline_{model}_changelist")).status_code == 200
    assert operator.get(reverse(f"admin:pipeline_{model}_add")).status_code == 403


def test_the_idea_of_a_film_on_its_way_is_not_rewritten(operator):
    task = make_task(Status.GENERATING_ASSETS)

    operator.post(reverse("admin:pipeline_task_change", args=[task.pk]), idea(title="Bats", priority=0))

    task.refresh_from_db()
    assert task.title != "Bats"
    assert task.priority == 0


def test_a_limit_is_changed(operator):
    service = Service.objects.get(pk="kling")

    operator.post(
        reverse("admin:pipeline_service_change", args=[service.pk]),
        {
            "limit": 3,
            "paused_until_0": "",
            "paused_until_1": "",
            "pause_reason": "",
            "daily_quota": "",
            "calls_per_window": "",
            "window_seconds": "60",
            "timezone": "UTC",
        },
    )

    service.refresh_from_db()
    assert (service.limit, service.calls_per_window) == (3, None)


def test_a_changed_limit_leaves_the_calls_alone_that_are_counted_meanwhile(rf):
    page = ServiceAdmin(Service, admin.site)
    service = Service.objects.get(pk="kling")
    Service.objects.filter(pk="kling").update(used_today=7)
    service.limit = 3
    form = SimpleNamespace(changed_data=["limit"])

    page.save_model(rf.post("/"), service, form, change=True)

    service.refresh_from_db()
    assert (service.limit, service.used_today) == (3, 7)


def test_a_paused_service_is_resumed_and_the_record_says_by_whom(operator):
    Service.objects.filter(pk="kling").update(paused_until=UNTIL_RESUMED, pause_reason="No credits.")
    chosen = {"action": "resume", "_selected_action": ["kling", "gemini"]}

    page = operator.post(reverse("admin:pipeline_service_changelist"), chosen, follow=True).content.decode()

    assert "Kling goes on." in page
    assert "Gemini is not paused." in page
    assert Service.objects.get(pk="kling").paused_until is None
    assert AuditEntry.objects.filter(action="resume_service").values_list("actor", "note").get() == (
        "ada",
        "kling: No credits.",
    )


def test_a_price_is_added_with_the_day_from_which_it_holds(operator):
    day = {"valid_from": "2027-02-01", "valid_until": ""}
    price = {
        "provider": "kling",
        "model": "kling-2.6/image-to-video",
        "unit": "seconds",
        "usd": "0.06",
        "per": "1",
        **day,
    }

    operator.post(reverse("admin:pipeline_price_add"), price)

    assert Price.objects.get(valid_from="2027-02-01").usd == Decimal("0.06")


def test_a_saved_draft_says_what_it_will_cost(operator):
    channel = make_channel("paid", providers={"videos": "kling"}, format={"scenes": 2, "clip_seconds": 10})

    page = operator.post(reverse("admin:pipeline_task_add"), idea(channel=channel.pk), follow=True).content.decode()

    assert "“Owls” will cost about $0.84: 2 clips." in page


def test_a_saved_draft_that_is_free_says_nothing_of_costs(operator):
    page = operator.post(reverse("admin:pipeline_task_add"), idea(), follow=True).content.decode()

    assert "will cost" not in page


# --- Orders that may have been charged -----------------------------------------------------------------------------

ATTEMPTS = "admin:pipeline_attempt_changelist"


def lost_order(number=1, **values):
    task = Task.objects.filter(status=Status.GENERATING_VIDEO).first() or film_at(Status.GENERATING_VIDEO)
    return lose(task.clips.get(kind="video", number=number), **values)


def settle(client, action, *orders, **fields):
    chosen = {"action": action, "_selected_action": [str(order.pk) for order in orders], **fields}
    return client.post(reverse(ATTEMPTS), chosen, follow=True).content.decode()


def job_state(order):
    return Job.objects.get(pk=order.job_id).state


def test_the_list_shows_only_what_is_to_be_decided_where_asked(operator):
    lost_order(provider_job="open-1")
    Attempt.objects.create(clip=make_job().clip, provider="kling", provider_job="done-1", order="closed")

    page = operator.get(reverse(ATTEMPTS), {"charged": "open"}).content.decode()

    assert "open-1" in page
    assert "done-1" not in page


def test_an_order_is_fetched_by_the_id_in_the_form(operator):
    order = lost_order()

    page = settle(operator, "fetch", order, provider_job="task_kling_1765187759663")

    assert "is fetched by its id" in page
    assert Attempt.objects.get(pk=order.pk).provider_job == "task_kling_1765187759663"


def test_an_order_is_not_fetched_without_an_id_nor_two_by_one(operator):
    orders = [lost_order(), lost_order(2)]

    assert "no id of an order" in settle(operator, "fetch", orders[0])
    assert "Fetch one order at a time" in settle(operator, "fetch", *orders, provider_job="task_kling_1")
    assert {job_state(order) for order in orders} == {"held"}


def test_orders_are_made_again_with_one_answer_each(operator):
    orders = [lost_order(), lost_order(2)]
    settle(operator, "order_again", orders[0], not_charged="on")

    page = settle(operator, "order_again", *orders)

    assert "there is nothing to decide about this attempt" in page
    assert "Video:2 of “" in page
    assert [job_state(order) for order in orders] == ["waiting", "waiting"]
    assert Cost.objects.count() == 1


def test_an_order_is_given_up(operator):
    order = lost_order()

    settle(operator, "give_up", order)

    assert job_state(order) == "failed"
    assert Cost.objects.get().certain is False


def test_who_is_no_operator_decides_nothing_here(client):
    client.force_login(get_user_model().objects.create_user("rita"))
    order = lost_order()

    client.post(reverse(ATTEMPTS), {"action": "give_up", "_selected_action": [str(order.pk)]})

    assert job_state(order) == "held"


def test_a_film_is_never_approved_from_a_list(operator):
    task = make_task(Status.FINAL_REVIEW)

    page = act(operator, "approve", task)

    assert "watch the film" in page.content.decode()
    task.refresh_from_db()
    assert task.state is Status.FINAL_REVIEW


def test_channel_files_are_read_by_a_button_that_only_a_post_presses(operator, settings):
    make_channel()
    make_channel("hills")
    (settings.CHANNEL_CONFIG_DIR / "meadow.yaml").unlink()
    load = reverse("admin:channels_channel_load")

    operator.get(load)
    assert Channel.objects.get(pk="meadow").is_active
    operator.post(load)

    assert not Channel.objects.get(pk="meadow").is_active


def test_a_raised_daily_cap_lets_films_go_on_at_once(operator, django_capture_on_commit_callbacks):
    service = Service.objects.get(pk="kling")
    held = make_job(kind="video", state="held", hold="budget", service="kling", quoted_usd="0.42")
    with django_capture_on_commit_callbacks(execute=True):
        operator.post(
            reverse("admin:pipeline_service_change", args=[service.pk]),
            {"limit": 3, "daily_cap_usd": "9.00", "paused_until_0": "", "paused_until_1": "", "pause_reason": "",
             "daily_quota": "", "calls_per_window": "20", "window_seconds": "10", "timezone": "UTC"},
        )  # fmt: skip

    held.refresh_from_db()
    assert held.state == "waiting"
