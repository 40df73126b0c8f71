"""What every fake does alike: it records, it waits with faults, it notices who is gone."""

import http.client
import urllib.error
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.contracts.calling import Caller, ask, hang_up
from tests.fakes import Fakes, faults


def test_a_request_is_on_record_as_it_came(fakes: Fakes, call: Caller):
    call.image(parts=[{"text": "A grey seal"}])

    (request,) = fakes.gemini.requests

    assert (request.method, request.path.rpartition("/")[2]) == ("POST", "gemini-nano-banana-2.1:generateContent")
    assert request.json["contents"][0]["parts"] == [{"text": "A grey seal"}]
    assert request.headers["x-goog-api-key"] == fakes.gemini.key


def test_unknown_paths_are_not_found(fakes: Fakes):
    hosts = [provider.url for provider in fakes.all] + [fakes.kie.upload_url, fakes.kie.file_url]
    keys = {"Authorization": f"Bearer {fakes.kie.key}", "x-goog-api-key": fakes.gemini.key}

    answers = {ask(f"{host}/v7/nothing", headers=keys).status for host in hosts}

    assert answers == {404}


def test_planned_faults_come_one_each_and_then_all_is_normal(fakes: Fakes, call: Caller):
    fakes.gemini.then(faults.html(502), None, faults.status(503, b"busy"), on=":generateContent")

    answers = [call.image().status for _ in range(4)]

    assert answers == [502, 200, 503, 200]


def test_a_fault_waits_for_its_path(fakes: Fakes, call: Caller):
    fakes.kie.then(faults.kie.POLL_SERVER_ERROR)

    created = call.create()

    assert created.json["code"] == 200
    assert call.poll(created.json["data"]["taskId"]).json["code"] == 500


def test_every_third_call_fails(fakes: Fakes, call: Caller):
    fakes.elevenlabs.every(3, faults.elevenlabs.RATE_LIMITED)

    answers = [call.speech().status for _ in range(6)]

    assert answers == [200, 200, 429, 200, 200, 429]


def test_a_closed_connection_gives_no_answer_and_no_bill(fakes: Fakes, call: Caller):
    fakes.gemini.then(faults.close())

    with pytest.raises((urllib.error.URLError, http.client.HTTPException, ConnectionError)):
        call.image()

    assert fakes.gemini.book == []


@pytest.mark.parametrize("fault", [faults.lost(), faults.half()], ids=str)
def test_an_answer_that_is_lost_on_its_way_is_billed(fakes: Fakes, call: Caller, fault: faults.Fault):
    fakes.gemini.then(fault)

    with pytest.raises((urllib.error.URLError, http.client.HTTPException, ConnectionError)):
        call.image()

    assert len(fakes.gemini.book) == 1


def test_a_client_that_hangs_up_before_the_answer_is_not_billed(fakes: Fakes, call: Caller):
    fakes.gemini.hold()

    hang_up(call.gemini_url(), call.image_body(), call.gemini)
    fakes.gemini.await_work()
    fakes.gemini.release()
    fakes.gemini.await_rest()

    assert fakes.gemini.calls("generateContent") == 1
    assert fakes.gemini.book == []


def test_a_slow_answer_comes_after_the_clients_time_out(fakes: Fakes, call: Caller):
    fakes.gemini.then(faults.slow(5))

    with pytest.raises(TimeoutError):
        call.image(timeout=0.2)

    assert fakes.gemini.book == []


def test_thirty_slow_calls_are_worked_on_at_once(fakes: Fakes, call: Caller):
    fakes.gemini.hold()

    with ThreadPoolExecutor(30) as people:
        answers = [people.submit(call.image) for _ in range(30)]
        fakes.gemini.await_work(30)
        fakes.gemini.release()

    assert [answer.result().status for answer in answers] == [200] * 30
    assert fakes.gemini.peak == 30
