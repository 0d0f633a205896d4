"""The paper's languages: the first has no prefix in addresses, what readers see is a row per language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django import forms
from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def first_language() -> str:
    """The language fixed at installation; what is missing in another one falls back to it."""
    return settings.LANGUAGE_CODE


def codes() -> list[str]:
    """The codes of all languages, the first language first."""
    return [code for code, _name in settings.LANGUAGES]


def choices() -> list[tuple[str, str | Promise]]:
    """Code and name of all languages, as a select offers them."""
    return list(settings.LANGUAGES)


def prefix(language: str) -> str:
    """What an address in this language begins with: ``/`` or, say, ``/uk/``."""
    return "/" if language == first_language() else f"/{language}/"


def of_path(path: str) -> str:
    """The language of an address, told by its first part alone."""
    head = path.lstrip("/").split("/", 1)[0]
    return head if head in codes()[1:] else first_language()


class LanguageField(models.CharField):
    """A language code. Its choices come from the settings and so never stand in a migration."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("verbose_name", _("language"))
        kwargs.setdefault("max_length", 12)
        kwargs.setdefault("default", first_language)
        kwargs["choices"] = choices
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["choices"]
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        # A computed default would put a second, hidden input beside every select.
        return super().formfield(**{"show_hidden_initial": False, **kwargs})


class Text(models.Model):
    """What readers see of a thing in one language. Subclasses add the thing and the words."""

    language = LanguageField()

    class Meta:
        abstract = True


TextType = TypeVar("TextType", bound=Text)


def pick(texts: Iterable[TextType], language: str) -> TextType | None:
    """The row in ``language``, else in the first language, else any (the oldest), else None.

    The caller marks words whose ``language`` is not the page's with a ``lang`` attribute.
    """
    rows = sorted(texts, key=lambda row: row.pk or 0)
    for wanted in (language, first_language()):
        for row in rows:
            if row.language == wanted:
                return row
    return rows[0] if rows else None
