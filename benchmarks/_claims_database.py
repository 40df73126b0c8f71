"""A scratch database with the application's tables, and rows put in by SQL."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

from _claims_crew import ROOT
from channels.config_values import Budget, ChannelConfig

JOBS_OF_A_FILM = 96
CHANNELS = [f"channel-{n:02d}" for n in range(10)]
OFFLINE = CHANNELS[:2]  # everything is made on the machine itself
FREELY = {"gemini": 1_000, "kling": 1_000, "elevenlabs": 1_000, "local": 1_000}

# What a film is made of: kind, how many, step, service, US dollars, position of the first.
FILM = (
    ("storyboard", 1, "plan", "gemini", "0.010", 0),
    ("image", 22, "images", "gemini", "0.039", 1_000),
    ("composite", 18, "composites", "local", "0", 2_000),
    ("video", 18, "videos", "kling", "0.275", 3_000),
    ("narration", 18, "narration", "elevenlabs", "0.060", 4_000),
    ("sfx", 18, "sfx", "elevenlabs", "0.030", 5_000),
    ("film", 1, "film", "local", "0", 6_000),
)
JOB_COLUMNS = """task_id, channel_id, clip_id, step, service, quoted_usd, priority, task_age, film_turn,
    position, state, hold, run_after,
    later, starts_film, failures, cut_offs, worker, token, created_at"""


class Database:
    """One scratch database: empty, or a copy of another."""

    def __init__(self, server: str, name: str, copy_of: "Database | None" = None) -> None:
        self.server, self.name = server, name
        self.url = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        template = f' TEMPLATE "{copy_of.name}"' if copy_of else ""
        self._on_server(f'CREATE DATABASE "{name}"{template}')

    def drop(self) -> None:
        self._on_server(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def _on_server(self, statement: str) -> None:
        with psycopg.connect(_dsn(self.server), autocommit=True) as db:
            db.execute(statement)

    def migrate(self) -> None:
        """Put the application's tables in."""
        command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)

    @property
    def environment(self) -> dict[str, str]:
        """What a process of the application needs to work on this database as in production."""
        return {
            **os.environ,
            "DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "videogen.settings",
            "DEBUG": "false",  # with it on, Django would keep every query
            "SECRET_KEY": "only-for-a-benchmark-of-a-scratch-database",
            "WORKSPACE_ROOT": tempfile.gettempdir() + "/videogen-benchmark",
        }

    @contextmanager
    def open(self) -> Iterator["psycopg.Connection[Any]"]:
        with psycopg.connect(_dsn(self.url), autocommit=True) as db:
            yield db


def _dsn(url: str) -> str:
    return url.replace("postgres://", "postgresql://", 1)


def make_channels(db: "psycopg.Connection[Any]", budget: Budget | None = None, **settings: Any) -> None:
    """Create the ten channels, or give them other settings."""
    for name in CHANNELS:
        make_channel(db, name, budget, **{"max_concurrent": 1_000, **settings})


def make_channel(db: "psycopg.Connection[Any]", name: str, budget: Budget | None = None, **settings: Any) -> None:
    config = ChannelConfig(name, name.title(), budget=budget or Budget(), **settings)
    db.execute(
        """INSERT INTO channels_channel (channel_id, channel_name, is_active, file_name, config, problem, warning)
           VALUES (%s, %s, true, %s, %s, '', '') ON CONFLICT (channel_id) DO UPDATE SET config = excluded.config""",
        [name, name.title(), f"{name}.yaml", json.dumps(config.as_json())],
    )


def make_films(
    db: "psycopg.Connection[Any]", films: int, status: str = "queued", channels: int = len(CHANNELS)
) -> None:
    """Create films and their clips: one in ten with high priority, two with low, each a minute younger than the last."""
    db.execute(
        """INSERT INTO pipeline_task (id, channel_id, title, topic, story_direction, priority, privacy, status, status_since,
               pause, revision, version, created_at, updated_at)
           SELECT gen_random_uuid(), 'channel-' || lpad((n %% %(channels)s)::text, 2, '0'), 'Film ' || n, 'topic', '',
               CASE n / 10 %% 10 WHEN 0 THEN 0 WHEN 4 THEN 2 WHEN 8 THEN 2 ELSE 1 END, '', %(status)s, now(),
               '', 0, 1, now() - make_interval(mins => %(films)s - n), now()
           FROM generate_series(0, %(films)s - 1) n""",
        {"films": films, "status": status, "channels": channels},
    )
    for kind, count, *_ in FILM:
        db.execute(
            """INSERT INTO pipeline_clip (task_id, kind, number, name, path, prompt, verdict, note)
               SELECT id, %(kind)s::text, n, %(kind)s || n::text, %(kind)s || n || '.file', '', '', ''
               FROM pipeline_task, generate_series(1, %(count)s) n
               WHERE status = %(status)s AND NOT EXISTS
                   (SELECT FROM pipeline_clip WHERE task_id = pipeline_task.id AND kind = %(kind)s::text)""",
            {"kind": kind, "count": count, "status": status},
        )


def refill(db: "psycopg.Connection[Any]", waiting: int, under_way: int = 0) -> None:
    """Let exactly so many jobs wait, those of the oldest films; finished jobs of other films stay.

    The first `under_way` films were started: their clips and their narration wait. Of the others everything does, as a task
    that is queued again has it, and their first job starts the film.
    """
    db.execute("DELETE FROM pipeline_job WHERE task_id IN (SELECT id FROM pipeline_task WHERE status <> 'published')")
    db.execute(
        """UPDATE pipeline_task task SET pause = '', started_at = CASE WHEN place <= %(under_way)s THEN created_at END,
               status = CASE WHEN place <= %(under_way)s THEN 'generating_video' ELSE 'queued' END
           FROM (SELECT id, row_number() OVER (ORDER BY created_at) AS place FROM pipeline_task WHERE status <> 'published') film
           WHERE film.id = task.id""",
        {"under_way": under_way},
    )
    steps = ", ".join(f"('{kind}', '{step}', '{service}', {usd}, {at})" for kind, _, step, service, usd, at in FILM)
    db.execute(
        f"""INSERT INTO pipeline_job ({JOB_COLUMNS})
            SELECT task.id, task.channel_id, clip.id, made.step, CASE WHEN offline THEN 'local' ELSE made.service END,
                CASE WHEN offline THEN 0 ELSE made.usd END, task.priority, task.created_at, task.started_at,
                made.at + clip.number, 'waiting', '', now(), false, made.step = 'plan', 0, 0, '', '', now()
            FROM (SELECT *, channel_id = ANY(%(offline)s) AS offline FROM pipeline_task WHERE status <> 'published') task
            JOIN pipeline_clip clip ON clip.task_id = task.id
            JOIN (VALUES {steps}) made (kind, step, service, usd, at) ON made.kind = clip.kind
            WHERE task.started_at IS NULL OR made.step IN ('videos', 'narration')
            ORDER BY task.created_at, made.at + clip.number LIMIT %(waiting)s""",  # noqa: S608 - our own values
        {"waiting": waiting, "offline": OFFLINE},
    )
    db.execute("TRUNCATE pipeline_turn")
    db.execute("VACUUM ANALYZE")


def set_limits(db: "psycopg.Connection[Any]", limits: Mapping[str, int], cap: Decimal | None = None) -> None:
    """Give services these limits at once, no limit of calls in a time, and a daily cap."""
    db.execute("""UPDATE pipeline_service SET "limit" = 0""")
    for name, limit in limits.items():
        changed = db.execute(
            """UPDATE pipeline_service SET "limit" = %s, calls_per_window = NULL, recent_calls = '[]', paused_until = NULL,
                   daily_cap_usd = %s WHERE name = %s""",
            [limit, cap, name],
        )
        assert changed.rowcount == 1, f"There is no service named {name}."


def add_finished(db: "psycopg.Connection[Any]", jobs: int, costs: int) -> None:
    """Add published films of 100 finished jobs each, and what some of them cost, over the last two years.

    Foreign keys are not checked while this goes on; every one of them holds.
    """
    db.execute("SET session_replication_role = replica")
    db.execute(
        """INSERT INTO pipeline_task (id, channel_id, title, topic, story_direction, priority, privacy, status, status_since,
               pause, revision, version, created_at, updated_at)
           SELECT gen_random_uuid(), 'channel-' || lpad((n %% 10)::text, 2, '0'), 'Published ' || n, '', '', 1, '',
               'published', now(), '', 0, 1, now() - make_interval(hours => 1 + n), now()
           FROM generate_series(0, %s - 1) n""",
        [-(-jobs // 100)],
    )
    db.execute(
        """INSERT INTO pipeline_clip (task_id, kind, number, name, path, prompt, verdict, note)
           SELECT id, 'image', n, 'image' || n, 'image', '', 'approved', '' FROM pipeline_task, generate_series(1, 100) n
           WHERE status = 'published'"""
    )
    db.execute(
        f"""INSERT INTO pipeline_job ({JOB_COLUMNS}, started_at, finished_at)
            SELECT task.id, channel_id, clip.id, 'images',
                (ARRAY['gemini', 'kling', 'elevenlabs', 'local'])[1 + clip.number %% 4], 0.04, 1, task.created_at, NULL,
                clip.number, 'done', '', task.created_at, false, false, 0, 0, 'machine:1', md5(clip.id::text),
                task.created_at, task.created_at, task.created_at
            FROM pipeline_task task JOIN pipeline_clip clip ON clip.task_id = task.id
            WHERE status = 'published' LIMIT %s""",  # noqa: S608 - our own values
        [jobs],
    )
    add_costs(db, costs, "state = 'done'")
    db.execute("SET session_replication_role = DEFAULT")
    db.execute("VACUUM ANALYZE")


def add_costs(db: "psycopg.Connection[Any]", costs: int, which: str, at: str = "job.task_age") -> None:
    """Bill so many of the jobs of that kind, a cent each."""
    db.execute(
        f"""INSERT INTO pipeline_attempt (id, job_id, clip_id, token, machine, provider, model, provider_job, input_digest,
               quoted_usd, cost_usd, "order", outcome, failure_class, code, message, take, selected, path, sha256, size,
               facts, started_at, finished_at)
           SELECT gen_random_uuid(), id, clip_id, token, '', service, '', '', '', 0.01, 0.01, 'closed', 'done',
               '', '', '', 1, false, 'path', '', 0, '{{}}', task_age, task_age
           FROM pipeline_job WHERE {which} LIMIT %s""",  # noqa: S608 - our own values
        [costs],
    )
    db.execute(
        f"""INSERT INTO pipeline_cost (task_id, attempt_id, channel_id, service, component, units, usd, certain, at)
            SELECT job.task_id, run.id, job.channel_id, job.service, 'benchmark', '{{}}', 0.01, true, {at}
            FROM pipeline_attempt run JOIN pipeline_job job ON job.id = run.job_id
            WHERE NOT EXISTS (SELECT FROM pipeline_cost WHERE attempt_id = run.id)"""  # noqa: S608 - our own values
    )
