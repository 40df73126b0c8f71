"""Two people in two browsers decide about the same film in the same moment: one decision each, and both are told the truth."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from pipeline.actions import takes_now
from pipeline.models import Task
from pipeline.rules.statuses import Status
from pipeline.trail import broken_link
from tests.review.films import film_at
from tests.review.test_browser import screen  # noqa: F401  (fixture)
from tests.review.test_rooms_in_browser import log_in

pytestmark = pytest.mark.django_db(transaction=True)

DECIDE = """([address, fields, moment]) => {
    const data = new FormData(document.getElementById("verdict"));
    Object.entries(fields).forEach(([name, value]) => data.set(name, value));
    const send = () => fetch(address, { method: "POST", body: data, headers: { Accept: "application/json" } });
    const then = new Promise((done) => setTimeout(done, moment - Date.now()));
    window.answer = then.then(send).then((answer) => answer.json());
}"""


@pytest.fixture
def ada_and_bob(live_server: LiveServer, screen: Page) -> Iterator[dict[str, Page]]:  # noqa: F811
    """Two operators, each in a browser of their own."""
    browser: Browser | None = screen.context.browser
    assert browser
    pages = {name: browser.new_context().new_page() for name in ("ada", "bob")}
    for name, page in pages.items():
        log_in(page, live_server, User.objects.create_user(name, is_staff=True))
    yield pages
    for page in pages.values():
        page.context.close()


def test_of_two_browsers_that_decide_at_once_one_wins_and_both_are_told_the_truth(
    live_server: LiveServer, ada_and_bob: dict[str, Page]
):
    """In each round both browsers send from a timer that is set for the same moment."""
    tasks = [film_at(Status.ASSETS_READY) for _ in range(50)]
    for page in ada_and_bob.values():
        page.goto(f"{live_server.url}/tasks/{tasks[0].pk}/review/")

    for task in tasks:
        fields = {"at": "assets_ready", "takes": takes_now(task)}
        answers = at_once(ada_and_bob, task, fields)
        winner, loser = ("ada", "bob") if answers["ada"]["ok"] else ("bob", "ada")
        done = {"ada": "approved it", "bob": "sent clips back"}[winner]
        assert (answers[winner]["ok"], answers[loser]["ok"]) == (True, False)
        assert f"decided already ({winner} {done} a moment ago)" in answers[loser]["said"]
        at = {"ada": Status.GENERATING_COMPOSITES, "bob": Status.GENERATING_ASSETS}[winner]
        assert Task.objects.get(pk=task.pk).state is at
        assert [e.actor for e in task.audit.filter(action__in=("approve", "reject"))] == [winner]

    assert broken_link() is None


def at_once(pages: dict[str, Page], task: Task, fields: dict[str, str]) -> dict[str, dict[str, object]]:
    """Let ada approve and bob reject in the same moment; gives what each was told."""
    ways = {"ada": ("approve", fields), "bob": ("reject", {**fields, "clips": "image:2", "note": "two beaks"})}
    moment = pages["ada"].evaluate("Date.now() + 40")
    for name, page in pages.items():
        way, values = ways[name]
        page.evaluate(DECIDE, [f"/tasks/{task.pk}/review/{way}/", values, moment])
    return {name: page.evaluate("window.answer") for name, page in pages.items()}
