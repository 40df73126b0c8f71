"""Tasks that have come to a certain point, with everything that is made by then."""

from pathlib import Path
from typing import Any

from pipeline.models import Clip, Task
from pipeline.rules.statuses import Status
from tests.factories import make_storyboard, make_take, make_task

MADE_BY = {
    Status.ASSETS_READY: ("image",),
    Status.GENERATING_VIDEO: ("image", "composite"),
    Status.VIDEO_READY: ("image", "composite", "video"),
    Status.AUDIO_READY: ("image", "composite", "video", "narration", "sfx"),
    Status.FINAL_REVIEW: ("image", "composite", "video", "narration", "sfx", "film"),
    Status.PUBLISHED: ("image", "composite", "video", "narration", "sfx", "film"),
}


def film_at(status: Status, files: dict[str, Path] | None = None, **values: Any) -> Task:
    """A task of three images and two scenes at this status. `files` gives real media for some kinds of clips."""
    task = make_storyboard(make_task(status, **values))
    for clip in task.clips.filter(kind__in=MADE_BY.get(status, ())):
        make_take(clip, file=(files or {}).get(clip.kind))
    return task


def clip_of(task: Task, kind: str, number: int = 1) -> Clip:
    return task.clips.get(kind=kind, number=number)
