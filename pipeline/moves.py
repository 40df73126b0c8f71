"""A task from status to status: guard, audit entry, revision. Called inside the transaction of what caused it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from pipeline.models import AuditEntry, AuditHead, Clip, Task
from pipeline.rules.chain import plain
from pipeline.rules.statuses import By, Status, check_transition

ENGINE = "engine"


@transaction.atomic(savepoint=False)
def move(task: Task, to: Status, *, by: str = ENGINE, note: str = "", sha256: str = "") -> None:
    """Take a locked task to another status. Raises InvalidStateTransitionError when the table does not allow it.

    `by` is a user's name, or ENGINE.
    """
    current = task.state
    check_transition(current, to, By.ENGINE if by == ENGINE else By.PERSON)
    task.status = to
    task.status_since = now()
    if not task.in_error:
        task.error = None
    changed(task, "status", "status_since", "error", "pause")
    record(task, "transition", by=by, note=note, sha256=sha256, from_status=current, to_status=to)


def changed(task: Task, *fields: str) -> None:
    """Save a change that people can see: the revision goes up, so that everybody who shows the task shows it again."""
    task.revision += 1
    task.save(update_fields=[*fields, "revision", "updated_at"])


@transaction.atomic(savepoint=False)
def record(
    task: Task | None,
    action: str,
    *,
    by: str,
    clip: Clip | None = None,
    facts: Mapping[str, Any] | None = None,
    **said: str,
) -> AuditEntry:
    """Add an entry to the audit chain."""
    head = AuditHead.objects.select_for_update().get(pk=1)
    # What is hashed must be what the database gives back, so facts are made plain first.
    entry = AuditEntry(
        at=now(), actor=by[:150], action=action, task=task, clip=str(clip or ""), facts=plain(facts or {}), **said
    )
    entry.previous_hash = head.hash
    entry.hash = head.hash = entry.digest()
    entry.save(force_insert=True)
    head.save(update_fields=["hash"])
    return entry


def lock(task_id: Any) -> Task:
    """Read a task for a change. Everybody who writes about a task holds this first, so that decisions come one by one."""
    return Task.objects.select_for_update(of=("self",), no_key=True).select_related("channel").get(pk=task_id)
