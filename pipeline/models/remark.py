"""Remark: what somebody said about a take, perhaps at one moment of it."""

from django.db import models

from pipeline.models.job import Attempt


class Remark(models.Model):
    """A note on a take. `seconds` is where in it, from its beginning; None: about the whole of it."""

    take = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="remarks")
    seconds = models.FloatField(null=True, blank=True)
    text = models.TextField(max_length=2_000)
    by = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("take", "seconds", "id")

    def __str__(self) -> str:
        return self.text[:60]
