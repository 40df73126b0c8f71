"""Channels in the admin: to read. The files are the master."""

import json
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.html import format_html

from channels.loading import load_channels
from channels.models import Channel


@admin.register(Channel)
class ChannelAdmin(admin.ModelAdmin):
    """Shows what the files say, what is wrong with them, and how busy each channel is."""

    list_display = ("channel_id", "name", "is_active", "file_name", "short_problem")
    fields = ("channel_id", "channel_name", "is_active", "file_name", "loaded_at", "problem", "warning", "values")
    readonly_fields = fields
    change_list_template = "channels/admin_list.html"

    @admin.display(description="name")
    def name(self, channel: Channel) -> str:
        return str(channel)

    @admin.display(description="problem")
    def short_problem(self, channel: Channel) -> str:
        return channel.problem.split("\n")[0][:120]

    @admin.display(description="values of the file")
    def values(self, channel: Channel) -> str:
        return format_html("<pre>{}</pre>", json.dumps(channel.config, indent=2, ensure_ascii=False))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Channel]:
        return super().get_queryset(request).order_by("channel_id")

    def get_urls(self) -> list[Any]:
        mine = path("load/", self.admin_site.admin_view(self.load), name="channels_channel_load")
        return [mine, *super().get_urls()]

    def load(self, request: HttpRequest) -> HttpResponse:
        """Read the files now and say what came of it."""
        if request.method == "POST" and self.has_change_permission(request):
            loaded = load_channels()
            for problem in loaded.problems:
                messages.error(request, problem)
            messages.success(request, f"{len(loaded.good)} channels loaded.")
        return redirect("admin:channels_channel_changelist")
