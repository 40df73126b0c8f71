"""Takes from before there were previews get theirs, unless their film is published."""

from django.db import migrations

BATCH = 1_000


def ask(apps, _schema_editor):
    Attempt, Preview = apps.get_model("pipeline", "Attempt"), apps.get_model("pipeline", "Preview")
    takes = Attempt.objects.filter(outcome="done", preview=None)
    takes = takes.exclude(clip__kind="storyboard").exclude(clip__task__status="published")
    found = takes.order_by("finished_at").values_list("pk", flat=True)
    Preview.objects.bulk_create((Preview(take_id=pk) for pk in found.iterator()), batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("pipeline", "0015_audit_only_grows")]

    operations = [migrations.RunPython(ask, migrations.RunPython.noop)]
