"""What people decide about which films are made first."""

import uuid

from django.db import transaction

from pipeline.models import Task
from pipeline.models.task import FINISHED, Priority
from pipeline.moves import changed, lock, record
from pipeline.refused import Refused


@transaction.atomic
def prioritise(task_id: uuid.UUID, priority: Priority, *, by: str) -> Task:
    """Let a film go before or after others from now on, what waits of it included."""
    task = lock(task_id)
    if task.state in FINISHED:
        raise Refused(f"“{task}” is published: nothing of it is made any more.")
    if task.priority == priority:
        raise Refused(f"The priority of “{task}” is {priority.label} already.")
    task.priority = priority
    # Also of what runs: it may have to be tried again.
    task.jobs.open().update(priority=priority)
    record(task, "prioritise", by=by, note=priority.label, from_status=task.state)
    changed(task, "priority")
    return task
