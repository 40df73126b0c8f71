"""Web and workers for daily use on this machine."""

import os
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from channels.loading import load_channels
from pipeline.stopping import Wish

LOOK_AGAIN = 1.0  # seconds
SHORT_LIFE, SHORT_LIVES = 10.0, 3  # so many lives of under so many seconds, one after the other, and a part is given up
A_MOMENT = 5.0  # seconds that a stop takes when nothing is waited for
ONCE_MORE = "To end it at once, press Ctrl-C once more."
MANAGE = str(settings.BASE_DIR / "manage.py")


class Command(BaseCommand):
    help = "Serve the pages and run a worker cluster. Ctrl-C lets running scripts finish."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")

    def handle(self, *args: Any, **options: Any) -> None:
        _check_free(options["host"], options["port"])
        call_command("migrate", verbosity=0, interactive=False)
        settings.STATIC_ROOT.mkdir(exist_ok=True)  # whitenoise complains without it, though on a laptop it may be empty
        for problem in load_channels().problems:
            self.stdout.write(f"Note: {problem}")
        web = [sys.executable, "-m", "gunicorn", "videogen.wsgi", "--worker-class", "gthread", "--threads", "8"]
        web += ["--bind", f"{options['host']}:{options['port']}", "--log-level", "warning"]
        parts = {"web": web, "workers": [sys.executable, MANAGE, "qcluster"]}
        self._say(f"videogen runs at http://{options['host']}:{options['port']}/ — Ctrl-C ends it.")
        ended = Parts(parts, self._say).run()
        if ended:
            raise CommandError(
                f"The {ended} ended again and again, so everything was stopped. The lines above say why."
            )

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()  # Where it goes to a file, somebody may read along.


def _check_free(host: str, port: int) -> None:
    """Raise CommandError when somebody else listens there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"{host}:{port} cannot be used ({error.strerror}). Is videogen running already? "
                f'Another port: make run ARGS="--port {port + 1}"'
            ) from None


class Parts:
    """Commands that run side by side until we are told to stop. One that ends by itself is started again.

    Each leads a process group of its own and only the leader is signalled: it knows how the others end in good order.
    """

    def __init__(self, commands: Mapping[str, list[str]], say: Callable[[str], object]) -> None:
        self._commands, self._say = commands, say
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._began: dict[str, float] = {}
        self._short_lives = Counter[str]()
        self._signals = 0
        self._wish = Wish()

    def run(self) -> str | None:
        """Run until a signal comes. Returns the name of a part that would not stay up, if there is one."""
        before = {number: signal.signal(number, self._hear) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            for name in self._commands:
                self._start(name)
            return self._look_after()
        finally:
            self._stop()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self._signals += 1
        self._wish.set()

    def _start(self, name: str) -> None:
        self._running[name] = subprocess.Popen(self._commands[name], process_group=0)
        self._began[name] = time.monotonic()

    def _look_after(self) -> str | None:
        while not self._wish.wait(LOOK_AGAIN):
            for name in [name for name, process in self._running.items() if process.poll() is not None]:
                short = time.monotonic() - self._began[name] < SHORT_LIFE
                self._short_lives[name] = self._short_lives[name] + 1 if short else 0
                if self._short_lives[name] == SHORT_LIVES:
                    return name
                self._say(f"The {name} ended by itself and is started again.")
                self._start(name)
        return None

    def _stop(self) -> None:
        """End all. What is paid comes to its end, however long it takes; who does not want to wait says so once more."""
        for process in self._running.values():
            process.terminate()
        heard, began, said = self._signals, time.monotonic(), False
        while names := [name for name, process in self._running.items() if process.poll() is None]:
            time.sleep(0.1)
            if self._signals > heard:
                self._kill(names)
            elif not said and time.monotonic() - began > settings.GRACE_SECONDS + A_MOMENT:
                said = True
                self._say(
                    f"Waiting for the {' and the '.join(names)}: calls that are paid are let come to their end. {ONCE_MORE}"
                )

    def _kill(self, names: list[str]) -> None:
        """SIGKILL parts with all that they started. Their jobs are free when their leases end; nothing is lost."""
        for name in names:
            self._say(f"The {name} is ended at once. What it was doing is found again at the next start.")
            with suppress(ProcessLookupError):
                os.killpg(self._running[name].pid, signal.SIGKILL)
            self._running[name].wait()
