"""Preview: how a take is looked at without opening it. Made once, after the take, by whoever has nothing better to do."""

from django.db import models
from django.db.models import Q

from pipeline.models.job import Attempt


class Preview(models.Model):
    """Small files beside a take (poster, filmstrip, 480p proxy), and what was measured on it: `facts`.

    While it is made, `leased_until` says how long its worker is believed to be alive.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        MAKING = "making"
        DONE = "done"
        FAILED = "failed"

    take = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="preview")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    failures = models.PositiveSmallIntegerField(default=0)
    waits = models.PositiveSmallIntegerField(
        default=0, db_default=0
    )  # for a machine or a store; no failure of the take
    message = models.TextField(blank=True)
    worker = models.CharField(max_length=100, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    facts = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("id",)
        indexes = (
            models.Index(
                fields=["id"], condition=Q(state__in=["waiting", "making"]), name="previews_to_make"
            ),  # finished ones must not make a look slower
        )

    def __str__(self) -> str:
        return f"preview of {self.take_id}"
