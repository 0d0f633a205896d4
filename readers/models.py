"""What readers say is wrong in a story. ``readers.actions`` alone writes these rows."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from outlet.languages import LanguageField
from readers.quotes import Quote

if TYPE_CHECKING:
    from staff.models import User

MOST_WORDS = 2000


class State(models.TextChoices):
    """What the newsroom decided."""

    NEW = "new", _("New")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    DUPLICATE = "duplicate", _("Known already")
    SPAM = "spam", _("Spam")


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases as the desk sees them."""

    def visible_to(self, user: User) -> CaseQuerySet:
        """Those of the articles that this user may open."""
        return self.filter(article__in=Article.objects.visible_to(user).order_by().values("pk"))


class Case(models.Model):
    """A passage that readers reported, or a story as a whole where ``exact`` is empty.

    The quote is one of the text of ``edition``, which is what the first of them saw. ``count`` is how many
    reports there were, those that said the same again too. ``correction`` is the public note that came of it.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+", verbose_name=_("article"))
    edition = models.ForeignKey("articles.Edition", models.PROTECT, related_name="+")
    exact = models.TextField(_("passage"), blank=True)
    prefix = models.TextField(blank=True)
    suffix = models.TextField(blank=True)
    start = models.PositiveIntegerField(default=0)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.NEW)
    count = models.PositiveIntegerField(_("reports"), default=0)
    first_at = models.DateTimeField(_("first reported"), default=timezone.now)
    last_at = models.DateTimeField(_("last reported"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    answer = models.TextField(_("answer"), blank=True)
    correction = models.ForeignKey(
        "articles.Correction", models.PROTECT, null=True, related_name="+", verbose_name=_("public note")
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("report by readers")
        verbose_name_plural = _("reports by readers")
        ordering = ["-count", "last_at", "id"]
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "start", "exact"], condition=Q(state=State.NEW), name="readers_case_open_once"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="readers_case_state_known"),
            models.CheckConstraint(
                condition=Q(state=State.NEW) | Q(decided_at__isnull=False), name="readers_case_decided_at_some_time"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-count", "last_at"], name="readers_case_queue"),
            models.Index(fields=["article", "state"], name="readers_case_of_article"),
            models.Index(fields=["first_at"], name="readers_case_by_time"),
        ]

    def __str__(self) -> str:
        return self.exact or str(self.article)

    @property
    def quote(self) -> Quote | None:
        """The passage; none where the report is on the story as a whole."""
        return Quote(self.exact, self.prefix, self.suffix, self.start) if self.exact else None


class Report(models.Model):
    """What one reader sent. Name, e-mail and comment are deleted after ninety days (``readers.cleaning``)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="reports")
    at = models.DateTimeField(_("sent"), default=timezone.now)
    language = LanguageField()
    comment = models.TextField(_("comment"), max_length=MOST_WORDS, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    count = models.PositiveIntegerField(default=1)
    is_cleaned = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("report of one reader")
        verbose_name_plural = _("reports of single readers")
        default_permissions = ()
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["at"], condition=Q(is_cleaned=False), name="readers_report_to_clean")]

    def __str__(self) -> str:
        return self.comment[:80]


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


class SendingQuerySet(models.QuerySet["Sending"]):
    """Sendings by time."""

    def since(self, moment: datetime) -> SendingQuerySet:
        return self.filter(at__gt=moment)


class Sending(models.Model):
    """That somebody sent a report; kept for a day, for the limits. Nothing leads from here to the report."""

    sender = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    objects = SendingQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["sender", "at"], name="readers_sending_of_sender"),
            models.Index(fields=["at"], name="readers_sending_by_time"),
        ]

    def __str__(self) -> str:
        return str(self.at)
