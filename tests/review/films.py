"""Tasks that have come to a certain point, with everything that is made by then."""

import json
from pathlib import Path
from typing import Any

from pipeline.models import Clip, Task
from pipeline.rules.statuses import Status
from pipeline.steps.narration import timings
from tests.factories import make_channel, make_storyboard, make_take, make_task, storyboard_values

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
    return _made(make_storyboard(make_task(status, **values)), files)


def big_film_at(status: Status, files: dict[str, Path] | None = None, **values: Any) -> Task:
    """A film as people have them: 22 images and 18 scenes."""
    channel = make_channel("big", format={"assets": 22, "scenes": 18, "clip_seconds": 4})
    small = storyboard_values()
    props = [{"name": f"lamp_{n}", "kind": "prop", "prompt": f"a brass lamp, {n}"} for n in range(20)]
    board = {
        **small,
        "assets": [*small["assets"][:2], *props],
        "scenes": [{**small["scenes"][0], "number": n, "props": [f"lamp_{n}"]} for n in range(1, 19)],
    }
    return _made(make_storyboard(make_task(status, channel=channel, **values), board), files)


def _made(task: Task, files: dict[str, Path] | None) -> Task:
    for clip in task.clips.filter(kind__in=MADE_BY.get(task.state, ())):
        take = make_take(clip, file=(files or {}).get(clip.kind))
        if clip.kind == "narration":
            said = [{"word": word, "start": n / 2, "end": n / 2 + 0.5} for n, word in enumerate(clip.prompt.split())]
            timings(task.project.root / take.path).write_text(json.dumps({"duration": 4.0, "words": said}))
    return task


def clip_of(task: Task, kind: str, number: int = 1) -> Clip:
    return task.clips.get(kind=kind, number=number)
