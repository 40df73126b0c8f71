"""Reads a task's rows and its storyboard into the one plan that steps understand."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings as configuration

from pipeline import storage
from pipeline.models import Attempt, Clip, Task
from pipeline.refused import Refused
from pipeline.rules import storyboard
from pipeline.steps import ClipKey, TaskPlan
from videogen.lib import paths

AUTO_SECONDS = 10.0  # the longest clip where the length is left to us
SHORT_SECONDS = 5.0
LONGEST_CLIP = 60.0
STORYBOARDS = 32  # films whose storyboard a process remembers; each of their hundred jobs reads it


class Selected(NamedTuple):
    """What a plan tells about the selected take of a clip."""

    path: str
    take: int
    sha256: str
    size: int


class Files(Mapping[ClipKey, Path]):
    """The files of selected takes, each checked when it is asked for: a job needs a few of a film's hundred."""

    def __init__(self, root: Path, selected: Mapping[ClipKey, Selected]) -> None:
        self._root, self._selected = root, selected

    def __getitem__(self, key: ClipKey) -> Path:
        return paths.inside(self._root, self._selected[key].path)

    def __iter__(self) -> Iterator[ClipKey]:
        return iter(self._selected)

    def __len__(self) -> int:
        return len(self._selected)


def clips_of(task: Task) -> list[Clip]:
    """All clips of a task with their attempts, in two queries."""
    return list(task.clips.prefetch_related("attempts").order_by("kind", "number"))


def read_plan(task: Task, clips: list[Clip] | None = None) -> TaskPlan:
    """Put the plan of a task together. Raises Refused when its storyboard file is gone or broken."""
    settings = task.channel.settings
    prompts, selected = _read(task) if clips is None else _known(clips)
    root = task.project.root
    board = selected.get((Clip.Kind.STORYBOARD, 1))
    seconds = settings.format.clip_seconds
    return TaskPlan(
        project=task.project,
        title=task.title,
        topic=task.topic,
        story_direction=task.story_direction,
        channel_name=task.channel.channel_name,
        language=settings.language,
        voice=settings.voice_id,
        atmosphere=settings.atmosphere,
        asset_count=settings.format.assets,
        scene_count=settings.format.scenes,
        clip_seconds=AUTO_SECONDS if isinstance(seconds, str) else float(seconds),
        short_seconds=SHORT_SECONDS if isinstance(seconds, str) else None,
        image_size=settings.format.image_size,
        hosting=settings.hosting,
        r2=settings.r2,
        models=settings.models,
        storyboard=_read_storyboard(board, paths.inside(root, board.path)) if board else None,
        prompts=prompts,
        takes=Files(root, selected),
        take_numbers={key: take.take for key, take in selected.items()},
        branding={
            "intro_video": _beside_configs(settings.branding.intro_video),
            "outro_video": _beside_configs(settings.branding.outro_video),
            "watermark": _beside_configs(settings.branding.watermark),
            "music": _beside_configs(settings.music),
        },
    )


def _known(clips: list[Clip]) -> tuple[dict[ClipKey, str], dict[ClipKey, Selected]]:
    """Give the prompts and the selected takes of clips that were read with their attempts."""
    takes = {(clip.kind, clip.number): take for clip in clips if (take := clip.selected)}
    selected = {key: Selected(take.path, take.take, take.sha256, take.size) for key, take in takes.items()}
    return {(clip.kind, clip.number): clip.prompt for clip in clips}, selected


def _read(task: Task) -> tuple[dict[ClipKey, str], dict[ClipKey, Selected]]:
    """Read no more than these: each job needs them, and rows made into objects are what costs most."""
    prompts = task.clips.order_by().values_list("kind", "number", "prompt")
    takes = Attempt.objects.filter(clip__task=task, selected=True).order_by()
    columns = takes.values_list("clip__kind", "clip__number", "path", "take", "sha256", "size")
    selected = {
        (kind, number): Selected(path, take, sha256, size) for kind, number, path, take, sha256, size in columns
    }
    return {(kind, number): prompt for kind, number, prompt in prompts}, selected


def _beside_configs(file: str | None) -> str | None:
    """A path in a channel's file is meant from the folder of that file."""
    return str(configuration.CHANNEL_CONFIG_DIR / file) if file else None


def _read_storyboard(board: Selected, file: Path) -> storyboard.Storyboard:
    # It was checked against the channel's format when it came; a format that changed since is for the next film.
    try:
        storage.fetch(file, sha256=board.sha256, size=board.size)
        there = file.stat()
        return _parsed(file, there.st_mtime_ns, there.st_size)
    except storage.StoreFailed as error:
        raise Refused(str(error)) from None
    except (OSError, ValueError, TypeError, KeyError, storyboard.StoryboardInvalid):
        raise Refused(f"The storyboard is gone or damaged. Put {file.name} back from the backup, then retry.") from None


@lru_cache(STORYBOARDS)
def _parsed(file: Path, _changed: int, _size: int) -> storyboard.Storyboard:
    data = json.loads(file.read_text(encoding="utf-8"))
    own = {"assets": len(data["assets"]), "scenes": len(data["scenes"])}
    return storyboard.parse(data, **own, clip_seconds=LONGEST_CLIP)
