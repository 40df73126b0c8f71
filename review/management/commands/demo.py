"""One film, offline, while you watch."""

import secrets
import threading
import time
from argparse import SUPPRESS, ArgumentParser
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Sum

from channels.loading import load_channels
from pipeline import actions, workers
from pipeline.actions import Seen
from pipeline.management.commands.add_tasks import read_ideas
from pipeline.models import Cost, Task
from pipeline.rules.intake import Idea
from pipeline.rules.money import dollars
from pipeline.rules.statuses import Status
from review import at_fakes, gates
from review.terminal import Watch

PERSON = "demo"
IDEAS = settings.BASE_DIR / "demo" / "ideas.yaml"
STOPS = (Status.FINAL_REVIEW, Status.APPROVED, Status.PUBLISHED)


class Command(BaseCommand):
    help = (
        "Make one film offline and show it. The early gates are approved by the demo user; the final one waits for you. "
        "With --providers fake the scripts of the paid providers are used, at servers that play them on this machine."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="end after the film")
        parser.add_argument(
            "--idea", type=int, metavar="N", help="which idea of demo/ideas.yaml; default: the next one"
        )
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--providers", choices=("local", "fake"), default="local", help="who makes the film")
        parser.add_argument("--at-fakes", action="store_true", help=SUPPRESS)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["providers"] == "fake":
            at_fakes.demo(*_passed_on(options))
            return
        started = time.monotonic()
        if options["at_fakes"]:
            at_fakes.check()
        ideas = at_fakes.IDEAS if options["at_fakes"] else IDEAS
        call_command("migrate", verbosity=0, interactive=False)
        for problem in load_channels().problems:
            self.stdout.write(f"Note: {problem}")
        task = _choose(read_ideas(ideas), options["idea"], ideas)
        self.stdout.write(f"“{task.title}” for {task.channel}\n{task.topic}\n")
        task = _make(task)
        if task.error:
            raise CommandError(
                f"{task.label}: {task.error['message']} Then run this again: it goes on where it stopped."
            )
        if task.state not in STOPS:
            why = "" if task.channel.is_active else f" {task.channel} is not active: see its file in channel_configs/."
            why += f" {task.pause}" if task.pause else ""
            raise CommandError(f"Stopped at {task.label}.{why} Run this again: it goes on where it stopped.")
        self.stdout.write(f"Film: {task.film}")
        self.stdout.write(f"Made in {time.monotonic() - started:.0f} s.")
        if options["at_fakes"]:
            self.stdout.write(_ledger(task))
        if not (options["at_fakes"] and options["no_serve"]):  # `make run` has another workspace than this film.
            self.stdout.write(f"Review: http://127.0.0.1:{options['port']}/tasks/{task.pk}/review/")
        if not options["no_serve"]:
            self.stdout.write(f"Log in as “{PERSON}” with the password {_password()}. Ctrl-C ends.")
            call_command("run", port=options["port"])


def _passed_on(options: Mapping[str, Any]) -> list[str]:
    given = ["--port", str(options["port"])]
    given += ["--no-serve"] if options["no_serve"] else []
    return given + (["--idea", str(options["idea"])] if options["idea"] else [])


def _ledger(task: Task) -> str:
    """Say what a film would have cost, by what."""
    costs = Cost.objects.filter(task=task).order_by("component")
    parts = costs.values_list("component").annotate(usd=Sum("usd"))
    listed = ", ".join(f"{component} {dollars(usd)}" for component, usd in parts)
    return f"In the ledger: {dollars(sum((usd for _, usd in parts), Decimal(0)))} ({listed})"


def _choose(ideas: tuple[Idea, ...], number: int | None, file: Path) -> Task:
    """Go on with a film that was interrupted; otherwise start the idea that was asked for, or the next one."""
    if number is not None and not 1 <= number <= len(ideas):
        raise CommandError(f"demo/{file.name} has {len(ideas)} ideas; choose --idea 1 to {len(ideas)}.")
    wanted = [ideas[number - 1]] if number else list(ideas)
    made = {idea: _films(idea) for idea in wanted}
    for films in made.values():
        unfinished = [task for task in films if task.state not in STOPS]
        if unfinished:
            return _go_on(unfinished[0])
    idea = min(wanted, key=lambda idea: len(made[idea]))
    return actions.add_ideas([idea], by=PERSON, queued=True, again=True)[0]


def _films(idea: Idea) -> list[Task]:
    return list(Task.objects.filter(channel=idea.channel, title=idea.title, topic=idea.topic))


def _go_on(task: Task) -> Task:
    if task.state is Status.DRAFT:
        return gates.queue(task, by=PERSON)
    return gates.retry(task, by=PERSON) if task.in_error else task


def _make(task: Task) -> Task:
    """Run the engine in this process until the film waits for its final review, approving the gates before it."""
    settings.LEASE_SECONDS = min(settings.LEASE_SECONDS, 15)  # so that a killed demo goes on soon
    stop = threading.Event()
    how = {"until_idle": False, "stop": stop, "spare": False}  # somebody waits for this film
    engine = threading.Thread(target=workers.work, args=(settings.WORKERS,), kwargs=how, name="engine")
    engine.start()
    try:
        with Watch(task) as watch:
            while True:
                task.refresh_from_db()
                watch.show(task)
                ended = task.in_error or task.state in (*STOPS, Status.DRAFT)
                if ended or not task.channel.is_active or not engine.is_alive():
                    return task
                if task.at_gate:
                    _approve(task)
                time.sleep(0.2)
    except KeyboardInterrupt:
        return task
    finally:
        stop.set()
        engine.join()


def _approve(task: Task) -> None:
    note = "the demo looks at the final film only"
    with suppress(*gates.NOT_POSSIBLE):  # Somebody else decided first; the next look shows what came of it.
        gates.approve(task, by=PERSON, note=note, seen=Seen(task.state))


def _password() -> str:
    """Give the demo user a new password each time, so that no known one stands open."""
    user, _ = get_user_model().objects.get_or_create(username=PERSON, defaults={"is_staff": True, "is_superuser": True})
    password = secrets.token_urlsafe(9)
    user.set_password(password)
    user.save()
    return password
