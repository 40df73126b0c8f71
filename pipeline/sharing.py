"""Files that machines give to each other through the store: takes, what they are made from, and where they are always found."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

from django.conf import settings

from pipeline import storage
from pipeline.models import Attempt, Clip, Preview, Task
from pipeline.refused import Refused
from pipeline.steps import BY_KIND, Brief, Step, TaskPlan
from pipeline.storage import StoreFailed, no_connection
from videogen.lib import journals, paths

Act = TypeVar("Act", bound=Callable[..., Any])


def give(out: Path, step: Step) -> None:
    """Store a finished file, and what goes with it, before a row points to it. Raises StoreFailed.

    The journal of a paid script goes last: where it is, all the rest is, too.
    """
    if storage.is_shared():
        files = (*step.companions(out), out, journals.journal_of(out))
        with no_connection():
            storage.put(file for file in files if file.is_file())


def bring_take(take: Attempt) -> Path:
    """Get the file of a take, and what goes with it, to this machine. Raises StoreFailed."""
    file = paths.inside(settings.WORKSPACE_ROOT, take.path)
    if storage.is_shared() and not file.is_file():
        with no_connection():
            for companion in BY_KIND[take.clip.kind].companions(file):
                _fetch_if_there(companion)
            storage.fetch(file, sha256=take.sha256, size=take.size)  # last: where it is, the rest is, too
    return file


def give_previews(folder: Path) -> None:
    """Store the previews of a take, where there are any, before a row says that they are there. Raises StoreFailed."""
    if storage.is_shared() and folder.is_dir():
        storage.put(file for file in sorted(folder.iterdir()) if file.is_file())


def bring_preview(task: Task, file: Path) -> None:
    """Get a file of a take's previews to this machine, where they are made. Raises StoreFailed."""
    takes = f"{paths.relative(settings.WORKSPACE_ROOT, file.parent.parent)}/"
    done = Preview.objects.filter(take__clip__task=task, take__path__startswith=takes, state=Preview.State.DONE)
    if done.exists():
        with no_connection():
            storage.fetch(file)


def bring_inputs(plan: TaskPlan, brief: Brief) -> None:
    """Get to this machine whatever a script is told to read. Raises StoreFailed."""
    if not storage.is_shared():
        return
    wanted = set(_paths_in(brief))
    of = {f: take for (kind, _), take in plan.takes.items() for f in (take, *BY_KIND[kind].companions(take))}
    missing = [file for file in wanted if file in of and not file.is_file()]
    if not missing:
        return
    rows = Attempt.objects.filter(path__in=[plan.project.relative(of[file]) for file in missing])
    takes = {paths.inside(plan.project.root, take.path): take for take in rows}
    with no_connection():
        for file in missing:
            if take := takes.get(file):
                storage.fetch(file, sha256=take.sha256, size=take.size)
            else:
                _fetch_if_there(file)


def bring_storyboard(task_id: Any) -> None:
    """Get a film's storyboard to this machine before a transaction needs it. Raises StoreFailed."""
    if storage.is_shared():
        board = Attempt.objects.filter(clip__task=task_id, clip__kind=Clip.Kind.STORYBOARD, selected=True)
        if take := board.select_related("clip").first():
            bring_take(take)


def storyboard_first(act: Act) -> Act:
    """Have a film's storyboard here before what people decided about it is written down."""

    @wraps(act)
    def acting(task_id: Any, *args: Any, **kwargs: Any) -> Any:
        with refusing():
            bring_storyboard(task_id)
        return act(task_id, *args, **kwargs)

    return cast(Act, acting)


@contextmanager
def refusing() -> Iterator[None]:
    """Tell a person what the store says as the reason why their decision is not taken."""
    try:
        yield
    except StoreFailed as error:
        raise Refused(str(error)) from None


def place(task: Task, clip: Clip) -> Path:
    """Give the canonical place of a clip, led to its selected take where machines share files. Raises StoreFailed."""
    target = task.project.folder / clip.path
    if not storage.is_shared():
        return target
    take = clip.attempts.filter(selected=True).select_related("clip").first()
    if take is not None:
        file = bring_take(take)
        if not (target.is_file() and target.samefile(file)):  # Another machine may have made, or picked, another one.
            publish(task, BY_KIND[clip.kind], clip, file)
    return target


def publish(task: Task, step: Step, clip: Clip, take: Path) -> None:
    """Put a take, and what goes with it, at the clip's canonical place."""
    target = task.project.folder / clip.path
    pairs = zip((take, *step.companions(take)), (target, *step.companions(target)), strict=True)
    for source, there in pairs:
        if source.exists():
            task.project.publish(source, there)


def _fetch_if_there(file: Path) -> None:
    try:
        storage.fetch(file)
    except StoreFailed as error:
        if error.code != "not_in_store":  # Not every take has everything that may go with it.
            raise


def _paths_in(value: object) -> Iterator[Path]:
    if isinstance(value, Path):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from _paths_in(getattr(value, each.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _paths_in(item)
