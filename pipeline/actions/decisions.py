"""What people decide: approve, reject, make again, pick a take, retry, cancel."""

import uuid
from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from pipeline import storage
from pipeline.actions.advance import Progress, advance
from pipeline.actions.sight import Seen, must_be_as_seen, must_be_at_gate
from pipeline.actions.takes import outdate
from pipeline.models import Attempt, Clip, Job, Task
from pipeline.moves import changed, lock, move, record
from pipeline.refused import Refused
from pipeline.rules import flow
from pipeline.rules.statuses import CANCELLABLE, ERRORS, Status
from pipeline.sharing import bring_take, place, publish, refusing, storyboard_first
from pipeline.steps import BY_KIND, STEPS
from videogen.lib import paths


@storyboard_first
def approve(
    task_id: uuid.UUID, *, by: str, note: str = "", seen: Seen | None = None, played_seconds: float | None = None
) -> Task:
    """Pass the gate that the task waits at. `seen`: what the person saw; if that is not so any more, nothing happens.

    `played_seconds`: how much of the film the person's player played. From Video Error, "approved" means "make what is
    missing once more".
    """
    _bring_film(task_id)
    return _approve(task_id, by=by, note=note, seen=seen, played=played_seconds)


@transaction.atomic
def _approve(task_id: uuid.UUID, *, by: str, note: str, seen: Seen | None, played: float | None) -> Task:
    task = lock(task_id)
    if task.state in ERRORS and seen is None:
        return retry(task_id, by=by, note=note)
    must_be_at_gate(task, seen)
    steps = flow.GATE_STEPS[task.state]
    clips = task.clips.filter(kind__in=[STEPS[s].kind for s in steps])
    clips.update(verdict=Clip.Verdict.APPROVED)
    final = task.state is Status.FINAL_REVIEW
    film = _film_hash(task) if final else ""
    facts = _played(task, played) if final else {}
    record(task, "approve", by=by, note=note, sha256=film, from_status=task.state, facts=facts)
    move(task, flow.APPROVES_TO[task.state], by=by, note=note, sha256=film)
    advance(task)
    return task


@storyboard_first
@transaction.atomic
def make_again(
    task_id: uuid.UUID,
    clips: Collection[tuple[str, int]],
    *,
    by: str,
    note: str = "",
    notes: Mapping[tuple[str, int], str] | None = None,
    prompts: Mapping[tuple[str, int], str] | None = None,
    approve_rest: bool = False,
    seen: Seen | None = None,
) -> Task:
    """Reject these clips, with new prompts where given, and have them made again; everything else stays as it is.

    `notes`: what is wrong with a clip, where that is not what `note` says of all. `approve_rest`: all others that the gate is
    about are good. In a task that failed, the clips that are missing can get another prompt; then it goes on.
    """
    task = lock(task_id)
    if not clips:
        raise Refused("Choose at least one clip to make again.")
    if task.state in ERRORS and seen is None:
        _mend(task, clips, prompts or {}, by=by, note=note)
        return retry(task_id, by=by, note=note)
    must_be_at_gate(task, seen)
    rejected = [_clip(task, key) for key in clips]
    to = flow.back_to([BY_KIND[clip.kind].name for clip in rejected])
    _may_go_back(task, to, rejected)
    for clip in rejected:
        clip.prompt = (prompts or {}).get((clip.kind, clip.number), clip.prompt)
        clip.verdict, clip.note = Clip.Verdict.REJECTED, (notes or {}).get((clip.kind, clip.number)) or note
        clip.save(update_fields=["prompt", "verdict", "note"])
        record(task, "reject", by=by, clip=clip, note=clip.note, sha256=_hash(clip), from_status=task.state)
    if approve_rest:
        _approve_rest(task, by=by)
    move(task, to, by=by, note=note)
    advance(task, again=True)
    return task


@storyboard_first
def pick_take(task_id: uuid.UUID, key: tuple[str, int], take: int, *, by: str, seen: Seen | None = None) -> Task:
    """Select another take of a clip; picking it is approving it. What was made from the other one becomes outdated."""
    if storage.is_shared():
        kind, number = key
        takes = Attempt.objects.filter(clip__task=task_id, clip__kind=kind, clip__number=number, take=take)
        _bring(takes.exclude(path="").select_related("clip").first())
    return _pick_take(task_id, key, take, by=by, seen=seen)


@transaction.atomic
def _pick_take(task_id: uuid.UUID, key: tuple[str, int], take: int, *, by: str, seen: Seen | None) -> Task:
    task = lock(task_id)
    must_be_at_gate(task, seen)
    clip = _clip(task, key)
    if BY_KIND[clip.kind].name not in flow.GATE_STEPS[task.state]:
        raise Refused(f"A take of a {clip.kind} is picked at its own gate; this task is at {task.label}.")
    chosen = next((t for t in clip.takes if t.take == take), None)
    if chosen is None:
        raise Refused(f"There is no take {take} of {clip}; it has {len(clip.takes)}.")
    if not chosen.selected:
        clip.attempts.filter(selected=True).update(selected=False)
        Attempt.objects.filter(pk=chosen.pk).update(selected=True)
        publish(task, BY_KIND[clip.kind], clip, paths.inside(task.project.root, chosen.path))
        outdate(task, clip)
    Clip.objects.filter(pk=clip.pk).update(verdict=Clip.Verdict.APPROVED)
    record(task, "pick_take", by=by, clip=clip, sha256=chosen.sha256, note=f"take {take}", from_status=task.state)
    changed(task)
    return task


@storyboard_first
@transaction.atomic
def retry(task_id: uuid.UUID, *, by: str, note: str = "", seen: Seen | None = None) -> Task:
    """Go on with a task that failed, from the first thing that is missing; or with waiting retries, at once."""
    task = lock(task_id)
    must_be_as_seen(task, seen)
    if task.state in ERRORS:
        progress = Progress(task)
        move(task, flow.resume_at(task.state, progress.complete), by=by, note=note)
        advance(task, again=True)
        return task
    hurried = task.jobs.retrying().update(run_after=now())
    if not hurried and task.jobs.filter(state=Job.State.HELD, hold=Job.Hold.LOST).exists():
        raise Refused(
            f"Clips of “{task}” may have been charged. Decide about each: fetch it, order it again, or give it up."
        )
    if not hurried:
        raise Refused(f"Nothing failed in “{task}”: it is at {task.label}. There is nothing to retry.")
    record(task, "retry", by=by, note=note, from_status=task.state)
    changed(task)
    advance(task)
    return task


@transaction.atomic
def cancel(task_id: uuid.UUID, *, by: str, note: str = "", seen: Seen | None = None) -> Task:
    """Take a task back to Draft. Running scripts are stopped at their next heartbeat; finished clips stay."""
    task = lock(task_id)
    must_be_as_seen(task, seen)
    if task.state not in CANCELLABLE:
        raise Refused(f"“{task}” is at {task.label} and cannot be cancelled.")
    # Jobs first: who begins an attempt, or hands one back, holds its job first, too.
    task.jobs.open().update(state=Job.State.CANCELLED, hold=Job.Hold.NOTHING, waits_for=None, finished_at=now())
    Attempt.objects.filter(clip__task=task, outcome=Attempt.Outcome.STARTED).update(
        outcome=Attempt.Outcome.INTERRUPTED, finished_at=now()
    )
    task.jobs.filter(state=Job.State.FAILED).update(
        state=Job.State.CANCELLED
    )  # so that they are tried when it is queued
    task.pause = ""
    move(task, Status.DRAFT, by=by, note=note)
    return task


def _mend(
    task: Task, clips: Collection[tuple[str, int]], prompts: Mapping[tuple[str, int], str], *, by: str, note: str
) -> None:
    for kind, number in clips:
        clip = task.clips.filter(kind=kind, number=number).prefetch_related("attempts").first()
        if clip is None or clip.is_good:
            raise Refused(f"{kind}:{number} did not fail in “{task}”. Change the prompt of a clip that is missing.")
        clip.prompt, clip.note = prompts.get((kind, number), clip.prompt), note
        clip.save(update_fields=["prompt", "note"])
        record(task, "mend", by=by, clip=clip, note=note, from_status=task.state)


def _approve_rest(task: Task, *, by: str) -> None:
    """Approve what the gate is about and nobody rejected, on record with each take's hash."""
    kinds = [STEPS[step].kind for step in flow.GATE_STEPS[task.state]]
    undecided = task.clips.filter(kind__in=kinds, verdict=Clip.Verdict.UNDECIDED).prefetch_related("attempts")
    good = [clip for clip in undecided.order_by("kind", "number") if clip.selected]
    if good:
        Clip.objects.filter(pk__in=[clip.pk for clip in good]).update(verdict=Clip.Verdict.APPROVED)
        hashes = {str(clip): _hash(clip) for clip in good}
        record(task, "approve_clips", by=by, from_status=task.state, facts={"clips": hashes})


def _played(task: Task, played: float | None) -> dict[str, Any]:
    """Say how much of the film was played, where the page told it."""
    film = _clip(task, (Clip.Kind.FILM, 1)).selected
    length = film.facts.get("seconds") if film else None
    if played is None:
        return {}
    return {"played_seconds": round(min(played, length or played), 1), "film_seconds": length}


def _may_go_back(task: Task, to: Status, rejected: list[Clip]) -> None:
    here = flow.GATE_STEPS[task.state]
    if task.state is Status.FINAL_REVIEW and to is not Status.QUEUED:
        return
    strange = [clip for clip in rejected if BY_KIND[clip.kind].name not in here]
    if strange:
        raise Refused(f"{strange[0]} cannot be rejected at {task.label}. It can be at its own gate or at Final Review.")


def _clip(task: Task, key: tuple[str, int]) -> Clip:
    kind, number = key
    clip = task.clips.filter(kind=kind, number=number).prefetch_related("attempts").first()
    if clip is None:
        raise Refused(f"“{task}” has no clip {kind}:{number}.")
    if clip.selected is None:
        raise Refused(f"{clip} is not made yet, so there is nothing to reject.")
    return clip


def _hash(clip: Clip) -> str:
    return clip.selected.sha256 if clip.selected else ""


def _bring_film(task_id: uuid.UUID) -> None:
    """Have the film that a person approves here, at its canonical place, before the transaction."""
    if storage.is_shared():
        films = Clip.objects.filter(task=task_id, task__status=Status.FINAL_REVIEW, kind=Clip.Kind.FILM)
        if clip := films.select_related("task").first():
            with refusing():
                place(clip.task, clip)


def _bring(take: Attempt | None) -> None:
    if take:
        with refusing():
            bring_take(take)


def _film_hash(task: Task) -> str:
    """The hash of the film that is approved: of the file that is there, which must be the one that was made."""
    made = _hash(_clip(task, (Clip.Kind.FILM, 1)))
    there = paths.digest(task.project.film) if task.project.film.is_file() else ""
    if there != made:
        raise Refused(
            "The film's file is gone, or is not the one that was made. Have film:1 made again, then look at it."
        )
    return made
