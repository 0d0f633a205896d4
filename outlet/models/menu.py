"""The menus above and below every page: rows in the order that an editor gives them."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from body.subset import HREF
from outlet import languages
from outlet.languages import Text

# Of the addresses that a text may link to, those that lead to a page or write a letter.
SCHEMES = ("/", "https://", "http://", "mailto:")


def _leads_somewhere() -> Q:
    """A condition that an address is empty or begins as ours do: ``javascript:…`` would be a program."""
    found = Q(address="")
    for scheme in SCHEMES:
        found |= Q(address__istartswith=scheme)
    return found & ~Q(address__startswith="//")


class Place(models.TextChoices):
    """Where an item stands."""

    HEADER = "header", _("Above, after the sections")
    FOOTER = "footer", _("Below the page")


class MenuItem(models.Model):
    """One line of a menu: a standing page, or an address with its words in each language."""

    place = models.CharField(_("where"), max_length=10, choices=Place.choices, default=Place.FOOTER)
    order = models.PositiveIntegerField(_("order"), default=0)
    page = models.ForeignKey(
        "outlet.StandingPage",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="menu_items",
        verbose_name=_("standing page"),
        help_text=_("Shown only while it is public. Leave this empty for an address of its own."),
    )

    class Meta:
        verbose_name = _("menu item")
        verbose_name_plural = _("menus")
        ordering = ["place", "order", "pk"]

    def __str__(self) -> str:
        text = languages.pick(self.texts.all(), languages.first_language()) if self.pk else None
        return (text.label if text else "") or (str(self.page) if self.page else str(self._meta.verbose_name))


class MenuText(Text):
    """The words of an item in one language, and where it leads if it is no standing page."""

    item = models.ForeignKey(MenuItem, models.CASCADE, related_name="texts")
    label = models.CharField(
        _("words"), max_length=80, blank=True, help_text=_("Empty: the title of the standing page.")
    )
    address = models.CharField(
        _("address"),
        max_length=500,
        blank=True,
        validators=[RegexValidator(rf"\A(?:{HREF.pattern})\Z", _("Write an address such as /latest/ or https://…"))],
    )

    class Meta:
        verbose_name = _("words")
        verbose_name_plural = _("words")
        constraints = [
            models.UniqueConstraint(fields=["item", "language"], name="outlet_menu_text_once_a_language"),
            models.CheckConstraint(condition=_leads_somewhere(), name="outlet_menu_text_leads_somewhere"),
        ]

    def __str__(self) -> str:
        return self.label
