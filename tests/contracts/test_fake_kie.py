"""The fake KIE takes orders, keeps its books, and tells states as KIE does."""

import http.client
import json
import urllib.error
from decimal import Decimal
from typing import Any

import pytest

from tests.contracts.calling import Caller, ask
from tests.fakes import Fakes, faults


def test_an_order_ends_with_a_film(call: Caller):
    record = call.finished(call.create(duration="10"))

    film = ask(json.loads(record["resultJson"])["resultUrls"][0])

    assert record["state"] == "success"
    assert json.loads(record["param"])["input"]["duration"] == "10"
    assert film.body[4:8] == b"ftyp"


@pytest.mark.parametrize(("seconds", "credits"), [("5", 42), ("10", 84)])
def test_an_order_is_paid_when_it_is_made(fakes: Fakes, call: Caller, seconds: str, credits: int):
    fakes.kie.generation = 600
    before = call.balance()

    call.create(duration=seconds)

    assert before - call.balance() == credits
    assert fakes.kie.spent_usd == credits * Decimal("0.005")


def test_other_models_have_other_prices(fakes: Fakes, call: Caller):
    model, url = "kling/v3-turbo-image-to-video", call.upload()
    given = {"prompt": "waves", "image_urls": [url], "duration": "5", "resolution": "720p"}

    ask(f"{fakes.kie.url}/api/v1/jobs/createTask", {"model": model, "input": given}, headers=call.kie)

    assert fakes.kie.spent_usd == Decimal("0.45")


def test_a_task_walks_through_its_states(fakes: Fakes, call: Caller):
    fakes.kie.generation = 100
    name = call.create().json["data"]["taskId"]
    (task,) = fakes.kie.tasks
    states = []

    for gone in (0, 15, 50):
        task.created_at -= gone
        states.append(call.poll(name).json["data"]["state"])

    assert states == ["waiting", "queuing", "generating"]


def test_a_running_task_has_no_result(fakes: Fakes, call: Caller):
    fakes.kie.generation = 100

    record = call.poll(call.create().json["data"]["taskId"]).json["data"]

    assert (record["resultJson"], record["failCode"], record["completeTime"]) == ("", None, None)


def test_a_new_task_is_not_visible_at_once(fakes: Fakes, call: Caller):
    fakes.kie.slow_polls = 2
    name = call.create().json["data"]["taskId"]

    first, second, third = (call.poll(name) for _ in range(3))

    assert first.json == {"code": 422, "msg": "recordInfo is null", "data": None}
    assert (second.status, third.json["code"]) == (404, 200)


def test_a_result_is_served_once_and_then_by_a_fresh_link(fakes: Fakes, call: Caller):
    url = json.loads(call.finished(call.create())["resultJson"])["resultUrls"][0]

    first, second = ask(url), ask(url)
    link = ask(f"{fakes.kie.url}/api/v1/common/download-url", {"url": url}, headers=call.kie).json["data"]

    assert (first.status, second.status) == (200, 403)
    assert ask(link).body == first.body


def test_there_is_no_fresh_link_to_a_foreign_file(fakes: Fakes, call: Caller):
    asked = {"url": "https://example.org/film.mp4"}

    answer = ask(f"{fakes.kie.url}/api/v1/common/download-url", asked, headers=call.kie)

    assert answer.json["code"] == 422


@pytest.mark.parametrize("fault", [*faults.kie.ALL_TASK_FAILED])
def test_a_failed_task_gives_its_credits_back_unless_it_does_not(fakes: Fakes, call: Caller, fault: faults.Fault):
    fakes.kie.then(fault)
    before = call.balance()

    record = call.finished(call.create())

    refunded = fault is not faults.kie.TASK_FAILED_KEPT_CREDITS
    assert (record["state"], record["failCode"]) == ("fail", json.loads(fault.twist)["failCode"])
    assert call.balance() == (before if refunded else before - 42)
    assert fakes.kie.book[0].refunded is refunded


def test_an_order_whose_answer_is_lost_exists_and_is_paid(fakes: Fakes, call: Caller):
    fakes.kie.then(faults.kie.LOST_AFTER_CREATE)

    with pytest.raises((urllib.error.URLError, http.client.HTTPException, ConnectionError)):
        call.create()

    (task,) = fakes.kie.tasks
    assert call.finished_by_name(task.id)["state"] == "success"
    assert fakes.kie.spent_usd == Decimal("0.21")


@pytest.mark.parametrize("fault", [*faults.kie.REFUSED_CREATE, *faults.kie.TRANSIENT_CREATE, *faults.kie.BALANCE])
def test_a_refused_order_does_not_exist(fakes: Fakes, call: Caller, fault: faults.Fault):
    fakes.kie.then(fault)

    answer = call.create()

    assert answer.json["code"] != 200
    assert (fakes.kie.tasks, fakes.kie.book) == ([], [])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"duration": 5}, 422),
        ({"duration": "7"}, 422),
        ({"prompt": "x" * 2501}, 422),
        ({"prompt": ""}, 422),
        ({"negative_prompt": "x" * 501}, 422),
        ({"image_urls": ["https://example.org/a.png"]}, 422),
        ({"model": "kling/v9-imaginary"}, 404),
        ({"url": "https://example.org/harbour.png"}, 451),
    ],
    ids=str,
)
def test_a_wrong_order_is_refused(fakes: Fakes, call: Caller, changes: Any, code: int):
    answer = call.create(**changes)

    assert (answer.status, answer.json["code"]) == (200, code)
    assert fakes.kie.tasks == []


def test_only_twenty_orders_fit_into_ten_seconds(fakes: Fakes, call: Caller):
    url = call.upload()

    codes = [call.create(url=url).json["code"] for _ in range(21)]

    assert codes == [200] * 20 + [429]
    assert len(fakes.kie.tasks) == 20


def test_an_empty_balance_buys_nothing(fakes: Fakes, call: Caller):
    fakes.kie.credits = Decimal(41)

    answer = call.create()

    assert answer.json["code"] == 402
    assert call.balance() == 41


def test_a_wrong_key_is_told_in_the_body_and_in_the_status(fakes: Fakes):
    answer = ask(f"{fakes.kie.url}/api/v1/chat/credit", headers={"Authorization": "Bearer wrong"})

    assert answer.status == 401
    assert answer.json == {"code": 401, "msg": "You do not have access permissions"}


def test_an_unknown_state_may_show_up(fakes: Fakes, call: Caller):
    fakes.kie.then(faults.kie.UNKNOWN_STATE)
    name = call.create().json["data"]["taskId"]

    assert call.poll(name).json["data"]["state"] == "reviewing"


def test_credits_are_told_only_where_the_fake_tells_them(fakes: Fakes, call: Caller):
    told = call.finished(call.create())
    fakes.kie.tells_credits = False

    assert told["creditsConsumed"] == 42
    assert "creditsConsumed" not in call.finished(call.create())
