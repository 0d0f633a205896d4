"""What becomes of a service's delivery: proved, read, and done once, whatever order deliveries come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from outlet.models import Outlet
from support import limits
from support.models import Delivery, Kind, LastEvent, Outcome, Service, Supporter, Tier
from support.supporters import events, keeping, signatures
from support.supporters.events import Does, Event

MOST = 256 * 1024  # bytes of a delivery
LIMITS = ((600, timedelta(minutes=5)), (10_000, timedelta(days=1)))  # of one sender
NOBODY = "No such service, or not signed by it."


@dataclass(frozen=True)
class Answer:
    """What the service is told."""

    status: int
    data: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)


def hear(key: str, headers: Mapping[str, str], body: bytes, *, address: str, at: datetime | None = None) -> Answer:
    """Takes a delivery in. One that nobody signed is answered as if there were no such service."""
    now = at or timezone.now()
    try:
        with transaction.atomic():
            limits.count("webhook", address, limits=LIMITS, at=now)
    except limits.TooMany as refusal:
        return Answer(429, {"error": "Too many deliveries."}, {"Retry-After": str(refusal.seconds)})
    service = Service.objects.filter(key=key, is_active=True).first() or Service(kind=Kind.OWN)
    try:
        signed_at = signatures.check(service.kind, headers, body, secrets=service.secrets(now), now=now)
    except signatures.Forged as forged:
        if service.pk:
            Service.objects.filter(pk=service.pk).update(refused_at=now, refused_because=forged.code)
        return Answer(404, {"error": NOBODY})
    try:
        event = events.read(service.kind, headers, body, signed_at=signed_at, now=now)
    except events.Unreadable as trouble:
        return _refuse(service, trouble.because, body, now)
    return _take(service, event, now)


@transaction.atomic
def _refuse(service: Service, because: str, body: bytes, now: datetime) -> Answer:
    """Rightly signed, and makes no sense; the same again is one more of it."""
    known = {"service": service, "digest": events.digest(b"unreadable", body)}
    found, made = Delivery.objects.get_or_create(
        **known, defaults={"at": now, "outcome": Outcome.REFUSED, "because": because}
    )
    if not made:
        Delivery.objects.filter(pk=found.pk).update(repeats=F("repeats") + 1)
    return Answer(400, {"error": f"Cannot be read: {because}."})


@transaction.atomic
def _take(service: Service, event: Event, now: datetime) -> Answer:
    """One delivery at a time, of all services: two may tell of the same person."""
    list(Service.objects.select_for_update().order_by("pk").values_list("pk"))
    known = Delivery.objects.filter(service=service, digest=event.id)
    if known.update(repeats=F("repeats") + 1):
        return Answer(200, {"outcome": known.get().outcome, "repeated": True})
    outcome, supporter, because = _do(service, event)
    Delivery.objects.create(
        service=service,
        digest=event.id,
        at=now,
        event=event.name,
        outcome=outcome,
        because=because,
        supporter=supporter,
    )
    return Answer(200, {"outcome": outcome.value, "repeated": False})


def _do(service: Service, event: Event) -> tuple[Outcome, Supporter | None, str]:
    """What came of it, for whom, and why not more."""
    if event.does == Does.NOTHING:
        return Outcome.IGNORED, None, event.because
    supporter = _find(event.email) or (_find(event.was) if event.was else None)
    if not _remember(service, event):
        return Outcome.LATE, supporter, ""
    if event.does == Does.ENDS:
        return _end(service, event, supporter)
    return _hold(service, event, supporter)


def _find(email: str) -> Supporter | None:
    return Supporter.objects.at(email).select_for_update().first()


def _remember(service: Service, event: Event) -> bool:
    """Writes down when the service last told of these addresses; false if it has told something later."""
    numbers = {keeping.who(email) for email in (event.email, event.was) if email}
    if LastEvent.objects.filter(service=service, who__in=numbers, at__gt=event.at).exists():
        return False
    for number in numbers:
        is_active = event.does == Does.HOLDS and number == keeping.who(event.email)
        LastEvent.objects.update_or_create(
            service=service, who=number, defaults={"at": event.at, "is_active": is_active}
        )
    return True


def _hold(service: Service, event: Event, supporter: Supporter | None) -> tuple[Outcome, Supporter, str]:
    """They carry the paper from now on, or still do."""
    day = Outlet.objects.current().date_of(event.at)
    held = supporter or Supporter(since=day)
    tier = _tier(service, event)
    if tier is not None or supporter is None:
        held.tier = tier or service.default_tier
    values = {"until": None} | event.values
    for name, value in values.items():
        setattr(held, name, value)
    held.email = event.email
    if held.until and held.until < held.since:
        held.since = held.until
    changed = keeping.keep(held, service=service.key)
    if supporter is None:
        return Outcome.BEGUN, held, ""
    return (Outcome.CHANGED if changed else Outcome.SAME), held, ""


def _end(service: Service, event: Event, supporter: Supporter | None) -> tuple[Outcome, Supporter | None, str]:
    """The last day is the one that was said, or that on which it ended; what had ended before stays as it was."""
    if supporter is None:
        return Outcome.IGNORED, None, "unknown"
    elsewhere = LastEvent.objects.filter(who=keeping.who(supporter.email), is_active=True).exclude(service=service)
    if elsewhere.exists():
        return Outcome.SAME, supporter, "carried-elsewhere"
    last = event.values.get("until") or Outlet.objects.current().date_of(event.at)
    if supporter.until and supporter.until <= last:
        return Outcome.SAME, supporter, ""
    supporter.until = max(last, supporter.since)
    keeping.keep(supporter, service=service.key)
    return Outcome.ENDED, supporter, ""


def _tier(service: Service, event: Event) -> Tier | None:
    """Ours for the first of the service's names that is known here; the default where names are given and none is."""
    if not event.tiers:
        return None
    named = {row.name.casefold(): row.tier for row in service.tiers.select_related("tier")}
    own = {tier.key.casefold(): tier for tier in Tier.objects.all()} if service.kind == Kind.OWN else {}
    known = own | named
    return next((known[name.casefold()] for name in event.tiers if name.casefold() in known), service.default_tier)
