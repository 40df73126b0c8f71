"""What the commands that decide about tasks have in common."""

import getpass
from abc import ABC, abstractmethod
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pipeline.models import Task
from review import gates


def whoami() -> str:
    """The name of the person at the keyboard, for the audit trail; "command" where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "command"


class DecisionCommand(ABC, BaseCommand):
    """Do `decide` for each task id; say what became of each. Exits 1 when one could not be done."""

    done = ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("ids", nargs="+", metavar="ID", help="a task's id, or the beginning of it")
        parser.add_argument("--as", dest="by", default=whoami(), metavar="USER", help="who decides")
        parser.add_argument("--note", default="", help="goes into the audit trail")

    def handle(self, *args: Any, **options: Any) -> None:
        problems = []
        for text in options["ids"]:
            try:
                task = self.decide(gates.find_task(text), **options)
                self.stdout.write(f"{task.pk}  {self.done}: “{task}” is now at {task.label}.")
            except gates.NOT_POSSIBLE as problem:
                problems.append(str(problem))
        if problems:
            raise CommandError("\n".join(problems))

    @abstractmethod
    def decide(self, task: Task, **options: Any) -> Task:
        """Do it for one task, and give the task as it is then."""
