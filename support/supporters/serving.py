"""The verbs on membership services. The log knows that a secret changed, and never what it is."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles.refusals import NotAllowed
from staff.models import User
from support.models import Service, ServiceTier, Tier

CHANGE = "support.change_service"


@transaction.atomic
def set_tiers(service: Service, tiers: dict[str, Tier], *, by: User) -> None:
    """Which of our tiers the service means by which name; goes with a save of the service, which it logs."""
    service.tiers.all().delete()
    ServiceTier.objects.bulk_create(ServiceTier(service=service, name=name, tier=tier) for name, tier in tiers.items())
    record(service, "service-change", by=by)


@transaction.atomic
def set_secret(service: Service, secret: str, *, by: User) -> str:
    """Sets a secret, or makes one; the one before counts for a day yet, so that no event is lost meanwhile."""
    if not by.has_perm(CHANGE):
        raise NotAllowed(_("You lack the right to do this."))
    found = Service.objects.select_for_update().get(pk=service.pk)
    found.old_secret, found.secret = found.secret, secret.strip() or secrets.token_urlsafe(32)
    found.secret_at = timezone.now()
    found.save(update_fields=["secret", "old_secret", "secret_at"])
    record(found, "service-secret", by=by)
    return found.secret


@transaction.atomic
def remove(service: Service, *, by: User) -> None:
    """Removes a service with what is kept of its deliveries; supporters stay."""
    record(service, "service-remove", by=by)
    service.delete()
