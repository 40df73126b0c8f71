"""Where everything stands: tasks, channels, services."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline import reports


class Command(BaseCommand):
    help = "Show where everything stands: tasks, channels, services."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        report = reports.status()
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False, default=str))
        else:
            for table in (_tasks(report["tasks"]), _channels(report["channels"]), _services(report["services"])):
                Console().print(table)


def _tasks(rows: list[dict[str, Any]]) -> Table:
    table = Table("id", "channel", "title", "status", "done", "what is to do", title="Tasks", title_justify="left")
    for row in rows:
        news = row["error"]["message"] if row["error"] else ""
        if row["retry"]:
            news = (
                f"Attempt {row['retry']['attempt']}/{row['retry']['of']} · retrying at {row['retry']['at'][11:16]} UTC"
            )
        done = f"{row['progress']['done']}/{row['progress']['total']}"
        table.add_row(row["id"][:8], row["channel"], escape(row["title"]), row["label"], done, escape(news))
    return table


def _channels(rows: list[dict[str, Any]]) -> Table:
    table = Table(
        "channel", "active", "queued", "running", "waiting for people", "free", title="Channels", title_justify="left"
    )
    for row in rows:
        active = "yes" if row["is_active"] else "no"
        table.add_row(row["channel_id"], active, *(str(row[key]) for key in ("queued", "running", "waiting", "free")))
    return table


def _services(rows: list[dict[str, Any]]) -> Table:
    table = Table("service", "running", "limit", "paused until", title="Services", title_justify="left")
    for row in rows:
        table.add_row(row["name"], str(row["running"]), str(row["limit"]), row["paused_until"] or "")
    return table
