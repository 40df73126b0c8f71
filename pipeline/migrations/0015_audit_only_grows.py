"""SQLite's REPLACE, a sleeping trigger and a head that is set back are refused, too."""

from django.db import migrations

from pipeline import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("pipeline", "0014_rooms")]

    operations = [migrations.RunPython(install, install)]
