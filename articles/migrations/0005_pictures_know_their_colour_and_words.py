from django.db import migrations, models


class Migration(migrations.Migration):
    """Pictures that are here already get both when the worker makes their files anew."""

    dependencies = [("articles", "0004_links_lead_to_the_web")]

    operations = [
        migrations.AddField(
            model_name="image",
            name="palette",
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="image",
            name="words_hash",
            field=models.CharField(blank=True, editable=False, max_length=12),
        ),
    ]
