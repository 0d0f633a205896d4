"""Ways to support the paper without any service: a bank account, a wallet, an address for letters."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from outlet import languages
from outlet.languages import Text


class WayToSupport(models.Model):
    """One thing that a reader copies. It is shown in the languages in which it has words."""

    value = models.TextField(
        _("what is copied"),
        max_length=300,
        help_text=_("The number of an account, the address of a wallet, a postal address. Check every character."),
    )
    order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("way to support us")
        verbose_name_plural = _("ways to support us")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        text = languages.pick(self.texts.all(), languages.first_language()) if self.pk else None
        return text.label if text else self.value[:40]


class WayText(Text):
    """What readers are told of it in one language."""

    way = models.ForeignKey(WayToSupport, models.CASCADE, related_name="texts")
    label = models.CharField(_("label"), max_length=80, help_text=_("As in “IBAN, hryvnia”."))
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("The name of the recipient, the purpose of payment.")
    )

    class Meta:
        verbose_name = _("words")
        verbose_name_plural = _("words")
        constraints = [models.UniqueConstraint(fields=["way", "language"], name="support_way_text_once_a_language")]

    def __str__(self) -> str:
        return self.label
