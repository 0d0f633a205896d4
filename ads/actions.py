"""The verbs of ads. Each checks the right, writes the log, and has caches forget every page: an ad may be on any."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from activity.models import record
from ads.models import Ad, Notice
from articles.models import Section
from articles.refusals import NotAllowed
from jobs import outbox
from staff.models import User


@transaction.atomic
def save(ad: Ad, *, by: User, sections: Iterable[Section] = ()) -> Ad:
    """Stores an ad with its sections."""
    check(ad, by=by)
    verb = "ad-change" if ad.pk else "ad-add"
    ad.full_clean()
    ad.save()
    ad.sections.set(sections)
    tell(ad, verb, by=by)
    return ad


@transaction.atomic
def remove(ad: Ad, *, by: User) -> None:
    """Deletes an ad with its counts."""
    check(ad, by=by, verb="delete")
    tell(ad, "ad-remove", by=by)
    ad.delete()


def check(ad: Ad, *, by: User, verb: str = "") -> None:
    """Raises unless the person may do this. What is or was a provider's asks for the right to snippets."""
    was = Ad.objects.filter(pk=ad.pk).values_list("provider", flat=True).first() if ad.pk else ""
    verb = verb or ("change" if ad.pk else "add")
    kinds = {"snippet" if provider else "ad" for provider in (ad.provider, was)}
    if not all(by.has_perm(f"ads.{verb}_{kind}") for kind in kinds):
        raise NotAllowed(_("You lack the right to do this."))


def tell(thing: Ad | Notice, verb: str, *, by: User) -> None:
    """Into the log, and to caches."""
    record(thing, verb, by=by)
    outbox.post("purge", {"keys": ["site"]})
