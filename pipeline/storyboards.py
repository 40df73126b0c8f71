"""A person's own storyboard, checked before anything is made from it."""

from pathlib import Path

from channels.models import Channel
from pipeline.plans import AUTO_SECONDS
from pipeline.refused import Refused
from pipeline.rules import storyboard
from pipeline.steps import UnusableFile
from pipeline.steps.plan import read


def check(file: Path, channel: Channel) -> None:
    """Raise Refused with every problem of a storyboard that shall be used on this channel."""
    shape = channel.settings.format
    seconds = AUTO_SECONDS if isinstance(shape.clip_seconds, str) else float(shape.clip_seconds)
    try:
        data = read(file)
    except UnusableFile as error:
        raise Refused(str(error)) from None
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from None
    wrong = storyboard.problems(data, assets=shape.assets, scenes=shape.scenes, clip_seconds=seconds)
    if wrong:
        raise Refused("\n".join(wrong))
