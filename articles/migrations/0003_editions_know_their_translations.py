"""Editions made before they knew their translations learn it from their article."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def learn(apps, schema_editor):
    Article = apps.get_model("articles", "Article")
    Edition = apps.get_model("articles", "Edition")
    group = Article.objects.filter(pk=OuterRef("article")).values("translation_group")[:1]
    Edition.objects.filter(translation_group=None).update(translation_group=Subquery(group))


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_edition_translation_group")]

    operations = [migrations.RunPython(learn, migrations.RunPython.noop)]
