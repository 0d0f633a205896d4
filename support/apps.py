from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "support"
    verbose_name = _("Support")

    def ready(self) -> None:
        from activity.verbs import TITLES
        from support import newsletter
        from support.newsletter import cleaning, slots  # noqa: F401  # for what they register

        TITLES.update(newsletter.VERBS)
