"""Membership services that tell us by webhook who carries the paper, and what each of them has told."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from support.models.supporter import Supporter, Tier

# After a change of the secret the old one counts for as long as it takes to change it at the service too.
OLD_SECRET_KEPT = timedelta(days=1)
SHOWN = 4  # letters of a secret that the desk shows


class Kind(models.TextChoices):
    """How a service writes and signs."""

    OWN = "own", _("Newsroom’s own format")
    GHOST = "ghost", _("Ghost")
    PATREON = "patreon", _("Patreon")


class Service(models.Model):
    """A service that may write to us. Both secrets are needed as they are, so that signatures can be reckoned."""

    name = models.CharField(_("name"), max_length=80)
    key = models.SlugField(
        _("last part of its address"),
        max_length=60,
        unique=True,
        help_text=_("In Latin letters, as in “patreon”. Events come to /webhooks/support/patreon/ then."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.OWN)
    is_active = models.BooleanField(
        _("accepted"), default=True, help_text=_("Switched off, its events are refused as a stranger’s would be.")
    )
    default_tier = models.ForeignKey(
        Tier,
        models.PROTECT,
        related_name="+",
        verbose_name=_("tier of all others"),
        help_text=_("For those whose tier the service does not name, or names as nothing below does."),
    )
    secret = models.CharField(max_length=200, blank=True, editable=False)
    secret_at = models.DateTimeField(null=True, editable=False)
    old_secret = models.CharField(max_length=200, blank=True, editable=False)
    refused_at = models.DateTimeField(null=True, editable=False)
    refused_because = models.CharField(max_length=40, blank=True, editable=False)

    class Meta:
        verbose_name = _("membership service")
        verbose_name_plural = _("membership services")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        """Where its events come to."""
        return f"/webhooks/support/{self.key}/"

    @property
    def masked(self) -> str:
        """Enough of the secret to tell it from another."""
        return f"•••• {self.secret[-SHOWN:]}" if self.secret else ""

    def secrets(self, at: datetime) -> list[str]:
        """Those that count at this moment."""
        is_old_good = self.old_secret and self.secret_at and at < self.secret_at + OLD_SECRET_KEPT
        return [self.secret, self.old_secret] if is_old_good else [self.secret]


class ServiceTier(models.Model):
    """Which of our tiers a service means."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="tiers")
    name = models.CharField(_("what the service calls it"), max_length=120)
    tier = models.ForeignKey(Tier, models.PROTECT, related_name="+", verbose_name=_("tier"))

    class Meta:
        verbose_name = _("tier of the service")
        verbose_name_plural = _("tiers of the service")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["service", "name"], name="support_service_tier_once")]

    def __str__(self) -> str:
        return self.name


class Outcome(models.TextChoices):
    """What came of a delivery."""

    BEGUN = "begun", _("Supporter added")
    CHANGED = "changed", _("Supporter changed")
    ENDED = "ended", _("Support ended")
    SAME = "same", _("Nothing to change")
    LATE = "late", _("Overtaken by a later event")
    IGNORED = "ignored", _("Does not concern us")
    REFUSED = "refused", _("Could not be read")


class Delivery(models.Model):
    """An event that was rightly signed. What it said is not kept; ``digest`` knows it again when it is repeated."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="deliveries", verbose_name=_("service"))
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(_("received"), default=timezone.now)
    event = models.CharField(_("event"), max_length=60, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=20, choices=Outcome.choices)
    because = models.CharField(_("why"), max_length=120, blank=True)
    repeats = models.PositiveIntegerField(_("repeated"), default=0)
    supporter = models.ForeignKey(Supporter, models.SET_NULL, null=True, related_name="+", verbose_name=_("supporter"))
    is_cleaned = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        default_permissions = ("view",)
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["service", "digest"], name="support_delivery_once")]
        indexes = [models.Index(fields=["at"], condition=Q(is_cleaned=False), name="support_delivery_by_time")]

    def __str__(self) -> str:
        return f"{self.service}: {self.event or self.get_outcome_display()}"


class LastEvent(models.Model):
    """When a service last told of an address, known by a keyed hash: what happened before comes too late.

    It is about the address and not the supporter, as the end of a membership may overtake its beginning.
    ``is_active``: by this service they carry the paper, so the end of a membership elsewhere ends nothing.
    """

    service = models.ForeignKey(Service, models.CASCADE, related_name="+")
    who = models.CharField(max_length=64)
    at = models.DateTimeField()
    is_active = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["service", "who"], name="support_last_event_once")]
        indexes = [models.Index(fields=["who"], name="support_last_event_of")]

    def __str__(self) -> str:
        return str(self.at)
