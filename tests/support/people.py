"""Tiers, supporters and services for the tests."""

import hashlib
import hmac
import json
from datetime import date

from activity.models import Entry
from support.models import Service, ServiceTier, Supporter, Tier, TierText
from support.supporters import signatures

SECRET = "whsec_of_the_tests"


def make_tier(key="friend", name="Friends", *, language="en", thanks="", **fields):
    tier, _made = Tier.objects.get_or_create(key=key, defaults=fields)
    TierText.objects.get_or_create(tier=tier, language=language, defaults={"name": name, "thanks": thanks})
    return tier


def make_supporter(name="Olha Bahan", email="olha@home.example", **fields):
    fields = {"since": date(2025, 1, 1), "tier": fields.pop("tier", None) or make_tier()} | fields
    return Supporter.objects.create(name=name, email=email, **fields)


def make_service(kind="own", *, key=None, tiers=(), **fields):
    """With the tests' secret; ``tiers`` are pairs of what the service calls a tier and ours."""
    fields = {"default_tier": fields.pop("default_tier", None) or make_tier(), "secret": SECRET} | fields
    service = Service.objects.create(name=f"By {kind}", key=key or kind, kind=kind, **fields)
    for name, tier in tiers:
        ServiceTier.objects.create(service=service, name=name, tier=tier)
    return service


# --- deliveries as each kind of service sends them ---------------------------------------------


def own(event="begun", *, number="evt-1", at="2026-03-01T10:00:00Z", **person):
    """Data in our own format."""
    person = {"email": "olha@home.example", "name": "Olha Bahan", "tier": "friend"} | person
    return {"id": number, "event": event, "at": at, "supporter": person}


def ghost(*, before=None, **now):
    """Data as Ghost sends them; ``now`` empty is a member who was deleted."""
    member = {"id": "6a1", "email": "olha@home.example", "name": "Olha Bahan", "status": "paid", "tiers": []}
    return {"member": {"current": member | now if now.pop("there", True) else {}, "previous": before or {}}}


def patreon(*, tiers=(), **attributes):
    """Data as Patreon sends them."""
    about = {"full_name": "Olha Bahan", "email": "olha@home.example", "patron_status": "active_patron"} | attributes
    entitled = [{"type": "tier", "id": str(number)} for number, _title in enumerate(tiers)]
    included = [
        {"type": "tier", "id": str(number), "attributes": {"title": title}} for number, title in enumerate(tiers)
    ]
    member = {"type": "member", "id": "m-1", "attributes": about}
    return {"data": member | {"relationships": {"currently_entitled_tiers": {"data": entitled}}}, "included": included}


def headers_of(kind, body, at, *, secret=SECRET, event="members:pledge:create"):
    """The signature of a delivery, as its service would make it."""
    if kind == "own":
        return {"Newsroom-Signature": signatures.sign(secret, body, at)}
    if kind == "ghost":
        moment = str(int(at.timestamp() * 1000))
        digest = hmac.new(secret.encode(), body + moment.encode(), hashlib.sha256).hexdigest()
        return {"X-Ghost-Signature": f"sha256={digest}, t={moment}"}
    digest = hmac.new(secret.encode(), body, hashlib.md5).hexdigest()
    return {"X-Patreon-Event": event, "X-Patreon-Signature": digest}


def encode(data):
    return json.dumps(data).encode()


def log():
    """What the log says but for sign-ins at the desk, in its order."""
    return Entry.objects.exclude(verb="sign-in").order_by("pk")
