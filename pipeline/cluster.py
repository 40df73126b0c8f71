"""A cluster of worker processes that cannot be stopped by killing one of them, and whoever keeps it running."""

import gc
import os
import signal
import time
import uuid
from multiprocessing.process import BaseProcess
from types import FrameType

import structlog
from django.conf import settings
from django.db import connections
from django_q import cluster
from django_q.signals import post_spawn
from django_q.worker import worker

from pipeline.pipes import Flag, Pipe, Timer, pulse
from pipeline.stopping import Wish, cluster_stop

log = structlog.get_logger(__name__)

WATCH_EVERY = 1.0  # seconds
SHORT_LIFE = 10.0  # seconds; a cluster that ends sooner is replaced more and more slowly
LONGEST_PAUSE = 30.0


class Sentinel(cluster.Sentinel):  # type: ignore[misc]  # django-q2 has no types
    """django-q2's leader of the workers, with pipes that hold no lock, which ends when whoever keeps it is gone."""

    def start(self) -> None:
        cluster_stop.begin()
        self.stop_event, self.start_event, self.event_out = _WishOrOrphaned(self.parent_pid), Flag(), Flag()
        self.task_queue, self.result_queue = Pipe(one_by_one=True), Pipe()
        signal.signal(signal.SIGTERM, self._hear)
        super().start()

    def spawn_worker(self) -> None:
        self.spawn_process(worker, self.task_queue, self.result_queue, Timer(), self.timeout)

    def stop(self) -> None:
        cluster_stop.tell()
        super().stop()

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        if os.getpid() == self.pid:
            self.stop_event.set()
        else:  # The pusher and the monitor inherit this. They have nothing to lose; they are started again.
            raise SystemExit


class _WishOrOrphaned(Wish):
    """Is fulfilled, too, when the process that keeps the cluster is gone: nobody could stop it any more."""

    def __init__(self, keeper: int) -> None:
        super().__init__()
        self._keeper = keeper

    def wait(self, seconds: float) -> bool:
        return super().wait(seconds) or os.getppid() != self._keeper


class Keeper:
    """Runs a cluster until it is told to stop; one that died, or in which nobody takes work any more, is replaced.

    The processes of a cluster that lost its leader finish or hand back what they do, and end by themselves.
    """

    def __init__(self) -> None:
        self.wish = Wish()

    def run(self, *, once: bool = False) -> None:
        """Keep a cluster until a stop. `once`: tell it to stop as soon as it is there."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.wish.set)
        post_spawn.connect(cluster_stop.listen)
        pause = 1.0
        while not self.wish.is_set():
            leader = self._start()
            if once:
                self.wish.set()
            lived = self._watch(leader)
            if not self.wish.is_set():
                log.error("the cluster ended by itself; it is started again", exit_code=leader.exitcode)
                pause = 1.0 if lived >= SHORT_LIFE else min(2 * pause, LONGEST_PAUSE)
                self.wish.wait(pause)

    def _start(self) -> BaseProcess:
        connections.close_all()
        gc.collect()
        gc.freeze()  # Pages that no collection touches stay shared with the processes that are forked now.
        pulse.beat()
        leader: BaseProcess = cluster.get_mp_context().Process(target=Sentinel, args=(None, None, uuid.uuid4()))
        leader.start()
        return leader

    def _watch(self, leader: BaseProcess) -> float:
        """Wait for the cluster's end, and end it where it stands still. Returns how many seconds it lived."""
        began = time.monotonic()
        while leader.is_alive():
            if pulse.silence > settings.WATCHDOG_SECONDS:
                log.error("nobody in the cluster takes work any more; it is ended", seconds=round(pulse.silence))
                leader.kill()
            if self.wish.is_set():
                leader.terminate()  # Said again and again: its first moments may have missed it.
                leader.join(WATCH_EVERY)
            else:
                self.wish.wait(WATCH_EVERY)
        return time.monotonic() - began
