"""The inbox: what waits for a person, oldest first."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from channels.models import Channel
from pipeline.models import Task
from review.cards import cards, share_channels, stamp
from review.refreshing import live

MOST = 100


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """List the tasks that wait at a gate; to a page that shows them already, send what changed, or nothing."""
    channels = list(Channel.objects.visible_to(request.user))
    waiting = Task.objects.filter(channel__in=[channel.pk for channel in channels]).at_a_gate()
    count = waiting.count()
    tasks = list(waiting.order_by("status_since")[:MOST])
    share_channels(tasks, channels)
    shown = cards(tasks)
    return live(
        request,
        "review/inbox.html",
        "review/inbox_update.html",
        seen=f"{stamp(shown)}-{count}",
        contents=lambda: {"cards": shown, "more": count - len(shown)},
    )
