"""What services write, made one kind of event. Nothing here reads the database but the paper's languages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.dateparse import parse_datetime

from outlet import languages
from support.models.service import Kind


class Does(Enum):
    """What an event says of a membership."""

    HOLDS = "holds"
    ENDS = "ends"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Event:
    """``id`` knows it again; ``was`` is the address before this one; ``values`` are fields of a supporter."""

    id: str
    name: str
    does: Does
    at: datetime
    email: str = ""
    was: str = ""
    tiers: tuple[str, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    because: str = ""


class Unreadable(Exception):
    """The delivery was rightly signed and makes no sense. ``because`` names the part, not what stood in it."""

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


def read(kind: str, headers: Mapping[str, str], body: bytes, *, signed_at: datetime | None, now: datetime) -> Event:
    """The event of a delivery; raises ``Unreadable``."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable("json") from error
    if not isinstance(data, dict):
        raise Unreadable("json")
    return READERS[Kind(kind)](headers, body, data, signed_at or now)


def digest(*parts: bytes) -> str:
    """What knows a delivery again."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


# --- our own format ----------------------------------------------------------------------------

OWN = {"begun": Does.HOLDS, "changed": Does.HOLDS, "ended": Does.ENDS}


def _own(headers: Mapping[str, str], body: bytes, data: dict[str, Any], signed_at: datetime) -> Event:
    name, person = _text(data, "event", 60), data.get("supporter")
    if name not in OWN:
        raise Unreadable("event")
    if not isinstance(person, dict):
        raise Unreadable("supporter")
    if not (number := _text(data, "id", 200)):
        raise Unreadable("id")
    values = {
        "name": _text(person, "name", 120),
        "since": _day(person, "since"),
        "until": _day(person, "until"),
        "language": _text(person, "language", 12),
        "is_named": person.get("named"),
    }
    if values["language"] and values["language"] not in languages.codes():
        raise Unreadable("language")
    if not isinstance(values["is_named"], bool | None):
        raise Unreadable("named")
    given = {key: value for key, value in values.items() if value not in (None, "")}
    if "until" in person:
        given["until"] = values["until"]  # an empty one is said too: as long as nothing else is
    tiers = tuple(filter(None, [_text(person, "tier", 120)]))
    was = _address(person, "previous_email") if person.get("previous_email") else ""
    at = _instant(data, "at")
    return Event(digest(number.encode()), name, OWN[name], at, _address(person, "email"), was, tiers, given)


# --- Ghost -------------------------------------------------------------------------------------

PAYING = {"paid", "comped"}


def _ghost(headers: Mapping[str, str], body: bytes, data: dict[str, Any], signed_at: datetime) -> Event:
    """Ghost does not say which event it is: what was there before and what is there now tells."""
    member = data.get("member")
    if not isinstance(member, dict):
        raise Unreadable("member")
    now, before = (_part(member, name) for name in ("current", "previous"))
    name = "member.deleted" if not now else "member.edited" if before else "member.added"
    about = now or before
    common: dict[str, Any] = {"id": digest(body), "name": name, "at": signed_at, "email": _address(about, "email")}
    if not now:
        return Event(**common, does=Does.ENDS)
    was = _address(before, "email") if before.get("email") else ""
    status = _text(now, "status", 40)
    if status not in PAYING:
        if before.get("status") in PAYING:
            return Event(**common, was=was, does=Does.ENDS)
        return Event(**common, does=Does.NOTHING, because="not-paying")
    tiers = [tier for tier in _list(now, "tiers") if tier.get("active", True)]
    names = tuple(_text(tier, part, 120) for tier in tiers for part in ("slug", "name") if tier.get(part))
    name_of_theirs = _text(now, "name", 120)
    values = {"name": name_of_theirs} if name_of_theirs else {}
    return Event(**common, was=was, does=Does.HOLDS, tiers=names, values=values)


# --- Patreon -----------------------------------------------------------------------------------

PATREON = "X-Patreon-Event"
PLEDGES = {"members:pledge:create", "members:pledge:update", "members:pledge:delete"}


def _patreon(headers: Mapping[str, str], body: bytes, data: dict[str, Any], signed_at: datetime) -> Event:
    """The name of the event is not signed: a body counts once, whatever event it is sent under."""
    name = headers.get(PATREON, "")[:60]
    if name not in PLEDGES:
        return Event(digest(name.encode(), body), name, Does.NOTHING, signed_at, because="event")
    member = _part(data, "data")
    about = _part(member, "attributes")
    common: dict[str, Any] = {"id": digest(body), "name": name, "at": signed_at}
    if not about.get("email"):
        return Event(**common, does=Does.NOTHING, because="no-address")
    common["email"] = _address(about, "email")
    status = _text(about, "patron_status", 40)
    if name.endswith("delete") or status == "former_patron":
        return Event(**common, does=Does.ENDS)
    if status == "declined_patron":
        return Event(**common, does=Does.NOTHING, because="declined")
    entitled = _list(_part(_part(member, "relationships"), "currently_entitled_tiers"), "data")
    ids = {tier.get("id") for tier in entitled}
    known = [each for each in _list(data, "included") if each.get("type") == "tier" and each.get("id") in ids]
    titles = tuple(_text(_part(tier, "attributes"), "title", 120) for tier in known)
    name_of_theirs = _text(about, "full_name", 120)
    values = {"name": name_of_theirs} if name_of_theirs else {}
    return Event(**common, does=Does.HOLDS, tiers=titles, values=values)


READERS: dict[Kind, Callable[[Mapping[str, str], bytes, dict[str, Any], datetime], Event]] = {
    Kind.OWN: _own,
    Kind.GHOST: _ghost,
    Kind.PATREON: _patreon,
}


# --- parts -------------------------------------------------------------------------------------


def _text(data: dict[str, Any], name: str, most: int) -> str:
    """One line, "" where there is none."""
    value = data.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > most or "\0" in value:
        raise Unreadable(name)
    return " ".join(value.split())


def _part(data: dict[str, Any], name: str) -> dict[str, Any]:
    value = data.get(name)
    if not isinstance(value, dict | None):
        raise Unreadable(name)
    return value or {}


def _list(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    value = data.get(name)
    if not isinstance(value, list | None):
        raise Unreadable(name)
    return [each for each in value or [] if isinstance(each, dict)]


def _address(data: dict[str, Any], name: str) -> str:
    value = _text(data, name, 254)
    try:
        validate_email(value)
    except ValidationError as error:
        raise Unreadable(name) from error
    return value


def _day(data: dict[str, Any], name: str) -> date | None:
    value = _text(data, name, 10)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise Unreadable(name) from error


def _instant(data: dict[str, Any], name: str) -> datetime:
    try:
        moment = parse_datetime(_text(data, name, 40))
    except ValueError as error:
        raise Unreadable(name) from error
    if moment is None or moment.tzinfo is None:
        raise Unreadable(name)
    return moment
