"""Ideas from a file: all of them, or none and every problem."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from channels import loading
from channels.models import Channel
from pipeline import actions, quotes, storyboards
from pipeline.rules import intake
from pipeline.rules.intake import Idea

LARGEST = 1_000_000  # bytes


class Command(BaseCommand):
    help = "Add tasks from a YAML or CSV file. Nothing is added when any row is wrong."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--queue", action="store_true", help="queue them at once")
        parser.add_argument(
            "--storyboard", type=Path, metavar="FILE", help="your own storyboard, for a file with one idea"
        )
        parser.add_argument("--as", dest="by", default="command", metavar="USER", help="who adds them")

    def handle(self, *args: Any, **options: Any) -> None:
        loading.reload_if_changed()
        ideas = read_ideas(options["file"])
        storyboard = options["storyboard"]
        if storyboard and len(ideas) != 1:
            raise CommandError(f"--storyboard goes with one idea; {options['file'].name} has {len(ideas)}.")
        try:
            if storyboard:
                storyboards.check(storyboard, Channel.objects.get(pk=ideas[0].channel))
            tasks = actions.add_ideas(ideas, by=options["by"], queued=options["queue"], storyboard=storyboard)
        except (actions.SameIdea, actions.Refused) as problem:
            raise CommandError(f"{problem} Nothing was added.") from None
        # Films of one channel have one shape, so one of them says it.
        examples = {task.channel_id: task for task in tasks}
        said = {channel: str(quotes.film(task)) for channel, task in examples.items()}
        for task in tasks:
            self.stdout.write(f"{task.pk}  {task.label:8}  {task.title}")
            if price := said[task.channel_id]:
                self.stdout.write(f"    {price}")


def read_ideas(file: Path) -> tuple[Idea, ...]:
    """Read and check a whole file of ideas. Raises CommandError with every problem."""
    try:
        if file.stat().st_size > LARGEST:
            raise CommandError(f"{file.name} is larger than 1 MB. Split it into several files.")
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError(f"{file.name} is not UTF-8 text. Save it as UTF-8 and try again.") from None
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
    read = intake.read_csv if file.suffix.lower() == ".csv" else intake.read_yaml
    channels = Channel.objects.filter(is_active=True).values_list("pk", flat=True)
    rows, problems = read(text)
    ideas, more = intake.check_rows(rows, channels=list(channels))
    if wrong := (*problems, *more):
        raise CommandError("\n".join([*map(str, wrong), "Nothing was added."]))
    return ideas
