"""The verbs on supporters and tiers: row, log and what caches hear of it, in one transaction.

The log names neither who it is about nor their address, and so can stay when they want to be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from activity.models import Entry, entry, record
from articles.refusals import NotAllowed
from jobs import outbox
from staff.models import User
from support.models import LastEvent, SignInLink, Supporter, Tier

FIELDS = ("name", "email", "tier_id", "since", "until", "language", "is_named", "wants_letters")
THANKS = "supporters"  # the key of the page of thanks in caches
ADD, CHANGE, DELETE = "support.add_supporter", "support.change_supporter", "support.delete_supporter"


@transaction.atomic
def keep(supporter: Supporter, *, by: User | None = None, **source: Any) -> list[str]:
    """Saves, and gives the fields that changed; all of them for a new one. ``source`` goes into the log.

    ``by`` is empty where a service or the supporter did it.
    """
    before = Supporter.objects.select_for_update().filter(pk=supporter.pk).first() if supporter.pk else None
    _need(by, CHANGE if before else ADD)
    changed = differences(before, supporter)
    if not changed:
        return []
    supporter.save()
    told(supporter, before, changed, by=by, **source).save()
    if before and "email" in changed:
        SignInLink.objects.filter(supporter=supporter, used_at=None).delete()
    purge_thanks([before, supporter])
    return changed


def differences(before: Supporter | None, supporter: Supporter) -> list[str]:
    """The names of the fields that saving would change."""
    if before is None:
        return list(FIELDS)
    return [name for name in FIELDS if getattr(before, name) != getattr(supporter, name)]


def told(
    supporter: Supporter, before: Supporter | None, changed: list[str], *, by: User | None, **source: Any
) -> Entry:
    """The log's entry, not yet saved: which fields changed, and no word of what they hold."""
    verb = "supporter-change" if before else "supporter-add"
    about = source | ({"fields": [name.removesuffix("_id") for name in changed]} if before else {})
    return entry(supporter, verb, by=by, called=supporter.called, **about)


def purge_thanks(those: Iterable[Supporter | None]) -> None:
    """Has caches forget the page of thanks, if one of those stands or stood on it."""
    if any(each is not None and each.is_named for each in those):
        outbox.post("purge", {"keys": [THANKS]})


@transaction.atomic
def forget(supporter: Supporter, *, by: User) -> None:
    """Deletes all that is known of somebody. What they did stays as a count; the log never knew who it was."""
    _need(by, DELETE)
    record(supporter, "supporter-forget", by=by, called=supporter.called)
    LastEvent.objects.filter(who=who(supporter.email)).delete()
    purge_thanks([supporter])
    supporter.delete()


@transaction.atomic
def choose(supporter: Supporter, *, is_named: bool, wants_letters: bool) -> list[str]:
    """What supporters decide themselves."""
    supporter.is_named, supporter.wants_letters = is_named, wants_letters
    return keep(supporter, own=True)


@transaction.atomic
def end_sign_ins(supporter: Supporter) -> None:
    """Signs them out of every browser, and no link that was asked for lets anybody in."""
    Supporter.objects.filter(pk=supporter.pk).update(sessions=F("sessions") + 1)
    SignInLink.objects.filter(supporter=supporter, used_at=None).delete()
    record(supporter, "supporter-sign-out", by=None, called=supporter.called)


def tell_of_tier(tier: Tier, verb: str, *, by: User) -> None:
    """A tier was changed or removed: it goes into the log, and caches hear of it."""
    record(tier, verb, by=by)
    outbox.post("purge", {"keys": [THANKS]})


def who(email: str) -> str:
    """An address as a number that only this installation can make of it."""
    return salted_hmac("support.who", email.strip().lower(), algorithm="sha256").hexdigest()


def _need(user: User | None, permission: str) -> None:
    if user is not None and not user.has_perm(permission):
        raise NotAllowed(_("You lack the right to do this."))
