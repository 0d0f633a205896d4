"""On a person's screen: where an editor edits, and whose unfinished work goes to whom."""

import re

import pytest

from activity.models import Entry
from articles.models import Article, SectionLimit
from tests.cast import make_section
from tests.desk.browser import form_data

pytestmark = pytest.mark.django_db


def test_an_administrator_says_to_which_sections_an_editor_keeps(client, outlet, ada, edna):
    culture = make_section("Culture", "culture")
    client.force_login(ada)
    address = f"/admin/staff/user/{edna.pk}/change/"
    page = client.get(address)
    assert "In these sections this person is an editor" in page.content.decode()
    client.post(address, form_data(page) | {"section_limits-0-section": culture.pk})
    assert [limit.section for limit in edna.section_limits.all()] == [culture]
    entry = Entry.objects.about(edna).get(verb="sections-change")
    assert (entry.by, entry.details["sections"]) == (ada, [culture.pk])

    page = client.get(address)
    client.post(address, form_data(page) | {"section_limits-0-DELETE": "on"})
    assert not SectionLimit.objects.exists()


def test_unfinished_articles_are_handed_to_a_colleague(client, write, rita, sam, ada):
    write(headline="Unfinished")
    client.force_login(ada)
    page = client.get(f"/admin/staff/user/{rita.pk}/change/").content.decode()
    assert re.search(r"Unfinished articles</dt><dd>1<", page)
    answer = client.post(f"/admin/staff/user/{rita.pk}/hand-over/", {"to": sam.pk}, follow=True)
    assert "1 article was handed to Sam" in answer.content.decode()
    assert Article.objects.get().created_by == sam
