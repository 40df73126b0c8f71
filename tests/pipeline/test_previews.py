"""Previews: each take gets one, by whoever has nothing better to do, and whatever dies it is made."""

import errno
import threading
import time
from datetime import timedelta
from importlib import import_module
from unittest.mock import Mock

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, connections
from django.utils.timezone import now

from pipeline import previewing, previews, sharing
from pipeline.crew import Crew
from pipeline.models import Job, Preview
from pipeline.previewing import Spare
from pipeline.rules.statuses import Status
from pipeline.stopping import ForegroundStop
from pipeline.storage import StoreFailed
from tests import processes
from tests.factories import make_clip, make_job, make_take, make_task
from tests.store import machines, store, store_server  # noqa: F401  (fixtures)
from videogen.lib.scripts import ScriptFailed

pytestmark = pytest.mark.django_db(transaction=True)

State = Preview.State
PATIENCE = 30  # seconds


@pytest.fixture(autouse=True)
def _previews(settings):
    settings.PREVIEWS = True


def make_preview(kind="image", number=1, *, task=None, file=None, selected=True, **values):
    take = make_take(make_clip(kind, number, task=task), file=file, selected=selected)
    return Preview.objects.create(take=take, **values)


def files_of(preview):
    take = preview.take
    return sorted(file.name for file in (take.clip.task.project.take(str(take.pk)) / "previews").iterdir())


def work(stop):
    Crew(1, "here:1", stop).work(lambda: None, stay=True)
    connection.close()


def never():
    return False


def until(happens):
    ends = time.monotonic() + PATIENCE
    while not (found := happens()) and time.monotonic() < ends:
        time.sleep(0.02)
    return found


def test_the_engine_makes_the_previews_of_new_takes_before_it_calls_itself_idle(stand_ins):
    make_job()
    call_command("work", "--until-idle")

    made = Preview.objects.filter(state=State.DONE)
    assert [preview.facts["width"] for preview in made] == [1920] * 3
    assert files_of(made[0]) == ["poster.jpg"]


def test_a_film_gets_poster_filmstrip_proxy_and_waveform(stand_ins, samples):
    preview = make_preview("film", file=samples / "film.mp4")
    previewing.make(previews.claim("here:1"), stop=never)

    preview.refresh_from_db()
    assert files_of(preview) == preview.facts["files"] == ["poster.jpg", "proxy.mp4", "strip.jpg"]
    assert (preview.facts["seconds"], len(preview.facts["peaks"])) == (2.0, 800)


def test_without_previews_no_row_is_made(stand_ins, settings):
    settings.PREVIEWS = False
    make_job()
    call_command("work", "--until-idle")

    assert not Preview.objects.exists()


def test_two_hands_never_take_the_same_preview():
    made = [make_preview(number=n, task=task) for task in [make_clip().task] for n in (1, 2, 3)]
    taken, start = [], threading.Barrier(3)

    def hand(name):
        start.wait()
        while found := previews.claim(name):
            taken.append(found.pk)
        connections.close_all()

    hands = [threading.Thread(target=hand, args=(f"here:{n}",)) for n in range(3)]
    [hand.start() for hand in hands]
    [hand.join() for hand in hands]
    assert sorted(taken) == sorted(preview.pk for preview in made)


def test_selected_takes_of_the_newest_film_at_a_gate_come_first_and_those_that_nobody_chose_last():
    early = make_task(Status.ASSETS_READY, status_since=now() - timedelta(hours=1))
    unchosen = make_preview(task=make_task(Status.GENERATING_VIDEO), selected=False)
    under_way = make_preview(task=make_task(Status.GENERATING_VIDEO))
    at_gate = [make_preview(task=task) for task in (early, make_task(Status.ASSETS_READY))]

    taken = [previews.claim("here:1").pk for _ in range(4)]

    assert taken == [at_gate[1].pk, at_gate[0].pk, under_way.pk, unchosen.pk]


def test_what_a_gate_is_about_comes_before_what_was_decided_earlier():
    task = make_task(Status.VIDEO_READY)
    image, second, first = (make_preview(kind, n, task=task) for kind, n in (("image", 1), ("video", 2), ("video", 1)))

    assert [previews.claim("here:1").pk for _ in range(3)] == [first.pk, second.pk, image.pk]


def test_a_preview_whose_maker_died_is_free_again_when_its_lease_ends():
    preview = make_preview()
    assert previews.claim("dead:1")
    assert previews.claim("here:1") is None
    Preview.objects.update(leased_until=now() - timedelta(seconds=1))

    assert previews.claim("here:1") is None  # it is noted as a failure, and waits a moment
    Preview.objects.update(leased_until=None)
    assert previews.claim("here:1") == preview
    assert Preview.objects.get().failures == 1


def test_whoever_lost_its_lease_records_nothing():
    make_preview()
    late = previews.claim("slow:1")
    Preview.objects.update(worker="here:1")

    assert not previews.keep(late, {"files": []})
    assert not previews.heartbeat(late)
    assert Preview.objects.get().state == State.MAKING


def test_after_three_failures_it_is_given_up_with_a_sentence(stand_ins):
    make_preview()  # whose file is no picture
    for _ in range(3):
        Preview.objects.update(leased_until=None)
        previewing.make(previews.claim("here:1"), stop=never)

    preview = Preview.objects.get()
    assert (preview.state, preview.failures) == (State.FAILED, 3)
    assert preview.message == "The picture owl.png is damaged and cannot be opened. Make it again."
    assert previews.claim("here:1") is None


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EIO, "Input/output error"),
        ScriptFailed("The disk is full.", kind="transient", code="disk_full"),
        StoreFailed("The store could not be reached.", kind="transient", code="store_unreachable"),
    ],
)
def test_what_is_wrong_with_the_machine_counts_no_failure_and_waits_longer_each_time(monkeypatch, error):
    make_preview()
    monkeypatch.setattr(sharing, "bring_take", Mock(side_effect=error))

    waited = []
    for waits in (0, 1, 50):
        Preview.objects.update(leased_until=None, waits=waits)
        previewing.make(previews.claim("here:1"), stop=never)
        waited.append(round((Preview.objects.get().leased_until - now()).total_seconds(), -1))

    preview = Preview.objects.get()
    assert (preview.state, preview.failures, waited) == (State.WAITING, 0, [30, 60, 600])
    assert preview.message


def test_a_take_whose_file_is_gone_fails_and_leaves_no_folder(stand_ins):
    preview = make_preview()
    folder = preview.take.clip.task.project.take(str(preview.take.pk))
    (folder / "owl.png").unlink()

    previewing.make(previews.claim("here:1"), stop=never)

    assert Preview.objects.get().message == "The take owl.png is gone."
    assert not list(folder.iterdir())


def test_a_link_in_the_place_of_the_folder_is_not_followed(stand_ins, samples, tmp_path):
    preview = make_preview(file=samples / "sample.png")
    (preview.take.clip.task.project.take(str(preview.take.pk)) / "previews").symlink_to(tmp_path)
    before = set(tmp_path.iterdir())

    previewing.make(previews.claim("here:1"), stop=never)

    assert "link" in Preview.objects.get().message
    assert set(tmp_path.iterdir()) == before


def test_a_stop_ends_it_at_once_and_counts_no_failure(stand_ins, samples):
    preview = make_preview("film", file=samples / "film.mp4")
    began = time.monotonic()
    previewing.make(previews.claim("here:1"), stop=lambda: True)

    assert time.monotonic() - began < 2
    preview.refresh_from_db()
    assert (preview.state, preview.failures, preview.worker) == (State.WAITING, 0, "")
    folder = preview.take.clip.task.project.take(str(preview.take.pk))
    assert [file.name for file in folder.iterdir()] == [f"{preview.take.clip.task_id}_final.mp4"]


def test_a_worker_that_is_told_to_stop_does_not_wait_for_a_preview(stand_ins):
    preview = make_preview()
    script = stand_ins.folder / "make_previews.py"
    script.unlink()
    script.write_text("import time\ntime.sleep(60)")
    worker = processes.manage("work", PREVIEWS="true", GRACE_SECONDS="60")
    assert until(lambda: Preview.objects.filter(state=State.MAKING).exists())

    worker.terminate()

    assert worker.wait(5) == 0
    preview.refresh_from_db()
    assert (preview.state, preview.failures) == (State.WAITING, 0)


def test_no_preview_is_begun_while_jobs_wait_for_a_place(stand_ins, monkeypatch):
    task = make_task(Status.GENERATING_ASSETS)
    make_preview(task=task)
    jobs = [make_job(task=task, number=number) for number in (2, 3)]
    open_jobs = []
    monkeypatch.setattr(previewing, "make", lambda preview, stop: open_jobs.append(Job.objects.open().count()))

    Crew(1, "here:1", ForegroundStop(threading.Event())).work(lambda: None, stay=False)

    assert {job.pk for job in jobs} <= set(Job.objects.filter(state=Job.State.DONE).values_list("pk", flat=True))
    assert open_jobs[0] == 0


def test_no_preview_is_begun_while_jobs_use_every_core_of_the_machine(settings, monkeypatch):
    settings.CORES, settings.MACHINE_NAME = 1, "here"
    monkeypatch.setattr(previewing, "make", lambda preview, stop: previews.keep(preview, {}))
    preview = make_preview()
    job = make_job(task=preview.take.clip.task, kind="video", state=Job.State.RUNNING, worker="here:7")
    spare = Spare("here:1", ForegroundStop(threading.Event()))

    while_it_runs = spare.begin()
    Job.objects.filter(pk=job.pk).update(worker="another:7")

    assert (while_it_runs, spare.begin()) == (False, True)
    until(lambda: not spare.is_busy)


def test_a_job_is_claimed_while_a_preview_is_made(stand_ins, samples, monkeypatch):
    task = make_task(Status.GENERATING_ASSETS)
    make_preview(task=task)
    begun, ended, wish = threading.Event(), threading.Event(), threading.Event()
    monkeypatch.setattr(previewing, "make", lambda preview, stop: begun.set() or ended.wait(PATIENCE))
    crew = threading.Thread(target=work, args=(ForegroundStop(wish),))
    crew.start()
    assert begun.wait(PATIENCE)

    job = make_job(task=task, number=2)

    assert until(lambda: Job.objects.get(pk=job.pk).state == Job.State.DONE)
    ended.set()
    wish.set()
    crew.join()


def test_a_machine_makes_no_more_at_once_than_half_its_cores(settings, monkeypatch):
    settings.CORES = 2
    for number in (1, 2):
        make_preview(number=number, task=make_clip().task)
    ended = threading.Event()
    monkeypatch.setattr(previewing, "make", lambda preview, stop: ended.wait(PATIENCE))
    first, second = (Spare(f"here:{n}", ForegroundStop(threading.Event())) for n in (1, 2))

    assert (first.begin(), second.begin(), first.begin()) == (True, False, False)
    ended.set()
    assert until(lambda: not first.is_busy)
    assert second.begin()
    assert until(lambda: not second.is_busy)


def test_no_connection_is_held_while_the_script_runs(stand_ins, samples):
    make_preview("film", file=samples / "film.mp4")
    preview = previews.claim("here:1")
    open_ones = []

    previewing.make(preview, stop=lambda: open_ones.append(connection.connection is not None))

    assert set(open_ones) == {False}
    assert Preview.objects.get().state == State.DONE


def test_machines_without_a_common_disk_show_each_others_previews(stand_ins, machines, store, samples, admin_client):  # noqa: F811
    take = make_preview("image", file=samples / "sample.png").take
    store.client.upload_file(str(take.clip.task.project.root / take.path), store.bucket, take.path)
    machines.on("b")
    previewing.make(previews.claim("b:1"), stop=never)
    machines.on("c")

    shown = admin_client.get(f"/thumbs/{take.path}")

    assert shown["Content-Type"] == "image/jpeg"
    assert store.named("poster.jpg")


def test_takes_from_before_there_were_previews_get_theirs_unless_published():
    ask = import_module("pipeline.migrations.0016_previews_of_earlier_takes").ask
    take = make_take(make_clip("video"))
    make_take(make_clip("video", task=make_task(Status.PUBLISHED)))

    ask(apps, None)

    assert Preview.objects.get().take == take
