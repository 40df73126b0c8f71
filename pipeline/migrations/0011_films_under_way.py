"""Films that are under way already go in the order in which they were thought of."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def fill(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    Job, Task = apps.get_model("pipeline", "Job"), apps.get_model("pipeline", "Task")
    Task.objects.exclude(status__in=["draft", "queued"]).update(started_at=F("created_at"))
    Job.objects.filter(state__in=["waiting", "running", "held"]).exclude(task__status="queued").update(
        film_turn=F("task_age")
    )


class Migration(migrations.Migration):
    dependencies = [("pipeline", "0010_films_take_turns")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
