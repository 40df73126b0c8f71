"""Rows that say what happened are only read."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class Facts(admin.ModelAdmin):
    """Rows that say what happened: nobody adds, changes or deletes them here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
