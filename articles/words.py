"""The words by which the desk finds an article: what they are, how they are kept, and how they are asked for.

Words are those of the headline, of the headline that readers have, of the address (which is in Latin letters, so
that “mist” finds “Міст”) and of the names in the byline, these in Latin letters too. What is typed is folded in
the same way, and each typed word must begin one of the article's words.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from articles.models import Article, ArticleWord, Byline, Edition
from articles.slugs import folded_words, slug_of, transliterate

MOST_TYPED = 8
CHUNK = 500


def typed(text: str) -> list[str]:
    """The prefixes that are asked for: without those that a longer one implies, and no more than make sense."""
    words = folded_words(text)[:MOST_TYPED]
    return [word for word in words if not any(other != word and other.startswith(word) for other in words)]


def stand_in(text: str, prefixes: Iterable[str]) -> bool:
    """Whether each prefix begins a word of the text, in its own letters or in Latin ones."""
    words = [*folded_words(text), *folded_words(transliterate(text))]
    return all(any(word.startswith(prefix) for word in words) for prefix in prefixes)


def keep(article: Article) -> None:
    """Writes the words of an article anew."""
    _keep([article])


def keep_all(numbers: list[int]) -> None:
    """The same for many, by their ids."""
    for start in range(0, len(numbers), CHUNK):
        _keep(Article.objects.filter(pk__in=numbers[start : start + CHUNK]).only("headline", "slug"))


def _keep(articles: Iterable[Article]) -> None:
    """Four queries."""
    wanted = _wanted(articles)
    ArticleWord.objects.filter(article__in=list(wanted)).delete()
    ArticleWord.objects.bulk_create(
        [ArticleWord(article_id=pk, word=word) for pk, words in wanted.items() for word in sorted(words)],
        ignore_conflicts=True,
    )


def _wanted(articles: Iterable[Article]) -> dict[int, set[str]]:
    """The words that each article should have, by its id."""
    found = {each.pk: set(folded_words(f"{each.headline} {_address(each)}")) for each in articles}
    not_over = Q(live_until__isnull=True) | Q(live_until__gt=timezone.now())
    public = Edition.objects.uncancelled().filter(not_over, article__in=list(found), notice="")
    for pk, headline in public.values_list("article_id", "headline"):
        found[pk].update(folded_words(headline))
    bylines = Byline.objects.filter(article__in=list(found)).order_by()
    for pk, text, name in bylines.values_list("article_id", "text", "author__texts__name"):
        for each in (text, name or ""):
            found[pk].update(folded_words(f"{each} {transliterate(each)}"))
    return found


def _address(article: Article) -> str:
    """Its slug, or the one that it will get."""
    return (article.slug or slug_of(article.headline)).replace("-", " ")
