"""Pass the gate that tasks wait at."""

from typing import Any

from pipeline.models import Task
from review import gates
from review.management.commands._decision import DecisionCommand


class Command(DecisionCommand):
    help = "Pass the gate that tasks wait at."
    done = "approved"

    def decide(self, task: Task, **options: Any) -> Task:
        return gates.approve(task, by=options["by"], note=options["note"])
