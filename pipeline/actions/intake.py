"""Ideas become tasks; drafts are queued; storyboards are laid out into clips."""

import shutil
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from django.conf import settings
from django.db import transaction

from channels.models import Channel
from pipeline import machines, storage
from pipeline.actions.advance import advance
from pipeline.actions.sight import Seen, must_be_as_seen
from pipeline.models import Attempt, Clip, Task
from pipeline.models.task import LIVE, Priority
from pipeline.moves import changed, lock, move, record
from pipeline.refused import Refused
from pipeline.rules.intake import Idea
from pipeline.rules.statuses import Status
from pipeline.rules.storyboard import Storyboard
from pipeline.sharing import refusing, storyboard_first
from pipeline.steps import BY_KIND, STEPS, TaskPlan
from videogen.lib import paths


class SameIdea(Exception):
    """The idea is on its way already."""


def add_ideas(
    ideas: Sequence[Idea],
    *,
    by: str,
    queued: bool = False,
    storyboard: Path | None = None,
    again: bool = False,
) -> list[Task]:
    """Create a draft for each idea, all or none; then queue them, one by one, where asked.

    An idea that is on its way already raises SameIdea; `again` makes a new version of it instead.
    """
    own = [_lay_down(idea, storyboard) for idea in ideas] if storyboard else []
    try:
        if storage.is_shared():
            with refusing(), storage.no_connection():
                storage.put(board.file for board in own)
        tasks = _add_all(ideas, by, again=again, own=own)
    except BaseException:
        for board in own:  # No row points to them.
            shutil.rmtree(board.project.folder, ignore_errors=True)
        raise
    return [queue(task.pk, by=by) for task in tasks] if queued else tasks


@transaction.atomic
def _add_all(ideas: Sequence[Idea], by: str, *, again: bool, own: Sequence["_Own"]) -> list[Task]:
    # Channels first and in order, audit entries last: whoever adds at the same time, or claims, is never waited for in turn.
    ids = {idea.channel for idea in ideas}
    channels = {c.pk: c for c in Channel.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")}
    keys = [uuid.UUID(board.project.task_id) for board in own] or [uuid.uuid4() for _ in ideas]
    tasks = [_add(idea, channels[idea.channel], pk, again=again) for idea, pk in zip(ideas, keys, strict=True)]
    for task, board in zip_longest(tasks, own):
        record(task, "created", by=by)
        if board:
            _take(task, board, by=by)
    return tasks


def _add(idea: Idea, channel: Channel, pk: uuid.UUID, *, again: bool) -> Task:
    same = Task.objects.filter(channel=channel, title=idea.title, topic=idea.topic).order_by("-version").first()
    if same and same.state in LIVE and not again:
        raise SameIdea(
            f"“{idea.title}” is already on {channel.channel_name}'s board ({same.label}, {same.pk}). "
            "Change the title or the topic, or work on that one."
        )
    return Task.objects.create(
        id=pk,
        channel=channel,
        title=idea.title,
        topic=idea.topic,
        story_direction=idea.story_direction,
        priority=Priority[idea.priority.upper()],
        privacy=idea.privacy or "",
        publish_at=idea.publish_at,
        version=same.version + 1 if same else 1,
        previous=same,
    )


@storyboard_first
@transaction.atomic
def queue(task_id: uuid.UUID, *, by: str, seen: Seen | None = None) -> Task:
    """Put a draft into the queue. Raises Refused with what is missing, InvalidStateTransitionError when it is no draft."""
    task = lock(task_id)
    must_be_as_seen(task, seen)
    if task.state is Status.DRAFT and task.problem:
        raise Refused(task.problem)
    move(task, Status.QUEUED, by=by)
    storyboard_clip(task)
    advance(task, again=True)
    return task


def storyboard_clip(task: Task) -> Clip:
    """The clip that holds the task's storyboard; made when there is none yet."""
    name = "storyboard"
    return Clip.objects.get_or_create(
        task=task, kind=Clip.Kind.STORYBOARD, number=1, defaults={"name": name, "path": "storyboard.json"}
    )[0]


@dataclass(frozen=True)
class _Own:
    """A person's storyboard in the folder of the attempt, and of the task, that are about to have it."""

    project: paths.Project
    file: Path


def _lay_down(idea: Idea, storyboard: Path) -> _Own:
    project = paths.Project(settings.WORKSPACE_ROOT, idea.channel, str(uuid.uuid4()))
    file = project.take(str(uuid.uuid4())) / project.storyboard.name
    file.parent.mkdir(parents=True)
    shutil.copyfile(storyboard, file)
    return _Own(project, file)


def _take(task: Task, board: _Own, *, by: str) -> None:
    """Take a person's own, checked storyboard as the first take of the plan. It is in its place, and stored, by now."""
    clip, own = storyboard_clip(task), board.file
    paths.publish(own, task.project.folder / clip.path)
    Attempt.objects.create(
        id=uuid.UUID(own.parent.name),
        machine=machines.this(),
        job=None,
        clip=clip,
        provider="person",
        outcome=Attempt.Outcome.DONE,
        take=1,
        selected=True,
        path=paths.relative(task.project.root, own),
        sha256=paths.digest(own),
        size=own.stat().st_size,
    )
    record(task, "storyboard", by=by, clip=clip)
    changed(task)


def _place(file: Path, plan: TaskPlan) -> str:
    return file.relative_to(plan.project.folder).as_posix()


def lay_out(task: Task, plan: TaskPlan, board: Storyboard) -> None:
    """Create the clips that a storyboard asks for. Done again over the same storyboard, it changes nothing."""
    prompts = [("image", n, asset.name, asset.prompt) for n, asset in enumerate(board.assets, 1)]
    for scene in board.scenes:
        n = scene.number
        prompts += [
            ("composite", n, f"scene_{n:02d}", ""),
            ("video", n, f"clip_{n:02d}", scene.motion),
            ("narration", n, f"narration_{n:02d}", scene.narration),
            ("sfx", n, f"sfx_{n:02d}", scene.sound),
        ]
    prompts.append((STEPS["film"].kind, 1, "film", ""))
    clips = [
        Clip(task=task, kind=kind, number=n, name=name, prompt=prompt, path=_place(BY_KIND[kind].place(plan, n), plan))
        for kind, n, name, prompt in prompts
    ]
    Clip.objects.bulk_create(clips, ignore_conflicts=True)
