"""The audit trail as a whole: is it what was written?"""

from pipeline.models import AuditEntry, AuditHead
from pipeline.rules.chain import Break, Walk


def check(walk: Walk) -> Break | None:
    """Walk the whole trail, while others may write to it. Gives the first break, or None when all is whole."""
    while True:
        begun_at = walk.count
        entries = AuditEntry.objects.filter(pk__gt=walk.last_id or 0).order_by("id").iterator()
        if broken := walk.along(entry.said() for entry in entries):
            return broken
        head = AuditHead.objects.filter(pk=1).values_list("hash", flat=True).first() or ""
        if head == walk.last:
            return walk.end()
        if walk.count == begun_at:  # Nobody wrote meanwhile, so the head stands at an entry that is not there.
            where = f"After entry {walk.last_id}" if walk.last_id else "At its beginning"
            return Break(walk.last_id, f"{where} something was taken away.")


def broken_link() -> Break | None:
    """Give the first place where the trail is not what was written, or None when all is whole."""
    return check(Walk())
