from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdsConfig(AppConfig):
    name = "ads"
    verbose_name = _("Advertising")

    def ready(self) -> None:
        from activity.verbs import TITLES
        from ads import slots  # noqa: F401  # for what it registers
        from ads.models import Ad
        from articles.merging import POINTERS, Pointer
        from articles.models import Section

        POINTERS[Section] += (Pointer(Ad.sections.through, "section", same=("ad",)),)

        TITLES.update(
            {
                "ad-add": _("added an ad"),
                "ad-change": _("changed an ad"),
                "ad-remove": _("removed an ad"),
                "ad-notice": _("changed the notice on ad blockers"),
            }
        )
