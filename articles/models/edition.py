"""Editions: what is public, and from when."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import PAID, Kind, Role
from outlet.languages import LanguageField


class EditionIsFinal(Exception):
    """Raised by an attempt to change what was published."""


class Notice(models.TextChoices):
    """What stands at an address in place of a story that was withdrawn. Empty: a story."""

    NONE = "", _("Story")
    UNPUBLISHED = "unpublished", _("Unpublished")
    RETRACTED = "retracted", _("Retracted")
    TAKEN_DOWN = "taken_down", _("Taken down")


def is_live(at: datetime, *, via: str = "") -> Q:
    """The one definition of "public": a story whose time it is. ``via`` leads to the edition, as ``edition__``."""
    return _is_answering(at, via=via) & Q(**{f"{via}notice": Notice.NONE})


def _is_answering(at: datetime, *, via: str = "") -> Q:
    """Begun, not ended, not cancelled: a story or a notice."""
    return Q(**{f"{via}cancelled_at__isnull": True, f"{via}live_from__lte": at}) & (
        Q(**{f"{via}live_until__isnull": True}) | Q(**{f"{via}live_until__gt": at})
    )


def is_spoken_of(at: datetime, *, via: str = "") -> Q:
    """What notes on an article may stand: its story is public, or readers are told that it was retracted."""
    return _is_answering(at, via=via) & Q(**{f"{via}notice__in": [Notice.NONE, Notice.RETRACTED]})


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions by time."""

    def answering(self, at: datetime | None = None) -> EditionQuerySet:
        """What an article's address answers with at a moment (default: now): one story or notice per article."""
        return self.filter(_is_answering(at or timezone.now()))

    def live(self, at: datetime | None = None) -> EditionQuerySet:
        """The stories that are public at a moment (default: now). Lists, fronts and cards use this alone."""
        return self.filter(is_live(at or timezone.now()))

    def uncancelled(self) -> EditionQuerySet:
        """Past, present and ahead, in the order of time."""
        return self.filter(cancelled_at__isnull=True).order_by("live_from")

    def ahead(self, at: datetime | None = None) -> EditionQuerySet:
        """What has been decided but has not begun."""
        return self.uncancelled().filter(live_from__gt=at or timezone.now())

    def next_change(self, at: datetime) -> models.QuerySet[Edition, Any]:
        """The next moment at which anything public begins or ends by itself, as a value for a subquery."""
        return self.ahead(at).values("live_from")[:1]


class Edition(models.Model):
    """One published version of an article, or a notice in its place. Its content never changes.

    Public from ``live_from`` until ``live_until``, which is the next edition's beginning.
    ``live_until``, ``first_published_at`` and ``updated_at`` are derived: ``articles.editions.arrange``
    alone writes them. ``published_on`` is the outlet's calendar day in the address, stored for good.
    Names of section, tags and authors, credit and rights of pictures are not here: they are read live.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    revision = models.ForeignKey("articles.Revision", models.PROTECT, null=True, related_name="editions")
    notice = models.CharField(_("notice"), max_length=20, choices=Notice.choices, default=Notice.NONE, blank=True)
    notice_text = models.TextField(_("words of the notice"), blank=True)
    live_from = models.DateTimeField(_("public from"))
    live_until = models.DateTimeField(_("public until"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("made by")
    )
    is_substantial = models.BooleanField(_("substantial change"), default=False)
    first_published_at = models.DateTimeField(_("first published"), null=True)
    updated_at = models.DateTimeField(_("updated"), null=True, blank=True)
    published_on = models.DateField()
    path = models.CharField(_("path"), max_length=255)
    digest = models.CharField(max_length=64, blank=True)

    language = LanguageField()
    translation_group = models.UUIDField(null=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    section = models.ForeignKey("articles.Section", models.PROTECT, null=True, related_name="editions")
    headline = models.CharField(_("headline"), max_length=300)
    kicker = models.CharField(_("kicker"), max_length=80, blank=True)
    standfirst = models.TextField(_("standfirst"), blank=True)
    lead_image = models.ForeignKey("articles.Image", models.PROTECT, null=True, related_name="lead_editions")
    lead_alt_text = models.CharField(max_length=400, blank=True)
    lead_caption = models.CharField(max_length=600, blank=True)
    by_newsroom = models.BooleanField(default=False)
    dateline = models.CharField(max_length=80, blank=True)
    sponsor = models.CharField(_("sponsor"), max_length=120, blank=True)
    word_count = models.PositiveIntegerField(default=0)
    seo_title = models.CharField(max_length=120, blank=True)
    seo_description = models.CharField(max_length=300, blank=True)
    social_title = models.CharField(max_length=120, blank=True)
    social_description = models.CharField(max_length=300, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="articles_edition_number_once"),
            models.UniqueConstraint(
                fields=["article", "live_from"],
                condition=Q(cancelled_at__isnull=True),
                name="articles_edition_begins_once",
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(cancelled_at__isnull=True, live_until__isnull=True),
                name="articles_edition_one_open_ended",
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")),
                name="articles_edition_ends_later",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | Q(cancelled_at__lt=F("live_from")),
                name="articles_edition_cancelled_ahead",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=sorted(PAID)) ^ Q(sponsor=""), name="articles_edition_paid_by_somebody"
            ),
        ]
        indexes = [
            models.Index(fields=["live_from"], condition=Q(cancelled_at__isnull=True), name="articles_edition_ahead"),
            models.Index(
                fields=["notice", "article"], condition=Q(cancelled_at__isnull=True), name="articles_edition_notices"
            ),
            models.Index(
                fields=["language", "-first_published_at", "-article"],
                condition=Q(cancelled_at__isnull=True),
                name="articles_edition_newest",
            ),
            models.Index(
                fields=["section", "language", "-first_published_at", "-article"],
                condition=Q(cancelled_at__isnull=True),
                name="articles_edition_of_section",
            ),
            models.Index(
                fields=["translation_group"],
                condition=Q(cancelled_at__isnull=True),
                name="articles_edition_translations",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise EditionIsFinal("An edition is never changed; publish again.")
        super().save(*args, **kwargs)

    @property
    def is_story(self) -> bool:
        """Whether readers find the story itself here, not a notice."""
        return self.notice == Notice.NONE


class EditionBody(models.Model):
    """The part of an edition that lists never load: its document, frozen when it was made.

    ``document`` has these keys (``articles.editions`` writes it):
    ``blocks``: typed blocks as in ``body.blocks``, with each picture's words settled;
    ``bylines``: ``{author, role, text}``; ``tags``: ids; ``related``: ``{target, url, kicker, headline}``;
    ``how_we_reported``: plain text; ``paid``, in what is paid for alone: ``{url, disclosure}``.
    """

    edition = models.OneToOneField(Edition, models.CASCADE, primary_key=True, related_name="body")
    document = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("text of an edition")
        verbose_name_plural = _("texts of editions")

    def __str__(self) -> str:
        return str(self.edition_id)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise EditionIsFinal("An edition is never changed; publish again.")
        super().save(*args, **kwargs)


class EditionPlace(models.Model):
    """A row of an index: that an edition stands in some list, with all that the list is ordered by."""

    language = LanguageField()
    first_published_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class EditionAuthor(EditionPlace):
    """That an edition stands on the page of an author."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="by")
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+")
    author = models.ForeignKey("articles.Author", models.PROTECT, related_name="editions")
    role = models.CharField(max_length=20, choices=Role.choices)
    text = models.CharField(max_length=120, blank=True)
    order = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "author"], name="articles_edition_author_once")]
        indexes = [
            models.Index(
                fields=["author", "language", "-first_published_at", "-article"], name="articles_edition_of_author"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.author_id}"


class EditionTag(EditionPlace):
    """That an edition stands on the page of a tag."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="tagged")
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+")
    tag = models.ForeignKey("articles.Tag", models.PROTECT, related_name="editions")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "tag"], name="articles_edition_tag_once")]
        indexes = [
            models.Index(fields=["tag", "language", "-first_published_at", "-article"], name="articles_edition_of_tag")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.tag_id}"


class EditionImage(models.Model):
    """That an edition shows a picture, so that nobody deletes it."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="pictures")
    image = models.ForeignKey("articles.Image", models.PROTECT, related_name="shown_in")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "image"], name="articles_edition_image_once")]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.image_id}"
