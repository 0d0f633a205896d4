"""Authors: the people whose names stand on stories."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.address import AddressedText
from articles.models.shelf import Shelf
from articles.models.web import leads_to_the_web
from outlet.languages import first_language, pick


class Author(Shelf):
    """A person who writes, photographs, edits or translates for the paper, with or without a sign-in."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("sign-in"),
        help_text=_("The desk's user who is this author; empty for guests."),
    )
    picture = models.ForeignKey(
        "articles.Image", models.PROTECT, null=True, blank=True, related_name="portrayed", verbose_name=_("picture")
    )
    languages = models.CharField(
        _("languages"),
        max_length=120,
        blank=True,
        help_text=_("What this person works in, as in “English, Ukrainian”."),
    )

    class Meta(Shelf.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["id"]

    def __str__(self) -> str:
        if self.merged_into_id:
            return str(self.merged_into)
        text = pick(self.texts.all(), first_language()) if self.pk else None
        return text.name if text else str(_("Author without a name"))


class AuthorText(AddressedText):
    """What readers see of an author in one language."""

    SHELF = "authors"
    OWNER = "author"

    author = models.ForeignKey(Author, models.CASCADE, related_name="texts")
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    biography = models.TextField(_("biography"), blank=True)

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [
            models.UniqueConstraint(fields=["author", "language"], name="articles_author_text_once"),
            models.UniqueConstraint(fields=["language", "slug"], name="articles_author_slug_once"),
        ]
        indexes = [models.Index(fields=["name"], name="articles_author_name")]


class AuthorLink(models.Model):
    """Where else an author can be found."""

    author = models.ForeignKey(Author, models.CASCADE, related_name="links")
    label = models.CharField(_("label"), max_length=60)
    url = models.URLField(_("address"), max_length=500)
    order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["order", "id"]
        constraints = [leads_to_the_web("url", name="articles_author_link_to_the_web")]

    def __str__(self) -> str:
        return self.label
