"""The append-only log: who did what, to what, when, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from activity import verbs

if TYPE_CHECKING:
    from staff.models import User


class AppendOnly(Exception):
    """Raised by every attempt to change or remove what stands in the log."""


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries can be added and read, nothing else."""

    def about(self, thing: models.Model) -> EntryQuerySet:
        """All entries on this thing, newest first."""
        return self.filter(subject_type=thing._meta.label_lower, subject_id=thing.pk)

    def update(self, **kwargs: Any) -> int:
        raise AppendOnly("The log is only added to.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AppendOnly("The log is only added to.")


class Entry(models.Model):
    """One thing that somebody did. ``by`` is empty where the worker or the command line did it."""

    at = models.DateTimeField(_("when"), default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="activity", verbose_name=_("who")
    )
    verb = models.CharField(_("what"), max_length=40)
    subject_type = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()
    subject_name = models.CharField(_("on what"), max_length=300, blank=True)
    note = models.TextField(_("reason or note"), blank=True)
    details = models.JSONField(default=dict, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-at"], name="activity_entry_subject"),
            models.Index(fields=["-at", "-id"], name="activity_entry_newest"),
        ]

    def __str__(self) -> str:
        return f"{verbs.title(self.verb)}: {self.subject_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly("The log is only added to.")
        # With a known id Django would first try an update.
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnly("The log is only added to.")


def entry(
    thing: models.Model, verb: str, *, by: User | None, note: str = "", called: str = "", **details: Any
) -> Entry:
    """An entry to be saved, for many at once. ``called`` names a thing whose own name the log must not keep."""
    return Entry(
        by=by,
        verb=verb,
        subject_type=thing._meta.label_lower,
        subject_id=thing.pk,
        subject_name=(called or str(thing))[:300],
        note=note,
        details=details,
    )


def record(
    thing: models.Model, verb: str, *, by: User | None, note: str = "", called: str = "", **details: Any
) -> Entry:
    """Adds an entry; call it inside the transaction of the deed. ``details`` must be plain JSON."""
    made = entry(thing, verb, by=by, note=note, called=called, **details)
    made.save()
    return made
