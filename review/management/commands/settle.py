"""Decide about orders that may have been charged."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pipeline.actions import lost_orders
from pipeline.models import Attempt
from pipeline.rules.money import dollars
from review import gates
from review.gates import Way
from review.management.commands._decision import whoami


class Command(BaseCommand):
    help = "Decide about clips that may have been charged: fetch by its id, order again, or give up. --list shows them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("id", nargs="?", metavar="ID", help="a task's id, or the beginning of it")
        parser.add_argument(
            "--clip",
            action="append",
            default=[],
            dest="clips",
            metavar="KIND:N",
            help="such as video:7; may be repeated",
        )
        ways = parser.add_mutually_exclusive_group(required=True)
        ways.add_argument("--list", action="store_true", help="print what there is to decide")
        ways.add_argument("--resume", metavar="JOB", help="fetch one clip by the id that the provider gave its order")
        ways.add_argument("--order-again", action="store_true", help="order the clips once more")
        ways.add_argument("--give-up", action="store_true", help="let the clips go; they count as failed")
        parser.add_argument(
            "--not-charged", action="store_true", help="the provider's page shows that these were not charged"
        )
        parser.add_argument("--as", dest="by", default=whoami(), metavar="USER", help="who decides")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list"]:
            self._list(options["id"])
            return
        _check(options)
        problems = []
        for clip in dict.fromkeys(options["clips"]):
            try:
                task = self._settle(clip, options)
                self.stdout.write(f"{task.pk}  {clip} {_way(options).label}: “{task}” is at {task.label}.")
            except gates.NOT_POSSIBLE as problem:
                problems.append(f"{clip}: {problem}")
        if problems:
            raise CommandError("\n".join(problems))

    def _settle(self, clip: str, options: dict[str, Any]) -> Any:
        return gates.settle(
            gates.find_task(options["id"]),
            gates.clip_key(clip),
            _way(options),
            by=options["by"],
            provider_job=options["resume"] or "",
            charged=not options["not_charged"],
        )

    def _list(self, wanted: str | None) -> None:
        orders = lost_orders().select_related("clip__task").order_by("clip__task", "clip__kind", "clip__number")
        try:
            found = list(orders.filter(clip__task=gates.find_task(wanted)) if wanted else orders)
        except gates.NOT_POSSIBLE as problem:
            raise CommandError(str(problem)) from None
        for order in found:
            self.stdout.write(_line(order))
        if not found:
            self.stdout.write("No clip may have been charged without a result. There is nothing to decide.")


def _check(options: dict[str, Any]) -> None:
    """Raise CommandError, with the exit code of a wrong call, for what does not go together."""
    if not options["id"] or not options["clips"]:
        raise CommandError("Name a task and at least one --clip, such as --clip video:7.", returncode=2)
    if options["resume"] is not None and len(options["clips"]) > 1:
        raise CommandError("--resume goes with one --clip: each order has its own id.", returncode=2)
    if options["resume"] is not None and options["not_charged"]:
        raise CommandError(
            "--not-charged goes with --order-again and --give-up: what is fetched is paid.", returncode=2
        )


def _way(options: dict[str, Any]) -> Way:
    if options["resume"] is not None:
        return Way.FETCH
    return Way.AGAIN if options["order_again"] else Way.GIVE_UP


def _line(order: Attempt) -> str:
    usd = f"about {dollars(order.quoted_usd)}" if order.quoted_usd else "price unknown"
    known = f"  {order.provider_job}" if order.provider_job else ""
    what = f"{order.clip!s:14} {order.provider:10} {usd:13} {order.started_at:%Y-%m-%d %H:%M} UTC"
    return f"{order.clip.task_id}  {what}  “{order.clip.task}”{known}"
