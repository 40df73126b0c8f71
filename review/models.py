"""What the pages remember about people themselves."""

from django.conf import settings
from django.db import models

from pipeline.models import Task


class Presence(models.Model):
    """Somebody has a task's page open. Refreshed while it is; old rows mean nothing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="presences")
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "task"], name="one_presence_per_person_and_task"),)

    def __str__(self) -> str:
        return f"{self.user} looks at {self.task_id}"
