"""A cluster of workers that hand back what a stop would cut off."""

import os
from typing import Any

from django_q import cluster
from django_q.management.commands import qcluster
from django_q.signals import post_spawn

from pipeline.stopping import cluster_stop


class Cluster(cluster.Cluster):  # type: ignore[misc]  # django-q2 has no types
    """django-q2's cluster; its workers learn of a stop at once."""

    def stop(self) -> bool:
        cluster_stop.tell()
        return bool(super().stop())


class Command(qcluster.Command):  # type: ignore[misc]
    help = "Run a cluster of workers. SIGTERM or Ctrl-C lets running scripts finish for a while, then hands their jobs back."

    def handle(self, *args: Any, **options: Any) -> None:
        if options["cluster_name"]:
            os.environ["Q_CLUSTER_NAME"] = options["cluster_name"]
        post_spawn.connect(cluster_stop.listen)
        workers = Cluster()
        workers.start()
        if options["run_once"]:
            workers.stop()
