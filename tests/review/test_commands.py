"""The commands that decide do what the pages do."""

import pytest
from django.core.management import CommandError, call_command

from pipeline.models import AuditEntry
from pipeline.rules.statuses import Status
from tests.factories import make_storyboard, make_take, make_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def task():
    task = make_storyboard(make_task(Status.VIDEO_READY))
    for clip in task.clips.filter(kind__in=["image", "composite", "video"]):
        make_take(clip)
    return task


def state(task):
    task.refresh_from_db()
    return task.state


def test_approve_passes_the_gate_in_the_name_of_a_user(task):
    call_command("approve", str(task.pk), "--as", "ada", "--note", "lovely")

    assert state(task) is Status.GENERATING_AUDIO
    assert AuditEntry.objects.filter(action="approve", actor="ada", note="lovely").exists()


def test_the_beginning_of_an_id_is_enough(task):
    call_command("approve", str(task.pk)[:8])

    assert state(task) is Status.GENERATING_AUDIO


def test_reject_takes_numbers_at_a_gate_of_one_kind(task):
    call_command("reject", str(task.pk), "--clips", "1,2", "--note", "too dark")

    assert state(task) is Status.GENERATING_VIDEO
    assert task.jobs.open().count() == 2


def test_reject_wants_a_reason(task):
    with pytest.raises(CommandError, match="what is wrong"):
        call_command("reject", str(task.pk), "--clips", "1")


def test_regenerate_takes_a_new_prompt(task):
    call_command("regenerate", str(task.pk), "--clip", "video:2", "--prompt", "pan left")

    assert task.clips.get(kind="video", number=2).prompt == "pan left"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["approve", "zzz"], "no task id"),
        (["approve", "00000000"], "No task has"),
        (["reject", "{id}", "--clips", "video:99", "--note", "x"], "has no clip video:99"),
        (["reject", "{id}", "--clips", "../3", "--note", "x"], "is no clip"),
        (["reject", "{id}", "--clips", "3", "--note", "x" * 10_000], "keep it under 2,000"),
        (["retry", "{id}"], "nothing to retry"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(task, arguments, says):
    with pytest.raises(CommandError, match=says):
        call_command(*(a.format(id=task.pk) for a in arguments))

    assert state(task) is Status.VIDEO_READY


def test_cancel_takes_a_task_back_to_draft(task):
    call_command("cancel", str(task.pk))

    assert state(task) is Status.DRAFT
