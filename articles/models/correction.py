"""What the paper said wrongly and says openly: public notes, and what else carried the wrong words."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outlet.languages import LanguageField


class NoteIsFinal(Exception):
    """Raised by an attempt to change or remove a public note: an error in one is answered by a further one."""


class CorrectionKind(models.TextChoices):
    """What sort of note it is; readers see the word before its date."""

    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    UPDATE = "update", _("Update")
    EDITORS_NOTE = "editors_note", _("Editors’ note")
    RETRACTION = "retraction", _("Retraction")


class Gravity(models.TextChoices):
    """How much it changes what readers took away."""

    MINOR = "minor", _("Minor")
    GRAVE = "grave", _("Grave")


class Placement(models.TextChoices):
    """Where the note stands in the article. At the end, the dates at the top point to it."""

    TOP = "top", _("At the top")
    END = "end", _("At the end")


class Note(models.Model):
    """What a note says. ``text`` is for readers; ``was_wrong`` and ``is_right`` never leave the desk."""

    kind = models.CharField(_("kind"), max_length=20, choices=CorrectionKind.choices, default=CorrectionKind.CORRECTION)
    gravity = models.CharField(_("gravity"), max_length=10, choices=Gravity.choices, default=Gravity.MINOR)
    placement = models.CharField(_("place"), max_length=10, choices=Placement.choices, default=Placement.END)
    text = models.TextField(_("public note"))
    was_wrong = models.TextField(_("what was wrong"), blank=True)
    is_right = models.TextField(_("what is right"), blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by")
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:80]}"

    def says_the_same(self, other: Note) -> bool:
        """Whether readers and the desk would be told the same by both."""
        names = ("kind", "gravity", "placement", "text", "was_wrong", "is_right")
        return all(getattr(self, name) == getattr(other, name) for name in names)


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Notes can be added and read, nothing else."""

    def update(self, **kwargs: Any) -> int:
        raise NoteIsFinal("A public note is never changed; publish a further one.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise NoteIsFinal("A public note is never removed.")


class Correction(Note):
    """A public note on an article, made by ``articles.actions.correct`` together with the mended text.

    ``edition_before`` and ``edition_after`` are the same where the note came without a change of the text.
    ``language`` is the article's, so that the list of a language is read in the order of one index.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="corrections")
    language = LanguageField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("approved by")
    )
    published_at = models.DateTimeField(_("public since"), default=timezone.now)
    edition_before = models.ForeignKey("articles.Edition", models.PROTECT, related_name="+")
    edition_after = models.ForeignKey("articles.Edition", models.PROTECT, related_name="notes")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-published_at", "-id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=CorrectionKind.values), name="articles_correction_kind_known"),
            models.CheckConstraint(condition=Q(gravity__in=Gravity.values), name="articles_correction_gravity_known"),
            models.CheckConstraint(
                condition=Q(placement__in=Placement.values), name="articles_correction_placement_known"
            ),
            models.CheckConstraint(
                condition=~Q(approved_by=models.F("written_by")), name="articles_correction_approved_by_another"
            ),
        ]
        indexes = [
            models.Index(fields=["language", "-published_at", "-id"], name="articles_correction_newest"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise NoteIsFinal("A public note is never changed; publish a further one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise NoteIsFinal("A public note is never removed.")

    @property
    def anchor(self) -> str:
        """Where in the article's page it stands."""
        return f"correction-{self.pk}"


class WaitingNote(Note):
    """A note that a second person must approve before it is public. One an article; the newest stands.

    ``because`` is what led to it, in the words of the app that knows (``articles.actions.correcting.HEARERS``).
    """

    article = models.OneToOneField("articles.Article", models.CASCADE, related_name="waiting_note")
    because = models.CharField(max_length=100, blank=True)
    written_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("note that waits")
        verbose_name_plural = _("notes that wait")
        default_permissions = ()


class CarriedOnQuerySet(models.QuerySet["CarriedOn"]):
    """Places by what became of them."""

    def open(self) -> CarriedOnQuerySet:
        """Those that nobody has looked at yet."""
        return self.filter(state=CarriedOn.State.OPEN)


class CarriedOn(models.Model):
    """Something else that may carry the words that were corrected; somebody ticks it off."""

    class What(models.TextChoices):
        TRANSLATION = "translation", _("Translation")
        CARD = "card", _("Story card with a headline of its own")
        RELATED = "related", _("Related story with words of its own")
        ELSEWHERE = "elsewhere", _("Elsewhere")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        MENDED = "mended", _("Mended")
        NOT_NEEDED = "not_needed", _("Not needed")

    correction = models.ForeignKey(Correction, models.CASCADE, related_name="carried_on")
    what = models.CharField(_("what"), max_length=20, choices=What.choices)
    article = models.ForeignKey("articles.Article", models.PROTECT, null=True, related_name="+")
    words = models.CharField(_("words"), max_length=400, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.OPEN)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    objects = CarriedOnQuerySet.as_manager()

    class Meta:
        verbose_name = _("where the words stand too")
        verbose_name_plural = _("where the words stand too")
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["open", "mended", "not_needed"]), name="articles_carriedon_state_known"
            ),
        ]
        indexes = [
            models.Index(fields=["correction"], condition=Q(state="open"), name="articles_carriedon_open"),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.words or self.article}"
