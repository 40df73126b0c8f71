"""Every write about films, each one short transaction."""

from pipeline.actions.advance import pass_auto_gates, requote
from pipeline.actions.decisions import (
    approve,
    cancel,
    make_again,
    pick_take,
    retry,
)
from pipeline.actions.ideas import reword
from pipeline.actions.intake import SameIdea, add_ideas, queue
from pipeline.actions.orders import (
    abandon,
    can_resume,
    close,
    forget_provider_job,
    give_up_order,
    hold_lost,
    lost_orders,
    order_again,
    resume_order,
    take_back_lost,
)
from pipeline.actions.outcomes import Failure, Left
from pipeline.actions.priorities import prioritise
from pipeline.actions.remarks import remark
from pipeline.actions.services import resume_service
from pipeline.actions.sight import Seen, takes_now, takes_of, who_was_last
from pipeline.actions.work import (
    begin_attempt,
    give_up,
    interrupt,
    keep,
    note_provider_job,
    nothing_to_do,
    pause_service,
    reprice,
    settle_earlier,
)
from pipeline.refused import Refused

__all__ = [
    "Failure",
    "Left",
    "Refused",
    "SameIdea",
    "Seen",
    "abandon",
    "add_ideas",
    "approve",
    "begin_attempt",
    "can_resume",
    "cancel",
    "close",
    "forget_provider_job",
    "give_up",
    "give_up_order",
    "hold_lost",
    "interrupt",
    "keep",
    "lost_orders",
    "make_again",
    "note_provider_job",
    "nothing_to_do",
    "order_again",
    "pass_auto_gates",
    "pause_service",
    "pick_take",
    "prioritise",
    "queue",
    "remark",
    "reprice",
    "requote",
    "resume_order",
    "resume_service",
    "retry",
    "reword",
    "settle_earlier",
    "take_back_lost",
    "takes_now",
    "takes_of",
    "who_was_last",
]
