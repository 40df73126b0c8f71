"""Exactness: eight claimers under tight limits, watched from outside, and looked over again when they are done."""

import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import psycopg

from _claims_crew import Crew
from _claims_database import JOB_COLUMNS, Database, make_channel, make_channels
from channels.config_values import Budget
from pipeline.rules.statuses import MAKING

LIMITS = {"kling": 1, "elevenlabs": 3, "gemini": 5, "youtube": 8, "local": 1}  # `local`: on each of two machines
SHARES = {
    "kling": 8,
    "elevenlabs": 28,
    "gemini": 40,
    "youtube": 6,
    "local": 18,
}  # of 100 jobs, as they can be worked off
WINDOW_CALLS, WINDOW_S = 20, 1
FILMS_AT_ONCE, FILMS = 2, 1_500
CAP, PRICE = Decimal(5), Decimal("0.05")
MACHINES = ["one", "two"]
UNDER_WAY = ["channel-00"]  # their jobs go by the turn of their film
STARTING, CAPPED = "channel-08", "channel-09"

Entry = dict[str, Any]


def lay_out(db: "psycopg.Connection[Any]", claims: int) -> None:
    """Put a fifth more jobs there than will be claimed, of all services mixed, and films that want to start."""
    make_channels(db)
    make_channel(db, STARTING, max_concurrent=FILMS_AT_ONCE)
    make_channel(db, CAPPED, Budget(per_day_usd=CAP), max_concurrent=1_000)
    for name, limit in LIMITS.items():
        db.execute(
            """UPDATE pipeline_service SET "limit" = %s, per_machine = %s, calls_per_window = NULL WHERE name = %s""",
            [limit, name == "local", name],
        )
    db.execute(
        "UPDATE pipeline_service SET calls_per_window = %s, window_seconds = %s WHERE name = 'youtube'",
        [WINDOW_CALLS, WINDOW_S],
    )
    _films(db, "generating_video", [f"channel-{n:02d}" for n in (0, 1, 2, 3, 4, 5, 6, 7, 9)], 500)
    _films(db, "queued", [STARTING], FILMS)
    services = [name for name, share in SHARES.items() for _ in range(share)]
    db.execute(
        """INSERT INTO pipeline_clip (task_id, kind, number, name, path, prompt, verdict, note)
           SELECT id, CASE status WHEN 'queued' THEN 'storyboard' ELSE 'video' END, n, 'clip', 'clip', '', '', ''
           FROM pipeline_task, generate_series(1, CASE status WHEN 'queued' THEN 1 ELSE %s END) n""",
        [-(-claims * 6 // 5 // 500)],
    )
    db.execute(
        f"""INSERT INTO pipeline_job ({JOB_COLUMNS})
            SELECT task.id, channel_id, clip.id, CASE kind WHEN 'video' THEN 'videos' ELSE 'plan' END,
                CASE kind WHEN 'video' THEN (%(services)s::text[])[1 + (random() * 99)::int] ELSE 'gemini' END,
                CASE channel_id WHEN %(capped)s THEN %(price)s ELSE 0 END, priority, task.created_at,
                CASE WHEN channel_id = ANY(%(under_way)s) THEN task.created_at END, clip.number,
                'waiting', '', now(), false, kind = 'storyboard', 0, 0, '', '', now()
            FROM pipeline_task task JOIN pipeline_clip clip ON clip.task_id = task.id""",  # noqa: S608 - our own values
        {"services": services, "capped": CAPPED, "price": PRICE, "under_way": UNDER_WAY},
    )
    db.execute("VACUUM ANALYZE")


def _films(db: "psycopg.Connection[Any]", status: str, channels: Sequence[str], films: int) -> None:
    db.execute(
        """INSERT INTO pipeline_task (id, channel_id, title, topic, story_direction, priority, privacy, status, status_since,
               pause, revision, version, created_at, updated_at)
           SELECT gen_random_uuid(), (%(channels)s::text[])[1 + n %% %(many)s], 'Film', 'topic', '', 1, '', %(status)s, now(),
               '', 0, 1, now() - make_interval(mins => n), now() FROM generate_series(1, %(films)s) n""",
        {"channels": list(channels), "many": len(channels), "status": status, "films": films},
    )


def measure(database: Database, crew: Crew, processes: int, claims: int, limit_s: float) -> dict[str, Any]:
    """Let the crew work under the limits. `violations` counts everything that was passed, and must be 0."""
    with database.open() as db:
        lay_out(db, claims)
    watcher = Watcher(database)
    watcher.start()
    began = time.monotonic()
    answers = crew.run(processes, do="work", at_most=-(-claims // processes), seconds=limit_s)
    took = time.monotonic() - began
    watcher.stop()
    log = [entry for each in answers for entry in each["log"]]
    found = {**look_over(log), "seen by the watcher": watcher.passed}
    return {
        "claims": len(log),
        "seconds": round(took, 1),
        "violations": sum(found.values()),
        "found": {what: count for what, count in found.items() if count},
        "most_at_once": dict(sorted(_most(log).items())),
        "calls_in_any_window": most_within(
            [(e["asked"], e["claimed"]) for e in log if e["service"] == "youtube"], WINDOW_S
        ),
        "claims_of_capped_channel": sum(e["channel"] == CAPPED and e["usd"] > 0 for e in log),
        "films_started": sum(e["step"] == "plan" for e in log),
        "looks_of_the_watcher": watcher.looks,
    }


def look_over(log: Sequence[Entry]) -> dict[str, int]:
    """Count by what was passed: jobs claimed twice, places, calls in a window, films at once, money."""
    twice = sum(times - 1 for times in Counter(entry["job"] for entry in log).values())
    most = _most(log)
    calls = most_within([(e["asked"], e["claimed"]) for e in log if e["service"] == "youtube"], WINDOW_S)
    spent = sum((PRICE for e in log if e["channel"] == CAPPED and e["usd"] > 0), Decimal(0))
    return {
        "jobs claimed twice": twice,
        **{f"too many at {place}": max(0, most[place] - _allowed(place)) for place in most},
        "calls over the window's": max(0, calls - WINDOW_CALLS),
        "orders over the cap": max(0, int((spent - CAP) / PRICE)),
    }


def _most(log: Sequence[Entry]) -> dict[str, int]:
    spans: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for entry in log:
        span = (entry["claimed"], entry["finished"])  # lies inside the true one, so that an overlap is a true one
        service = entry["service"]
        spans[f"{service} on {entry['machine']}" if service == "local" else service].append(span)
        if entry["step"] == "plan":
            spans["films"].append(span)
    return {place: most_at_once(each) for place, each in spans.items()}


def _allowed(place: str) -> int:
    return FILMS_AT_ONCE if place == "films" else LIMITS[place.split(maxsplit=1)[0]]


def most_at_once(spans: Iterable[tuple[float, float]]) -> int:
    """Find how many of the spans share a moment, at most. One that ends as another begins does not share it."""
    steps = sorted(step for begin, end in spans for step in ((begin, 1), (end, -1)))
    most = now = 0
    for _, change in steps:
        now += change
        most = max(most, now)
    return most


def most_within(spans: Iterable[tuple[float, float]], seconds: float) -> int:
    """Find how many spans lie wholly inside some window of that length, at most.

    A call began somewhere between question and answer. Those that lie wholly inside a window began in it, whatever the clock.
    """
    ordered = sorted(spans)
    ends_by_begin = [
        (begin, sorted(end for start, end in ordered if begin <= start < begin + seconds)) for begin, _ in ordered
    ]
    return max((sum(end < begin + seconds for end in ends) for begin, ends in ends_by_begin), default=0)


class Watcher(threading.Thread):
    """Reads from outside, many times a second, what runs in one moment of the database."""

    SIGHT = """
        SELECT CASE service WHEN 'local' THEN 'local on ' || split_part(worker, ':', 1) ELSE service END, count(*)
        FROM pipeline_job WHERE state = 'running' GROUP BY 1
        UNION ALL SELECT 'films', count(*) FROM pipeline_task WHERE channel_id = %s AND status = ANY(%s)"""

    def __init__(self, database: Database) -> None:
        super().__init__(daemon=True)
        self._database, self._over = database, threading.Event()
        self.looks = self.passed = 0

    def run(self) -> None:
        making = [str(status) for status in MAKING]
        with self._database.open() as db:
            while not self._over.wait(0.02):
                for place, count in db.execute(self.SIGHT, [STARTING, making]).fetchall():
                    self.passed += max(0, count - _allowed(place))
                self.looks += 1

    def stop(self) -> None:
        self._over.set()
        self.join()
