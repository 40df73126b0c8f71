"""The evidence: who decided what, when, about which film, with all that proves it."""

import os
import secrets
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.db.models import QuerySet

from channels.models import Channel
from pipeline.actions import Refused
from pipeline.models import AuditEntry
from review import evidence, gates


class Command(BaseCommand):
    help = (
        "Write audit entries as JSON Lines, which verify_audit --export can check, or as CSV for spreadsheets. "
        "A day is one of UTC; --from and --to are both included."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--channel", metavar="ID", help="only films of this channel")
        parser.add_argument("--task", metavar="ID", help="only this film; the beginning of its id is enough")
        parser.add_argument("--from", dest="since", metavar="DAY", help="from this day on, such as 2026-11-01")
        parser.add_argument("--to", dest="until", metavar="DAY", help="up to this day, and all of it")
        parser.add_argument("--format", default="jsonl", metavar="FORMAT", help="jsonl (the default) or csv")
        parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["format"] not in evidence.FORMATS:
            raise CommandError(f"“{options['format']}” is no format. Choose jsonl or csv.")
        entries = evidence.with_films(_chosen(options))
        with _opened(options["output"], self.stdout) as out:
            for line in evidence.lines(entries, options["format"]):
                out.write(line)


def _chosen(options: dict[str, Any]) -> QuerySet[AuditEntry]:
    entries = AuditEntry.objects.all()
    if name := options["channel"]:
        if not Channel.objects.filter(pk=name).exists():
            known = ", ".join(Channel.objects.order_by("pk").values_list("pk", flat=True)) or "none yet"
            raise CommandError(f"There is no channel “{name}”. Known channels: {known}.")
        entries = entries.filter(task__channel=name)
    if options["task"]:
        try:
            entries = entries.filter(task=gates.find_task(options["task"]))
        except Refused as problem:
            raise CommandError(str(problem)) from None
    since, until = _day(options["since"], "--from"), _day(options["until"], "--to", days=1)
    if since and until and since >= until:
        raise CommandError("--from is after --to: nothing lies between. Turn them round.")
    if since:
        entries = entries.filter(at__gte=since)
    return entries.filter(at__lt=until) if until else entries


def _day(text: str | None, option: str, *, days: int = 0) -> datetime | None:
    """Read a day; gives when it begins, or so many days later."""
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC) + timedelta(days=days)
    except (ValueError, OverflowError):
        raise CommandError(f"{option} “{text}” is no day. Write it as 2026-11-21.") from None


@contextmanager
def _opened(file: Path | None, otherwise: OutputWrapper) -> Iterator[TextIO | OutputWrapper]:
    """Standard output, or a file that is complete once it has its name."""
    if file is None:
        yield otherwise
        return
    beside = file.with_name(f".{file.name}.{secrets.token_hex(6)}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}.") from None
    finally:
        beside.unlink(missing_ok=True)
