"""Clip: one media file that a task is made of. Its takes are its attempts that were finished."""

from django.db import models
from django.db.models import Q

from pipeline.models.task import Task


class Clip(models.Model):
    """`number` is the scene, or the place among the 22 images. `verdict` is what was decided about the selected take."""

    class Kind(models.TextChoices):
        STORYBOARD = "storyboard"
        IMAGE = "image"
        COMPOSITE = "composite"
        VIDEO = "video"
        NARRATION = "narration"
        SFX = "sfx"
        FILM = "film"

    class Verdict(models.TextChoices):
        UNDECIDED = "", "undecided"
        APPROVED = "approved"
        REJECTED = "rejected"
        OUTDATED = "outdated"  # something that it was made from has a newer take

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="clips")
    kind = models.CharField(max_length=10, choices=Kind)
    number = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=64)
    path = models.CharField(max_length=300)
    prompt = models.TextField(blank=True)
    verdict = models.CharField(max_length=8, choices=Verdict, blank=True, default=Verdict.UNDECIDED)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("task", "kind", "number")
        constraints = (
            models.UniqueConstraint(fields=["task", "kind", "number"], name="one_clip_per_task_kind_and_number"),
        )

    def __str__(self) -> str:
        return f"{self.kind}:{self.number}"

    @property
    def selected(self) -> "Attempt | None":  # type: ignore[name-defined]  # noqa: F821
        """The take that counts, or None before there is one. Costs no query where takes were prefetched."""
        return next((take for take in self.takes if take.selected), None)

    @property
    def takes(self) -> "list[Attempt]":  # type: ignore[name-defined]  # noqa: F821
        """All finished attempts, oldest first."""
        return sorted((a for a in self.attempts.all() if a.outcome == "done"), key=lambda a: a.take)

    @property
    def is_good(self) -> bool:
        """There is a selected take that nobody rejected and nothing outdated."""
        return self.verdict in ("", self.Verdict.APPROVED) and self.selected is not None


HAS_GOOD_TAKE = Q(attempts__selected=True, verdict__in=["", Clip.Verdict.APPROVED])
