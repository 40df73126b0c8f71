"""An order at Kling is never forgotten: whoever dies, whatever is lost, it is made once and fetched by its id."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.fakes import Fakes, faults
from tests.scripts.kling_runs import SCRIPTS, arguments, failure, fetch, film, journal, seconds_of

KIE = faults.kie
HOURS = 7200


@pytest.fixture
def fakes():
    with Fakes(media="tiny") as running:
        yield running


def started(folder, fakes, *more):
    """Start the script by itself and wait until it says what KIE calls the order."""
    command = [sys.executable, str(SCRIPTS / "generate_video.py"), *arguments(folder, *more)]
    environment = {"PATH": os.environ["PATH"], **fakes.environment}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    job = next(found for line in process.stdout if (found := json.loads(line).get("provider_job")))
    return process, job


def test_the_order_is_on_disk_before_the_first_question(tmp_path, fakes):
    answer, found = fakes.kie.respond_api, []

    def looking(request, twist):
        if "recordInfo" in request.path:
            found.append(journal(tmp_path)[-1])
        return answer(request, twist)

    fakes.kie.respond_api = looking
    film(tmp_path, fakes)

    assert found[0] == {"order": "sent", "provider_job": fakes.kie.tasks[0].id}


def test_a_killed_script_leaves_an_order_that_another_fetches(tmp_path, fakes):
    fakes.kie.generation = HOURS
    process, job = started(tmp_path, fakes)
    process.kill()
    process.communicate()

    fakes.kie.finish(job)
    report = fetch(tmp_path, fakes, job)

    assert (report.units, report.provider_job, seconds_of(tmp_path / "again" / "clip.mp4")) == ({"credits": 42}, job, 5)
    assert (fakes.kie.calls("createTask"), len(fakes.kie.uploads)) == (1, 1)
    assert {"order": "sent", "provider_job": job} in journal(tmp_path)


def test_a_script_that_is_asked_to_end_does_so_and_leaves_the_order(tmp_path, fakes):
    fakes.kie.generation = HOURS
    process, job = started(tmp_path, fakes, "--poll-every", "60")

    process.send_signal(signal.SIGTERM)

    assert process.wait(timeout=10) == -signal.SIGTERM
    process.communicate()
    assert {"order": "sent", "provider_job": job} in journal(tmp_path)


def test_an_order_that_takes_too_long_is_asked_for_again_later(tmp_path, fakes):
    fakes.kie.generation = HOURS

    error = failure(film, tmp_path, fakes, "--deadline", "0.2")

    job = fakes.kie.tasks[0].id
    assert (error.kind, error.code, error.provider_job) == ("transient", "still_running", job)
    assert str(error) == "Kling is still working on it; it will be asked again later."
    fakes.kie.finish(job)
    fetch(tmp_path, fakes, job)
    assert fakes.kie.calls("createTask") == 1


@pytest.mark.parametrize("fault", [KIE.POLL_MAINTENANCE, faults.html(404).at("recordInfo")])
def test_an_order_that_nobody_tells_about_is_asked_for_again_later(fault, tmp_path, fakes):
    fakes.kie.every(1, fault)

    error = failure(film, tmp_path, fakes, "--grace", "0", "--deadline", "0.2")

    assert (error.code, error.provider_job) == ("still_running", fakes.kie.tasks[0].id)


def test_an_order_that_kie_does_not_know_yet_is_waited_for(tmp_path, fakes):
    fakes.kie.slow_polls = 5

    film(tmp_path, fakes)

    assert fakes.kie.calls("createTask") == 1


def test_an_order_that_kie_never_knew_is_told_to_a_person(tmp_path, fakes):
    error = failure(fetch, tmp_path, fakes, "task_kling_0", "--grace", "0.1")

    assert (error.kind, error.code) == ("permanent", "unknown_order")
    assert "KIE does not know the order task_kling_0" in str(error)
    assert (fakes.kie.calls("createTask"), fakes.kie.calls("recordInfo") > 1) == (0, True)


def test_an_order_that_was_seen_is_not_given_up_when_kie_forgets_it_for_a_while(tmp_path, fakes):
    fakes.kie.generation = HOURS
    fakes.kie.then(None, *[KIE.NOT_VISIBLE] * 500, on="recordInfo")

    error = failure(film, tmp_path, fakes, "--grace", "0", "--deadline", "0.3")

    assert (error.kind, error.code, error.provider_job) == ("transient", "still_running", fakes.kie.tasks[0].id)


def test_a_clip_without_an_address_is_fetched_later(tmp_path, fakes):
    fakes.kie.then(KIE.TASK_WITHOUT_URL)

    error = failure(film, tmp_path, fakes, "--grace", "0.1")

    assert (error.kind, error.code, error.provider_job) == ("transient", "no_result", fakes.kie.tasks[0].id)


def test_an_order_without_a_key_to_fetch_it_is_not_forgotten(tmp_path, fakes):
    error = failure(fetch, tmp_path, fakes, "task_kling_0", environment={"KIE_API_KEY": ""})

    assert (error.kind, error.code) == ("permanent", "no_key")
    assert journal(tmp_path / "again")[-1]["provider_job"] == "task_kling_0"


def test_a_lost_answer_is_one_order_that_a_person_must_look_at(tmp_path, fakes):
    fakes.kie.then(KIE.LOST_AFTER_CREATE)

    error = failure(film, tmp_path, fakes)

    assert (error.kind, error.provider_job, len(fakes.kie.tasks)) == ("ambiguous", None, 1)
    assert [line.get("order") for line in journal(tmp_path)[-2:]] == ["sent", None]
