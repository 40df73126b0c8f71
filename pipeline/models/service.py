"""Service: something that limits us. Turn: when a channel had its turn. Worker: who was seen working, and when."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.timezone import now

from channels.models import Channel

UNTIL_RESUMED = datetime(9999, 12, 31, tzinfo=UTC)  # a pause that ends when somebody says so


def _a_time_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValidationError(f"“{name}” is no time zone. Write one such as UTC or America/Los_Angeles.") from None


class Service(models.Model):
    """Its limits are rows: a changed one holds from the next claim on, everywhere."""

    name = models.CharField(max_length=20, primary_key=True)
    limit = models.PositiveSmallIntegerField(default=1, help_text="How many calls may run at once.")
    per_machine = models.BooleanField(default=False, help_text="The limit holds for each machine by itself.")
    calls_per_window = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many calls may begin within the window; empty: no such limit."
    )
    window_seconds = models.PositiveSmallIntegerField(default=60, help_text="How long that window is.")
    recent_calls = models.JSONField(
        default=list, blank=True, editable=False
    )  # when the last calls began, in epoch seconds
    paused_until = models.DateTimeField(null=True, blank=True)
    pause_reason = models.CharField(max_length=300, blank=True)
    daily_quota = models.PositiveIntegerField(
        null=True, blank=True, help_text="How many calls may begin on one of its days; empty: no such limit."
    )
    used_today = models.PositiveIntegerField(default=0)
    used_on = models.DateField(null=True, blank=True, editable=False)  # the day of `used_today`, by its time zone
    daily_cap_usd = models.DecimalField(
        max_digits=10, decimal_places=2, null=True, blank=True, help_text="US dollars a day; empty: no cap."
    )
    timezone = models.CharField(
        max_length=40, default="UTC", validators=[_a_time_zone], help_text="Whose midnight ends its day."
    )

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(condition=Q(limit__gte=0), name="a_limit_is_not_negative"),
            models.CheckConstraint(
                condition=Q(daily_cap_usd=None) | Q(daily_cap_usd__gte=0), name="a_daily_cap_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(calls_per_window=None) | Q(calls_per_window__range=(1, 1_000), window_seconds__gte=1),
                name="a_window_allows_1_to_1000_calls",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Turn(models.Model):
    """When a channel had its last turn at one priority, and when one of its jobs was claimed last, in turn or not."""

    priority = models.PositiveSmallIntegerField()
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    served_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ("priority", "served_at")
        constraints = (
            models.UniqueConstraint(fields=["priority", "channel"], name="one_turn_per_priority_and_channel"),
        )

    def __str__(self) -> str:
        return f"{self.channel_id} at priority {self.priority}"


class Worker(models.Model):
    """One process that does jobs."""

    name = models.CharField(max_length=120, primary_key=True)
    started_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("-seen_at",)

    def __str__(self) -> str:
        return self.name
