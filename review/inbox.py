"""The inbox: what waits for a person, oldest first."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from channels.models import Channel
from pipeline.models import Task
from pipeline.models.task import TaskQuerySet
from pipeline.rules.statuses import GATES, MAKING, Status
from review.cards import cards, share_channels, stamp
from review.lost import tasks_of
from review.refreshing import live

MOST = 100


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """List the tasks that wait for a person; to a page that shows them already, send what changed, or nothing."""
    channels = list(Channel.objects.visible_to(request.user))
    waiting = _waiting(request, [channel.pk for channel in channels])
    count = waiting.count()
    tasks = list(waiting.order_by("status_since")[:MOST])
    share_channels(tasks, channels)
    shown = sorted(cards(tasks), key=lambda card: card.waits_since)
    return live(
        request,
        "review/inbox.html",
        "review/inbox_update.html",
        seen=f"{stamp(shown)}-{count}",
        contents=lambda: {"cards": shown, "more": count - len(shown)},
    )


def _waiting(request: HttpRequest, channels: list[str]) -> TaskQuerySet:
    """Tasks at a gate and with orders to decide about; for operators also those that wait for money."""
    wanted = Q(status__in=GATES) | Q(pk__in=tasks_of(channels))
    if getattr(request.user, "is_staff", False):
        wanted |= Q(status__in=(Status.QUEUED, *MAKING)) & ~Q(pause="")
    return Task.objects.filter(wanted, channel__in=channels)
