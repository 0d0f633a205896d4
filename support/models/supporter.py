"""Readers who pay for the paper, and the tiers at which they do."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from outlet import languages
from outlet.languages import LanguageField, Text

HEAVIEST = 100


class Tier(models.Model):
    """How much somebody gives. ``key`` is what files and services call it; ``weight`` is how many voices a vote has."""

    key = models.SlugField(
        _("short name"),
        max_length=60,
        unique=True,
        help_text=_("By which files and services name this tier, in Latin letters, as in “patron”."),
    )
    weight = models.PositiveSmallIntegerField(
        _("voices of a vote"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(HEAVIEST)],
        help_text=_("For how many a vote of this tier counts on topics."),
    )
    order = models.PositiveIntegerField(_("order"), default=0, help_text=_("On the page of thanks, smallest first."))

    class Meta:
        verbose_name = _("tier")
        verbose_name_plural = _("tiers")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=HEAVIEST), name="support_tier_has_weight")
        ]

    def __str__(self) -> str:
        text = languages.pick(self.texts.all(), languages.first_language()) if self.pk else None
        return text.name if text else self.key


class TierText(Text):
    """What readers see of a tier in one language."""

    tier = models.ForeignKey(Tier, models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=80)
    thanks = models.TextField(
        _("thanks"), blank=True, max_length=500, help_text=_("Above the names on the page of thanks.")
    )

    class Meta:
        verbose_name = _("words")
        verbose_name_plural = _("words")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["tier", "language"], name="support_tier_text_once_a_language")]

    def __str__(self) -> str:
        return self.name


class SupporterQuerySet(models.QuerySet["Supporter"]):
    """Supporters by time."""

    def active(self, day: date) -> SupporterQuerySet:
        """Those who carry the paper on this day, which is one of the outlet's time zone."""
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)

    def at(self, *emails: str) -> SupporterQuerySet:
        """Those who have one of these addresses, by the index that keeps an address from standing twice."""
        return self.alias(at=Lower("email")).filter(at__in=[email.strip().lower() for email in emails])


class Supporter(models.Model):
    """One person who pays, or paid, for the paper. ``since`` and ``until`` are days, both included.

    An address stands once, whatever the case of its letters. ``sessions`` counts up where all sign-ins are to end
    (``support.sessions``). Who wants to be forgotten is deleted: a row that points here says ``SET_NULL`` if what it
    tells is to stay as a count, ``CASCADE`` if it is theirs. Words of the log never hold name or address.
    """

    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"))
    tier = models.ForeignKey(Tier, models.PROTECT, related_name="supporters", verbose_name=_("tier"))
    since = models.DateField(_("since"), default=timezone.localdate)
    until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day. Empty: as long as nothing else is said.")
    )
    language = LanguageField(help_text=_("In which we write to them."))
    is_named = models.BooleanField(
        _("named on the page of thanks"), default=False, help_text=_("Only with their consent.")
    )
    wants_letters = models.BooleanField(
        _("gets letters about topics"), default=True, help_text=_("Until they unsubscribe.")
    )
    sessions = models.PositiveIntegerField(default=0, editable=False)

    objects = SupporterQuerySet.as_manager()

    class Meta:
        verbose_name = _("supporter")
        verbose_name_plural = _("supporters")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="support_supporter_once_an_address",
                violation_error_message=_("There is a supporter with this address."),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="support_supporter_until_after_since",
                violation_error_message=_("The last day lies before the first."),
            ),
        ]
        indexes = [models.Index(fields=["tier", "is_named"], name="support_supporter_named")]

    def __str__(self) -> str:
        return self.name or self.called

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.strip()
        super().save(*args, **kwargs)

    @property
    def called(self) -> str:
        """What the log calls them, which is nobody's business."""
        return gettext("Supporter %(number)s") % {"number": self.pk}

    def is_active(self, day: date) -> bool:
        """Whether they carry the paper on this day."""
        return self.since <= day and (self.until is None or day <= self.until)
