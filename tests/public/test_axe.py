"""Axe finds nothing on any page of readers: in both languages, in light and in dark, on a phone and on a desk."""

import pytest

from tests import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db]  # the database is there when the pages are brought home


@pytest.mark.parametrize("language", ["en", "uk"])
def test_every_page(home, reader, language):
    page = reader()
    found = []
    for kept in home.pages:
        if kept.language == language:
            page.goto(kept.path)
            found += axe.wrong(page, kept.path)
    assert "\n".join(found) == ""
