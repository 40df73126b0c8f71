"""What limits the work: services and prices are to change; workers, alerts and balances to read."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.timezone import now

from pipeline import actions, budget, reports, tickets
from pipeline.admin.base import Facts
from pipeline.models import Alert, Balance, Price, Service, Worker
from pipeline.models.service import UNTIL_RESUMED


@admin.register(Service)
class ServiceAdmin(admin.ModelAdmin):
    """Limits: a change holds from the next claim on."""

    list_display = (
        "name",
        "limit",
        "calls_per_window",
        "window_seconds",
        "daily_quota",
        "used",
        "daily_cap_usd",
        "paused",
    )
    list_editable = ("limit", "calls_per_window", "window_seconds", "daily_quota", "daily_cap_usd")
    readonly_fields = ("name", "used")
    exclude = ("used_today",)
    actions = ("resume",)

    @admin.display(description="used today")
    def used(self, service: Service) -> int:
        return reports.used_today(service)

    @admin.display(description="paused until")
    def paused(self, service: Service) -> str:
        until = service.paused_until
        if until is None or until <= now():
            return ""
        return f"{'somebody resumes it' if until == UNTIL_RESUMED else f'{until:%Y-%m-%d %H:%M} UTC'} {service.pause_reason}"

    def save_model(self, request: HttpRequest, obj: Service, form: Any, change: bool) -> None:
        # Only what was changed here: claims count calls in the same row meanwhile.
        obj.save(update_fields=form.changed_data)
        # A raised cap lets films go on at once. Not before the row is let go: claims wait for it.
        transaction.on_commit(budget.release)
        tickets.wake()

    @admin.action(description="Resume: lift the pause")
    def resume(self, request: HttpRequest, services: QuerySet[Service]) -> None:
        for service in services:
            try:
                actions.resume_service(service.pk, by=request.user.get_username())
                messages.success(request, f"{service} goes on.")
            except actions.Refused as problem:
                messages.error(request, str(problem))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Worker)
class WorkerAdmin(Facts):
    list_display = ("name", "started_at", "seen_at")


@admin.register(Price)
class PriceAdmin(admin.ModelAdmin):
    """What providers ask. A new price is a new row with the day from which it holds; the old one gets its last day."""

    list_display = ("provider", "model", "unit", "usd", "per", "valid_from", "valid_until")
    list_filter = ("provider", "unit")
    search_fields = ("model",)


@admin.register(Alert)
class AlertAdmin(Facts):
    list_display = ("at", "kind", "message")
    list_filter = ("kind",)
    search_fields = ("message",)


@admin.register(Balance)
class BalanceAdmin(Facts):
    list_display = ("service", "amount", "unit", "at")
    list_filter = ("service",)
