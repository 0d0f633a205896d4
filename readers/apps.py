from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReadersConfig(AppConfig):
    name = "readers"
    verbose_name = _("Readers")

    def ready(self) -> None:
        from activity.verbs import TITLES
        from articles.actions.correcting import HEARERS
        from articles.board import MORE
        from readers import checks, cleaning, deciding, panel, slots  # noqa: F401  # some for what they register

        HEARERS.append(deciding.hear_of_note)
        MORE.append(panel.of_reports)

        TITLES.update(
            {
                "report-accept": _("accepted a reader’s report"),
                "report-decline": _("declined a reader’s report"),
                "report-duplicate": _("knew a reader’s report already"),
                "report-spam": _("threw a report away as spam"),
            }
        )
