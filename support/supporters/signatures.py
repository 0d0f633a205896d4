"""Who signed a delivery: as each kind of service does it. Nothing here reads the database.

Each function gives the moment that was signed with it, None where a kind signs none, or raises ``Forged``.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from support.models.service import Kind

WINDOW = timedelta(minutes=5)
OWN, GHOST, PATREON = "Newsroom-Signature", "X-Ghost-Signature", "X-Patreon-Signature"

Check = Callable[[Mapping[str, str], bytes, list[str], datetime], "datetime | None"]


class Forged(Exception):
    """Not signed by whom it says, or too long ago. ``code`` is for the desk and never for who sent it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check(kind: str, headers: Mapping[str, str], body: bytes, *, secrets: list[str], now: datetime) -> datetime | None:
    """The moment that was signed; raises ``Forged``. Without a secret nobody can have signed."""
    return CHECKS[Kind(kind)](headers, body, secrets, now)


def sign(secret: str, body: bytes, at: datetime) -> str:
    """The header of our own format, as in docs/operators/supporters.md."""
    seconds = int(at.timestamp())
    return f"t={seconds},v1={_hex(secret, f'{seconds}.'.encode() + body)}"


def _own(headers: Mapping[str, str], body: bytes, secrets: list[str], now: datetime) -> datetime:
    """``t=1767225600,v1=5257a8…``: over the time, a full stop and the body; several v1 while a secret is changed."""
    parts = [part.strip().partition("=")[::2] for part in headers.get(OWN, "").split(",")]
    times, signed = ([value for name, value in parts if name == wanted] for wanted in ("t", "v1"))
    moment = _moment(times[0] if times else "", thousandths=False)
    _compare(signed[:4], [_hex(secret, f"{times[0]}.".encode() + body) for secret in secrets if secret])
    return _recent(moment, now)


def _ghost(headers: Mapping[str, str], body: bytes, secrets: list[str], now: datetime) -> datetime:
    """``sha256=5257a8…, t=1767225600000``: over the body and the time in thousandths of a second."""
    parts = dict(part.strip().partition("=")[::2] for part in headers.get(GHOST, "").split(","))
    moment = _moment(parts.get("t", ""), thousandths=True)
    _compare([parts.get("sha256", "")], [_hex(secret, body + parts["t"].encode()) for secret in secrets if secret])
    return _recent(moment, now)


def _patreon(headers: Mapping[str, str], body: bytes, secrets: list[str], now: datetime) -> None:
    """Over the body alone, by the MD5 that Patreon chose: as a keyed hash it holds, but no time is signed."""
    _compare([headers.get(PATREON, "")], [_hex(secret, body, "md5") for secret in secrets if secret])


CHECKS: dict[Kind, Check] = {Kind.OWN: _own, Kind.GHOST: _ghost, Kind.PATREON: _patreon}


def _hex(secret: str, message: bytes, algorithm: str = "sha256") -> str:
    return hmac.new(secret.encode(), message, getattr(hashlib, algorithm)).hexdigest()


def _compare(given: list[str], right: list[str]) -> None:
    """In a time that does not tell how much of a signature is right; all are compared with all."""
    found = [hmac.compare_digest(one.encode(), other.encode()) for one in given for other in right]
    if not any(found):
        raise Forged("signature")


def _moment(written: str, *, thousandths: bool) -> datetime:
    if not re.fullmatch(r"[0-9]{10}(?:[0-9]{3})?", written, re.ASCII) or (len(written) == 13) != thousandths:
        raise Forged("time-missing")
    return datetime.fromtimestamp(int(written) / (1000 if thousandths else 1), UTC)


def _recent(moment: datetime, now: datetime) -> datetime:
    if abs(now - moment) > WINDOW:
        raise Forged("time")
    return moment
