"""Sections, authors and tags: names in each language, and the addresses made from them."""

import pytest
from django.urls import reverse

from articles.models import Address, Author, Section, Tag
from jobs.models import Message
from tests.cast import make_section
from tests.desk.browser import form_data


@pytest.fixture
def as_ada(client, ada, outlet):
    client.force_login(ada)
    return client


def add(client, model, **fields):
    path = reverse(f"admin:articles_{model}_add")
    return client.post(path, form_data(client.get(path)) | {"texts-0-language": "en"} | fields)


def test_a_new_section_gets_its_address_from_its_name(as_ada):
    add(as_ada, "section", **{"texts-0-name": "Наука й техніка", "texts-0-language": "uk"})
    assert Address.objects.get().path == "/uk/sections/nauka-y-tekhnika/"
    assert as_ada.get(reverse("admin:articles_section_changelist")).status_code == 200


def test_two_authors_of_one_name_get_two_addresses(as_ada):
    for _time in range(2):
        add(as_ada, "author", **{"texts-0-name": "Olha Zhuk"})
    assert sorted(Address.objects.values_list("path", flat=True)) == ["/authors/olha-zhuk-2/", "/authors/olha-zhuk/"]
    assert Author.objects.count() == 2


def test_an_address_that_another_section_once_had_is_refused_beside_the_slug(as_ada):
    first = make_section("City", "city")
    text = first.texts.get()
    path = reverse("admin:articles_section_change", args=[first.pk])
    as_ada.post(path, form_data(as_ada.get(path)) | {"texts-0-slug": "town", "texts-0-name": "Town"})
    text.refresh_from_db()
    assert text.slug == "town"
    answer = add(as_ada, "section", **{"texts-0-name": "City", "texts-0-slug": "city"})
    assert "Another page has this address." in answer.content.decode()
    assert Section.objects.count() == 1


def test_a_rename_purges_the_pages_that_show_the_name(as_ada):
    section = make_section()
    path = reverse("admin:articles_section_change", args=[section.pk])
    as_ada.post(path, form_data(as_ada.get(path)) | {"texts-0-name": "Our city"})
    assert f"section-{section.pk}" in Message.objects.get(topic="purge").payload["keys"]


def test_a_tag_that_differs_only_in_case_is_refused_in_words(as_ada):
    Tag.objects.create(name="Дрони")
    answer = add(as_ada, "tag", name="дрони")
    assert answer.status_code == 200
    assert "name" in answer.context["adminform"].form.errors


def test_a_new_tag_can_be_read_under_its_name(as_ada):
    add(as_ada, "tag", **{"name": "Drones", "texts-0-name": "Drones"})
    assert Address.objects.get().path == "/tags/drones/"


def test_an_editor_ties_an_author_to_a_sign_in(client, edna, rita, outlet):
    client.force_login(edna)
    add(client, "author", **{"texts-0-name": "Rita Rudenko", "user": rita.pk})
    assert Author.objects.get().user == rita
