"""Languages: codes, prefixes, what stands in for a missing text, and the field in a form."""

import pytest
from django.db import models

from outlet import languages
from outlet.languages import LanguageField
from outlet.models import OutletText


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "en"),
        ("/2026/11/23/bridge/", "en"),
        ("/uk/", "uk"),
        ("/uk", "uk"),
        ("/uk/2026/11/23/mist/", "uk"),
        ("/ukraine/", "en"),
        ("/en/", "en"),
        ("/de/", "en"),
        ("/section/uk/", "en"),
    ],
)
def test_an_address_tells_its_language_by_its_first_part_alone(path, language):
    assert languages.of_path(path) == language


def test_the_first_language_has_no_prefix():
    assert languages.prefix("en") == "/"
    assert languages.prefix("uk") == "/uk/"


def text(language, pk):
    return OutletText(pk=pk, language=language)


@pytest.mark.parametrize(
    ("present", "picked"),
    [(["de", "en", "uk"], "uk"), (["de", "en"], "en"), (["de", "fr"], "de"), ([], None)],
)
def test_a_missing_text_falls_back_to_the_first_language_then_to_any(present, picked):
    found = languages.pick([text(language, pk) for pk, language in enumerate(present, 1)], "uk")
    assert getattr(found, "language", None) == picked


def test_a_form_offers_the_languages_of_the_settings_and_begins_with_the_first(settings):
    settings.LANGUAGES = [("uk", "Ukrainian"), ("pl", "Polish")]
    settings.LANGUAGE_CODE = "uk"
    field = OutletText._meta.get_field("language").formfield()
    assert list(field.choices) == settings.LANGUAGES
    assert field.initial() == "uk"
    assert not field.show_hidden_initial


def test_another_language_makes_no_migration():
    _name, path, _args, kwargs = LanguageField().deconstruct()
    assert path == "outlet.languages.LanguageField"
    assert "choices" not in kwargs
    assert isinstance(LanguageField().clone(), models.CharField)


def test_a_language_is_shown_by_its_name():
    assert text("uk", 1).get_language_display() == "Ukrainian"
