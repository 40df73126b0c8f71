"""What people say about a take, without deciding anything."""

import uuid

from django.db import transaction

from pipeline.models import Attempt, Remark
from pipeline.moves import changed, lock, record
from pipeline.refused import Refused

MOST = 200  # of one take; more is not a review any more


@transaction.atomic
def remark(
    task_id: uuid.UUID, key: tuple[str, int], take: int, text: str, *, by: str, seconds: float | None = None
) -> Remark:
    """Note something about a take, at a moment of it or about the whole. Raises Refused where there is no such take."""
    task = lock(task_id)
    kind, number = key
    takes = Attempt.objects.filter(clip__task=task, clip__kind=kind, clip__number=number, outcome=Attempt.Outcome.DONE)
    found = takes.filter(take=take).select_related("clip").first()
    if found is None:
        raise Refused(f"There is no take {take} of {kind}:{number}. Reload the page to see what there is.")
    if found.remarks.count() >= MOST:
        raise Refused(f"There are {MOST} remarks about this take already. Send it back, or cancel the film.")
    said = Remark.objects.create(take=found, seconds=seconds, text=text, by=by[:150])
    facts = {} if seconds is None else {"seconds": seconds}
    record(task, "remark", by=by, clip=found.clip, sha256=found.sha256, note=text, facts=facts)
    changed(task)
    return said
