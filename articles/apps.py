from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")

    def ready(self) -> None:
        from activity.verbs import TITLES
        from articles import patrol, upkeep  # noqa: F401  # imported for what they register
        from articles.workflow import Verb

        TITLES.update(Verb.choices)
        TITLES.update({"legal-note": _("wrote a legal note"), "hand-over": _("handed over")})
        TITLES.update({"rename": _("renamed"), "merge": _("merged"), "retire": _("retired")})
        TITLES.update({"reinstate": _("offered again")})
