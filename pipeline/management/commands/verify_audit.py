"""Is the audit trail whole?"""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from pipeline import trail, triggers
from pipeline.rules.chain import Break, Said, Walk
from pipeline.rules.exports import Unreadable, said


class Command(BaseCommand):
    help = (
        "Walk the audit chain, of the database or of an exported file, and name the first place where it is not what was "
        "written. Note the newest hash somewhere else: with --known, nobody can take the end away unnoticed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--export", type=Path, metavar="FILE", help="check this file (JSON Lines) by itself")
        parser.add_argument(
            "--known", default="", metavar="HASH", help="an entry's hash that must still be in the chain"
        )
        parser.add_argument("--choice", action="store_true", help="the file holds a choice of entries, not a chain")

    def handle(self, *args: Any, **options: Any) -> None:
        known = options["known"].strip().lower()
        if options["export"]:
            self._file(options["export"], Walk(after=None, known=known, alone=options["choice"]))
            return
        walk = Walk(known=known)
        if broken := trail.check(walk):
            raise CommandError(f"The audit chain is broken. {broken.sentence}")
        if gone := triggers.missing(connection):
            names = ", ".join(sorted(gone))
            raise CommandError(
                f"{walk.count} audit entries are as they were written, but nothing protects them: {names} missing or asleep. "
                "Run manage.py doctor, which puts them back, and find out who took them away."
            )
        self.stdout.write(
            f"Verified: {walk.count} audit entries, all as they were written. Newest hash: {walk.last or '–'}"
        )

    def _file(self, file: Path, walk: Walk) -> None:
        start: list[Said] = []
        try:
            broken = walk.along(_keep_first(_read(file), start)) or walk.end()
        except (OSError, UnicodeDecodeError, Unreadable) as error:
            raise CommandError(_unreadable(file, error)) from None
        if broken:
            raise CommandError(f"{file} is not what was written. {broken.sentence}{_a_choice(broken)}")
        if not start:
            raise CommandError(f"{file} holds no entry.")
        whole = "from the first entry on" if not start[0].previous_hash else f"a part, from entry {start[0].id} on"
        held = "each looked at by itself" if walk.alone else whole
        self.stdout.write(f"Verified: {walk.count} entries in {file} ({held}). Newest hash: {walk.last}")


def _read(file: Path) -> Iterator[Said]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield said(json.loads(line))
            except (ValueError, Unreadable) as error:
                raise Unreadable(f"Line {number} is no exported entry. Was it exported with --format jsonl?") from error


def _keep_first(entries: Iterator[Said], start: list[Said]) -> Iterator[Said]:
    for entry in entries:
        if not start:
            start.append(entry)
        yield entry


def _unreadable(file: Path, error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{file} cannot be read: {error.strerror}."
    return f"{file} cannot be checked. {error if isinstance(error, Unreadable) else 'It is no text.'}"


def _a_choice(broken: Break) -> str:
    if "taken away" not in broken.sentence:
        return ""
    return " If it was exported with --channel or --task, its entries never stood side by side: add --choice."
