from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self) -> None:
        from activity.verbs import TITLES
        from articles import upkeep  # noqa: F401  # imported for what it registers
        from articles.workflow import Verb

        TITLES.update(Verb.choices)
