"""Is the audit trail whole?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pipeline.models import AuditEntry
from pipeline.moves import broken_link


class Command(BaseCommand):
    help = "Walk the audit chain and name the first entry that is not what was written."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = broken_link()
        if broken:
            raise CommandError(
                f"The audit chain is broken at entry {broken.pk} ({broken.action}): it is not what was written."
            )
        self.stdout.write(f"{AuditEntry.objects.count()} audit entries, all as they were written.")
