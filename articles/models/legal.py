"""Legal notes: what stands beside an article for few eyes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LegalNote(models.Model):
    """What the lawyers said of an article. It stands in no revision, edition, export or log."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="legal_notes")
    text = models.TextField(_("legal note"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("legal note")
        verbose_name_plural = _("legal notes")
        ordering = ["-at", "-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(_("Legal note of %(when)s") % {"when": self.at})
