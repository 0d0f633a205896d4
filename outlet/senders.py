"""Who sends, as far as limits need to know: the same sender has the same hash for a day. No address is stored."""

from __future__ import annotations

import hashlib
import hmac
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

HOUSEHOLD = 64  # bits of an IPv6 address: what stands behind them is one connection, and can be changed at will


def address_of(request: HttpRequest) -> str:
    """The address of the reader. ``X-Forwarded-For`` is read from its end, as long as proxies of ours wrote it."""
    address = _parsed(request.META.get("REMOTE_ADDR", ""))
    for word in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
        said = _parsed(word)
        if address is None or said is None or not _is_ours(address):
            break
        address = said
    return str(address or "")


def digest(address: str, salt: str) -> str:
    """What is stored of a sender; the salt is one day's."""
    parsed = _parsed(address)
    if isinstance(parsed, IPv6Address):
        address = str(ip_network((parsed, HOUSEHOLD), strict=False))
    return hmac.new(salt.encode(), address.encode(), hashlib.sha256).hexdigest()


def _parsed(word: str) -> IPv4Address | IPv6Address | None:
    try:
        parsed = ip_address(word.strip())
    except ValueError:
        return None
    return getattr(parsed, "ipv4_mapped", None) or parsed


def _is_ours(address: IPv4Address | IPv6Address) -> bool:
    return any(address in network for network in settings.TRUSTED_PROXIES)
