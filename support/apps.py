from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "support"
    verbose_name = _("Support")

    def ready(self) -> None:
        from support import topics
        from support.appeals import registering as appeals
        from support.newsletter import registering as newsletter
        from support.supporters import registering as supporters

        for part in (appeals, supporters, topics, newsletter):
            part.register()
