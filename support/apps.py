from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "support"
    verbose_name = _("Support")

    def ready(self) -> None:
        from activity.verbs import TITLES
        from support import cleaning, signing_in  # noqa: F401  # for what they register

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
