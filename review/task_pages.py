"""The page of a task: what it is, how far it is, what it is made of, what went wrong, who decided what."""

from dataclasses import dataclass
from decimal import Decimal
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
from review.estimates import estimate_for
from review.failures import failures
from review.gates import LONGEST_NOTE, LONGEST_PROMPT
from review.mending import idea_was_refused, to_mend
from review.refreshing import live
from review.scenes import film, scenes, storyboard
from review.spending import spending
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


def _money(found: Task, views: Views) -> dict[str, Any]:
    """What was spent, what may have been charged, what the next decision costs, and what can be mended."""
    shown = [view for each in views.values() for view in each]
    lost = [view for view in shown if view.lost]
    mends = to_mend(found, views)
    reword = idea_was_refused(found, views)
    estimate = estimate_for(found, views) if mends or reword or found.state is Status.DRAFT else None
    keys = [(mend.view.clip.kind, mend.view.clip.number) for mend in mends] or [(K.STORYBOARD, 1)]
    return {
        "spending": spending(found),
        "lost": lost,
        "lost_usd": sum((view.lost.usd for view in lost if view.lost), Decimal(0)),
        "mends": mends,
        "reword": reword,
        "quote": estimate.film() if estimate and found.state is Status.DRAFT else None,
        "mend_quote": estimate.again(keys) if estimate else None,
    }


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
        **_money(found, views),
        "longest_prompt": LONGEST_PROMPT,
        "longest_note": LONGEST_NOTE,
        "failures": failures(view for each in views.values() for view in each),
        "audit": entries[:MOST_ENTRIES],
    }
