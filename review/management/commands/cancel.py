"""Take tasks back to Draft; what was finished stays."""

from typing import Any

from pipeline.models import Task
from review import gates
from review.management.commands._decision import DecisionCommand


class Command(DecisionCommand):
    help = "Take tasks back to Draft; what was finished stays."
    done = "cancelled"

    def decide(self, task: Task, **options: Any) -> Task:
        return gates.cancel(task, by=options["by"], note=options["note"])
