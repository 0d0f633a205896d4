"""What one reporter may learn of the unpublished work of another: nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import actions
from articles.models import Article, RelatedStory
from tests.cast import make_user
from tests.desk.browser import form_data


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def as_sam(client, sam):
    client.force_login(sam)
    return client


@pytest.fixture
def sams(sam, outlet):
    article = Article(headline="Sam's own")
    actions.save(article, by=sam)
    return article


def relate(page, target):
    row = {"related_stories-0-target": target.pk, "related_stories-0-order": 0, "related_stories-TOTAL_FORMS": 1}
    return form_data(page) | row


def test_a_draft_of_another_cannot_be_related_by_guessing_its_number(as_sam, sams, write):
    secret = write(headline="Rita's secret")
    answer = as_sam.post(change(sams), relate(as_sam.get(change(sams)), secret))
    assert answer.status_code == 200
    assert not RelatedStory.objects.exists()
    assert "secret" not in answer.content.decode()


def test_a_draft_that_an_editor_related_is_not_named_to_the_reporter(as_sam, sams, write, edna):
    secret = write(headline="Rita's secret")
    actions.save(sams, by=edna, changes={"related": [{"target": secret.pk, "url": "", "kicker": "", "headline": ""}]})
    page = as_sam.get(change(sams))
    assert "secret" not in page.content.decode()
    as_sam.post(change(sams), form_data(page) | {"headline": "Sam's own, mended"})
    sams.refresh_from_db()
    assert (sams.headline, sams.related_stories.get().target) == ("Sam's own, mended", secret)


def test_what_is_to_be_published_tomorrow_is_not_named_today(as_sam, sams, publish, edna):
    ahead = publish(headline="Embargoed", at=timezone.now() + timedelta(days=1)).article
    actions.save(sams, by=edna, changes={"related": [{"target": ahead.pk, "url": "", "kicker": "", "headline": ""}]})
    assert "Embargoed" not in as_sam.get(change(sams)).content.decode()


def test_a_live_story_of_another_is_related_under_its_public_headline(as_sam, sams, publish, rita):
    other = publish(headline="Public words").article
    actions.save(other, by=rita, changes={"fields": {"headline": "Hidden words"}})
    as_sam.post(change(sams), relate(as_sam.get(change(sams)), other))
    html = as_sam.get(change(sams)).content.decode()
    assert "Public words" in html
    assert "Hidden words" not in html


@pytest.mark.parametrize(
    ("model", "field"), [("relatedstory", "target"), ("byline", "article"), ("edition", "article")]
)
def test_no_search_box_finds_or_names_the_draft_of_another(as_sam, write, model, field):
    write(headline="Rita's secret")
    query = {"app_label": "articles", "model_name": model, "field_name": field}
    for term in ("", "secret"):
        assert "secret" not in as_sam.get(reverse("admin:autocomplete"), query | {"term": term}).content.decode()


def test_every_screen_of_an_article_is_shut_to_other_reporters(as_sam, write, publish):
    article = publish(headline="Live", how_we_reported="For the desk alone").article
    for name, arguments in {
        "change": [article.pk],
        "history": [article.pk],
        "revision": [article.pk, 1],
        "verb": [article.pk, "submit"],
        "cancel": [article.pk, 1],
        "delete": [article.pk],
    }.items():
        path = reverse(f"admin:articles_article_{name}", args=arguments)
        for answer in (as_sam.get(path), as_sam.post(path, {"version": 1, "reason": "x", "note": "x"})):
            assert answer.status_code in {302, 403, 404}, path
            assert "For the desk alone" not in answer.content.decode()


def test_a_reporter_who_adds_an_author_cannot_tie_it_to_somebodys_sign_in(client, rita, edna, outlet):
    client.force_login(rita)
    page = client.get(reverse("admin:articles_author_add"))
    data = form_data(page) | {"user": edna.pk, "texts-0-language": "en", "texts-0-name": "Edna Other"}
    client.post(reverse("admin:articles_author_add"), data)
    assert not hasattr(edna, "author")


def test_people_without_a_role_see_nothing(client, write):
    nobody = make_user("nora", "reporter")
    nobody.groups.clear()
    client.force_login(nobody)
    article = write()
    assert client.get(change(article)).status_code in {302, 403, 404}
    assert client.get(reverse("admin:articles_article_changelist")).status_code == 403
