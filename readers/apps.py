from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReadersConfig(AppConfig):
    name = "readers"
    verbose_name = _("Readers")

    def ready(self) -> None:
        from activity.verbs import TITLES
        from readers import checks, cleaning, slots  # noqa: F401  # imported for what they register

        TITLES.update(
            {
                "report-accept": _("accepted a reader’s report"),
                "report-decline": _("declined a reader’s report"),
                "report-duplicate": _("knew a reader’s report already"),
                "report-spam": _("threw a report away as spam"),
            }
        )
