"""Standing pages: drafts, publication, addresses, menus and what machines are told."""

import json
import re

import pytest

from outlet import actions
from outlet.models import MenuItem, PageEdition
from outlet.refusals import Refused


@pytest.fixture
def about(outlet, edna):
    """A draft of the page about us."""
    text = actions.begin("about", by=edna, language="en")
    return actions.save(text, by=edna, title="About us", slug="about", body="<p>We print what we know.</p>")


def problems(text, by):
    with pytest.raises(Refused) as refusal:
        actions.publish(text, by=by)
    return [(problem.code, problem.field) for problem in refusal.value.problems]


def organization(page):
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])["@graph"]
    return next(node for node in graph if node["@type"] == "NewsMediaOrganization")


def test_a_draft_is_nowhere(client, about, publish):
    MenuItem.objects.create(page=about.page)
    assert client.get("/about/").status_code == 404
    for path in ("/", publish().path):
        page = client.get(path).content.decode()
        assert "About us" not in page and "/about/" not in page


def test_readers_get_what_was_published_and_nothing_newer(client, about, edna, ada):
    actions.publish(about, by=ada)
    actions.save(about, by=edna, title="About them", slug="about", body="<p>A secret.</p>")
    answer = client.get("/about/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<h1>About us</h1>" in page and "We print what we know." in page
    assert "About them" not in page and "secret" not in page
    edition = actions.publish(about, by=ada)
    assert "A secret." in client.get("/about/").content.decode()
    assert [row.number for row in PageEdition.objects.all()] == [2, 1]
    assert PageEdition.objects.get(number=1).live_until == edition.live_from
