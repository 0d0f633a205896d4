"""Links that were asked for to sign in."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from outlet.languages import LanguageField
from support.models.supporter import Supporter

MINUTES = 15


def _key() -> str:
    return secrets.token_urlsafe(24)


def _end() -> object:
    return timezone.now() + timedelta(minutes=MINUTES)


class SignInLink(models.Model):
    """One that lets somebody in once. The link carries ``key`` signed, so what is stored here opens nothing.

    Where nobody has the address that was given there is a row too, of nobody, so that both cost the same.
    """

    key = models.CharField(max_length=40, unique=True, default=_key)
    supporter = models.ForeignKey(Supporter, models.CASCADE, null=True, related_name="+")
    language = LanguageField()
    next = models.CharField(max_length=300, blank=True)
    until = models.DateTimeField(default=_end)
    used_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["until"], name="support_link_by_end")]
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(supporter__isnull=False), name="support_link_of_nobody_unused"
            )
        ]

    def __str__(self) -> str:
        return str(self.until)
