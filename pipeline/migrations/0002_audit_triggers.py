"""Let the database refuse changes of audit entries."""

from django.db import migrations

from pipeline import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("pipeline", "0001_rows")]

    operations = [migrations.RunPython(install, remove)]
