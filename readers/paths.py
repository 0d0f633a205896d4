"""Public addresses, which begin with the language of the story."""

from articles.models import Edition
from outlet import languages


def form_of(edition: Edition) -> str:
    """Where the form for an edition is."""
    return f"{languages.prefix(edition.language)}report/{edition.pk}/"


def thanks_for(edition: Edition) -> str:
    """Where a reader is thanked, with a way back to the story."""
    return f"{languages.prefix(edition.language)}report/thanks/?story={edition.pk}"
