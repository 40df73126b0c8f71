"""The engine in the foreground, without a cluster."""

import signal
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from pipeline import workers
from pipeline.stopping import Wish


class Command(BaseCommand):
    help = "Do jobs in the foreground. Ctrl-C lets running scripts finish, then hands their jobs back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--concurrency", type=int, default=settings.CALLS_PER_WORKER, metavar="N", help="jobs at once"
        )
        parser.add_argument("--until-idle", action="store_true", help="end when nothing is left that could be done now")

    def handle(self, *args: Any, **options: Any) -> None:
        if not 1 <= options["concurrency"] <= 200:
            raise CommandError("--concurrency must be between 1 and 200.")
        stop = Wish()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop.set)
        workers.work(options["concurrency"], until_idle=options["until_idle"], stop=stop)
