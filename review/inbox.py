"""The inbox: what waits for a person over all channels, the nearest deadline first, then what waits longest."""

from datetime import UTC, datetime

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from channels.models import Channel
from pipeline.models import Task
from pipeline.models.task import TaskQuerySet
from pipeline.rules.statuses import GATES, MAKING, Status
from review.cards import Card, cards, share_channels, stamp
from review.lost import tasks_of
from review.refreshing import live

MOST = 100
NEVER = datetime.max.replace(tzinfo=UTC)


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """List what waits; to a page that shows it already, send what changed, or nothing."""
    channels = list(Channel.objects.visible_to(request.user))
    waiting = waiting_for(request.user, [channel.pk for channel in channels])
    count = waiting.count()
    tasks = list(waiting.order_by(F("publish_at").asc(nulls_last=True), "status_since")[:MOST])
    share_channels(tasks, channels)
    shown = sorted(cards(tasks), key=_place)
    return live(
        request,
        "review/inbox.html",
        "review/inbox_update.html",
        seen=f"{stamp(shown)}-{count}",
        contents=lambda: {"cards": shown, "count": count, "more": count - len(shown)},
    )


def _place(card: Card) -> tuple[datetime, datetime]:
    return (card.deadline or NEVER, card.waits_since)


def waiting_for(user: AbstractBaseUser | AnonymousUser, channels: list[str]) -> TaskQuerySet:
    """Tasks at a gate and with orders to decide about; for operators also those that wait for money."""
    wanted = Q(status__in=GATES) | Q(pk__in=tasks_of(channels))
    if getattr(user, "is_staff", False):
        wanted |= Q(status__in=(Status.QUEUED, *MAKING)) & ~Q(pause="")
    return Task.objects.filter(wanted, channel__in=channels)


@require_safe
def count(request: HttpRequest) -> HttpResponse:
    """Say how much waits, for the link to the inbox on every page."""
    channels = Channel.objects.visible_to(request.user).values_list("pk", flat=True)
    waiting = waiting_for(request.user, list(channels)).count()
    response = render(request, "review/parts/waiting.html", {"waiting": waiting})
    response["Cache-Control"] = "private, no-cache"
    return response
