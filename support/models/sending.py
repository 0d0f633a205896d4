"""Who sent how much lately, as far as limits need to know. Nothing here leads to a person."""

from __future__ import annotations

import secrets

from django.db import models


def _salt() -> str:
    return secrets.token_hex(32)


class Day(models.Model):
    """The secret of a day, with which senders are told apart. With it goes the last way from a hash to an address."""

    date = models.DateField(unique=True)
    salt = models.CharField(max_length=64, default=_salt)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.date)


class Sending(models.Model):
    """That somebody sent something of a kind; kept for a day, for the limits (``support.limits``)."""

    kind = models.CharField(max_length=40)
    sender = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["kind", "sender", "at"], name="support_sending_of_sender"),
            models.Index(fields=["kind", "at"], name="support_sending_of_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"
