"""Merging and retiring at the desk: what will be touched is said first, and what is retired is not offered."""

import pytest
from django.urls import reverse

from articles.models import Article, Author, Section, Tag
from tests.cast import make_author, make_section
from tests.desk.browser import form_data
from tests.door.test_shelves import make_tag


def page_of(shelf, name):
    return reverse(f"admin:articles_{shelf._meta.model_name}_{name}", args=[shelf.pk])


@pytest.fixture
def as_chris(client, chris, outlet):
    client.force_login(chris)
    return client


def test_a_merger_tells_what_it_touches_and_that_it_is_for_good(as_chris, publish, write):
    edition = publish()
    write(headline="Not yet read")
    town = make_section("Town", "town")
    choosing = as_chris.get(page_of(edition.section, "merge"))
    assert [shelf for _address, shelf in choosing.context["choices"]] == [town]
    asked = page_of(edition.section, "merge") + choosing.context["choices"][0][0]
    page = as_chris.get(asked)
    touched = page.context["touched"]
    assert (touched.articles, touched.stories, touched.menu_items) == (2, 1, 0)
    assert "A merger cannot be undone." in page.content.decode()
    assert "/sections/city/ → /sections/town/" in " ".join(page.content.decode().split())
    assert as_chris.post(asked, {"reason": ""}).status_code == 422
    assert Section.objects.standing().count() == 2
    for _time in range(2):
        done = as_chris.post(asked, {"reason": "One place"}, follow=True)
        assert "Merged into “Town”." in done.content.decode()
    assert list(Section.objects.standing()) == [town]


def test_ticked_tags_go_into_one_of_them_together(as_chris):
    tags = [make_tag(name) for name in ("Drone", "Drones", "UAV")]
    chosen = {"action": "merge_selected", "_selected_action": [tag.pk for tag in tags]}
    asked = as_chris.post(reverse("admin:articles_tag_changelist"), chosen)
    choices = as_chris.get(asked["Location"]).context["choices"]
    assert [shelf for _address, shelf in choices] == tags
    as_chris.post(asked["Location"].partition("?")[0] + choices[1][0], {"reason": "One thing"})
    assert list(Tag.objects.standing()) == [tags[1]]


def test_a_refusal_is_said_on_the_page(as_chris, sam, rita):
    one, other = make_author("Sam", "sam", user=sam), make_author("Rita", "rita", user=rita)
    page = as_chris.post(f"{page_of(one, 'merge')}?into={other.pk}", {"reason": "A mistake"})
    assert page.status_code == 422
    assert "Both authors have a sign-in." in page.content.decode()
    into_itself = as_chris.post(f"{page_of(one, 'merge')}?into={one.pk}", {"reason": "A mistake"})
    assert "Nothing can be merged into itself." in into_itself.content.decode()


def test_what_was_merged_leads_to_what_it_became(as_chris):
    tag, other = make_tag("Rails"), make_tag("Trams")
    Tag.objects.filter(pk=tag.pk).update(merged_into=other)
    answer = as_chris.get(page_of(tag, "change"), follow=True)
    assert answer.redirect_chain[-1][0] == page_of(other, "change")
    assert "This was merged into “Trams”." in answer.content.decode()
    known = as_chris.post(reverse("admin:articles_tag_add"), {"name": "RAILS"})
    assert known.context["adminform"].form.errors["name"] == ["This was merged into “Trams”."]


def test_what_is_retired_is_said_and_can_be_offered_again(as_chris):
    section = make_section()
    assert page_of(section, "retire") in as_chris.get(page_of(section, "change")).content.decode()
    as_chris.post(page_of(section, "retire"), {"reason": "Nobody writes for it"})
    assert "Retired on" in as_chris.get(page_of(section, "change")).content.decode()
    assert "Nobody writes for it" in as_chris.get(page_of(section, "history")).content.decode()
    rows = as_chris.get(reverse("admin:articles_section_changelist"), {"offered": "no"})
    assert list(rows.context["cl"].result_list) == [section]
    as_chris.post(page_of(section, "reinstate"), {"reason": ""})
    assert Section.objects.offered().get() == section


def test_the_articles_form_offers_nothing_that_is_retired(as_chris, write):
    article = write(tags=[make_tag("Old")])
    town, tag = make_section("Town", "town"), make_tag("Rails")
    guest = make_author("A guest", "a-guest")
    for model in (Section, Tag, Author):
        model.objects.update(retired_at=article.saved_at)
    form = reverse("admin:articles_article_change", args=[article.pk])
    page = as_chris.get(form)
    offered = [label for _value, label in page.context["adminform"].form.fields["section"].choices]
    assert "City (retired)" in offered
    assert not any("Town" in label for label in offered)
    assert as_chris.post(form, form_data(page) | {"headline": "It may keep what it has"}).status_code == 302
    data = form_data(as_chris.get(form))
    answer = as_chris.post(form, data | {"section": town.pk, "tags": "Old, rails", "bylines-0-author": guest.pk})
    errors = answer.context["adminform"].form.errors
    assert errors["section"] == ["This is retired or no longer here. Choose another one."]
    assert errors["tags"] == [f"The tag “{tag}” is retired. Choose another one."]
    picked = as_chris.get(reverse("admin:articles_article_pick_authors")).content.decode()
    assert "A guest" not in picked
    assert as_chris.get(reverse("admin:articles_article_pick_tags"), {"q": "ra"}).json() == {"names": []}


def test_a_form_that_was_open_during_a_merger_is_saved_under_the_other(as_chris, chris, write):
    article = write()
    town = make_section("Town", "town")
    form = reverse("admin:articles_article_change", args=[article.pk])
    data = form_data(as_chris.get(form))
    as_chris.post(f"{page_of(article.section, 'merge')}?into={town.pk}", {"reason": "One place"})
    assert as_chris.post(form, data | {"headline": "Mended"}).status_code == 302
    assert Article.objects.get().section == town
