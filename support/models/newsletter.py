"""Who gets the newsletter, and the services that send it."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from outlet.languages import LanguageField


class State(models.TextChoices):
    """From the form to the last letter."""

    ASKED = "asked", _("Not confirmed yet")
    CONFIRMED = "confirmed", _("Confirmed")
    ENDED = "ended", _("Ended")


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    """Subscribers by state."""

    def known(self) -> SubscriberQuerySet:
        """Those whose address we have; of what has ended only the dates are left."""
        return self.exclude(state=State.ENDED)

    def confirmed(self) -> SubscriberQuerySet:
        """Those who get it."""
        return self.filter(state=State.CONFIRMED)

    def of(self, email: str) -> SubscriberQuerySet:
        """All that one address has asked for, whatever the case of its letters."""
        return self.known().alias(lower=Lower("email")).filter(lower=Lower(Value(email)))


class Subscriber(models.Model):
    """An address that asked for the newsletter in one language. The address goes when the subscription ends."""

    email = models.EmailField(_("e-mail"), blank=True)
    language = LanguageField()
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("newsletter")
        ordering = ["-asked_at", "-pk"]
        default_permissions = ("view", "delete")
        permissions = [("export_subscriber", _("Can export the addresses of subscribers"))]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                "language",
                condition=~Q(state=State.ENDED),
                name="support_subscriber_once_an_address_and_language",
            ),
            models.CheckConstraint(
                condition=Q(state=State.ENDED, email="") | (~Q(state=State.ENDED) & ~Q(email="")),
                name="support_subscriber_address_until_ended",
            ),
        ]
        indexes = [
            models.Index(fields=["confirmed_at"], name="support_subscriber_confirmed"),
            models.Index(fields=["ended_at"], name="support_subscriber_ended"),
        ]

    def __str__(self) -> str:
        """Without the address: this stands in the log, which is never shortened."""
        return gettext("Subscription %(number)s") % {"number": self.pk}


def _secret() -> str:
    return secrets.token_urlsafe(32)


def is_safe_address(value: str) -> None:
    """Raises for what is no https address, such as ``https://lists.example/hook``."""
    URLValidator(schemes=["https"], message=_("Write an address that begins with https://."))(value)


class MailingService(models.Model):
    """A service that sends the newsletter, and hears at its address of everybody who comes and goes."""

    name = models.CharField(_("name"), max_length=80)
    address = models.CharField(
        _("address"),
        max_length=500,
        validators=[is_safe_address],
        help_text=_("Where the service takes what we send, as in https://lists.example/hook."),
    )
    secret = models.CharField(
        _("secret"),
        max_length=100,
        default=_secret,
        help_text=_("Signs what we send. Give it to the service, and to nobody else."),
    )
    is_on = models.BooleanField(
        _("switched on"), default=True, help_text=_("Switched off, it hears of nothing, and what waits is dropped.")
    )

    class Meta:
        verbose_name = _("mailing service")
        verbose_name_plural = _("mailing services")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(address__startswith="https://"),
                name="support_mailingservice_over_tls",
                violation_error_message=_("Write an address that begins with https://."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.secret = self.secret or _secret()
        super().save(*args, **kwargs)
