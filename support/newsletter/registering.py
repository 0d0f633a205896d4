"""What the newsletter adds to lower apps, all in one place."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from activity.verbs import TITLES
from support.newsletter import cleaning, slots  # noqa: F401  # for what they register


def register() -> None:
    """Called once, when the app is ready."""
    TITLES.update(
        {
            "newsletter-forget": _("deleted a subscriber on request"),
            "newsletter-export": _("exported the addresses of subscribers"),
            "mailing-service-change": _("changed a mailing service"),
            "mailing-service-remove": _("removed a mailing service"),
        }
    )
