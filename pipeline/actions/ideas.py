"""Another wording for an idea of which no storyboard could be made."""

import uuid

from django.db import transaction

from pipeline.actions.decisions import retry
from pipeline.models import Clip, Task
from pipeline.moves import lock, record
from pipeline.refused import Refused
from pipeline.rules.statuses import ERRORS

FIELDS = ("title", "topic", "story_direction")


@transaction.atomic
def reword(task_id: uuid.UUID, *, title: str, topic: str, story_direction: str, by: str) -> Task:
    """Change the idea of a film that failed before it had a storyboard, and have the storyboard written again."""
    task = lock(task_id)
    storyboard = task.clips.filter(kind=Clip.Kind.STORYBOARD).prefetch_related("attempts").first()
    if task.state not in ERRORS or (storyboard and storyboard.is_good):
        raise Refused(f"The idea of “{task}” can be worded anew only while it failed and has no storyboard.")
    new = {"title": title.strip(), "topic": topic.strip(), "story_direction": story_direction.strip()}
    different = [name for name in FIELDS if getattr(task, name) != new[name]]
    for name in different:
        setattr(task, name, new[name])
    if task.problem:
        raise Refused(task.problem)
    task.save(update_fields=[*different, "updated_at"])
    record(task, "reword", by=by, note=", ".join(different), from_status=task.state)
    return retry(task_id, by=by)
