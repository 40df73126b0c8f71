"""The page of a task: what it is, how far it is, what it is made of, what went wrong, who decided what."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pipeline.actions import Refused
from pipeline.models import Clip, Task
from pipeline.rules.statuses import CANCELLABLE, Status
from review.access import may_decide, task_for
from review.cards import Card, cards
from review.clip_views import NAMES, PLURALS, ClipView, Views, clip_views, good
from review.failures import failures
from review.gates import LONGEST_NOTE, LONGEST_PROMPT
from review.refreshing import live
from review.scenes import film, scenes, storyboard
from videogen.lib.paths import UnsafePath

K = Clip.Kind
MOST_ENTRIES = 200
SHELVES = (K.FILM, K.IMAGE, K.COMPOSITE, K.VIDEO, K.NARRATION, K.SFX)


@dataclass(frozen=True)
class Shelf:
    """All clips of one kind."""

    kind: str
    clips: list[ClipView]

    @property
    def name(self) -> str:
        return PLURALS.get(self.kind, f"{NAMES[self.kind]}s")

    @property
    def done(self) -> int:
        return good(self.clips)


@require_safe
def task(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Show a task; to a page that shows it already, send what changed, or nothing."""
    found = task_for(request, task_id)
    card = cards([found])[0]
    return live(
        request,
        "review/task.html",
        "review/task_update.html",
        seen=f"{card.stamp}-{found.revision}",
        contents=lambda: {
            "task": found,
            "card": card,
            **_buttons(request, found, card),
            **_contents(found, clip_views(found)),
        },
    )


def _buttons(request: HttpRequest, found: Task, card: Card) -> dict[str, Any]:
    allowed = may_decide(request)
    return {
        "may_decide": allowed,
        "can_queue": allowed and found.state is Status.DRAFT and not found.problem,
        "can_retry": allowed and (found.in_error or card.retry is not None),
        "can_cancel": allowed and found.state in CANCELLABLE,
    }


def _to_mend(found: Task, views: Views) -> ClipView | None:
    """The clip that stopped the task, where another prompt may help."""
    stopped = found.error["clip"] if found.error else ""
    return next((view for each in views.values() for view in each if view.key == stopped and view.prompt_label), None)


def _contents(found: Task, views: Views) -> dict[str, Any]:
    board, problem = None, ""
    try:
        board = storyboard(found, views)
    except (Refused, UnsafePath) as damaged:
        problem = str(damaged)
    entries = found.audit.order_by("-id")
    return {
        "board": board,
        "board_problem": problem,
        "scenes": scenes(views, board),
        "film": film(views),
        "shelves": [Shelf(kind, views[kind]) for kind in SHELVES],
        "to_mend": _to_mend(found, views),
        "longest_prompt": LONGEST_PROMPT,
        "longest_note": LONGEST_NOTE,
        "failures": failures(view for each in views.values() for view in each),
        "audit": entries[:MOST_ENTRIES],
    }
