"""Whether a link leads somewhere: asked while writing, and by whatever looks after old stories."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from urllib.parse import quote, urlsplit

from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from articles.models import Address, Edition
from outlet.models import PageEdition

SECONDS = 4.0
GONE = {404, 410}
AGENT = "Newsroom link check"


class NotOutside(Exception):
    """The address leads into a private network, where a server must not knock for somebody else."""


def doubt(href: str) -> str:
    """A sentence that says why this link may lead nowhere, or "" where nothing speaks against it."""
    if href.startswith("/"):
        return _doubt_inside(href)
    if href.lower().startswith(("http://", "https://")):
        return _doubt_outside(href)
    return ""


def _doubt_inside(href: str) -> str:
    path = urlsplit(href).path
    if path.startswith("/admin/"):
        return _("This leads to the desk, which readers cannot open.")
    try:
        found = resolve(path)
    except Resolver404:
        return _("This site has no such page.")
    if found.url_name == "standing-page":
        is_public = PageEdition.objects.live().filter(text__addresses__path=path).exists()
        return "" if is_public else _("This site has no such page.")
    address = Address.objects.filter(path=path).first()
    if address is not None and address.article_id:
        if not Edition.objects.live().filter(article=address.article_id).exists():
            return _("This story is not public now.")
    elif address is None and path.count("/") > 2:
        return _("This site has no such page.")
    return ""


def _doubt_outside(href: str) -> str:
    try:
        status = status_of(href)
    except NotOutside:
        return _("This leads into a private network, where readers cannot follow.")
    except (OSError, http.client.HTTPException, ValueError, UnicodeError):
        return _("No answer comes from this address.")
    return _("This address answers that there is nothing (%(status)s).") % {"status": status} if status in GONE else ""


def status_of(url: str) -> int:
    """The HTTP status of a HEAD request; redirects are not followed.

    Connects only to public addresses and the usual ports, and to the very address that was looked at,
    so that a name cannot lead elsewhere between two look-ups. Raises ``NotOutside``, ``OSError`` and
    ``http.client.HTTPException``.
    """
    parts = urlsplit(url)
    is_secure = parts.scheme.lower() == "https"
    usual = 443 if is_secure else 80
    port = parts.port or usual
    host = parts.hostname or ""
    if port != usual:
        raise NotOutside
    target = _public_address(host, port)
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    plain = socket.create_connection((target, port), timeout=SECONDS)
    try:
        secure = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if is_secure else None
        connection.sock = secure or plain
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("HEAD", quote(path, safe="%/?=&:;@!$'()*+,~#[]"), headers={"User-Agent": AGENT})
        return connection.getresponse().status
    finally:
        connection.close()
        plain.close()


def _public_address(host: str, port: int) -> str:
    """The first address of a host, if every one of them is public."""
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(ipaddress.ip_address(address).is_global for address in found):
        raise NotOutside
    return found[0]
