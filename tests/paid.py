"""Films by the paid providers, at the fakes: a channel that uses them, and settings that lead there."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from channels.models import Channel
from pipeline import actions
from pipeline.actions.advance import advance
from pipeline.models import Task
from pipeline.moves import lock
from pipeline.rules.statuses import Status
from tests.factories import make_channel, make_storyboard, make_take, make_task, storyboard_values
from tests.fakes import Fakes

PROVIDERS = {"plan": "gemini", "images": "gemini", "videos": "kling", "narration": "elevenlabs", "sfx": "elevenlabs"}
AUTO = {"assets": "auto", "videos": "auto", "audio": "auto"}
VOICE = "JBFqnCBsd6RMkjVDRZzb"
QUICK = {
    "PROVIDER_BACKOFF_SECONDS": 0.02,
    "KIE_BACKOFF_SECONDS": 0.05,
    "KLING_FIRST_POLL_SECONDS": 0.05,
    "KLING_POLL_SECONDS": 0.1,
    "KIE_GRACE_SECONDS": 0.5,
}


def settings_for(fakes: Fakes) -> dict[str, Any]:
    """Give the settings that lead every provider's script to the fakes, quickly."""
    return {**{name: value for name, value in fakes.environment.items() if name != "NO_PROXY"}, **QUICK}


def paid_channel(channel_id: str = "meadow", *, assets: int = 3, scenes: int = 2, **changes: Any) -> Channel:
    """A channel whose films are made by the paid providers, and wait for nobody before the end."""
    values: dict[str, Any] = {
        "providers": PROVIDERS,
        "voice_id": VOICE,
        "gates": AUTO,
        "format": {"assets": assets, "scenes": scenes, "clip_seconds": 5},
        "retry": {"max_attempts": 5, "backoff": [0.1, 0.1, 0.1, 0.1]},
        **changes,
    }
    return make_channel(channel_id, **values)


def paid_film(**changes: Any) -> Task:
    """A queued film on such a channel."""
    return actions.queue(make_task(channel=paid_channel(**changes)).pk, by="ada")


def work(task: Task, *, concurrency: int = 4) -> Task:
    """Let the engine do all that it can do, short retries included; a paused service is not waited for."""
    for _ in range(40):
        call_command("work", "--until-idle", "--concurrency", str(concurrency))
        if not task.jobs.filter(state="waiting", failures__gt=0).exists():
            break
    task.refresh_from_db()
    return task


def environment() -> dict[str, str]:
    """The environment that gives another process the providers' settings of this one."""
    names = [
        name
        for name in dir(settings)
        if name.endswith(("_API_KEY", "_BASE_URL", "_BACKOFF_SECONDS", "_POLL_SECONDS", "_GRACE_SECONDS"))
    ]
    return {name: str(getattr(settings, name)) for name in [*names, "CATBOX_URL"]}


def film_at_its_clips(samples: Path, *, scenes: int, **changes: Any) -> Task:
    """A film whose scenes are composed, so that all its clips can be ordered; only clips cost something."""
    channel = paid_channel(scenes=scenes, providers={"videos": "kling"}, **changes)
    task = make_task(Status.GENERATING_VIDEO, channel=channel)
    values = storyboard_values()
    scene = values["scenes"][0]
    make_storyboard(task, {**values, "scenes": [{**scene, "number": n} for n in range(1, scenes + 1)]})
    for clip in task.clips.filter(kind__in=("image", "composite")):
        make_take(clip, file=samples / "sample.png")
    with transaction.atomic():
        advance(lock(task.pk))
    return task
