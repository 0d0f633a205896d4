"""Which articles hold something newer than their editions, and since when they stand in their stage."""

from django.db import migrations
from django.db.models import Exists, F, OuterRef


def settle(apps, schema_editor):
    """As ``articles.actions`` keeps it from now on: pending is what no uncancelled edition holds."""
    article, edition = apps.get_model("articles", "Article"), apps.get_model("articles", "Edition")
    newest = edition.objects.filter(
        article=OuterRef("pk"), cancelled_at__isnull=True, revision__number=OuterRef("version")
    )
    article.objects.update(stage_since=F("saved_at"))
    article.objects.filter(Exists(newest)).update(is_pending=False)


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_reviews_flags_and_limits")]

    operations = [migrations.RunPython(settle, migrations.RunPython.noop)]
