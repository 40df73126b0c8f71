"""Go on with tasks that failed: only what is missing is made."""

from typing import Any

from pipeline.models import Task
from review import gates
from review.management.commands._decision import DecisionCommand


class Command(DecisionCommand):
    help = "Go on with tasks that failed: only what is missing is made."
    done = "retrying"

    def decide(self, task: Task, **options: Any) -> Task:
        return gates.retry(task, by=options["by"], note=options["note"])
