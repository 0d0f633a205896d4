"""What a phone has to fetch before somebody can read, as docs/developers/performance.md promises it."""

import re

import pytest

from bench import weight
from bench.phone import SCREEN
from outlet.models import Outlet
from tools.newspaper import newspaper


@pytest.fixture(scope="module")
def weighed(browser):
    """The demo's analysis in each language, from a newspaper of its own that answers as behind its proxy."""
    with newspaper("bench.behind_proxy") as site:
        return weight.weigh_all(site, lambda: browser.new_context(**SCREEN).new_page())


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "uk"])
def test_the_first_view_of_an_article_is_as_light_as_promised(weighed, language):
    facts = weighed[language]
    assert [fact for fact in facts if not fact.keeps] == []
    assert [fact.what for fact in facts if not fact.measured] == ["requests to others", "layout shift"]


@pytest.mark.parametrize("page", ["front", "section", "story"])
def test_a_page_waits_for_at_most_four_stylesheets_and_names_five(client, publish, page):
    story = publish()
    Outlet.objects.update(accent_light="#123456")
    address = {"front": "/", "section": "/sections/city/", "story": story.path}[page]
    links = re.findall(r"<link rel=\"stylesheet\"[^>]*>", client.get(address).content.decode())
    assert len(links) == 5
    assert sum('media="print"' in link for link in links) == 1
