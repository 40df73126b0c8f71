"""What waits already learns whether it starts a film; the local encoder's limit is one machine's; KIE takes 20 orders in 10 s."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def fill(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    Job, Service = apps.get_model("pipeline", "Job"), apps.get_model("pipeline", "Service")
    Job.objects.filter(state__in=["waiting", "held"], step="plan", task__status="queued").update(starts_film=True)
    Service.objects.filter(name="local").update(per_machine=True)
    Service.objects.filter(name="kling", calls_per_window=None).update(calls_per_window=20, window_seconds=10)


class Migration(migrations.Migration):
    dependencies = [("pipeline", "0007_queue")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
