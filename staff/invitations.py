"""Inviting people: a letter with a link that lets one person in, once, within 72 hours.

The link carries the invitation's key and a signature of it. A guess is refused before the database is asked, and
what is stored opens nothing.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from activity.models import record
from jobs import mail, outbox
from staff import people
from staff.models import Invitation, User

HOURS = 72
# So that no impatient finger fills somebody's mailbox.
BETWEEN_LETTERS = timedelta(minutes=1)
SIGNER = Signer(salt="staff.invitation")


class Gone(Exception):
    """The link was good, and lets nobody in any more."""


@transaction.atomic
def invite(person: User, *, roles: list[str], by: User | None) -> Invitation:
    """Takes in a new person, who has no password yet, and writes to them. The username comes from the address."""
    people.lock_administrators()
    person.username = free_username(person.email)
    person.set_unusable_password()
    people.save(person, roles=roles, by=by)
    return send(person, by=by)


def free_username(email: str) -> str:
    """What stands before the @, with a number behind it where that is taken."""
    wanted = re.sub(r"[^\w.+-]", "", email.partition("@")[0]).lower()[:100] or "person"
    taken = set(User.objects.filter(username__startswith=wanted).values_list("username", flat=True))
    names = [wanted, *(f"{wanted}{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


@transaction.atomic
def send(person: User, *, by: User | None) -> Invitation:
    """Writes to the person, for the first time or again; the link of an earlier letter ends."""
    person = User.objects.select_for_update().get(pk=person.pk)
    now = timezone.now()
    if refusal := objection(person):
        raise ValidationError(refusal, code="not-now")
    if person.invitations.open(now).filter(made_at__gt=now - BETWEEN_LETTERS).exists():
        raise ValidationError(_("An invitation went out less than a minute ago."), code="too-soon")
    person.invitations.withdraw()
    invitation = person.invitations.create(by=by, made_at=now, until=now + timedelta(hours=HOURS))
    record(person, "invite", by=by, email=person.email)
    outbox.post("invitation", {"invitation": invitation.pk})
    return invitation


def objection(person: User) -> str:
    """Why the person cannot be invited; empty if they can."""
    if not person.is_active:
        return _("Somebody who is suspended cannot be invited.")
    if person.has_usable_password():
        return _("This person has a password already.")
    return "" if person.email else _("There is no e-mail address to write to.")


@transaction.atomic
def withdraw(person: User, *, by: User | None) -> None:
    """Ends the link; nothing happens where there is none."""
    if person.invitations.withdraw():
        record(person, "invitation-withdraw", by=by)


def link(invitation: Invitation) -> str:
    """Where the letter leads."""
    return settings.SITE_URL + reverse("staff:invitation", args=[SIGNER.sign(invitation.key)])


def find(token: str) -> Invitation | None:
    """The invitation of a link, open or not; none where the link was made up."""
    try:
        key = SIGNER.unsign(token)
    except BadSignature:
        return None
    return Invitation.objects.select_related("person", "by").filter(key=key).first()


@transaction.atomic
def accept(invitation: Invitation, *, password: str) -> User:
    """Sets the first password; raises ``Gone`` where somebody was quicker."""
    person = User.objects.select_for_update().get(pk=invitation.person_id)
    now = timezone.now()
    if not Invitation.objects.open(now).filter(pk=invitation.pk).update(accepted_at=now):
        raise Gone
    person.set_password(password)
    person.save(update_fields=["password"])
    record(person, "invitation-accept", by=person)
    return person


@outbox.handler("invitation")
def deliver(payload: dict[str, Any]) -> None:
    """Sends the letter, in the first language of the paper; what has ended meanwhile is not sent."""
    invitation = Invitation.objects.select_related("person", "by").filter(pk=payload["invitation"]).first()
    if invitation is None or not invitation.is_open(timezone.now()):
        return
    context = {
        "person": invitation.person,
        "by": invitation.by,
        "host": urlsplit(settings.SITE_URL).hostname,
        "link": link(invitation),
        "hours": HOURS,
    }
    with translation.override(settings.LANGUAGE_CODE):
        body = render_to_string("staff/invitation.txt", context)
        subject = _("Your place at the desk of %(host)s") % context
    mail.send(invitation.person.email, subject, body, key=invitation.key)


def standing(person: User) -> str:
    """Where the person stands, in a few words. Asks no query where the invitations were fetched with the person."""
    if not person.is_active:
        return _("suspended")
    if person.has_usable_password():
        return _("may sign in")
    now = timezone.now()
    waiting = [each for each in person.invitations.all() if each.accepted_at is None and each.withdrawn_at is None]
    if not waiting:
        return _("not invited")
    until = date_format(timezone.localtime(waiting[0].until), "DATETIME_FORMAT")
    words = _("invited, until %(until)s") if waiting[0].is_open(now) else _("invitation ran out, %(until)s")
    return words % {"until": until}
