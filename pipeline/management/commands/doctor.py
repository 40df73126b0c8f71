"""Checks what a new operator gets wrong, and says how to mend each."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.timezone import now

from channels import loading
from channels.models import Channel
from pipeline import storage, triggers
from pipeline.management.commands import _paid
from pipeline.models import Service, Worker
from pipeline.providers import UnknownProvider, provider_for
from pipeline.running import ffmpeg
from pipeline.steps import STEPS
from pipeline.trail import broken_link

ENOUGH = 5_000_000_000  # bytes; a film with its takes has about 300 MB

Check = Callable[[], Iterator[str]]


def database() -> Iterator[str]:
    try:
        waiting = MigrationExecutor(connection)
        plan = waiting.migration_plan(waiting.loader.graph.leaf_nodes())
    except Error as error:
        yield f"The database does not answer ({str(error).splitlines()[0]}). Check DATABASE_URL."
        return
    if plan:
        yield f"{len(plan)} migrations are not applied. Run: manage.py migrate"
        return
    if gone := triggers.missing(connection):
        triggers.install(connection)
        names = ", ".join(sorted(gone))
        yield f"The audit table was not protected ({names} missing); it is again now. Find out who took it away."
    if broken := broken_link():
        yield f"The audit chain is broken. {broken.sentence} Keep a copy of the database before anything else."


def workspace() -> Iterator[str]:
    root = settings.WORKSPACE_ROOT
    try:
        root.mkdir(parents=True, exist_ok=True)
        probe = root / ".probe"
        probe.write_text("written by doctor")
        probe.unlink()
    except OSError as error:
        yield f"The workspace {root} cannot be written ({error.strerror}). Change its owner, or set WORKSPACE_ROOT."
        return
    free = shutil.disk_usage(root).free
    if free < ENOUGH:
        yield f"Only {free / 1e9:.1f} GB are free at {root}; a film needs about 0.3 GB. Free some space."


def shared_storage() -> Iterator[str]:
    names = Worker.objects.filter(seen_at__gt=now() - timedelta(hours=1)).values_list("name", flat=True)
    machines = sorted({name.rpartition(":")[0] for name in names})
    if storage.is_shared():
        if problem := storage.problem():
            yield problem
    elif len(machines) > 1:
        yield (
            f"Workers of several machines were seen ({', '.join(machines)}), but they share no store. Set STORAGE_BUCKET "
            "and its keys on all of them, unless they share the workspace's disk."
        )


def film_tools() -> Iterator[str]:
    try:
        listed = subprocess.run(
            [ffmpeg(), "-hide_banner", "-encoders"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, RuntimeError, subprocess.CalledProcessError):
        yield "FFmpeg does not start. Unset FFMPEG_BINARY to use the one that comes with the installation."
        return
    for encoder in ("libx264", "aac", "libmp3lame"):
        if encoder not in listed:
            yield f"This FFmpeg lacks {encoder}. Unset FFMPEG_BINARY to use the one that comes with the installation."


def channels() -> Iterator[str]:
    loaded = loading.load_channels()
    yield from loaded.problems
    for channel in Channel.objects.filter(is_active=True):
        for step in STEPS:
            try:
                provider_for(step, channel.settings.provider(step))
            except UnknownProvider as problem:
                yield f"{channel.file_name}: providers.{step}: {problem}"
    if not loaded.good:
        yield f"No channel is loaded. Put one YAML file per channel into {settings.CHANNEL_CONFIG_DIR}."


def services() -> Iterator[str]:
    for service in Service.objects.filter(limit=0):
        yield f"The service {service.name} has the limit 0, so nothing of it ever runs. Change it in the admin."


CHECKS: dict[str, Check] = {
    "database": database,
    "workspace": workspace,
    "shared storage": shared_storage,
    "film tools": film_tools,
    "channels": channels,
    "services": services,
    "pauses": _paid.pauses,
    "models and prices": _paid.models,
    "accounts": _paid.keys,
}


class Command(BaseCommand):
    help = "Check everything that a new operator gets wrong, and say how to mend each."

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for name, check in CHECKS.items():
            problems = list(check())
            found += len(problems)
            self.stdout.write(f"{'ok ' if not problems else 'BAD'} {name}")
            for problem in problems:
                self.stdout.write(f"    {problem}")
            if problems and name == "database":
                break  # Nothing else can be looked at.
        if found:
            raise CommandError(f"{found} to mend.")
