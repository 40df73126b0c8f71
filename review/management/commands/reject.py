"""Have clips of the gate a task waits at made again."""

from argparse import ArgumentParser
from typing import Any

from pipeline.actions import Refused
from pipeline.models import Task
from pipeline.rules.flow import GATE_STEPS
from pipeline.steps import STEPS
from review import gates
from review.management.commands._decision import DecisionCommand


class Command(DecisionCommand):
    help = "Have clips made again: --clips 3,7 at a gate of one kind, or --clips video:3,narration:7 anywhere."
    done = "rejected"

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--clips", required=True, help="numbers or kind:number, separated by commas")

    def decide(self, task: Task, **options: Any) -> Task:
        clips = [_key(task, part) for part in options["clips"].split(",")]
        return gates.reject(task, clips, by=options["by"], note=options["note"])


def _key(task: Task, text: str) -> tuple[str, int]:
    """Read one clip; a bare number means the kind that this gate is about."""
    if not text.strip().isdigit():
        return gates.clip_key(text)
    steps = GATE_STEPS.get(task.state, ())
    if len(steps) != 1 or task.state.value == "final_review":
        raise Refused(
            f"At {task.label} a number alone is not clear. Write the kind, too, such as video:{text.strip()}."
        )
    return gates.clip_key(f"{STEPS[steps[0]].kind}:{text.strip()}")
