from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _


class OutletConfig(AppConfig):
    name = "outlet"
    verbose_name = _("Outlet")

    def ready(self) -> None:
        from activity import verbs
        from outlet.actions import VERBS
        from outlet.checks import first_language_is_unchanged

        verbs.TITLES.update(VERBS)
        register(first_language_is_unchanged, Tags.database)
