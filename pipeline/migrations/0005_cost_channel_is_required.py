import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("channels", "0001_rows"), ("pipeline", "0004_costs_know_their_channel")]
    operations = [
        migrations.AlterField(
            model_name="cost",
            name="channel",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="channels.channel"
            ),
        ),
        migrations.AlterField(model_name="cost", name="service", field=models.CharField(max_length=20)),
    ]
