"""Service: something that limits us. Worker: who was seen working, and when."""

from django.db import models
from django.db.models import Q


class Service(models.Model):
    """Its limits are rows: a changed one holds from the next claim on, everywhere."""

    name = models.CharField(max_length=20, primary_key=True)
    limit = models.PositiveSmallIntegerField(default=1, help_text="How many calls may run at once.")
    paused_until = models.DateTimeField(null=True, blank=True)
    pause_reason = models.CharField(max_length=300, blank=True)
    daily_quota = models.PositiveIntegerField(null=True, blank=True)
    used_today = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("name",)
        constraints = (models.CheckConstraint(condition=Q(limit__gte=0), name="a_limit_is_not_negative"),)

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
