"""What the log's verbs are called on screens; each app adds its own when it is ready."""

from django.utils.functional import Promise

TITLES: dict[str, str | Promise] = {}


def title(verb: str) -> str:
    """The verb in words, or as it is stored where no app has named it."""
    return str(TITLES.get(verb, verb))
