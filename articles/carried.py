"""What else may carry the words of an article that was corrected, found among the desk's rows."""

from __future__ import annotations

from collections.abc import Iterator

from articles.models import Article, CarriedOn, Correction, RelatedStory
from body.blocks import blocks


def elsewhere(correction: Correction) -> list[CarriedOn]:
    """Rows, not saved yet, for each place that somebody should look at. Each article stands once for each reason."""
    return [*_translations(correction), *_cards(correction), *_related(correction)]


def _translations(correction: Correction) -> Iterator[CarriedOn]:
    article = correction.article
    others = Article.objects.filter(translation_group=article.translation_group).exclude(pk=article.pk)
    for other in others.order_by("pk"):
        yield CarriedOn(correction=correction, what=CarriedOn.What.TRANSLATION, article=other, words=other.headline)


def _cards(correction: Correction) -> Iterator[CarriedOn]:
    """Cards in texts, finished or not, that say it in words of their own; a card without them shows the mended headline."""
    own = correction.article_id
    # the mark stands in the stored text: a first sieve, which the blocks then make fine
    others = Article.objects.filter(body__contains=f'data-story="{own}"').exclude(pk=own).order_by("pk")
    for other in others:
        for block in blocks(other.body):
            if block["type"] == "story" and block["article"] == own and (block["headline"] or block["kicker"]):
                yield _row(correction, CarriedOn.What.CARD, other, block["kicker"], block["headline"])


def _related(correction: Correction) -> Iterator[CarriedOn]:
    for row in RelatedStory.objects.filter(target=correction.article_id).select_related("article").order_by("pk"):
        if row.headline or row.kicker:
            yield _row(correction, CarriedOn.What.RELATED, row.article, row.kicker, row.headline)


def _row(correction: Correction, what: str, article: Article, kicker: str, headline: str) -> CarriedOn:
    words = ": ".join(filter(None, [kicker, headline]))[:400]
    return CarriedOn(correction=correction, what=what, article=article, words=words)
