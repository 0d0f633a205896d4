"""What the paper asks its readers for, where it does not ask, and how often an appeal was seen and followed."""

from __future__ import annotations

from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from body.subset import HREF
from outlet.languages import LanguageField

HEAVIEST = 100
DEEPEST = 50
SCHEMES = ("/", "https://", "http://", "mailto:")


def _leads_somewhere() -> Q:
    """A condition that an address begins as ours do, as the lines of a menu ask it."""
    found = Q()
    for scheme in SCHEMES:
        found |= Q(address__istartswith=scheme)
    return found & ~Q(address__startswith="//")


class Place(models.TextChoices):
    """Where on a story's page an appeal stands."""

    END = "end", _("At the end of the article")
    TEXT = "text", _("In the text, after a paragraph")


class AppealQuerySet(models.QuerySet["Appeal"]):
    """Appeals by time."""

    def begun(self, at: datetime) -> AppealQuerySet:
        """Those that readers have met, or could have."""
        return self.filter(Q(begins_at=None) | Q(begins_at__lte=at), is_on=True)

    def running(self, at: datetime) -> AppealQuerySet:
        """Those that readers meet."""
        return self.begun(at).filter(Q(ends_at=None) | Q(ends_at__gt=at))


class Appeal(models.Model):
    """A few words at a story with a button that leads to where a reader can help.

    It stands at stories of its sections and with its tags, everywhere where neither is chosen. Of several that fit
    a page shows one, the heavier the more often (``support.appeals.shown``).
    """

    name = models.CharField(_("name at the desk"), max_length=80, unique=True, help_text=_("Readers do not see it."))
    language = LanguageField(help_text=_("It stands at stories in this language."))
    title = models.CharField(_("title"), max_length=100)
    text = models.TextField(_("text"), max_length=600)
    picture = models.ForeignKey(
        "articles.Image", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    button = models.CharField(_("words of the button"), max_length=40)
    address = models.CharField(
        _("address"),
        max_length=500,
        validators=[RegexValidator(rf"\A(?:{HREF.pattern})\Z", _("Write an address such as /support/ or https://…"))],
        help_text=_("Where the button leads: a membership service, a bank’s page, a page of the paper."),
    )
    place = models.CharField(_("place"), max_length=10, choices=Place.choices, default=Place.END)
    after = models.PositiveSmallIntegerField(
        _("after which paragraph"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(DEEPEST)],
        help_text=_(
            "For a place in the text. It never parts a list from its paragraph; a short text has it at its end."
        ),
    )
    sections = models.ManyToManyField("articles.Section", blank=True, related_name="+", verbose_name=_("sections"))
    tags = models.ManyToManyField("articles.Tag", blank=True, related_name="+", verbose_name=_("tags"))
    begins_at = models.DateTimeField(_("from"), null=True, blank=True, help_text=_("Empty: at once."))
    ends_at = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("Empty: as long as it is switched on.")
    )
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(HEAVIEST)],
        help_text=_("Of several that fit, one with twice the weight is shown twice as often."),
    )
    is_on = models.BooleanField(_("on"), default=False)

    objects = AppealQuerySet.as_manager()

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        ordering = ["-is_on", "language", "name"]
        default_permissions = ("view", "add", "change")
        indexes = [models.Index(fields=["language", "is_on"], name="support_appeal_by_language")]
        constraints = [
            models.CheckConstraint(
                condition=_leads_somewhere(),
                name="support_appeal_leads_somewhere",
                violation_error_message=_("The address must be one of a page or of a letter."),
            ),
            models.CheckConstraint(condition=Q(place__in=Place.values), name="support_appeal_place_known"),
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=HEAVIEST), name="support_appeal_has_weight"),
            models.CheckConstraint(condition=Q(after__gte=1), name="support_appeal_after_some_paragraph"),
            models.CheckConstraint(
                condition=Q(begins_at=None) | Q(ends_at=None) | Q(ends_at__gt=F("begins_at")),
                name="support_appeal_ends_later",
                violation_error_message=_("It would end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_running(self, at: datetime | None = None) -> bool:
        """Whether readers meet it at a moment (default: now)."""
        at = at or timezone.now()
        has_begun = self.begins_at is None or self.begins_at <= at
        return self.is_on and has_begun and (self.ends_at is None or at < self.ends_at)


class QuietArticle(models.Model):
    """That no appeal stands at an article: it is sensitive, an obituary, or somebody else's money is in it."""

    article = models.OneToOneField("articles.Article", models.CASCADE, primary_key=True, related_name="+")

    class Meta:
        verbose_name = _("article without appeals")
        verbose_name_plural = _("articles without appeals")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.article_id)


class AppealDay(models.Model):
    """How often an appeal was seen and followed on a day of the outlet's. Of whom is not known to anybody."""

    appeal = models.ForeignKey(Appeal, models.CASCADE, related_name="days")
    date = models.DateField()
    shown = models.PositiveIntegerField(default=0)
    pressed = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("day of an appeal")
        verbose_name_plural = _("days of appeals")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["appeal", "date"], name="support_appeal_day_once")]

    def __str__(self) -> str:
        return f"{self.appeal_id}: {self.date}"
