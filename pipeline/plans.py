"""Reads a task's rows and its storyboard into the one plan that steps understand."""

import json
from pathlib import Path

from django.conf import settings as configuration

from pipeline import storage
from pipeline.models import Attempt, Clip, Task
from pipeline.refused import Refused
from pipeline.rules import storyboard
from pipeline.steps import TaskPlan
from videogen.lib import paths

AUTO_SECONDS = 10.0  # the longest clip where the length is left to us
SHORT_SECONDS = 5.0
LONGEST_CLIP = 60.0


def clips_of(task: Task) -> list[Clip]:
    """All clips of a task with their attempts, in two queries."""
    return list(task.clips.prefetch_related("attempts").order_by("kind", "number"))


def read_plan(task: Task, clips: list[Clip] | None = None) -> TaskPlan:
    """Put the plan of a task together. Raises Refused when its storyboard file is gone or broken."""
    clips = clips_of(task) if clips is None else clips
    settings = task.channel.settings
    selected = {(clip.kind, clip.number): take for clip in clips if (take := clip.selected)}
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
        prompts={(clip.kind, clip.number): clip.prompt for clip in clips},
        takes={key: paths.inside(root, take.path) for key, take in selected.items()},
        take_numbers={key: take.take for key, take in selected.items()},
        branding={
            "intro_video": _beside_configs(settings.branding.intro_video),
            "outro_video": _beside_configs(settings.branding.outro_video),
            "watermark": _beside_configs(settings.branding.watermark),
            "music": _beside_configs(settings.music),
        },
    )


def _beside_configs(file: str | None) -> str | None:
    """A path in a channel's file is meant from the folder of that file."""
    return str(configuration.CHANNEL_CONFIG_DIR / file) if file else None


def _read_storyboard(board: Attempt, file: Path) -> storyboard.Storyboard:
    # It was checked against the channel's format when it came; a format that changed since is for the next film.
    try:
        storage.fetch(file, sha256=board.sha256, size=board.size)
        data = json.loads(file.read_text(encoding="utf-8"))
        own = {"assets": len(data["assets"]), "scenes": len(data["scenes"])}
        return storyboard.parse(data, **own, clip_seconds=LONGEST_CLIP)
    except storage.StoreFailed as error:
        raise Refused(str(error)) from None
    except (OSError, ValueError, TypeError, KeyError, storyboard.StoryboardInvalid):
        raise Refused(f"The storyboard is gone or damaged. Put {file.name} back from the backup, then retry.") from None
