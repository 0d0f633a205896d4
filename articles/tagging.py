"""Tags that a reporter typed freely become pages that a reader can open."""

from __future__ import annotations

from articles import addresses
from articles.models import Address, AddressedText, Article, TagText
from articles.slugs import LONGEST, slug_of


def free_slug(text: AddressedText, wanted: str = "") -> str:
    """A slug for a section's, author's or tag's text, with ``-2``, ``-3`` … where the path is another's."""
    base = wanted or slug_of(text.name) or text.OWNER
    number = 1
    while True:
        ending = f"-{number}" if number > 1 else ""
        text.slug = base[: LONGEST - len(ending)] + ending
        others = Address.objects.filter(path=text.path).exclude(**{f"{text.OWNER}_id": text.owner_id})
        if text.owner_id is None:
            others = Address.objects.filter(path=text.path)
        if not others.exists():
            return text.slug
        number += 1


def ensure_texts(article: Article) -> None:
    """Gives each of the article's tags a name and an address in the article's language, where it has none."""
    for tag in article.tags.filter(merged_into=None).exclude(texts__language=article.language):
        text = TagText(tag=tag, language=article.language, name=tag.name)
        free_slug(text)
        text.save()
        addresses.settle(text)
