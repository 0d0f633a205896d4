"""The people who work at the desk, how they are let in, and the browsers in which they are signed in."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from staff.sessions import Session

__all__ = ["Invitation", "Session", "User"]


class User(AbstractUser):
    """A person who signs in at the desk. What readers see of a writer is an ``articles.Author``.

    ``is_superuser`` is for rescue from the command line; no role has it.
    """

    email = models.EmailField(_("e-mail address"), blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="staff_user_email_once",
                violation_error_message=_("Somebody with this e-mail address is here already."),
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations are accepted and withdrawn by an update that asks whether they are still open."""

    def open(self, now: datetime) -> InvitationQuerySet:
        """Those whose link still lets somebody in."""
        return self.filter(accepted_at=None, withdrawn_at=None, until__gt=now)

    def withdraw(self) -> int:
        """Ends those that nobody has accepted, the ones that ran out too; how many."""
        return self.filter(accepted_at=None, withdrawn_at=None).update(withdrawn_at=timezone.now())


def random_key() -> str:
    return get_random_string(22)


class Invitation(models.Model):
    """A letter with a link by which a person sets a first password, once.

    The link is not stored: it is the key, signed with the site's secret (``staff.invitations``). Whoever reads the
    database, or a copy of it, cannot make one.
    """

    key = models.CharField(max_length=22, unique=True, default=random_key, editable=False)
    person = models.ForeignKey(User, models.PROTECT, related_name="invitations")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="staff_invitation_one_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.made_at:%Y-%m-%d}"

    def is_open(self, now: datetime) -> bool:
        """The same as ``InvitationQuerySet.open``, of a row that is here."""
        return self.accepted_at is None and self.withdrawn_at is None and self.until > now
