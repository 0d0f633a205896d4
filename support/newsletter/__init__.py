"""The newsletter: who gets it. It is written and sent elsewhere, by a mailing service."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "newsletter-forget": _("deleted a subscriber on request"),
    "newsletter-export": _("exported the addresses of subscribers"),
    "mailing-service-change": _("changed a mailing service"),
    "mailing-service-remove": _("removed a mailing service"),
}
