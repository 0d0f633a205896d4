"""Sections: the fixed parts of the paper."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.address import AddressedText
from articles.models.shelf import Shelf
from outlet.languages import first_language, pick


class Section(Shelf):
    """A part of the paper, such as Politics. Every published article stands in one."""

    order = models.PositiveIntegerField(_("order"), default=0, help_text=_("Low numbers come first in menus."))

    class Meta(Shelf.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        if self.merged_into_id:
            return str(self.merged_into)
        text = pick(self.texts.all(), first_language()) if self.pk else None
        return text.name if text else str(_("Section without a name"))


class SectionText(AddressedText):
    """What readers see of a section in one language."""

    SHELF = "sections"
    OWNER = "section"

    section = models.ForeignKey(Section, models.CASCADE, related_name="texts")
    description = models.TextField(_("description"), blank=True)

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [
            models.UniqueConstraint(fields=["section", "language"], name="articles_section_text_once"),
            models.UniqueConstraint(fields=["language", "slug"], name="articles_section_slug_once"),
        ]
