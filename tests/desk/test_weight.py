"""How much script a screen of the desk brings: none needs 60 KB but those on which a text is written."""

import gzip

import pytest
from django.urls import reverse

from tests.desk import screens

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("roles")]

MOST = 60_000
WITH_AN_EDITOR = {"article", "new article", "pagetext"}


def scripts_of(page, address):
    """The bytes, compressed, of each script that a page loads, by its address."""
    found = {}

    def weigh(response):
        if response.request.resource_type == "script":
            found[response.url] = len(gzip.compress(response.body()))

    page.on("response", weigh)
    page.goto(address, wait_until="networkidle")
    page.remove_listener("response", weigh)
    return found


def test_no_screen_brings_more_script_than_it_may(furnished, signed_in):
    page, site = signed_in
    everything = {**screens.LISTS, **screens.forms(furnished), "home": reverse("admin:index")}
    weights = {}
    for name, address in everything.items():
        if name not in WITH_AN_EDITOR:
            weights[name] = scripts_of(page, site + address)
    assert {name: sum(each.values()) for name, each in weights.items() if sum(each.values()) > MOST} == {}
    assert not [(name, url) for name, each in weights.items() for url in each if "jquery" in url.lower()]


def test_the_articles_form_brings_no_script_of_djangos_forms(furnished, signed_in):
    page, site = signed_in
    names = scripts_of(page, site + reverse("admin:articles_article_change", args=[furnished["article"]]))
    assert not [url for url in names if "jquery" in url.lower() or "inlines" in url or "prepopulate" in url]
