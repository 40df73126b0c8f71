"""Audit: every transition and every decision, chained by hash; the database itself refuses to change a row."""

from django.db import models

from pipeline.models.task import Task
from pipeline.rules.chain import Said


class AuditHead(models.Model):
    """One row that holds the hash of the newest entry. Locking it puts the entries in one line."""

    hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return self.hash[:12]


class AuditEntry(models.Model):
    """One thing that happened. Triggers refuse UPDATE and DELETE."""

    at = models.DateTimeField()
    actor = models.CharField(max_length=150)
    action = models.CharField(max_length=30)
    task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="audit")
    clip = models.CharField(max_length=30, blank=True)
    from_status = models.CharField(max_length=24, blank=True)
    to_status = models.CharField(max_length=24, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    note = models.TextField(blank=True)
    facts = models.JSONField(default=dict, blank=True)  # more that belongs to a decision, such as what was played
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "audit entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.action}"

    def said(self) -> Said:
        """What the chain sees of this entry."""
        return Said(
            id=self.pk,
            previous_hash=self.previous_hash,
            at=self.at,
            actor=self.actor,
            action=self.action,
            task=str(self.task_id),
            clip=self.clip,
            from_status=self.from_status,
            to_status=self.to_status,
            sha256=self.sha256,
            note=self.note,
            facts=self.facts,
            hash=self.hash,
        )

    def digest(self) -> str:
        """The hash that this entry must have, from what it says and from the entry before it."""
        return self.said().digest()
