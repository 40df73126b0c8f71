"""Channels: who publishes. The YAML file is the master; a row keeps its last good values."""

from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models

from channels.config_values import ChannelConfig


class ChannelQuerySet(models.QuerySet["Channel"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "ChannelQuerySet":
        """Channels that this person may see: all for staff, otherwise those whose file names them as a reviewer."""
        if getattr(user, "is_staff", False):
            return self
        names = {user.get_username(), getattr(user, "email", "")} - {""}
        rows = self.values_list("channel_id", "config")
        return self.filter(channel_id__in=[pk for pk, config in rows if names & set(config.get("reviewers", []))])


class Channel(models.Model):
    """One YouTube channel. `problem` says what is wrong with its file; `config` then holds the last good values."""

    channel_id = models.CharField(max_length=64, primary_key=True)
    channel_name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    file_name = models.CharField(max_length=255)
    config = models.JSONField(default=dict)
    problem = models.TextField(blank=True)
    warning = models.TextField(blank=True)
    loaded_at = models.DateTimeField(null=True)

    objects = ChannelQuerySet.as_manager()

    class Meta:
        ordering = ("channel_name",)

    def __str__(self) -> str:
        return f"{self.emoji} {self.channel_name}".strip()

    @cached_property
    def settings(self) -> ChannelConfig:
        """The checked values of the channel's file."""
        return ChannelConfig.from_json(self.config)

    @property
    def emoji(self) -> str:
        return str(self.config.get("emoji") or "")

    @property
    def colour(self) -> str:
        return str(self.config.get("colour") or "")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.__dict__.pop("settings", None)
        super().save(*args, **kwargs)
