"""Typed reading of the environment: a wrong value stops the program at start and is named.

Every helper takes the variable's name and what holds when it is unset or empty, and raises
``ImproperlyConfigured`` with the variable's name for a value that makes no sense.
"""

import os
import re
import secrets
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def text(name: str, default: str = "") -> str:
    """The value with surrounding space removed."""
    return os.environ.get(name, "").strip() or default


def boolean(name: str, default: bool = False) -> bool:
    """True for 1/true/yes/on, false for 0/false/no/off, in any case of letters."""
    value = text(name).casefold()
    if not value:
        return default
    if value in YES | NO:
        return value in YES
    raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")


def whole_number(name: str, default: int, *, least: int = 0, most: int = 2**31) -> int:
    """A whole number from ``least`` to ``most``."""
    value = text(name)
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}, not {value!r}.")
    return int(value)


def words(name: str, default: Iterable[str] = (), *, among: Iterable[str] | None = None) -> list[str]:
    """A list separated by commas, without doubles; each must stand in ``among`` where that is given."""
    found = [word.strip() for word in text(name).split(",") if word.strip()] or list(default)
    allowed = None if among is None else list(among)
    for word in found:
        if allowed is not None and word not in allowed:
            raise ImproperlyConfigured(f"{name} may name {', '.join(allowed)}; {word!r} is none of these.")
    return list(dict.fromkeys(found))


def choice(name: str, default: str, *, among: Iterable[str]) -> str:
    """One of the words in ``among``."""
    value, allowed = text(name, default), list(among)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Addresses and networks such as 10.0.0.0/8, separated by commas."""
    try:
        return [ip_network(word) for word in words(name)]
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must name addresses or networks such as 10.0.0.0/8: {error}.") from error


def web_address(name: str, default: str) -> str:
    """An http or https address of a site: scheme, host and perhaps a port, without a closing slash."""
    value = text(name, default).rstrip("/")
    try:
        parts = urlsplit(value)
        whole = f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    except ValueError:  # no number behind the colon, an odd bracket
        whole = ""
    if whole != value.lower() or parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ImproperlyConfigured(f"{name} must look like https://example.org, not {value!r}.")
    return whole


# What a provider of ads may be allowed to load, and from where: never "anywhere", never what stands in a page itself.
FETCHED = {"script-src", "frame-src", "img-src", "connect-src", "style-src", "font-src", "media-src"}
HOST = re.compile(r"https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?")


def providers(name: str) -> dict[str, dict[str, list[str]]]:
    """Hosts by provider and directive of the CSP: ``one script-src https://a.example; frame-src https://b.example, two …``."""
    found: dict[str, dict[str, list[str]]] = {}
    for entry in words(name):
        key, _space, policy = entry.partition(" ")
        parts = [part.split() for part in policy.split(";") if part.split()]
        if not re.fullmatch("[a-z0-9-]{1,40}", key) or key in found or not parts:
            raise ImproperlyConfigured(f"{name} must name each provider once, with its hosts; {entry!r} does not.")
        for directive, *hosts in parts:
            if directive not in FETCHED or not hosts or not all(HOST.fullmatch(host) for host in hosts):
                raise ImproperlyConfigured(
                    f"{name}: after {key} stand {', '.join(sorted(FETCHED))}, each with hosts such as "
                    f"https://cdn.example.org; {' '.join([directive, *hosts])!r} is something else."
                )
            found.setdefault(key, {}).setdefault(directive, []).extend(hosts)
    return found


def service(name: str, *, schemes: Iterable[str]) -> str:
    """The address of a service, empty if unset. It may hold a password, so that no message repeats it."""
    value, allowed = text(name), list(schemes)
    if value and value.partition("://")[0] not in allowed:
        raise ImproperlyConfigured(f"{name} must begin with {' or '.join(f'{scheme}://' for scheme in allowed)}.")
    return value


def secret(name: str, file: Path) -> str:
    """The secret from the environment, else from ``file``, which is made on the first run (mode 600)."""
    value = text(name)
    if not value:
        if not file.exists():
            _make_secret(file)
        value = file.read_text(encoding="ascii").strip()
        name = str(file)
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name} must have at least 32 characters.")
    return value


def _make_secret(file: Path) -> None:
    """Write the file beside its place and link it there: nobody reads half a secret, the first of two stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="ascii", dir=file.parent, prefix=f"{file.name}.") as draft:
        draft.write(secrets.token_urlsafe(50))
        draft.flush()
        with suppress(FileExistsError):
            os.link(draft.name, file)
