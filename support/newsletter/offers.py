"""In which languages there is a newsletter: those in which the outlet says what it sends."""

from __future__ import annotations

from django.utils.translation import get_language_info

from outlet import languages
from outlet.models import Outlet


def words(outlet: Outlet, language: str) -> str:
    """What is sent and how often, "" where nothing is sent in this language."""
    text = outlet.text(language)
    return text.newsletter.strip() if text.language == language else ""


def offered(outlet: Outlet) -> list[str]:
    """The codes of the languages, the first language first."""
    return [code for code in languages.codes() if words(outlet, code)]


def own_name(language: str) -> str:
    """What those who read it call a language."""
    return str(get_language_info(language)["name_local"]).capitalize()


def page(language: str) -> str:
    """The path of the form; below it stands everything that has to do with the newsletter."""
    return f"{languages.prefix(language)}newsletter/"
