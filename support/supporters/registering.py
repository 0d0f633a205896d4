"""What supporters add to lower apps, all in one place."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from activity.verbs import TITLES
from support.supporters import cleaning, signing_in  # noqa: F401  # for what they register


def register() -> None:
    """Called once, when the app is ready."""
    TITLES.update(
        {
            "supporter-add": _("added a supporter"),
            "supporter-change": _("changed a supporter"),
            "supporter-forget": _("deleted all about a supporter"),
            "supporter-sign-out": _("signed out of all browsers"),
            "supporters-export": _("took out the list of supporters"),
            "tier-change": _("changed a tier"),
            "tier-remove": _("removed a tier"),
            "service-change": _("changed a membership service"),
            "service-remove": _("removed a membership service"),
            "service-secret": _("changed the secret of a membership service"),
        }
    )
