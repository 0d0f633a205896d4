"""Addresses: which path leads to what, for ever."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.slugs import LONGEST
from outlet import languages

OWNERS = ("article", "section", "author", "tag")


def _exactly_one_owner() -> Q:
    """A condition that one of the owners is set and no other."""
    any_of = Q()
    for owner in OWNERS:
        any_of |= Q(**{f"{other}__isnull": other != owner for other in OWNERS})
    return any_of


class Address(models.Model):
    """A path that readers may know. It is never given to another thing; the view sends an old one on.

    An article's addresses are written by the door: ``edition`` is the one that brought the path, which
    answers 404 until that edition has begun. Paths of sections, authors and tags come from their texts.
    """

    path = models.CharField(_("path"), max_length=255, unique=True)
    language = languages.LanguageField()
    article = models.ForeignKey(
        "articles.Article", models.PROTECT, null=True, blank=True, related_name="addresses", verbose_name=_("article")
    )
    edition = models.ForeignKey(
        "articles.Edition", models.PROTECT, null=True, blank=True, related_name="addresses", verbose_name=_("edition")
    )
    section = models.ForeignKey(
        "articles.Section", models.PROTECT, null=True, blank=True, related_name="addresses", verbose_name=_("section")
    )
    author = models.ForeignKey(
        "articles.Author", models.PROTECT, null=True, blank=True, related_name="addresses", verbose_name=_("author")
    )
    tag = models.ForeignKey(
        "articles.Tag", models.PROTECT, null=True, blank=True, related_name="addresses", verbose_name=_("tag")
    )

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        constraints = [
            models.CheckConstraint(condition=_exactly_one_owner(), name="articles_address_one_owner"),
            models.CheckConstraint(
                condition=Q(article__isnull=True, edition__isnull=True)
                | Q(article__isnull=False, edition__isnull=False),
                name="articles_address_brought_by_edition",
            ),
        ]

    def __str__(self) -> str:
        return self.path


class AddressedText(languages.Text):
    """A text row whose thing has a page of its own: ``/sections/city/``, ``/uk/tags/drony/``.

    Subclasses name the ``SHELF`` of the address and the field that is the ``OWNER``.
    """

    SHELF = ""
    OWNER = ""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"), max_length=LONGEST, blank=True, help_text=_("The last part of the address; made from the name.")
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def owner_id(self) -> int:
        """The id of the thing that this text describes."""
        return getattr(self, f"{self.OWNER}_id")

    @property
    def path(self) -> str:
        """The address of the thing's page in this language."""
        return f"{languages.prefix(self.language)}{self.SHELF}/{self.slug}/"
