"""Previews of takes, remarks about them, and facts beside decisions."""

import django.db.models.deletion
from django.db import migrations, models

from pipeline import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)



class Migration(migrations.Migration):
    dependencies = [("pipeline", "0013_films_being_started")]

    operations = [
        # SQLite builds the table anew for a new column, and the triggers with it are lost.
        migrations.RunPython(remove, install),
        migrations.AddField("auditentry", "facts", models.JSONField(blank=True, default=dict)),
        migrations.RunPython(install, remove),
        migrations.CreateModel(
            name="Preview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("making", "Making"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("failures", models.PositiveSmallIntegerField(default=0)),
                ("message", models.TextField(blank=True)),
                ("worker", models.CharField(blank=True, max_length=100)),
                ("leased_until", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("facts", models.JSONField(blank=True, default=dict)),
                (
                    "take",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="preview", to="pipeline.attempt"
                    ),
                ),
            ],
            options={"ordering": ("id",)},
        ),
        migrations.AddIndex(
            "preview",
            models.Index(
                condition=models.Q(("state__in", ["waiting", "making"])), fields=["id"], name="previews_to_make"
            ),
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seconds", models.FloatField(blank=True, null=True)),
                ("text", models.TextField(max_length=2000)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "take",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="remarks", to="pipeline.attempt"
                    ),
                ),
            ],
            options={"ordering": ("take", "seconds", "id")},
        ),
    ]
