"""Giving paths to things. A path once public is never given to another thing."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from articles.models import Address, AddressedText, Edition
from articles.refusals import Refused
from articles.slugs import LONGEST
from outlet import languages


class PathTaken(Refused):
    """The path belongs to another thing."""

    code = "path-taken"


def article_path(language: str, day: date, slug: str) -> str:
    """``/2026/11/23/slug/``, with the language before it for all but the first."""
    return f"{languages.prefix(language)}{day:%Y/%m/%d}/{slug}/"


def free_slug(article_id: int, language: str, day: date, slug: str) -> str:
    """The slug, or with ``-2``, ``-3`` … the first whose path no other article has on that day."""
    number = 1
    while True:
        ending = f"-{number}" if number > 1 else ""
        candidate = slug[: LONGEST - len(ending)] + ending
        if not Address.objects.filter(path=article_path(language, day, candidate)).exclude(article=article_id).exists():
            return candidate
        number += 1


def is_free(path: str, **owner: int) -> bool:
    """Whether the path belongs to nothing, or to this owner already (``section=3``)."""
    return not Address.objects.filter(path=path).exclude(**owner).exists()


def claim_for_edition(edition: Edition) -> None:
    """Makes the edition's path lead to its article; does nothing where it does already."""
    address, made = Address.objects.get_or_create(
        path=edition.path, defaults={"language": edition.language, "article_id": edition.article_id, "edition": edition}
    )
    if not made and address.article_id != edition.article_id:
        raise PathTaken(_("Another article has this address. Change the slug."))


def release(edition: Edition) -> None:
    """After ``edition`` was cancelled: its path stays with another edition that has it, or is free again."""
    for address in Address.objects.filter(edition=edition):
        heir = edition.article.editions.uncancelled().filter(path=address.path).first()
        if heir is None:
            address.delete()
        else:
            address.edition = heir
            address.save(update_fields=["edition"])


def settle(text: AddressedText) -> None:
    """Makes a section's, author's or tag's path lead to it, after its text was saved.

    Old paths stay and are sent on. Raises ``PathTaken`` where another thing has the path.
    """
    owner = {f"{text.OWNER}_id": text.owner_id}
    address, made = Address.objects.get_or_create(path=text.path, defaults={"language": text.language, **owner})
    if not made and getattr(address, f"{text.OWNER}_id") != text.owner_id:
        raise PathTaken(_("Another page has this address. Change the slug."))
