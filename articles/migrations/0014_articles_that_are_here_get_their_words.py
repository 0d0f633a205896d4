"""Articles from before there were words to find them by get theirs."""

from django.db import migrations

from articles.slugs import folded_words, slug_of, transliterate

CHUNK = 500


def write_words(apps, schema_editor):
    """As ``articles.words`` keeps them from now on."""
    article, byline, text, edition, word = (
        apps.get_model("articles", name) for name in ("Article", "Byline", "AuthorText", "Edition", "ArticleWord")
    )
    names = {}
    for author, name in text.objects.values_list("author_id", "name"):
        names.setdefault(author, []).append(name)
    last = 0
    while rows := list(article.objects.filter(pk__gt=last).order_by("pk").values_list("pk", "headline", "slug")[:CHUNK]):
        last = rows[-1][0]
        numbers = [pk for pk, _headline, _slug in rows]
        found = {
            pk: set(folded_words(f"{headline} {(slug or slug_of(headline)).replace('-', ' ')}"))
            for pk, headline, slug in rows
        }
        public = edition.objects.filter(
            article__in=numbers, cancelled_at__isnull=True, live_until__isnull=True, notice=""
        )
        for pk, headline in public.values_list("article_id", "headline"):
            found[pk].update(folded_words(headline))
        for pk, author, own in byline.objects.filter(article__in=numbers).values_list("article_id", "author_id", "text"):
            for name in [*names.get(author, []), own]:
                found[pk].update(folded_words(f"{name} {transliterate(name)}"))
        word.objects.bulk_create(
            [word(article_id=pk, word=each) for pk, words in found.items() for each in sorted(words)],
            ignore_conflicts=True,
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_the_desk_finds_articles_by_their_words")]

    operations = [migrations.RunPython(write_words, migrations.RunPython.noop)]
