"""What each take of a task should be, for the automatic checks: how long, how large, what is said, what stands beside it."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from pipeline.models import Clip, Task
from pipeline.plans import AUTO_SECONDS, SHORT_SECONDS
from pipeline.rules.checks import Look, Wanted
from pipeline.rules.speech import seconds_to_say
from review.clip_views import ClipView, Views, short_label

K = Clip.Kind
WIDE = 16 / 9
SIDES: Mapping[str, int] = {K.COMPOSITE: 1_920, K.VIDEO: 1_280, K.FILM: 1_920}  # pixels across
PLACE_SIDE, FIGURE_SIDE = 1_280, 400  # a place fills the frame, a figure or a thing stands in it


def wanted_of(task: Task, views: Views, done: Mapping[UUID, Mapping[str, Any]]) -> Mapping[UUID, Wanted]:
    """Say what each take should be; `done` has the measurements of those that were measured."""
    looks = {kind: dict(_looks(views[kind], done)) for kind in (K.IMAGE.value, K.COMPOSITE.value)}
    texts = {view.clip.number: view.clip.prompt for view in views[K.NARRATION]}
    clips = {view.clip.number: view.take.facts.get("seconds") for view in views[K.VIDEO] if view.take}
    planned = {number: _planned(task, text) for number, text in texts.items()}
    return {
        take.pk: _wanted(
            view, planned.get(view.clip.number), clips.get(view.clip.number), looks.get(view.clip.kind, {})
        )
        for each in views.values()
        for view in each
        for take in view.takes
    }


def _wanted(view: ClipView, planned: float | None, clip: float | None, looks: Mapping[str, Look]) -> Wanted:
    kind = view.clip.kind
    return Wanted(
        kind=kind,
        seconds=planned if kind in (K.VIDEO, K.SFX) else None,
        longer_side=SIDES.get(kind, 0) if kind != K.IMAGE else _image_side(view.clip),
        aspect=WIDE if kind in SIDES else None,
        text=view.clip.prompt if kind == K.NARRATION else "",
        clip_seconds=clip or planned if kind == K.NARRATION else None,
        others={name: look for name, look in looks.items() if name != _name(view)},
    )


def _looks(views: list[ClipView], done: Mapping[UUID, Mapping[str, Any]]) -> Iterator[tuple[str, Look]]:
    for view in views:
        facts = done.get(view.take.pk, {}) if view.take else {}
        if "hash" in facts and "colours" in facts:
            yield _name(view), Look(facts["hash"], facts["colours"])


def _name(view: ClipView) -> str:
    label = short_label(view.clip)
    return label[:1].upper() + label[1:]


def _image_side(clip: Clip) -> int:
    return PLACE_SIDE if clip.path.startswith("assets/environments/") else FIGURE_SIDE


def _planned(task: Task, text: str) -> float | None:
    """Say how long the clip of a scene should be, by what is said in it."""
    if not task.channel.config:
        return None
    seconds = task.channel.settings.format.clip_seconds
    if not isinstance(seconds, str):
        return float(seconds)
    return AUTO_SECONDS if seconds_to_say(text) > SHORT_SECONDS else SHORT_SECONDS
