"""Who publishes: one row, with what readers see of it in each language."""

from __future__ import annotations

import zoneinfo
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

from outlet import colours
from outlet.languages import LanguageField, Text, first_language, pick


def is_time_zone(value: str) -> None:
    """Raises ``ValidationError`` for what is no name of a time zone, such as ``Europe/Kyiv``."""
    if value not in zoneinfo.available_timezones():
        raise ValidationError(
            _("“%(value)s” is not a time zone. Write it as in “Europe/Kyiv”."), params={"value": value}
        )


class SilentChanges(models.TextChoices):
    """What becomes of a substantial change of a public story without a public note."""

    REASON = "reason", _("They need a reason, which stands in the log")
    REFUSE = "refuse", _("They are refused; a note is needed")


class OutletManager(models.Manager["Outlet"]):
    """The one outlet of an installation."""

    def current(self) -> Outlet:
        """The outlet with its texts; a made-up, unsaved one where nothing has been set up yet."""
        texts = OutletText.objects.select_related("outlet")
        outlet = texts[0].outlet if texts else self.first() or Outlet()
        # Every public page asks for the outlet, so one query brings both.
        outlet._prefetched_objects_cache = {"texts": texts}  # type: ignore[attr-defined]
        return outlet


class Outlet(models.Model):
    """The publisher of this site. There is one; a constraint keeps it so."""

    singleton = models.BooleanField(default=True, editable=False)
    first_language = LanguageField(verbose_name=_("first language"), editable=False)
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default="Europe/Kyiv",
        validators=[is_time_zone],
        help_text=_("Dates in addresses and on pages are those of this zone."),
    )
    email = models.EmailField(_("e-mail address of the newsroom"), blank=True)
    accent_light = models.CharField(
        _("accent colour on light paper"),
        max_length=7,
        blank=True,
        validators=[colours.stands_out_on_light],
        help_text=_("Of links and kickers, as in #8a1f1f. Empty: the colour that comes with Newsroom."),
    )
    accent_dark = models.CharField(
        _("accent colour on dark paper"),
        max_length=7,
        blank=True,
        validators=[colours.stands_out_on_dark],
        help_text=_("For readers whose screen is dark, as in #f0a08f."),
    )
    logo = models.CharField(max_length=100, blank=True, editable=False)
    logo_width = models.PositiveIntegerField(default=0, editable=False)
    logo_height = models.PositiveIntegerField(default=0, editable=False)
    four_eyes = models.BooleanField(
        _("four eyes"),
        default=True,
        help_text=_(
            "Nobody approves what they wrote or changed themselves. Switched off, they may, but never in the same "
            "step as publishing it."
        ),
    )
    silent_changes = models.CharField(
        _("substantial changes without a public note"),
        max_length=10,
        choices=SilentChanges.choices,
        default=SilentChanges.REASON,
    )
    shows_changes = models.BooleanField(
        _("readers see what changed"),
        default=True,
        help_text=_("Each story has a page that compares what it said at each time."),
    )

    objects = OutletManager()

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlet")
        constraints = [
            models.UniqueConstraint(fields=["singleton"], name="outlet_outlet_one"),
            models.CheckConstraint(condition=models.Q(singleton=True), name="outlet_outlet_singleton"),
        ]

    def __str__(self) -> str:
        return self.text(first_language()).name

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The time zone in which the paper dates its stories."""
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def stylesheet(self) -> str:
        """The CSS of the outlet's own colours, "" where it has none."""
        return colours.stylesheet(self)

    @property
    def stylesheet_digest(self) -> str:
        """What the stylesheet's address is made of."""
        return colours.digest(self.stylesheet)

    @property
    def stylesheet_path(self) -> str:
        """Where the stylesheet is, "" where there is none."""
        return f"/outlet/{self.stylesheet_digest}.css" if self.stylesheet else ""

    @property
    def logo_path(self) -> str:
        """Where the logo is, "" where there is none."""
        return default_storage.url(self.logo) if self.logo else ""

    def date_of(self, moment: datetime) -> date:
        """The calendar day of an aware moment where the outlet is."""
        return moment.astimezone(self.zone).date()

    def text(self, language: str) -> OutletText:
        """Name and description in this language, or what stands in for them."""
        rows = self.texts.all() if self.pk else []
        return pick(rows, language) or OutletText(outlet=self, language=language, name=str(_("A new newspaper")))


class OutletText(Text):
    """What readers see of the outlet in one language."""

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=120)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)
    newsletter = models.TextField(
        _("newsletter"),
        blank=True,
        max_length=300,
        help_text=_("What you send and how often. Empty: there is no newsletter in this language."),
    )

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [models.UniqueConstraint(fields=["outlet", "language"], name="outlet_text_once_a_language")]

    def __str__(self) -> str:
        return self.name
