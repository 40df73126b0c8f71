"""Every address of the house, found by walking it, so that a new one is attacked as soon as it is there."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from pipeline.models import Task

IN_A_ROUTE = re.compile(r"<(?:\w+:)?(\w+)>")


def addresses(task: Task, **more: object) -> list[str]:
    """All of them, their blanks filled with what belongs to this task. A blank of a new name needs a value here."""
    project = f"channels/{task.channel_id}/projects/{task.pk}"
    values = {
        "task_id": task.pk,
        "clip": "video:1",
        "path": f"{project}/assets/props/lamp.png",
        "name": "local",
        "person_id": 1,
        "uidb64": "MQ",
        "token": "abc-def",
        "form": "csv",
        **{"object_id": 1, "app_label": "pipeline", "content_type_id": 1, "url": ""},
        **more,
    }
    return [_filled(route, values) for route in dict.fromkeys(_routes(get_resolver().url_patterns))]


def is_ours(address: str) -> bool:
    """Not one of the admin's, which Django looks after."""
    return not address.startswith("/admin/")


def _routes(patterns: list[Any], before: str = "/") -> Iterator[str]:
    for pattern in patterns:
        route = before + _plain(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


def _plain(route: str) -> str:
    """The admin writes its lists of apps and its last resort as regular expressions."""
    return re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", route).strip("^$")


def _filled(route: str, values: dict[str, object]) -> str:
    return IN_A_ROUTE.sub(lambda blank: str(values[blank[1]]), route)
