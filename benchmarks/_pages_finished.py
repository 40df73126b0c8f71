"""Published films by the thousand: one is made in full, and the database itself copies its clips and takes for all others."""

import random
import uuid
from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.db import connection
from django.utils.timezone import now

from _pages_files import Files
from _pages_rows import create, furnish, is_sqlite, key_of, new_task, write_audit
from channels.models import Channel
from pipeline.models import Attempt, Clip, Task
from pipeline.rules.statuses import Status


def make_finished(channels: Sequence[Channel], count: int, files: Files, *, first: int = 0) -> None:
    """Create published films, each an hour older than the last."""
    if not count:
        return
    chance = random.Random(first)
    tasks = [new_task(n + first, channels, Status.PUBLISHED, chance) for n in range(count)]
    for n, task in enumerate(tasks):
        task.started_at = now() - timedelta(hours=first + n)
    create(tasks)
    furnish(tasks[0], files, chance)
    _copy(tasks[0], [task.pk for task in tasks[1:]])
    write_audit(tasks, 3)


def _copy(model: Task, others: Sequence[uuid.UUID]) -> None:
    with connection.cursor() as db:
        db.execute(f"CREATE TEMPORARY TABLE copies (id {'char(32)' if is_sqlite() else 'uuid'})")
        db.executemany("INSERT INTO copies VALUES (%s)", [(key_of(key),) for key in others])
        clips = [f.column for f in Clip._meta.concrete_fields if f.column not in ("id", "task_id")]
        copy_clips = f"""INSERT INTO pipeline_clip (task_id, {_list(clips)})
            SELECT copies.id, {_list(clips, "c")} FROM pipeline_clip c, copies WHERE c.task_id = %s"""  # noqa: S608  (our own names)
        db.execute(copy_clips, [key_of(model.pk)])
        takes = [f.column for f in Attempt._meta.concrete_fields if f.column not in ("id", "clip_id", "job_id")]
        new_id = "lower(hex(randomblob(16)))" if is_sqlite() else "gen_random_uuid()"
        copy_takes = f"""INSERT INTO pipeline_attempt (id, clip_id, {_list(takes)})
            SELECT {new_id}, mine.id, {_list(takes, "a")} FROM pipeline_attempt a
            JOIN pipeline_clip c ON c.id = a.clip_id AND c.task_id = %s CROSS JOIN copies
            JOIN pipeline_clip mine ON mine.task_id = copies.id AND mine.kind = c.kind AND mine.number = c.number"""  # noqa: S608
        db.execute(copy_takes, [key_of(model.pk)])
        db.execute("DROP TABLE copies")


def _list(columns: Iterable[str | None], table: str = "") -> str:
    prefix = f"{table}." if table else ""
    return ", ".join(f'{prefix}"{column}"' for column in columns)
