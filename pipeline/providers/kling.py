"""Kling, through KIE: the clips. An order has an id and can be fetched whatever happens here."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from pipeline.providers import offers, prompts
from pipeline.providers.base import Arguments, CannotOrder, Provider, text_file
from pipeline.rules.money import Usage
from pipeline.steps import Brief, TaskPlan
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
        *("--image", str(brief.composite), *_hosting(brief)),
        *("--motion-file", motion, "--negative-file", negative),
        *("--seconds", str(_seconds(model, brief.seconds)), "--model", model, "--output", str(out)),
    ]


def _hosting(brief: VideoBrief) -> list[str]:
    """Say where the picture is put for Kling to fetch. Raises CannotOrder when the channel does not say enough about R2."""
    if brief.hosting != "r2":
        return ["--host", brief.hosting]
    bucket, account = brief.r2.get("bucket"), brief.r2.get("account_id")
    endpoint = brief.r2.get("endpoint") or (f"https://{account}.r2.cloudflarestorage.com" if account else "")
    if not (bucket and endpoint):
        raise CannotOrder("Hosting on R2 needs r2.bucket and r2.account_id (or r2.endpoint) in the channel's file.")
    prefix = ["--r2-prefix", brief.r2["prefix"]] if brief.r2.get("prefix") else []
    return ["--host", "r2", "--r2-endpoint", endpoint, "--r2-bucket", bucket, *prefix]


def _r2_keys(brief: VideoBrief) -> dict[str, str]:
    names = ("R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY") if brief.hosting == "r2" else ()
    return {name: name for name in names}


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
        more_secrets=cast(Callable[[Brief], Mapping[str, str]], _r2_keys),
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
