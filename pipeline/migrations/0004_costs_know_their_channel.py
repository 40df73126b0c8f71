from typing import Any

from django.db import migrations


def name_channel_and_service(apps: Any, _editor: Any) -> None:
    Cost = apps.get_model("pipeline", "Cost")
    for cost in Cost.objects.select_related("task", "attempt__job"):
        cost.channel_id = cost.task.channel_id
        cost.service = cost.attempt.job.service if cost.attempt.job else cost.component.split("_")[0]
        cost.save(update_fields=["channel", "service"])


class Migration(migrations.Migration):
    dependencies = [("pipeline", "0003_money")]
    operations = [migrations.RunPython(name_channel_and_service, migrations.RunPython.noop)]
