"""Compares what the providers charged with what stands in the ledger."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from datetime import datetime
from itertools import chain, starmap
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pipeline import loose_ends, reconciling
from pipeline.loose_ends import LooseEnd
from pipeline.reconciling import Compared


class Command(BaseCommand):
    help = (
        "Ask the providers for their balances and compare what they charged with the ledger. Exit 1: look at something."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        since = {service: reconciling.since(service) for service in reconciling.services()}
        accounts = [reconciling.compare(service) for service in since]
        ends = [*loose_ends.open_orders(), *chain.from_iterable(starmap(_of, since.items()))]
        everything: list[Compared | LooseEnd] = [*accounts, *ends]
        odd = sum(not each.matches for each in everything)
        if options["json"]:
            self.stdout.write(json.dumps(_plain(accounts, ends, odd), ensure_ascii=False, default=str))
        else:
            self._tell(everything)
        if odd:
            raise CommandError(f"{odd} to look at.")
        if not options["json"]:
            self.stdout.write("All of it matches.")

    def _tell(self, everything: list[Compared | LooseEnd]) -> None:
        if not everything:
            self.stdout.write("No active channel uses a provider that costs money.")
        for each in everything:
            self.stdout.write(f"{'ok ' if each.matches else 'BAD'} {each.sentence}")


def _of(service: str, since: datetime) -> list[LooseEnd]:
    found = (loose_ends.uncertain, loose_ends.unbilled, loose_ends.never_sent)
    return [end for look in found for end in look(service, since)]


def _plain(accounts: list[Compared], ends: list[LooseEnd], odd: int) -> dict[str, Any]:
    return {
        "matches": not odd,
        "accounts": [each.as_json for each in accounts],
        "loose_ends": [asdict(each) for each in ends],
    }
