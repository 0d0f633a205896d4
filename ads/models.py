"""Ads in the places of public pages: an advertiser's picture with a link, or the snippet of a provider."""

from __future__ import annotations

from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ads import providers
from articles.models.web import leads_to_the_web
from outlet.languages import LanguageField, Text

HEAVIEST, DEEPEST = 100, 50
MOST_WORDS = 240  # they have to find room in the place of an ad, on a phone too


class Place(models.TextChoices):
    """Where in a page."""

    TEXT = "text", _("In the text of stories")
    END = "end", _("At the end of stories")
    TOP = "top", _("On front and sections, above the stories")
    BOTTOM = "bottom", _("On front and sections, below the stories")


OF_STORIES, OF_LISTS = (Place.TEXT, Place.END), (Place.TOP, Place.BOTTOM)


class Label(models.TextChoices):
    """The word that stands above an ad, before the name of the advertiser."""

    ADVERTISEMENT = "ad", _("Advertisement")
    SOCIAL = "social", _("Public service advertisement")
    POLITICAL = "political", _("Political advertisement")


class Element(models.TextChoices):
    """What a provider's script fills."""

    DIV = "div", "<div>"
    INS = "ins", "<ins>"


class Height(models.IntegerChoices):
    """The room that is kept for a provider, in pixels; ``static/css/frame.css`` has a class for each."""

    LOW = 100, "100"
    USUAL = 250, "250"
    HIGH = 280, "280"
    TALL = 600, "600"


class State(models.TextChoices):
    """What readers have of an ad by its time."""

    RUNNING = "running", _("Running")
    AHEAD = "ahead", _("Ahead")
    ENDED = "ended", _("Ended")
    OFF = "off", _("Switched off")


class AdQuerySet(models.QuerySet["Ad"]):
    """Ads by time."""

    def in_state(self, state: str, at: datetime) -> AdQuerySet:
        """As ``Ad.state`` says."""
        ended = Q(ends__isnull=False, ends__lte=at)
        return self.filter(
            {
                State.OFF: Q(is_on=False),
                State.ENDED: Q(is_on=True) & ended,
                State.AHEAD: Q(is_on=True, begins__gt=at) & ~ended,
                State.RUNNING: Q(is_on=True, begins__lte=at) & ~ended,
            }[State(state)]
        )


class Ad(models.Model):
    """One ad in one place, in one language, from ``begins`` to ``ends``, in all sections where none is named.

    An own ad has a picture and a link. A snippet has a ``provider`` instead, the name of an entry of the setting
    ``AD_PROVIDERS``, and what the provider asks to have in the page, in fields of its own: no HTML is ever stored.
    """

    place = models.CharField(_("place"), max_length=10, choices=Place.choices, default=Place.END)
    paragraph = models.PositiveSmallIntegerField(
        _("after paragraph"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(DEEPEST)],
        help_text=_("In the text of stories alone; a shorter text goes without."),
    )
    language = LanguageField(help_text=_("On whose pages it stands."))
    sections = models.ManyToManyField(
        "articles.Section",
        blank=True,
        related_name="+",
        verbose_name=_("sections"),
        help_text=_("In their stories and on their pages alone. None: everywhere, on the front too."),
    )
    begins = models.DateTimeField(_("from"), default=timezone.now)
    ends = models.DateTimeField(_("to"), null=True, blank=True, help_text=_("Empty: until it is switched off."))
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(HEAVIEST)],
        help_text=_("Where several have the same place, how much of it is this one’s: 2 gets twice as much as 1."),
    )
    is_on = models.BooleanField(_("switched on"), default=True)
    advertiser = models.CharField(
        _("advertiser"), max_length=120, help_text=_("Readers see the name beside the word “Advertisement”.")
    )
    label = models.CharField(
        pgettext_lazy("ad", "label"), max_length=20, choices=Label.choices, default=Label.ADVERTISEMENT
    )

    image = models.ForeignKey(
        "articles.Image", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    alt_text = models.CharField(
        _("alternative text"),
        max_length=400,
        blank=True,
        help_text=_("What the picture says, with the words that are written in it."),
    )
    link = models.URLField(_("link"), max_length=500, blank=True, help_text=_("Where a press leads."))

    provider = models.CharField(_("provider"), max_length=40, blank=True)
    script = models.URLField(
        _("address of the script"),
        max_length=500,
        blank=True,
        help_text=_("On a host that the operator has named for this provider, as that of a frame. No HTML is taken."),
    )
    element = models.CharField(_("element"), max_length=10, choices=Element.choices, blank=True)
    element_class = models.CharField(_("its class"), max_length=200, blank=True)
    attributes = models.TextField(
        _("its attributes"),
        max_length=2000,
        blank=True,
        validators=[providers.are_attributes],
        help_text=_("One a line, as in data-slot=12345. Where no element is named they are the script’s."),
    )
    frame = models.URLField(_("address of the frame"), max_length=500, blank=True)
    height = models.PositiveSmallIntegerField(
        _("height in pixels"),
        choices=Height.choices,
        default=Height.USUAL,
        help_text=_("Kept free from the first, so that nothing moves when the ad comes."),
    )

    objects = AdQuerySet.as_manager()

    class Meta:
        verbose_name = _("ad")
        verbose_name_plural = _("ads")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gt=F("begins")),
                name="ads_ad_ends_later",
                violation_error_message=_("It would end before it begins."),
            ),
            models.CheckConstraint(
                condition=(Q(provider="", image__isnull=False) & ~Q(link=""))
                | (Q(image=None, link="") & ~Q(provider="")),
                name="ads_ad_own_or_snippet",
                violation_error_message=_("An ad has a picture and a link, a snippet has a provider."),
            ),
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=HEAVIEST), name="ads_ad_has_weight"),
            leads_to_the_web("link", name="ads_ad_link_on_the_web"),
            leads_to_the_web("script", name="ads_ad_script_on_the_web"),
            leads_to_the_web("frame", name="ads_ad_frame_on_the_web"),
        ]
        indexes = [models.Index(fields=["language", "place"], condition=Q(is_on=True), name="ads_ad_switched_on")]

    def __str__(self) -> str:
        return self.advertiser

    def state(self, at: datetime) -> State:
        """What readers have of it at a moment."""
        if not self.is_on:
            return State.OFF
        if self.ends and self.ends <= at:
            return State.ENDED
        return State.RUNNING if self.begins <= at else State.AHEAD


class SnippetManager(models.Manager["Snippet"]):
    """The ads that come from providers."""

    def get_queryset(self) -> models.QuerySet[Snippet]:
        return super().get_queryset().exclude(provider="")


class Snippet(Ad):
    """The same rows as far as they are providers', so that rights to them can be given apart."""

    objects = SnippetManager()  # type: ignore[assignment, misc]

    class Meta:
        proxy = True
        verbose_name = _("provider’s snippet")
        verbose_name_plural = _("providers’ snippets")


class AdDay(models.Model):
    """How often an own ad was seen and pressed on one day where the outlet is. By whom is not known to anybody."""

    ad = models.ForeignKey(Ad, models.CASCADE, related_name="days")
    date = models.DateField(_("day"))
    shown = models.PositiveIntegerField(_("seen"), default=0)
    pressed = models.PositiveIntegerField(_("pressed"), default=0)

    class Meta:
        verbose_name = _("count of a day")
        verbose_name_plural = _("counts by day")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["ad", "date"], name="ads_ad_day_once")]

    def __str__(self) -> str:
        return f"{self.ad_id}: {self.date}"


class Notice(models.Model):
    """What the outlet says to readers whose browser blocks providers' ads. There is one; no words, no notice."""

    singleton = models.BooleanField(default=True, editable=False)

    class Meta:
        verbose_name = _("notice on ad blockers")
        verbose_name_plural = _("notice on ad blockers")
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(fields=["singleton"], name="ads_notice_one"),
            models.CheckConstraint(condition=Q(singleton=True), name="ads_notice_singleton"),
        ]

    def __str__(self) -> str:
        return str(_("Notice on ad blockers"))


class NoticeText(Text):
    """Its words in one language."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="texts")
    words = models.TextField(
        _("words"),
        max_length=MOST_WORDS,
        blank=True,
        help_text=_(
            "They stand once in the place of the ad that was blocked. Empty: nothing is said. Be polite; some readers "
            "block ads without knowing it."
        ),
    )

    class Meta:
        verbose_name = _("words")
        verbose_name_plural = _("words")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["language", "notice"], name="ads_notice_text_once")]

    def __str__(self) -> str:
        return self.words[:80]
