from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")

    def ready(self) -> None:
        from activity.verbs import TITLES
        from articles import patrol, upkeep  # noqa: F401  # imported for what they register
        from articles.actions.handing_over import hand_over, open_work
        from articles.workflow import Verb
        from staff import people

        TITLES.update(Verb.choices)
        TITLES.update(
            {
                "legal-note": _("wrote a legal note"),
                "hand-over": _("handed over"),
                "sections-change": _("changed sections"),
                "propose-note": _("proposed a public note"),
                "carried-on": _("looked where else the words stand"),
                "rename": _("renamed"),
                "merge": _("merged"),
                "retire": _("retired"),
                "reinstate": _("offered again"),
            }
        )
        people.OPEN_WORK.append(open_work)
        people.HANDING_OVER.append(lambda person, to, by: hand_over(person, to=to, by=by))
