"""Read the channels' files now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from channels.loading import load_channels


class Command(BaseCommand):
    help = "Read every channel's file now; running workers do so by themselves within a minute."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_channels()
        for warning in loaded.warnings:
            self.stdout.write(f"Note: {warning}")
        for gone in loaded.gone:
            self.stdout.write(f"{gone}: its file is gone, so the channel is inactive now.")
        self.stdout.write(f"{len(loaded.good)} channels loaded: {', '.join(loaded.good) or 'none'}.")
        if loaded.problems:
            raise CommandError("\n".join(loaded.problems))
