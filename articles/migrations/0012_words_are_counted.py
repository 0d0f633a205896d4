"""The number of words of every working copy that is here already."""

from django.db import migrations

from body import text

AT_ONCE = 500


def count(apps, schema_editor):
    """In parts, so that an archive does not have to fit into memory."""
    article = apps.get_model("articles", "Article")
    part = []
    for row in article.objects.only("body", "word_count").iterator(chunk_size=AT_ONCE):
        row.word_count = text.word_count(row.body)
        part.append(row)
        if len(part) == AT_ONCE:
            article.objects.bulk_update(part, ["word_count"])
            part = []
    article.objects.bulk_update(part, ["word_count"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_articles_know_their_length")]

    operations = [migrations.RunPython(count, migrations.RunPython.noop)]
