"""Job: one unit of queued work. Attempt: one try of it. Cost: what was billed for it."""

import uuid
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import now

from channels.models import Channel
from pipeline.models.clip import Clip
from pipeline.models.task import Priority, Task

OPEN = ("waiting", "running", "held")

USD: dict[str, Any] = {"max_digits": 12, "decimal_places": 6, "default": Decimal(0)}


class JobQuerySet(models.QuerySet["Job"]):
    def open(self) -> "JobQuerySet":
        return self.filter(state__in=OPEN)

    def claimable(self) -> "JobQuerySet":
        """Jobs that could start now, limits aside."""
        return self.filter(state=Job.State.WAITING, waits_for=None, run_after__lte=now())

    def retrying(self) -> "JobQuerySet":
        return self.filter(state=Job.State.WAITING, failures__gt=0, run_after__gt=now())


class Job(models.Model):
    """One step of a task, for one clip. Task, channel and age are copied here so that a claim reads one table."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        HELD = "held"  # waits for a person, or for money: `hold` says which
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Hold(models.TextChoices):
        NOTHING = "", "nothing"
        BUDGET = "budget", "a cap is reached"
        LOST = "lost", "may have been charged"

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="jobs")
    # Each index that a job is in is written anew whenever its state changes, so it has only those that are asked.
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+", db_index=False)
    clip = models.ForeignKey(Clip, on_delete=models.CASCADE, related_name="jobs")
    step = models.CharField(max_length=10)
    service = models.CharField(max_length=20)
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.NORMAL)
    task_age = models.DateTimeField()
    film_turn = models.DateTimeField(null=True, blank=True)  # when its film was started; null: it is not under way
    position = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    hold = models.CharField(max_length=6, choices=Hold, blank=True, default=Hold.NOTHING)
    quoted_usd = models.DecimalField(**USD)
    run_after = models.DateTimeField(default=now)
    later = models.BooleanField(default=False)  # the queue's own mark: its time has not come, look past it
    starts_film = models.BooleanField(default=False)  # claiming it takes a film into its channel's `max_concurrent`
    waits_for = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="waited_for_by", db_index=False
    )
    failures = models.PositiveSmallIntegerField(default=0)
    cut_offs = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=120, blank=True)
    token = models.CharField(max_length=32, blank=True)  # new with each claim: an old holder's word no longer counts
    leased_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["clip", "step"], condition=Q(state__in=OPEN), name="one_open_job_per_clip_and_step"
            ),
        )
        indexes = (
            models.Index(
                fields=["priority", "channel", "service", "starts_film", "task_age", "position", "id"],
                condition=Q(state="waiting", waits_for=None, later=False, film_turn=None),
                name="jobs_that_could_start",
            ),
            models.Index(
                fields=["priority", "service", "film_turn", "position", "id"],
                condition=Q(state="waiting", waits_for=None, later=False, film_turn__isnull=False),
                name="jobs_of_films_under_way",
            ),
            models.Index(
                fields=["run_after"], condition=Q(state="waiting", waits_for=None, later=True), name="jobs_for_later"
            ),
            models.Index(fields=["waits_for"], condition=Q(waits_for__isnull=False), name="jobs_that_wait_for_another"),
            models.Index(fields=["service"], condition=Q(state="running"), name="running_jobs_by_service"),
            models.Index(
                fields=["channel"], condition=Q(state="running", starts_film=True), name="films_that_are_being_started"
            ),
            models.Index(fields=["task"], condition=Q(state="held"), name="held_jobs_by_task"),
        )

    def __str__(self) -> str:
        return f"{self.step} {self.clip}"


class Attempt(models.Model):
    """One run of one script. It exists before the script starts, so that a crash leaves a trace. Done, it is a take."""

    class Outcome(models.TextChoices):
        STARTED = "started"
        DONE = "done"
        REFUSED = "refused"
        FAILED = "failed"
        TIMED_OUT = "timed_out"
        UNKNOWN = "unknown"  # cut off: its worker died
        INTERRUPTED = "interrupted"  # handed back or cancelled on our own wish

    class Order(models.TextChoices):
        NONE = "", "none"
        OPEN = "open"  # something may have been ordered, and has not been fetched, refused or given up
        CLOSED = "closed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    job = models.ForeignKey(Job, null=True, on_delete=models.CASCADE, related_name="attempts")
    clip = models.ForeignKey(Clip, on_delete=models.CASCADE, related_name="attempts")
    token = models.CharField(max_length=32, blank=True)
    machine = models.CharField(max_length=80, blank=True)  # whose disk its folder is on
    provider = models.CharField(max_length=20)
    model = models.CharField(max_length=80, blank=True)
    provider_job = models.CharField(max_length=200, blank=True)
    input_digest = models.CharField(max_length=64, blank=True)
    quoted_usd = models.DecimalField(**USD)
    cost_usd = models.DecimalField(**USD)
    order = models.CharField(max_length=6, choices=Order, blank=True, default=Order.NONE)
    outcome = models.CharField(max_length=11, choices=Outcome, default=Outcome.STARTED)
    failure_class = models.CharField(max_length=10, blank=True)
    code = models.CharField(max_length=60, blank=True)
    message = models.TextField(blank=True)
    take = models.PositiveSmallIntegerField(default=0)  # 1 for a clip's first finished attempt; 0: no take
    selected = models.BooleanField(default=False)
    path = models.CharField(max_length=300, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    facts = models.JSONField(default=dict, blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("started_at",)
        constraints = (
            models.UniqueConstraint(fields=["clip"], condition=Q(selected=True), name="one_selected_take_per_clip"),
            models.UniqueConstraint(fields=["job"], condition=Q(outcome="started"), name="one_started_attempt_per_job"),
            models.UniqueConstraint(fields=["clip"], condition=Q(order="open"), name="one_open_order_per_clip"),
            models.CheckConstraint(
                condition=Q(selected=False) | Q(outcome="done", take__gte=1) & ~Q(path=""),
                name="only_a_take_is_selected",
            ),
        )

    def __str__(self) -> str:
        return f"{self.clip} take {self.take}" if self.take else f"{self.clip} {self.outcome}"


class Cost(models.Model):
    """What one attempt was billed, whether it succeeded or not. `certain` is false where nobody could find out."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="costs")
    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="costs")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    service = models.CharField(max_length=20)
    component = models.CharField(max_length=40)
    units = models.JSONField(default=dict)
    usd = models.DecimalField(max_digits=12, decimal_places=6)
    certain = models.BooleanField(default=True)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = (F("at").desc(),)
        constraints = (models.UniqueConstraint(fields=["attempt"], name="an_attempt_is_billed_once"),)
        indexes = (  # A cap is a sum over such a range, read without touching the rows.
            models.Index(fields=["channel", "at"], include=["usd"], name="costs_of_a_channel"),
            models.Index(fields=["service", "at"], include=["usd"], name="costs_of_a_service"),
        )

    def __str__(self) -> str:
        return f"{self.component} ${self.usd}"
