"""A full disk, a workspace that cannot be written, a database that goes away: nothing is half done, and work goes on."""

import pytest
from django.core.management import CommandError, call_command

from pipeline import actions
from pipeline.models import Attempt, Job, Service
from pipeline.rules.statuses import Status
from tests.factories import make_channel, make_task

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def task(stand_ins):
    make_channel(gates={"assets": "auto", "videos": "auto", "audio": "auto"})
    return actions.queue(make_task().pk, by="ada")


def work(task):
    call_command("work", "--until-idle", "--concurrency", "2")
    task.refresh_from_db()
    return task.state


def test_a_full_disk_is_waited_out(task, stand_ins):
    stand_ins.play(owl=["full_disk"])

    assert work(task) is Status.GENERATING_ASSETS
    assert task.jobs.retrying().count() == 1
    Job.objects.retrying().update(run_after=task.created_at)
    assert work(task) is Status.FINAL_REVIEW


def test_a_workspace_that_cannot_be_written_is_said_in_a_sentence(task):
    task.project.folder.parent.mkdir(parents=True)
    task.project.folder.write_text("a file where the task's folder should be")

    assert work(task) is Status.ASSET_ERROR
    assert "workspace" in task.error["message"] or task.project.folder.name in task.error["message"]
    task.project.folder.unlink()
    actions.retry(task.pk, by="ada")
    assert work(task) is Status.FINAL_REVIEW


def test_a_storyboard_that_vanished_is_an_error_and_not_an_endless_loop(task):
    make_channel(gates={})
    assert work(task) is Status.ASSETS_READY
    for file in task.project.folder.rglob("storyboard.json"):
        file.unlink()

    with pytest.raises(actions.Refused, match=r"storyboard.*backup"):
        actions.approve(task.pk, by="ada")

    task.refresh_from_db()
    assert task.state is Status.ASSETS_READY


def test_a_file_that_cannot_go_to_its_place_is_kept_and_not_made_again(task, stand_ins):
    in_the_way = task.project.folder / "assets" / "characters"
    in_the_way.parent.mkdir(parents=True)
    in_the_way.write_text("a file where a folder should be")

    assert work(task) is Status.ASSET_ERROR
    in_the_way.unlink()
    actions.retry(task.pk, by="ada")

    assert work(task) is Status.FINAL_REVIEW
    assert stand_ins.calls["owl.png"] == 1


def test_a_storyboard_that_vanished_in_the_queue_ends_in_an_error(task):
    assert work(task) is Status.FINAL_REVIEW
    actions.cancel(task.pk, by="ada")
    actions.queue(task.pk, by="ada")
    for file in task.project.folder.rglob("storyboard.json"):
        file.unlink()

    assert work(task) is Status.ASSET_ERROR
    assert "backup" in task.error["message"]


def test_the_doctor_finds_nothing_to_mend_on_a_good_machine(task, capsys):
    call_command("doctor")

    assert "BAD" not in capsys.readouterr().out


def test_the_doctor_names_each_problem_and_how_to_mend_it(task, settings, capsys):
    (settings.CHANNEL_CONFIG_DIR / "odd.yaml").write_text("channel_id: even\n")
    Service.objects.filter(pk="local").update(limit=0)

    with pytest.raises(CommandError, match="to mend"):
        call_command("doctor")

    said = capsys.readouterr().out
    assert "odd.yaml: channel_id" in said
    assert "local has the limit 0" in said
    assert not Attempt.objects.exists()
