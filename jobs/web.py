"""Asking addresses of other sites, without ever knocking inside.

Whoever can make a server ask for an address can make it knock at what only the server reaches: databases,
cloud metadata, routers. So names are looked up once, every address found must be public, and the connection
goes to that very address, however often the name changes; the same again for each redirect.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

SECONDS = 8.0  # for one question and its answer, from the first byte to the last
REDIRECTS = 5
MOST_BYTES = 64 * 1024
PORTS = {"http": 80, "https": 443}
AGENT = "Newsroom"
CHECK = {"User-Agent": "Newsroom link check", "Accept": "*/*"}
REDIRECTING = {301, 302, 303, 307, 308}
# What servers say that do not know HEAD, or do not want it.
ASK_AGAIN = {400, 403, 404, 405, 406, 410, 500, 501, 503}
# IPv6 addresses that hold another one, to which a gateway may lead.
TRANSLATED = [
    ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")
]

Resolve = Callable[[str, int], list[str]]
Connect = Callable[[str, int, float], socket.socket]


class NotOutside(Exception):
    """The address leads into a private network, or to a port where no web site is."""


class TooManyRedirects(OSError):
    """It sends from one address to the next and never arrives."""


@dataclass(frozen=True)
class Answer:
    """The status at the end of the redirects, and where that was."""

    status: int
    url: str
    hops: int


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, by the machine's own resolver."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to an address, never to a name."""
    return socket.create_connection((address, port), timeout=seconds)


def ask(url: str, *, resolve: Resolve = resolve, connect: Connect = connect) -> Answer:
    """What an address answers: by HEAD, and by GET where that is refused.

    Raises ``NotOutside``, ``OSError`` (no answer, in time), ``http.client.HTTPException`` and ``ValueError``.
    """
    for hops in range(REDIRECTS + 1):
        status, location = _question("HEAD", url, resolve, connect, CHECK)
        if status in ASK_AGAIN:
            status, location = _question("GET", url, resolve, connect, CHECK)
        if status not in REDIRECTING or not location:
            return Answer(status, url, hops)
        url = urljoin(url, location)
    raise TooManyRedirects(f"more than {REDIRECTS} redirects")


def send(
    url: str, body: bytes, headers: dict[str, str], *, resolve: Resolve = resolve, connect: Connect = connect
) -> int:
    """POSTs to an address and gives the status. It follows no redirect: what was sent is for that address alone.

    Raises as ``ask`` does.
    """
    return _question("POST", url, resolve, connect, {"User-Agent": AGENT} | headers, body)[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody on the Internet reaches."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        if found.is_site_local or any(found in net for net in TRANSLATED):
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def _question(
    method: str, url: str, resolve: Resolve, connect: Connect, headers: dict[str, str], body: bytes | None = None
) -> tuple[int, str]:
    """One request to one public address: its status, and where it sends to."""
    parts = urlsplit(url)
    scheme, host = parts.scheme.lower(), parts.hostname or ""
    if scheme not in PORTS or (parts.port or PORTS[scheme]) != PORTS[scheme] or not host:
        raise NotOutside
    port = PORTS[scheme]
    target = _public_address(host, port, resolve)
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    plain = connect(target, port, SECONDS)
    with _ends_in_time(plain):
        try:
            secure = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if port == 443 else None
            connection.sock = secure or plain
            connection.request(method, _target(parts), body, headers)
            response = connection.getresponse()
            if method != "HEAD":
                response.read(MOST_BYTES)
            return response.status, response.getheader("Location") or ""
        finally:
            connection.close()
            plain.close()


def _public_address(host: str, port: int, resolve: Resolve) -> str:
    """The first address of a host, if every one of them is public."""
    found = resolve(host, port)
    if not found or not all(map(is_public, found)):
        raise NotOutside
    return found[0]


def _target(parts: SplitResult) -> str:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return quote(path, safe="%/?=&:;@!$'()*+,~#[]")


@contextmanager
def _ends_in_time(plain: socket.socket) -> Iterator[None]:
    """Cuts the line when the time is up: a socket's own limit begins anew with each byte that drips in."""
    clock = threading.Timer(SECONDS, _cut, [plain])
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _cut(plain: socket.socket) -> None:
    with suppress(OSError):  # it has ended meanwhile
        plain.shutdown(socket.SHUT_RDWR)
