"""Puts the channels' files into rows. A bad file never stops the others; its channel keeps its last good values."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now

from channels import configs
from channels.configs import ConfigResult
from channels.models import Channel
from videogen.lib import paths

_seen: tuple[tuple[str, int, int], ...] | None = None


@dataclass(frozen=True)
class Loaded:
    """What a loading came to: channel ids, and problems as sentences."""

    good: tuple[str, ...]
    gone: tuple[str, ...]
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


@transaction.atomic
def load_channels(folder: Path | None = None) -> Loaded:
    """Read every file and bring the rows in line: new, changed, broken, gone."""
    results = configs.read_folder(folder or settings.CHANNEL_CONFIG_DIR, default_voice=settings.DEFAULT_VOICE_ID)
    if not results:  # A folder that is not mounted must not switch every channel off.
        where = folder or settings.CHANNEL_CONFIG_DIR
        return Loaded((), (), (f"There is no channel file in {where}. Put one there, or set CHANNEL_CONFIG_DIR.",), ())
    for result in results:
        _store(result)
    there = {result.channel_id for result in results if result.channel_id}
    gone = _deactivate_without_file(there)
    return Loaded(
        good=tuple(r.config.channel_id for r in results if r.config),
        gone=gone,
        problems=tuple(str(p) for r in results for p in r.problems),
        warnings=tuple(str(p) for r in results for p in r.warnings),
    )


def reload_if_changed() -> Loaded | None:
    """Load again when a file came, went or changed since this process last looked. None when nothing did."""
    global _seen  # noqa: PLW0603
    seen = _fingerprint(settings.CHANNEL_CONFIG_DIR)
    if seen == _seen:
        return None
    loaded = load_channels()
    _seen = seen
    return loaded


def _fingerprint(folder: Path) -> tuple[tuple[str, int, int], ...]:
    files = sorted(folder.glob("*.y*ml")) if folder.is_dir() else []
    seen = []
    for file in files:
        with suppress(FileNotFoundError):  # gone since the folder was listed
            stat = file.lstat()
            seen.append((file.name, stat.st_mtime_ns, stat.st_size))
    return tuple(seen)


def _store(result: ConfigResult) -> None:
    """Write one file's outcome. A file that was never good makes an inactive channel that shows the problem."""
    problem = _storable("\n".join(str(p) for p in result.problems))
    warning = _storable("\n".join(str(p) for p in result.warnings))
    config = result.config
    if config:
        Channel.objects.update_or_create(
            pk=config.channel_id,
            defaults={
                "channel_name": config.channel_name,
                "is_active": config.is_active,
                "file_name": _storable(result.file),
                "config": config.as_json(),
                "problem": "",
                "warning": warning,
                "loaded_at": now(),
            },
        )
    elif result.channel_id and paths.IDENTIFIER.fullmatch(result.channel_id):
        Channel.objects.get_or_create(
            pk=result.channel_id,
            defaults={"channel_name": result.channel_id, "is_active": False, "file_name": _storable(result.file)},
        )
        Channel.objects.filter(pk=result.channel_id).update(problem=problem, warning=warning)


def _storable(text: str) -> str:
    """A text as every database takes it: without half characters and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "")


def _deactivate_without_file(there: Collection[str]) -> tuple[str, ...]:
    gone = Channel.objects.filter(is_active=True).exclude(pk__in=there)
    names = tuple(gone.values_list("pk", flat=True))
    gone.update(is_active=False, problem="Its file is gone, so the channel is inactive. Its tasks stay.")
    return names
