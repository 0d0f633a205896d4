"""Standing pages: what they are for, their text in each language, and what of it is public."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from body.fields import BodyField
from outlet import languages
from outlet.languages import LanguageField, Text

LONGEST = 80


class PageIsFinal(Exception):
    """Raised by an attempt to change what was saved or published for good."""


class Final(models.Model):
    """Rows that are added and never changed afterwards."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise PageIsFinal("It is never changed; save or publish again.")
        super().save(*args, **kwargs)


class PageKind(models.TextChoices):
    """What a page is for. Readers and machines look for these; each is there once, whatever its title."""

    ABOUT = "about", _("About us")
    CONTACTS = "contacts", _("Contacts")
    CORRECTIONS = "corrections", _("Corrections policy")
    STANDARDS = "standards", _("Standards")
    OWNERSHIP = "ownership", _("Ownership and funding")
    PRIVACY = "privacy", _("Privacy")
    REUSE = "reuse", _("Reuse of our texts")
    SUPPORT = "support", _("Support us")
    OTHER = "other", _("Another page")


class StandingPage(models.Model):
    """A page that is always there, in whatever languages it has been written."""

    kind = models.CharField(_("what it is for"), max_length=20, choices=PageKind.choices, default=PageKind.OTHER)

    class Meta:
        verbose_name = _("subject of a page")
        verbose_name_plural = _("subjects of pages")
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=~Q(kind=PageKind.OTHER), name="outlet_page_once_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        text = languages.pick(self.texts.all(), languages.first_language()) if self.pk else None
        return text.title if text and text.title else str(self.get_kind_display())


class PageText(Text):
    """The working copy in one language. Editing it never changes what readers see."""

    page = models.ForeignKey(StandingPage, models.PROTECT, related_name="texts", verbose_name=_("subject of a page"))
    title = models.CharField(_("title"), max_length=200, blank=True)
    slug = models.SlugField(
        _("slug"), max_length=LONGEST, blank=True, help_text=_("The address of the page, in Latin letters.")
    )
    body = BodyField(_("text"))
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    saved_at = models.DateTimeField(_("last saved"), default=timezone.now, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("saved by"),
    )

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")
        permissions = [("publish_pagetext", "Can publish and unpublish a standing page")]
        constraints = [models.UniqueConstraint(fields=["page", "language"], name="outlet_page_text_once_a_language")]

    def __str__(self) -> str:
        return self.title or str(self.page)

    @property
    def path(self) -> str:
        """Where it would stand if it were published as it is."""
        return f"{languages.prefix(self.language)}{self.slug}/"


class PageRevision(Final):
    """What a text was after one save."""

    text = models.ForeignKey(PageText, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200, blank=True)
    slug = models.SlugField(_("slug"), max_length=LONGEST, blank=True)
    body = models.TextField(_("text"), blank=True)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("saved by")
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="outlet_page_revision_number_once")]

    def __str__(self) -> str:
        return str(_("Version %(number)s") % {"number": self.number})


class PageNotice(models.TextChoices):
    """What stands at the address in place of the page. Empty: the page."""

    NONE = "", _("Page")
    UNPUBLISHED = "unpublished", _("Unpublished")


def is_public(at: datetime) -> Q:
    """The one definition of a public page: begun, not ended, and no notice in its place."""
    return _is_answering(at) & Q(notice=PageNotice.NONE)


def _is_answering(at: datetime) -> Q:
    return Q(live_from__lte=at) & (Q(live_until__isnull=True) | Q(live_until__gt=at))


class PageEditionQuerySet(models.QuerySet["PageEdition"]):
    """Published versions by time."""

    def live(self, at: datetime | None = None) -> PageEditionQuerySet:
        """The pages that are public at a moment (default: now). Menus and structured data use this alone."""
        return self.filter(is_public(at or timezone.now()))

    def answering(self, at: datetime | None = None) -> PageEditionQuerySet:
        """What the addresses answer with: a page or a notice in its place."""
        return self.filter(_is_answering(at or timezone.now()))


class PageEdition(Final):
    """One published version of a page in one language, or a notice in its place. Its content never changes.

    Public from ``live_from`` until ``live_until``, which is the beginning of the next one of its text.
    ``live_until`` is derived: ``outlet.actions`` alone writes it.
    """

    page = models.ForeignKey(StandingPage, models.PROTECT, related_name="editions")
    text = models.ForeignKey(PageText, models.PROTECT, related_name="editions")
    language = LanguageField()
    number = models.PositiveIntegerField(_("number"))
    revision = models.ForeignKey(PageRevision, models.PROTECT, null=True, related_name="editions")
    notice = models.CharField(_("notice"), max_length=20, choices=PageNotice.choices, blank=True)
    live_from = models.DateTimeField(_("public from"))
    live_until = models.DateTimeField(_("public until"), null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("made by")
    )
    title = models.CharField(_("title"), max_length=200)
    path = models.CharField(_("path"), max_length=255)
    blocks = models.JSONField(default=list)

    objects = PageEditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("published page")
        verbose_name_plural = _("published pages")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["text", "number"], name="outlet_page_edition_number_once"),
            models.UniqueConstraint(
                fields=["text"], condition=Q(live_until__isnull=True), name="outlet_page_edition_one_open_ended"
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")),
                name="outlet_page_edition_ends_later",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PageAddress(models.Model):
    """A path that readers may know. It stays with its text for ever; an old one is sent on."""

    path = models.CharField(_("path"), max_length=255, unique=True)
    text = models.ForeignKey(PageText, models.PROTECT, related_name="addresses")

    class Meta:
        verbose_name = _("address of a page")
        verbose_name_plural = _("addresses of pages")

    def __str__(self) -> str:
        return self.path
