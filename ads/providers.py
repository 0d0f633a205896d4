"""Providers of ads: who they are and which hosts they need, as the operator says in ``AD_PROVIDERS``.

A provider gets no HTML into a page. An administrator fills in the parts that providers ask for: the address of a
script, one element with ``data-`` attributes, the address of a frame; and both addresses have to lie on hosts that
the operator named for this provider.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SCRIPT, FRAME = "script-src", "frame-src"
ATTRIBUTE = re.compile(r"(data-[a-z0-9]+(?:-[a-z0-9]+)*)=(.{0,200})")
# Ours: scripts of our own read them.
OWN = {"data-room", "data-script", "data-words", "data-seen"}


def names() -> list[str]:
    """The providers that there are."""
    return sorted(settings.AD_PROVIDERS)


def sources(provider: str) -> dict[str, tuple[str, ...]]:
    """The hosts that a provider needs, by directive; none where the operator has taken it away."""
    return {directive: tuple(hosts) for directive, hosts in settings.AD_PROVIDERS.get(provider, {}).items()}


def lets_in(provider: str, directive: str, address: str) -> bool:
    """Whether an address lies on a host that is named for this."""
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return False
    labels = (parts.hostname or "").split(".")
    hosts = [".".join(labels), *("*." + ".".join(labels[cut:]) for cut in range(1, len(labels)))]
    allowed = sources(provider).get(directive, ())
    return not parts.username and any(f"{parts.scheme}://{host}{port}" in allowed for host in hosts)


def are_attributes(text: str) -> None:
    """Raises ``ValidationError`` for what is no list of ``data-`` attributes, one a line."""
    for line in text.splitlines():
        found = ATTRIBUTE.fullmatch(line.strip())
        if line.strip() and (not found or found[1] in OWN):
            raise ValidationError(
                _("“%(line)s” is no attribute. Write it as in data-slot=12345."),
                code="attribute",
                params={"line": line},
            )


def attributes(text: str) -> dict[str, str]:
    """The attributes by name; lines that are none are left out, whoever wrote them."""
    found = (ATTRIBUTE.fullmatch(line.strip()) for line in text.splitlines())
    return {match[1]: match[2] for match in found if match and match[1] not in OWN}
