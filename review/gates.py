"""What people decide. The pages, the admin and the commands all come through here; each decision is one transaction."""

import re
import uuid
from collections.abc import Collection, Mapping
from enum import StrEnum

from pipeline import actions
from pipeline.actions import Refused, Seen
from pipeline.models import Clip, Remark, Service, Task
from pipeline.models.task import Priority
from pipeline.rules.statuses import InvalidStateTransitionError

LONGEST_NOTE = 2_000
LONGEST_PROMPT = 5_000
_KEY = re.compile(r"(?P<kind>[a-z]+):(?P<number>\d{1,3})")

NOT_POSSIBLE = (Refused, InvalidStateTransitionError)


class Way(StrEnum):
    """A way out for an order that may have been charged."""

    FETCH = "fetch"
    AGAIN = "again"
    GIVE_UP = "give_up"

    @property
    def label(self) -> str:
        return {"fetch": "is fetched by its id", "again": "is ordered again", "give_up": "is given up"}[self.value]


def approve(
    task: Task, *, by: str, note: str = "", seen: Seen | None = None, played_seconds: float | None = None
) -> Task:
    """Pass the gate. `seen` is what the person saw there. Raises one of NOT_POSSIBLE."""
    note = _short(note, "note", LONGEST_NOTE)
    return actions.approve(task.pk, by=by, note=note, seen=seen, played_seconds=played_seconds)


def reject(
    task: Task,
    clips: Collection[tuple[str, int]],
    *,
    by: str,
    note: str = "",
    notes: Mapping[tuple[str, int], str] | None = None,
    prompts: Mapping[tuple[str, int], str] | None = None,
    approve_rest: bool = False,
    seen: Seen | None = None,
) -> Task:
    """Have these clips made again, each for the reason in its own note or in the one for all. Raises one of NOT_POSSIBLE.

    Where nothing is written, another prompt says what is wanted, or the remarks about the take do.
    """
    notes = {clip: _short(text, "note", LONGEST_NOTE) for clip, text in (notes or {}).items() if text.strip()}
    prompts = _other_prompts(task, prompts or {})
    note = _short(note, "note", LONGEST_NOTE)
    if not note:
        silent = [clip for clip in clips if clip not in notes and clip not in prompts]
        notes.update(_said_about(task, silent))
        if any(clip not in notes for clip in silent):
            raise Refused("Say in the note what is wrong, so that the next take can be better.")
    return actions.make_again(
        task.pk, clips, by=by, note=note, notes=notes, prompts=prompts, approve_rest=approve_rest, seen=seen
    )


def regenerate(
    task: Task, clip: tuple[str, int], *, by: str, prompt: str = "", note: str = "", seen: Seen | None = None
) -> Task:
    """Have one clip made again, with a new prompt where one is given. Raises one of NOT_POSSIBLE."""
    prompts: Mapping[tuple[str, int], str] = {}
    if prompt.strip():
        prompts = {clip: _short(prompt.strip(), "prompt", LONGEST_PROMPT)}
    note = _short(note, "note", LONGEST_NOTE)
    return actions.make_again(task.pk, [clip], by=by, note=note, prompts=prompts, seen=seen)


def pick_take(task: Task, clip: tuple[str, int], take: int, *, by: str, seen: Seen | None = None) -> Task:
    """Select another take, which approves it. Raises one of NOT_POSSIBLE."""
    return actions.pick_take(task.pk, clip, take, by=by, seen=seen)


def remark(task: Task, clip: tuple[str, int], take: int, text: str, *, by: str, seconds: float | None = None) -> Remark:
    """Note something about a take, at one moment of it where that is given. Raises one of NOT_POSSIBLE."""
    text = _short(text, "note", LONGEST_NOTE)
    if not text:
        raise Refused("Write what you noticed.")
    return actions.remark(task.pk, clip, take, text, by=by, seconds=seconds)


def retry(task: Task, *, by: str, note: str = "", seen: Seen | None = None) -> Task:
    """Go on with what failed. Raises one of NOT_POSSIBLE."""
    return actions.retry(task.pk, by=by, note=_short(note, "note", LONGEST_NOTE), seen=seen)


def cancel(task: Task, *, by: str, note: str = "", seen: Seen | None = None) -> Task:
    """Take the task back to Draft. Raises one of NOT_POSSIBLE."""
    return actions.cancel(task.pk, by=by, note=_short(note, "note", LONGEST_NOTE), seen=seen)


def queue(task: Task, *, by: str, seen: Seen | None = None) -> Task:
    """Put a draft into the queue. Raises one of NOT_POSSIBLE."""
    return actions.queue(task.pk, by=by, seen=seen)


def prioritise(task: Task, priority: Priority, *, by: str) -> Task:
    """Let a film be made before or after others. Raises one of NOT_POSSIBLE."""
    return actions.prioritise(task.pk, priority, by=by)


def mend(task: Task, prompts: Mapping[tuple[str, int], str], *, by: str) -> Task:
    """Go on with a film that failed, these clips from other prompts (an empty one: as before). Raises one of NOT_POSSIBLE."""
    if not task.in_error:
        raise Refused(f"“{task}” did not fail: it is at {task.label}. Reload the page to see where it stands.")
    changed = {clip: _short(text, "prompt", LONGEST_PROMPT) for clip, text in prompts.items() if text.strip()}
    return actions.make_again(task.pk, list(prompts), by=by, prompts=changed)


def reword(task: Task, *, title: str, topic: str, story_direction: str, by: str) -> Task:
    """Have the storyboard of a film that failed written from another idea. Raises one of NOT_POSSIBLE."""
    return actions.reword(task.pk, title=title, topic=topic, story_direction=story_direction, by=by)


def order_again(task: Task, clip: tuple[str, int], *, by: str, charged: bool = True) -> Task:
    """Order a clip once more whose order was lost. Raises one of NOT_POSSIBLE."""
    return actions.order_again(task.pk, clip, by=by, charged=charged)


def resume_order(task: Task, clip: tuple[str, int], provider_job: str, *, by: str) -> Task:
    """Fetch a lost order by the id that the provider gave it. Raises one of NOT_POSSIBLE."""
    return actions.resume_order(task.pk, clip, provider_job, by=by)


def give_up_order(task: Task, clip: tuple[str, int], *, by: str, charged: bool = True) -> Task:
    """Let a lost order go. Raises one of NOT_POSSIBLE."""
    return actions.give_up_order(task.pk, clip, by=by, charged=charged)


def settle(
    task: Task, clip: tuple[str, int], way: Way, *, by: str, provider_job: str = "", charged: bool = True
) -> Task:
    """Decide about an order that may have been charged, one way or another. Raises one of NOT_POSSIBLE."""
    match way:
        case Way.FETCH:
            return resume_order(task, clip, provider_job, by=by)
        case Way.AGAIN:
            return order_again(task, clip, by=by, charged=charged)
        case Way.GIVE_UP:
            return give_up_order(task, clip, by=by, charged=charged)


def resume_service(name: str, *, by: str) -> Service:
    """Lift a service's pause. Raises one of NOT_POSSIBLE."""
    return actions.resume_service(name, by=by)


def clip_key(text: str) -> tuple[str, int]:
    """Read `video:7`. Raises Refused with an example when it is something else."""
    found = _KEY.fullmatch(text.strip())
    if not found or found["kind"] not in Clip.Kind.values:
        raise Refused(f"“{text[:40]}” is no clip. Write a kind and a number, such as video:7.")
    return found["kind"], int(found["number"])


def find_task(text: str) -> Task:
    """Find a task by its id or by the beginning of it (at least 4 characters). Raises Refused."""
    wanted = text.strip().lower().replace("-", "")
    if not re.fullmatch(r"[0-9a-f]{4,32}", wanted):
        raise Refused(f"“{text[:40]}” is no task id. `manage.py status` lists them.")
    low, high = uuid.UUID(wanted.ljust(32, "0")), uuid.UUID(wanted.ljust(32, "f"))
    found = list(Task.objects.filter(pk__gte=low, pk__lte=high)[:2])
    if len(found) != 1:
        how_many = "No task has" if not found else "Several tasks have"
        raise Refused(f"{how_many} an id that begins with “{text[:40]}”. `manage.py status` lists them.")
    return found[0]


def _other_prompts(task: Task, prompts: Mapping[tuple[str, int], str]) -> dict[tuple[str, int], str]:
    """Leave out those that say what the clip's prompt says already."""
    texts = {clip: _short(text, "prompt", LONGEST_PROMPT) for clip, text in prompts.items()}
    now = {(kind, number): text for kind, number, text in task.clips.values_list("kind", "number", "prompt")}
    return {clip: text for clip, text in texts.items() if text and text != now.get(clip, "").strip()}


def _said_about(task: Task, clips: Collection[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Put what was remarked about the takes that count into one note for each clip."""
    rows = Remark.objects.filter(take__clip__task=task, take__selected=True).order_by("seconds", "id")
    found: dict[tuple[str, int], list[str]] = {}
    for kind, number, seconds, text in rows.values_list("take__clip__kind", "take__clip__number", "seconds", "text"):
        if (kind, number) in clips:
            found.setdefault((kind, number), []).append(text if seconds is None else f"{moment(seconds)} {text}")
    return {clip: "\n".join(said)[:LONGEST_NOTE] for clip, said in found.items()}


def moment(seconds: float) -> str:
    """Write a moment of a clip as players do, with its tenths: 0:03.4."""
    tenths = int(seconds * 10 + 0.5)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


def _short(text: str, what: str, limit: int) -> str:
    if len(text) > limit:
        raise Refused(f"The {what} has {len(text):,} characters; please keep it under {limit:,}.")
    return text.strip()
