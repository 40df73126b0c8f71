"""Have one clip made again, with another prompt where given."""

from argparse import ArgumentParser
from typing import Any

from pipeline.models import Task
from review import gates
from review.management.commands._decision import DecisionCommand


class Command(DecisionCommand):
    help = "Have one clip made again, with another prompt where given."
    done = "made again"

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--clip", required=True, help="kind:number, such as video:7")
        parser.add_argument("--prompt", default="", help="the new prompt (for narration: the new words)")

    def decide(self, task: Task, **options: Any) -> Task:
        clip = gates.clip_key(options["clip"])
        return gates.regenerate(task, clip, by=options["by"], prompt=options["prompt"], note=options["note"])
