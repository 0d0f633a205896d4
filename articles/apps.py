from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self) -> None:
        from activity.verbs import TITLES
        from articles.workflow import Verb

        TITLES.update(Verb.choices)
