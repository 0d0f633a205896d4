"""What addresses of other sites answered when they were last asked."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FRESH = timedelta(days=7)
# A machine may be away for a night. What was silent twice running is doubted.
SILENCES = 2
GONE = (404, 410)


class OutsideLinkQuerySet(models.QuerySet["OutsideLink"]):
    """Addresses by what is known of them."""

    def dead(self) -> OutsideLinkQuerySet:
        """Those that say that there is nothing, and those that no longer answer."""
        return self.filter(models.Q(status__in=GONE) | models.Q(silences__gte=SILENCES))

    def due(self) -> OutsideLinkQuerySet:
        """Those to ask now: never asked, asked long ago, or silent the last time, a day ago."""
        now = timezone.now()
        silent = models.Q(silences__gt=0, asked_at__lt=now - timedelta(hours=20))
        return self.filter(models.Q(asked_at__isnull=True) | models.Q(asked_at__lt=now - FRESH) | silent)


class OutsideLink(models.Model):
    """An address in a live story. ``status`` is empty where nothing answered, ``silences`` how often running."""

    url = models.TextField(_("address"))
    digest = models.CharField(max_length=64, unique=True, editable=False)
    status = models.PositiveSmallIntegerField(null=True)
    silences = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(null=True, db_index=True)
    seen_at = models.DateTimeField(default=timezone.now)

    objects = OutsideLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to another site")
        verbose_name_plural = _("links to other sites")
        default_permissions = ()

    def __str__(self) -> str:
        return self.url

    @staticmethod
    def digest_of(url: str) -> str:
        """What stands for an address in the index, which has no room for the longest ones."""
        return hashlib.sha256(url.encode()).hexdigest()
