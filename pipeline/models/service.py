"""Service: something that limits us. Worker: who was seen working, and when."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

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
    paused_until = models.DateTimeField(null=True, blank=True)
    pause_reason = models.CharField(max_length=300, blank=True)
    daily_quota = models.PositiveIntegerField(null=True, blank=True)
    used_today = models.PositiveIntegerField(default=0)
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
        )

    def __str__(self) -> str:
        return self.name


class Worker(models.Model):
    """One process that does jobs."""

    name = models.CharField(max_length=120, primary_key=True)
    started_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("-seen_at",)

    def __str__(self) -> str:
        return self.name
