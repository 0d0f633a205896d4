"""What an operator may have forgotten."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register


@register()
def proxies_are_named(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Behind a proxy that we do not know, all readers are one sender, and the limits shut them all out."""
    if settings.BEHIND_PROXY and not settings.TRUSTED_PROXIES:
        hint = "Set TRUSTED_PROXIES to the addresses of your proxies (docs/operators/settings.md)."
        return [Warning("All readers seem to have the address of the proxy.", hint=hint, id="readers.W001")]
    return []
