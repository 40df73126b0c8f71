"""A cluster of workers, many calls in flight in each, that is kept running whatever is killed."""

import os
from typing import Any

from django_q.management.commands import qcluster

# The workers are forked from this process: what is loaded here is in memory once.
from pipeline import broker, workers  # noqa: F401
from pipeline.cluster import Keeper


class Command(qcluster.Command):  # type: ignore[misc]  # django-q2 has no types
    help = "Run a cluster of workers. SIGTERM or Ctrl-C lets running scripts finish for a while, then hands their jobs back."

    def handle(self, *args: Any, **options: Any) -> None:
        if options["cluster_name"]:
            os.environ["Q_CLUSTER_NAME"] = options["cluster_name"]
        Keeper().run(once=options["run_once"])
