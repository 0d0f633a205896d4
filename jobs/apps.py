from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    name = "jobs"
    verbose_name = _("Work in the background")

    def ready(self) -> None:
        # Imported for what they register.
        from jobs import housekeeping, mail, purge  # noqa: F401
