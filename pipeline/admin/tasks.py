"""Tasks and what was made of them: ideas are to change, facts to read."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.text import Truncator

from pipeline import actions, quotes
from pipeline.admin.base import Facts
from pipeline.models import Attempt, AuditEntry, Clip, Cost, Job, Task
from pipeline.moves import changed, lock, record
from pipeline.rules.money import dollars
from pipeline.rules.statuses import InvalidStateTransitionError, Status


class TaskForm(forms.ModelForm):
    """An idea. It may be saved unfinished; what is missing is shown, and only a finished one can be queued."""

    class Meta:
        model = Task
        fields = ("channel", "title", "topic", "story_direction", "priority", "privacy", "publish_at")

    def clean_channel(self) -> Any:
        channel = self.cleaned_data["channel"]
        if not channel.config:
            raise forms.ValidationError("This channel's file was never loaded without problems. Mend the file first.")
        return channel


@admin.register(Task)
class TaskAdmin(admin.ModelAdmin):
    """Ideas are written here; the buttons below the list do what the review pages do."""

    form = TaskForm
    list_display = ("title_or_id", "channel", "status", "priority", "what_is_missing", "updated_at", "room")
    list_filter = ("status", "channel", "priority")
    search_fields = ("title", "topic")
    actions = ("queue", "approve", "retry", "cancel")
    readonly_fields = ("status", "what_is_missing", "room")
    date_hierarchy = "created_at"

    def get_readonly_fields(self, request: HttpRequest, obj: Task | None = None) -> tuple[str, ...]:
        # Once a film is on its way its idea is what it was made from; another idea is another task.
        started = obj is not None and (obj.state is not Status.DRAFT or obj.clips.exists())
        idea = ("channel", "title", "topic", "story_direction") if started else ()
        return (*self.readonly_fields, *idea)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # Its audit entries stay for two years; cancel it instead.

    def save_model(self, request: HttpRequest, obj: Task, form: Any, change: bool) -> None:
        if change:  # Only what was edited: the engine may have moved the task on since the page was opened.
            lock(obj.pk)
            obj.save(update_fields=[*form.changed_data, "updated_at"])
        else:
            super().save_model(request, obj, form, change)
        task = lock(obj.pk)
        record(
            task, "edited" if change else "created", by=request.user.get_username(), note=", ".join(form.changed_data)
        )
        task.jobs.open().update(priority=task.priority)
        changed(task)
        if task.problem and task.state is Status.DRAFT:
            messages.warning(request, task.problem)
        if task.state is Status.DRAFT and (price := str(quotes.film(task))):
            messages.info(request, f"“{task}” will cost {price}.")

    @admin.display(description="title", ordering="title")
    def title_or_id(self, task: Task) -> str:
        return str(task)

    @admin.display(description="what is missing")
    def what_is_missing(self, task: Task) -> str:
        return task.error["message"] if task.error else task.problem

    @admin.display(description="review")
    def room(self, task: Task) -> str:
        return (
            format_html('<a href="{}">open</a>', task.get_absolute_url()) if task.pk and not task._state.adding else ""
        )

    @admin.action(description="Queue the selected drafts")
    def queue(self, request: HttpRequest, tasks: QuerySet[Task]) -> None:
        self._each(request, tasks, actions.queue, "queued")

    @admin.action(description="Approve at their gates")
    def approve(self, request: HttpRequest, tasks: QuerySet[Task]) -> None:
        films = tasks.filter(status=Status.FINAL_REVIEW)
        for film in films:
            messages.error(request, f"“{film}” is at Final Review: open it, watch the film, and approve it there.")
        self._each(request, tasks.exclude(pk__in=films), actions.approve, "approved")

    @admin.action(description="Retry what failed")
    def retry(self, request: HttpRequest, tasks: QuerySet[Task]) -> None:
        self._each(request, tasks, actions.retry, "retrying")

    @admin.action(description="Cancel: back to Draft")
    def cancel(self, request: HttpRequest, tasks: QuerySet[Task]) -> None:
        self._each(request, tasks, actions.cancel, "cancelled")

    def _each(self, request: HttpRequest, tasks: QuerySet[Task], act: Callable[..., Any], done: str) -> None:
        """Do it for each task, with one result for each."""
        for task in tasks:
            try:
                act(task.pk, by=request.user.get_username())
                messages.success(request, f"“{task}”: {done}.")
            except (actions.Refused, InvalidStateTransitionError) as problem:
                messages.error(request, str(problem))


@admin.register(Clip)
class ClipAdmin(Facts):
    list_display = ("__str__", "task", "name", "verdict", "note")
    list_filter = ("kind", "verdict")
    search_fields = ("task__title", "name", "=task__id")


@admin.register(Job)
class JobAdmin(Facts):
    list_display = ("__str__", "task", "service", "state", "failures", "run_after", "worker")
    list_filter = ("state", "step", "service")


class ChargedFilter(admin.SimpleListFilter):
    """Only the orders that a person must decide about."""

    title = "may have been charged"
    parameter_name = "charged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "to be decided")]

    def queryset(self, request: HttpRequest, attempts: QuerySet[Attempt]) -> QuerySet[Attempt]:
        return attempts.filter(pk__in=actions.lost_orders()) if self.value() == "open" else attempts


class OrderForm(ActionForm):
    """What it takes to decide about an order, beside the choice of an action."""

    provider_job = forms.CharField(required=False, max_length=200, label="Its id at the provider")
    not_charged = forms.BooleanField(required=False, label="The provider’s page shows that it was not charged")


@admin.register(Attempt)
class AttemptAdmin(Facts):
    """What was tried. Orders that may have been charged can be decided about here, too."""

    list_display = (
        *("__str__", "film", "provider", "order", "provider_job", "quoted", "cost", "outcome", "started_at", "said"),
    )
    list_filter = (ChargedFilter, "outcome", "provider", "failure_class")
    list_select_related = ("clip__task",)
    search_fields = ("=provider_job", "=clip__task__id", "clip__task__title")
    action_form = OrderForm
    actions = ("fetch", "order_again", "give_up")

    @admin.display(description="film")
    def film(self, attempt: Attempt) -> str:
        return str(attempt.clip.task)

    @admin.display(description="message")
    def said(self, attempt: Attempt) -> str:
        return Truncator(attempt.message).chars(80)

    @admin.display(description="quoted", ordering="quoted_usd")
    def quoted(self, attempt: Attempt) -> str:
        return dollars(attempt.quoted_usd) if attempt.quoted_usd else ""

    @admin.display(description="cost", ordering="cost_usd")
    def cost(self, attempt: Attempt) -> str:
        return dollars(attempt.cost_usd) if attempt.cost_usd else ""

    @admin.action(description="May have been charged: fetch it by its id")
    def fetch(self, request: HttpRequest, attempts: QuerySet[Attempt]) -> None:
        if attempts.count() > 1:
            messages.error(request, "Fetch one order at a time: each has its own id.")
            return
        wanted = request.POST.get("provider_job", "")
        self._each(request, attempts, actions.resume_order, "is fetched by its id", provider_job=wanted)

    @admin.action(description="May have been charged: order again")
    def order_again(self, request: HttpRequest, attempts: QuerySet[Attempt]) -> None:
        charged = "not_charged" not in request.POST
        self._each(request, attempts, actions.order_again, "is ordered again", charged=charged)

    @admin.action(description="May have been charged: give up")
    def give_up(self, request: HttpRequest, attempts: QuerySet[Attempt]) -> None:
        charged = "not_charged" not in request.POST
        self._each(request, attempts, actions.give_up_order, "is given up", charged=charged)

    def _each(
        self, request: HttpRequest, attempts: QuerySet[Attempt], act: Callable[..., Any], done: str, **values: Any
    ) -> None:
        """Decide about each order that still waits for it, with one result for each."""
        open_orders = set(actions.lost_orders().filter(pk__in=attempts).values_list("pk", flat=True))
        for attempt in attempts.select_related("clip__task"):
            clip, task = attempt.clip, attempt.clip.task
            if attempt.pk not in open_orders:
                messages.error(request, f"{clip} of “{task}”: there is nothing to decide about this attempt.")
                continue
            try:
                act(task.pk, (clip.kind, clip.number), by=request.user.get_username(), **values)
                messages.success(request, f"{clip} of “{task}” {done}.")
            except (actions.Refused, InvalidStateTransitionError) as problem:
                messages.error(request, f"{clip} of “{task}”: {problem}")


@admin.register(Cost)
class CostAdmin(Facts):
    list_display = ("component", "task", "usd", "at")
    list_filter = ("component",)


@admin.register(AuditEntry)
class AuditAdmin(Facts):
    list_display = ("at", "actor", "action", "task", "clip", "from_status", "to_status", "note")
    list_filter = ("action",)
    search_fields = ("actor", "note", "task__title")
