"""Kling, through KIE: the clips. An order has an id and can be fetched whatever happens here."""

from pathlib import Path
from typing import cast

from pipeline.providers import offers, prompts
from pipeline.providers.base import Arguments, CannotOrder, Provider, text_file
from pipeline.rules.money import Usage
from pipeline.steps import TaskPlan
from pipeline.steps.videos import VideoBrief


def _seconds(model: str, wanted: float) -> int:
    """Give the shortest clip on offer that is long enough. Raises CannotOrder when none is."""
    offered = offers.facts("kling", "video", model).get("seconds", [5, 10])
    long_enough = [seconds for seconds in offered if seconds >= wanted]
    if not long_enough:
        raise CannotOrder(
            f"{model} makes clips of at most {max(offered)} seconds, and this one needs {wanted:g}. "
            "Change format.clip_seconds in the channel's file."
        )
    return int(min(long_enough))


def _video(brief: VideoBrief, folder: Path, out: Path) -> list[str]:
    model = offers.model("kling", "video", brief.model)
    wanted = prompts.around("motion", f"{brief.motion.rstrip('. ')}. {brief.atmosphere}")
    motion = text_file(folder, "motion.txt", wanted)
    negative = text_file(folder, "negative.txt", prompts.text("negative"))
    return [
        *("--image", str(brief.composite), "--host", brief.hosting),
        *("--motion-file", motion, "--negative-file", negative),
        *("--seconds", str(_seconds(model, brief.seconds)), "--model", model, "--output", str(out)),
    ]


def _expect(plan: TaskPlan, number: int) -> Usage:
    model = offers.model("kling", "video", plan.models.get("videos", ""))
    return Usage("kling", model, {"seconds": _seconds(model, plan.seconds(number))})


PROVIDERS = (
    Provider(
        *("kling", "videos", "kling"),
        script=lambda _brief: "generate_video.py",
        arguments=cast(Arguments, _video),
        component="kling_video",
        expects=_expect,
        can_resume=True,
        secrets={"KIE_API_KEY": "KIE_API_KEY"},
        addresses={
            "KIE_API_BASE_URL": "KIE_API_BASE_URL",
            "KIE_UPLOAD_BASE_URL": "KIE_UPLOAD_BASE_URL",
            "CATBOX_URL": "CATBOX_URL",
        },
        patience="--deadline",
        options={
            "--grace": "KIE_GRACE_SECONDS",
            "--first-poll": "KLING_FIRST_POLL_SECONDS",
            "--poll-every": "KLING_POLL_SECONDS",
            "--backoff": "KIE_BACKOFF_SECONDS",
        },
    ),
)
