"""Task: one film on its way from idea to published video."""

import uuid
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models import Q, Sum
from django.urls import reverse

from channels.models import Channel
from pipeline.rules.statuses import ERRORS, GATES, MAKING, PUBLISHING, Status
from videogen.lib.paths import Project

FINISHED = (Status.PUBLISHED,)
LIVE = tuple(s for s in Status if s not in FINISHED)


class Priority(models.IntegerChoices):
    HIGH = 0, "high"
    NORMAL = 1, "normal"
    LOW = 2, "low"


class Privacy(models.TextChoices):
    PRIVATE = "private"
    UNLISTED = "unlisted"
    PUBLIC = "public"


class TaskQuerySet(models.QuerySet["Task"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "TaskQuerySet":
        """Tasks of the channels that this person may see."""
        if getattr(user, "is_staff", False):
            return self
        return self.filter(channel__in=Channel.objects.visible_to(user))

    def at_a_gate(self) -> "TaskQuerySet":
        return self.filter(status__in=GATES)

    def in_error(self) -> "TaskQuerySet":
        return self.filter(status__in=ERRORS)


class Task(models.Model):
    """One film. `revision` goes up with every change that people can see; `error` says why a person is needed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="tasks")
    title = models.CharField(max_length=200, blank=True)
    topic = models.TextField(max_length=2_000, blank=True)
    story_direction = models.TextField(max_length=10_000, blank=True)
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.NORMAL)
    privacy = models.CharField(
        max_length=8, choices=Privacy, blank=True, help_text="Empty: as the channel's file says."
    )
    publish_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(
        max_length=24, choices=[(s.value, s.label) for s in Status], default=Status.DRAFT, editable=False
    )
    status_since = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True, editable=False)  # when it was claimed last
    error = models.JSONField(null=True, blank=True, editable=False)
    pause = models.TextField(blank=True, editable=False)  # why no money is spent on it now; empty: nothing in the way
    revision = models.PositiveIntegerField(default=0, editable=False)
    notion_page_id = models.CharField(max_length=36, null=True, blank=True, editable=False)  # noqa: DJ001
    version = models.PositiveSmallIntegerField(default=1, editable=False)
    previous = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at",)
        constraints = (
            models.UniqueConstraint(
                fields=["notion_page_id"],
                condition=Q(notion_page_id__isnull=False) & ~Q(status__in=FINISHED),
                name="one_live_task_per_notion_page",
            ),
            models.CheckConstraint(condition=Q(status__in=[s.value for s in Status]), name="status_is_one_of_the_26"),
        )
        indexes = (
            models.Index(fields=["channel", "status"]),
            models.Index(fields=["status", "status_since"]),
            # A claim counts these; finished films must not make it slower.
            models.Index(
                fields=["channel"],
                condition=Q(status__in=[s.value for s in (*MAKING, *GATES)]),
                name="films_in_progress",
            ),
        )

    def __str__(self) -> str:
        return self.title or f"Untitled {str(self.pk)[:8]}"

    def get_absolute_url(self) -> str:
        return reverse("review:task", args=[self.pk])

    @property
    def state(self) -> Status:
        return Status(self.status)

    @property
    def label(self) -> str:
        return self.state.label

    @property
    def at_gate(self) -> bool:
        return self.state in GATES

    @property
    def in_error(self) -> bool:
        return self.state in ERRORS

    @property
    def problem(self) -> str:
        """What keeps the task from going on though it has not failed, as a sentence; empty when nothing does."""
        if self.state in (Status.QUEUED, *MAKING) and not self.channel.is_active:
            return f"{self.channel} is inactive, so nothing is made for it. Look at its file, {self.channel.file_name}."
        if self.pause:
            return self.pause
        missing = [name for name in ("title", "topic") if not getattr(self, name).strip()]
        return f"The {' and the '.join(missing)} must be filled in before this can be queued." if missing else ""

    @property
    def project(self) -> Project:
        """Where this task's files are."""
        return Project(settings.WORKSPACE_ROOT, self.channel_id, str(self.pk))

    @property
    def cost_usd(self) -> Decimal:
        total: Decimal | None = self.costs.aggregate(total=Sum("usd"))["total"]
        return total or Decimal(0)

    @property
    def film(self) -> Path | None:
        """The finished film, or None before there is one."""
        clip = self.clips.filter(kind="film").first()
        take = clip.selected if clip else None
        return self.project.film if take else None

    @property
    def retry(self) -> dict[str, int | datetime] | None:
        """The next retry that is waiting: which attempt it will be, of how many, and when."""
        job = self.jobs.retrying().order_by("run_after").first()
        if job is None:
            return None
        return {"attempt": job.failures + 1, "of": self.channel.settings.retry.max_attempts, "at": job.run_after}

    @property
    def is_being_published(self) -> bool:
        return self.state in PUBLISHING
