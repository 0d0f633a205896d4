from django.apps import AppConfig


class BodyConfig(AppConfig):
    name = "body"

    def ready(self) -> None:
        from body import checks  # noqa: F401 (registers them)
