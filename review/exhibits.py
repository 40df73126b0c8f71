"""What a room shows of a clip: its takes and their previews, what was remarked about them, what it was made from."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from pipeline.models import Attempt, Clip, Remark, Task
from pipeline.plans import read_plan
from pipeline.refused import Refused
from pipeline.rules.checks import Finding
from pipeline.steps import BY_KIND, ClipKey, TaskPlan
from review.clip_views import ClipView, Views
from review.previews import NONE, PreviewView, previews
from videogen.lib.paths import UnsafePath

K = Clip.Kind


@dataclass(frozen=True)
class TakeView:
    """One take, and how it is looked at. `player` and `picture` are paths: the small files where they are made, else the take."""

    take: Attempt
    look: PreviewView
    kind: str
    composite: str

    @property
    def player(self) -> str:
        if self.kind == K.FILM:  # What is approved is what is watched.
            return self.take.path
        return self.look.proxy or self.take.path

    @property
    def picture(self) -> str:
        if self.kind in (K.IMAGE, K.COMPOSITE):
            return self.look.poster or self.take.path
        return self.look.poster or self.composite


@dataclass(frozen=True)
class Reference:
    """Another clip that belongs to this one: what it is called, and its picture."""

    label: str
    picture: str


@dataclass(frozen=True)
class Exhibit:
    """One clip in a room. `made_from` and `used_in` say where it stands in the film."""

    view: ClipView
    takes: tuple[TakeView, ...]
    remarks: tuple[Remark, ...] = ()
    made_from: tuple[Reference, ...] = ()
    used_in: tuple[int, ...] = ()
    shown: TakeView | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the automatic checks say about the take that counts."""
        return self.shown.look.findings if self.shown else ()

    @property
    def is_decided(self) -> bool:
        return self.view.clip.verdict == Clip.Verdict.APPROVED

    @property
    def place(self) -> tuple[bool, float, int]:
        """What nobody decided about comes first, then what the checks noticed, then the film's own order."""
        return (self.is_decided, -max((f.weight for f in self.findings), default=0), self.view.clip.number)


def exhibits(task: Task, views: Views) -> Mapping[ClipKey, Exhibit]:
    """Give every clip of a task that has a take, in two queries."""
    made = {(view.clip.kind, view.clip.number): view for each in views.values() for view in each if view.take}
    looks = previews(task, views)
    remarks = _remarks(task)
    plan = _plan(task, views)
    used = _used_in(plan)
    return {
        key: _exhibit(view, looks, remarks.get(key, ()), _made_from(plan, made, key), used.get(key, ()))
        for key, view in made.items()
    }


def _exhibit(
    view: ClipView,
    looks: Mapping[UUID, PreviewView],
    remarks: tuple[Remark, ...],
    made_from: tuple[Reference, ...],
    used_in: tuple[int, ...],
) -> Exhibit:
    takes = tuple(TakeView(take, looks.get(take.pk, NONE), view.clip.kind, view.picture) for take in view.takes)
    shown = next((each for each in takes if each.take.selected), None)
    return Exhibit(view, takes, remarks, made_from, used_in, shown)


def _remarks(task: Task) -> dict[ClipKey, tuple[Remark, ...]]:
    rows = Remark.objects.filter(take__clip__task=task).select_related("take__clip").order_by("take", "seconds", "id")
    found: dict[ClipKey, tuple[Remark, ...]] = {}
    for remark in rows:
        clip = remark.take.clip
        found[clip.kind, clip.number] = (*found.get((clip.kind, clip.number), ()), remark)
    return found


def _plan(task: Task, views: Views) -> TaskPlan | None:
    with suppress(Refused, UnsafePath):  # Where the storyboard cannot be read, the task's own page says so.
        return read_plan(task, [view.clip for each in views.values() for view in each])
    return None


def _needs(plan: TaskPlan | None, key: ClipKey) -> tuple[ClipKey, ...]:
    if plan is None or plan.storyboard is None or key[0] == K.FILM:
        return ()
    with suppress(LookupError, StopIteration):
        return tuple(BY_KIND[key[0]].needs(plan, key[1]))
    return ()


def _made_from(plan: TaskPlan | None, made: Mapping[ClipKey, ClipView], key: ClipKey) -> tuple[Reference, ...]:
    """Give what a clip was made from; of a video, what its picture was put together from."""
    near = _needs(plan, key)
    needed = [image for picture in near for image in _needs(plan, picture)] if key[0] == K.VIDEO else near
    return tuple(_references(made, needed))


def _references(made: Mapping[ClipKey, ClipView], keys: Iterable[ClipKey]) -> Iterable[Reference]:
    for key in keys:
        if view := made.get(key):
            yield Reference(view.label, view.picture)


def _used_in(plan: TaskPlan | None) -> dict[ClipKey, tuple[int, ...]]:
    """Say in which scenes an image appears."""
    found: dict[ClipKey, tuple[int, ...]] = {}
    for scene in plan.storyboard.scenes if plan and plan.storyboard else ():
        for key in _needs(plan, (K.COMPOSITE, scene.number)):
            found[key] = (*found.get(key, ()), scene.number)
    return found
