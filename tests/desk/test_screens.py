"""The forms of everything but articles: one card a language, a picture that tells where it is used, a kind refusal."""

import pytest
from django.urls import reverse

from activity.models import record
from articles import actions
from articles.models import Author, Section
from tests.cast import make_author, make_picture, make_section
from tests.desk.browser import form_data


def change(thing):
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=[thing.pk])


@pytest.fixture
def as_ada(client, ada, outlet):
    client.force_login(ada)
    return client


@pytest.fixture
def as_sam(client, sam, outlet):
    client.force_login(sam)
    return client


def test_a_form_has_a_card_for_each_language_and_none_is_asked_for_twice(as_ada):
    section = make_section("Місто", "misto", language="uk")
    page = as_ada.get(change(section))
    formset = page.context["inline_admin_formsets"][0].formset
    assert [form.language_name for form in formset.forms] == ["Ukrainian", "English"]
    as_ada.post(change(section), form_data(page) | {"texts-1-name": "City"})
    assert sorted(section.texts.values_list("language", "name")) == [("en", "City"), ("uk", "Місто")]


def test_an_empty_card_is_no_text(as_ada):
    section = make_section()
    assert as_ada.post(change(section), form_data(as_ada.get(change(section)))).status_code == 302
    assert section.texts.count() == 1


def test_a_card_that_nobody_touched_is_no_error_though_its_language_has_come_meanwhile(as_ada):
    section = make_section()
    data = form_data(as_ada.get(change(section)))
    section.texts.create(language="uk", name="Місто", slug="misto")
    assert as_ada.post(change(section), data | {"texts-0-name": "Our city"}).status_code == 302
    assert sorted(section.texts.values_list("name", flat=True)) == ["Our city", "Місто"]


def test_the_words_of_a_language_that_the_paper_gave_up_are_left_alone(as_ada):
    section = make_section()
    section.texts.create(language="pl", name="Miasto", slug="miasto")
    page = as_ada.get(change(section))
    assert "Miasto" not in page.content.decode()
    as_ada.post(change(section), form_data(page))
    assert Section.objects.get().texts.filter(language="pl").exists()


def test_an_authors_picture_is_chosen_as_on_the_articles_form(as_ada, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    author, image = make_author(), make_picture("navy")
    page = as_ada.get(change(author))
    assert 'data-pick="image"' in page.content.decode()
    as_ada.post(change(author), form_data(page) | {"picture": image.pk})
    assert Author.objects.get().picture == image
    assert "A field in navy" in as_ada.get(change(author)).content.decode()


def test_a_picture_tells_where_it_is_used_as_far_as_one_may_know(as_sam, write, rita, sam):
    image = make_picture("navy")
    write(headline="A secret of Rita's", lead_image=image.pk)
    own = write(by=sam, headline="Sam's story", body=f'<figure data-image="{image.pk}"></figure>')
    actions.save(own, by=sam, changes={"bylines": []})
    page = as_sam.get(change(image)).content.decode()
    assert reverse("admin:articles_article_change", args=[own.pk]) in page
    assert "1 article that you may not open" in page
    assert "secret" not in page


def test_the_focal_point_is_two_numbers(as_ada, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    image = make_picture("navy")
    page = as_ada.get(change(image))
    as_ada.post(change(image), form_data(page) | {"focal_x": "0.25", "focal_y": "0.8"})
    image.refresh_from_db()
    assert (image.focal_x, image.focal_y) == (0.25, 0.8)
    outside = as_ada.post(change(image), form_data(page) | {"focal_x": "1.5"})
    assert "focal_x" in outside.context["adminform"].form.errors


def test_a_refused_person_finds_the_desk_and_the_way_back(client, rita, outlet):
    client.force_login(rita)
    answer = client.get(reverse("admin:staff_user_changelist"))
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "Your role does not open this page." in page
    assert f'href="{reverse("admin:index")}"' in page
    assert "Articles" in page


def test_a_version_is_shown_in_words(client, edna, write):
    article = write(kind="explainer", by_newsroom=True, body="<p>Tram &amp; bus</p>")
    client.force_login(edna)
    page = client.get(reverse("admin:articles_article_revision", args=[article.pk, 1])).content.decode()
    assert "<dd>Explainer</dd>" in page
    assert "<dd>Yes</dd>" in page
    assert "<dd>Tram &amp; bus</dd>" in page


def test_a_log_entry_tells_its_details_a_line_each(client, edna, rita, outlet):
    entry = record(rita, "role-change", by=edna, before=["reporter"], after=["reporter", "editor"])
    client.force_login(edna)
    page = client.get(change(entry)).content.decode()
    assert "<div>after: reporter, editor</div>" in page
    assert "changed roles: Rita" in page


def test_the_home_offers_what_the_person_may_open_and_begin(client, rita, outlet):
    client.force_login(rita)
    page = client.get(reverse("admin:index")).content.decode()
    assert "New article" in page
    assert "New section" not in page
    assert "People" not in page


def test_the_most_used_screens_come_first_in_every_language(client, ada, outlet):
    client.force_login(ada)
    for language in ("en", "uk"):
        apps = client.get(reverse("admin:index"), headers={"Accept-Language": language}).context["available_apps"]
        names = [model["object_name"] for app in apps for model in app["models"]]
        assert names[:5] == ["Article", "Image", "Author", "Tag", "Section"]
