"""The line of a channel's file that names its people: who is in it, and how it reads with somebody more."""

from dataclasses import dataclass

import yaml
from django.conf import settings

from channels.models import Channel


@dataclass(frozen=True)
class Line:
    """A channel's file, and its line as it is or as it should be."""

    channel: Channel
    file: str
    text: str


def names(channel: Channel) -> set[str]:
    """The people whom a channel's file names, by user name or e-mail address."""
    return set(channel.config.get("reviewers") or [])


def lines(more: str = "") -> list[Line]:
    """The line of each channel; with `more`, as it reads when that person is added."""
    return [_line(channel, more) for channel in Channel.objects.filter(is_active=True)]


def _line(channel: Channel, more: str) -> Line:
    people = list(channel.config.get("reviewers") or [])
    if more and more not in people:
        people.append(more)
    text = yaml.safe_dump({"reviewers": people}, default_flow_style=None, allow_unicode=True, width=10_000).strip()
    return Line(channel, f"{settings.CHANNEL_CONFIG_DIR.name}/{channel.file_name}", text)
