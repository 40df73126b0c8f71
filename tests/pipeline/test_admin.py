"""The admin: ideas are written there; facts are only read."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from channels.models import Channel
from pipeline.models import AuditEntry, Service, Task
from pipeline.rules.statuses import Status
from tests.factories import make_channel, make_job, make_task

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


@pytest.mark.parametrize("model", ["clip", "job", "attempt", "cost", "auditentry", "worker"])
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
        {"limit": 3, "paused_until_0": "", "paused_until_1": "", "pause_reason": "", "daily_quota": "", "timezone": "UTC"},
    )

    service.refresh_from_db()
    assert service.limit == 3


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
