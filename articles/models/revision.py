"""Revisions: the history of the working copy."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RevisionIsFinal(Exception):
    """Raised by an attempt to change or remove a revision."""


class Revision(models.Model):
    """Everything that an editor could change, as it was after one save. Never changed afterwards.

    ``snapshot`` has the shape that ``articles.snapshots`` writes and reads; ``digest`` is its SHA-256.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    snapshot = models.JSONField()
    digest = models.CharField(max_length=64)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="revisions", verbose_name=_("saved by")
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="articles_revision_number_once")]

    def __str__(self) -> str:
        return str(_("Version %(number)s") % {"number": self.number})

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise RevisionIsFinal("A revision is never changed.")
        super().save(*args, **kwargs)
