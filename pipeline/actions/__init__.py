"""Every write about films, each one short transaction."""

from pipeline.actions.advance import pass_auto_gates
from pipeline.actions.decisions import (
    approve,
    cancel,
    make_again,
    pick_take,
    retry,
)
from pipeline.actions.intake import SameIdea, add_ideas, bring_storyboard, queue
from pipeline.actions.work import (
    Failure,
    begin_attempt,
    give_up,
    keep,
    note_provider_job,
    nothing_to_do,
    pause_service,
)
from pipeline.refused import Refused

__all__ = [
    "Failure",
    "Refused",
    "SameIdea",
    "add_ideas",
    "approve",
    "begin_attempt",
    "bring_storyboard",
    "cancel",
    "give_up",
    "keep",
    "make_again",
    "note_provider_job",
    "nothing_to_do",
    "pass_auto_gates",
    "pause_service",
    "pick_take",
    "queue",
    "retry",
]
