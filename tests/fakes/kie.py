"""A fake KIE: tasks on one host, uploads on a second, files on a third."""

import json
import random
import threading
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.fakes import kie_rules as rules
from tests.fakes.bill import CREDIT_USD, Entry, kling_credits
from tests.fakes.faults import kie as faults
from tests.fakes.kie_files import KieFiles
from tests.fakes.media import Media
from tests.fakes.provider import Seconds
from tests.fakes.wire import Answer, Request

WINDOW_S, MOST_IN_WINDOW = 10.0, 20


@dataclass
class Task:
    """An order as KIE's log page shows it."""

    id: str
    model: str
    input: Mapping[str, Any]
    created_at: float
    credits: Decimal
    takes: float
    failure: Mapping[str, Any] | None = None
    oddity: str = ""
    url: str = ""
    polls: int = 0
    settled: bool = False
    ready: threading.Event = field(default_factory=threading.Event, repr=False)

    @property
    def state(self) -> str:
        """Say how far it is: by the time that went by, and whether its file is made."""
        share = (time.time() - self.created_at) / self.takes if self.takes else 1.0
        if self.oddity == "stuck":
            share = min(share, 0.9)
        if share >= 1 and self.failure is not None:
            return "fail"
        if share >= 1 and self.ready.is_set():
            return "success"
        return "waiting" if share < 0.1 else "queuing" if share < 0.25 else "generating"


class FakeKie(KieFiles):
    """`generation` is how long a task takes; `slow_polls`, how many first polls of a task find nothing."""

    key = "kie-key-that-must-never-be-seen-8b2d4"
    hosts = ("api", "upload", "files")

    def __init__(self, media: Media, port: int = 0) -> None:
        super().__init__(media, port)
        self.credits = Decimal(20_000)
        self.generation: Seconds = 0
        self.slow_polls = 0
        self.tells_credits = True
        self.limited = True  # at most 20 new tasks in 10 seconds
        self._tasks: dict[str, Task] = {}
        self._created: list[float] = []

    @property
    def tasks(self) -> list[Task]:
        """Every order, oldest first."""
        with self._lock:
            return list(self._tasks.values())

    def finish(self, task_id: str) -> None:
        """Let a task end now."""
        with self._lock:
            self._tasks[task_id].takes = 0

    def respond_api(self, request: Request, twist: str) -> Answer | None:
        """Do what the API host does."""
        if request.headers.get("authorization") != f"Bearer {self.key}":
            return faults.BAD_KEY.answer()
        match request.method, request.path:
            case "POST", "/api/v1/jobs/createTask":
                return self._create(request, twist)
            case "GET", "/api/v1/jobs/recordInfo":
                return self._record(request, twist)
            case "GET", "/api/v1/chat/credit":
                return _good(_number(self.credits))
            case "POST", "/api/v1/common/download-url":
                return self._download_url(request)
        return None

    def _create(self, request: Request, twist: str) -> Answer:
        now = time.monotonic()
        with self._lock:
            self._created = [at for at in self._created if now - at < WINDOW_S]
            if self.limited and len(self._created) >= MOST_IN_WINDOW:
                return faults.RATE_LIMITED.answer()
            self._created.append(now)
        asked = request.json
        wrong = rules.complaint(asked)
        if wrong:
            return wrong.answer()
        picture = self._picture(asked["input"])
        if picture is None:
            return faults.IMAGE_UNREACHABLE.answer()
        task = self._order(asked, twist)
        if task is None:
            return faults.NO_CREDITS.answer()
        threading.Thread(target=self._film, args=(task, picture), daemon=True).start()
        self.work(request, now)
        return _good({"taskId": task.id})

    def _order(self, asked: Any, twist: str) -> Task | None:
        """Take an order and its credits; None when there are too few."""
        cost = kling_credits(asked["model"], asked["input"])
        with self._lock:
            if self.credits < cost:
                return None
            self.credits -= cost
            name = f"task_kling_{time.time_ns() // 1_000_000}{random.getrandbits(20):06d}"
            task = Task(name, asked["model"], asked["input"], time.time(), cost, self.pick(self.generation))
            if twist.startswith("{"):
                task.failure = json.loads(twist)
            task.oddity = twist
            self._tasks[name] = task
        self._book.add(
            Entry(
                "video", task.model, {"credits": cost}, cost * CREDIT_USD, name, words=str(task.input.get("prompt", ""))
            )
        )
        return task

    def _film(self, task: Task, picture: bytes) -> None:
        try:
            self._render(task, picture)
        except Exception:
            self.broken.append(traceback.format_exc())
            task.failure = {"failCode": "500", "failMsg": "The fake itself is broken.", "refunded": True}
        task.ready.set()

    def _render(self, task: Task, picture: bytes) -> None:
        if task.failure is None:
            seconds = float(task.input.get("duration", 5))
            clip = self.media.clip(str(task.input.get("prompt", "")), picture, seconds, task.id)
            task.url = self.keep_result(f"{task.id}.mp4", clip)

    def _record(self, request: Request, twist: str) -> Answer:
        with self._lock:
            task = self._tasks.get(request.query.get("taskId", ""))
            if task is None:
                return faults.NOT_VISIBLE.answer()
            task.polls += 1
            if task.polls <= self.slow_polls:
                return (faults.NOT_VISIBLE if task.polls % 2 else faults.NOT_VISIBLE_404).answer()
            state = task.state
            self._settle(task, state)
        shown = "reviewing" if twist == "unknown state" else state
        return _good(self._told(task, shown))

    def _settle(self, task: Task, state: str) -> None:
        if state == "fail" and not task.settled:
            task.settled = True
            if (task.failure or {}).get("refunded"):
                self.credits += task.credits
                self._book.refund(task.id)

    def _told(self, task: Task, state: str) -> dict[str, Any]:
        born, now = round(task.created_at * 1000), round(time.time() * 1000)
        told: dict[str, Any] = {
            **{
                "taskId": task.id,
                "model": task.model,
                "state": state,
                "resultJson": "",
                "failCode": None,
                "failMsg": None,
            },
            "param": json.dumps({"model": task.model, "input": task.input}),
            **{"costTime": None, "completeTime": None, "createTime": born, "updateTime": now},
        }
        if state == "success":
            urls = [] if task.oddity == "no url" else [task.url]
            told |= {"resultJson": json.dumps({"resultUrls": urls}), "failCode": "", "failMsg": ""}
            told |= {"costTime": now - born, "completeTime": now}
            told |= {"creditsConsumed": _number(task.credits)} if self.tells_credits else {}
        elif state == "fail" and task.failure is not None:
            told |= {key: task.failure[key] for key in ("failCode", "failMsg")} | {"completeTime": now}
        return told

    def _download_url(self, request: Request) -> Answer:
        asked = request.json
        url = asked.get("url") if isinstance(asked, dict) else None
        fresh = self.fresh_link(str(url))
        return _good(fresh) if fresh else faults.coded("FOREIGN", 422, "The url is not a file of ours").answer()


def _good(data: Any) -> Answer:
    return Answer.of({"code": 200, "msg": "success", "data": data})


def _number(credits: Decimal) -> int | float:
    return int(credits) if credits == int(credits) else float(credits)
