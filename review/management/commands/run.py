"""Web and workers for daily use on this machine."""

import os
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from channels.loading import load_channels

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
        self.stdout.write(f"videogen runs at http://{options['host']}:{options['port']}/ — Ctrl-C ends it.")
        ended = _together(parts)
        if ended:
            raise CommandError(f"The {ended} ended by itself, so everything was stopped. The lines above say why.")


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


def _together(parts: dict[str, list[str]]) -> str | None:
    """Run commands side by side until one ends or we are told to stop. Returns the name of one that ended by itself.

    Each is the leader of its own process group and only the leader is signalled: a cluster that gets its signal as a
    group loses the tasks it is working on.
    """
    told = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal told
        told = True

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    running = {name: subprocess.Popen(command, process_group=0) for name, command in parts.items()}
    try:
        while not told:
            for name, process in running.items():
                if process.poll() is not None:
                    return name
            time.sleep(0.2)
        return None
    finally:
        _stop(running)
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(running: dict[str, "subprocess.Popen[bytes]"]) -> None:
    for process in running.values():
        process.terminate()
    ends = time.monotonic() + settings.GRACE_SECONDS + 30
    for process in running.values():
        try:
            process.wait(max(0.1, ends - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # with all that it started; its jobs are free when their leases end
