from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "support"
    verbose_name = _("Support")

    def ready(self) -> None:
        from support import registering as supporters
        from support import topics
        from support.appeals import registering as appeals
        from support.newsletter import registering as newsletter

        for part in (appeals, supporters, topics, newsletter):
            part.register()
