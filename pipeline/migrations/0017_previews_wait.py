"""How often a preview waited for its machine, which is nobody's failure."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pipeline", "0016_previews_of_earlier_takes")]

    operations = [
        migrations.AddField("preview", "waits", models.PositiveSmallIntegerField(db_default=0, default=0)),
    ]
