"""Writing at the desk, and the verbs as buttons."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import actions
from articles.models import Article, Edition
from articles.workflow import Stage
from tests.desk.archive import multiply


def form_data(response):
    """What a browser would send back from the form as it stands."""
    data = {}
    context = response.context
    for form in [
        context["adminform"].form,
        *(f for formset in context["inline_admin_formsets"] for f in formset.formset.forms),
    ]:
        for bound in form:
            value = bound.value()
            if value is True:
                data[bound.html_name] = "on"
            elif value is not None and value is not False and value != "":
                data[bound.html_name] = getattr(value, "pk", value)
    for formset in context["inline_admin_formsets"]:
        for bound in formset.formset.management_form:
            data[bound.html_name] = bound.value()
    if "tags" in data and not isinstance(data["tags"], str):
        data["tags"] = ", ".join(str(tag) for tag in data["tags"])
    return data


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def verb(article, name):
    return reverse("admin:articles_article_verb", args=[article.pk, name])


@pytest.fixture
def as_rita(client, rita):
    client.force_login(rita)
    return client


@pytest.fixture
def as_edna(client, edna):
    client.force_login(edna)
    return client


def test_a_reporter_begins_an_article_with_nothing_but_a_headline(as_rita, outlet, rita):
    page = as_rita.get(reverse("admin:articles_article_add"))
    response = as_rita.post(
        reverse("admin:articles_article_add"), form_data(page) | {"headline": "Begun", "tags": "Дрони, дрони"}
    )
    article = Article.objects.get()
    assert response["Location"] == change(article)
    assert (article.headline, article.created_by, article.version, article.stage) == ("Begun", rita, 1, Stage.DRAFT)
    assert [tag.texts.get().slug for tag in article.tags.all()] == ["drony"]


def test_a_save_from_an_older_version_is_refused_and_loses_no_word(as_rita, write, edna):
    article = write()
    data = form_data(as_rita.get(change(article)))
    actions.save(article, by=edna, changes={"fields": {"headline": "Edna was quicker"}})
    response = as_rita.post(change(article), data | {"headline": "Rita's words", "standfirst": "Long thought about"})
    html = response.content.decode()
    assert response.status_code == 200
    assert "Edna saved version 2" in html
    assert "Rita&#x27;s words" in html
    assert "Long thought about" in html
    article.refresh_from_db()
    assert article.headline == "Edna was quicker"


def test_saving_what_did_not_change_makes_no_version(as_rita, write):
    article = write()
    as_rita.post(change(article), form_data(as_rita.get(change(article))))
    article.refresh_from_db()
    assert article.version == 1


def test_the_whole_way_from_draft_to_reader(client, write, rita, edna):
    article = write()
    client.force_login(rita)
    client.post(verb(article, "submit"), {"version": 1})
    client.force_login(edna)
    client.post(verb(article, "send_back"), {"version": 1, "note": "Who paid for it?"})
    client.force_login(rita)
    page = client.get(change(article))
    assert "Who paid for it?" in page.content.decode()
    client.post(change(article), form_data(page) | {"body": "<p>The city paid.</p>", "_verb": "submit"})
    client.post(verb(article, "submit"), {"version": 2})
    client.force_login(edna)
    client.post(verb(article, "publish"), {"version": 2})
    client.logout()
    edition = Edition.objects.live().get()
    assert "The city paid." in client.get(edition.path).content.decode()


def test_a_button_saves_first_and_then_leads_to_its_verb(as_rita, write):
    article = write()
    data = form_data(as_rita.get(change(article))) | {"headline": "Typed just now", "_verb": "submit"}
    response = as_rita.post(change(article), data)
    article.refresh_from_db()
    assert article.headline == "Typed just now"
    assert response["Location"] == verb(article, "submit") + "?version=2"


def test_what_is_missing_is_told_with_the_fields(as_edna, write, rita, edna):
    article = write(standfirst="", lead_image=None)
    actions.submit(article, by=rita)
    actions.approve(article, by=edna)
    response = as_edna.post(verb(article, "publish"), {"version": article.version}, follow=True)
    html = response.content.decode()
    assert "Write a standfirst." in html
    assert "Choose a lead image." in html
    assert not Edition.objects.exists()


def test_a_second_publication_asks_what_kind_of_change_it_is(as_edna, publish, rita, edna):
    article = publish().article
    actions.save(article, by=rita, changes={"fields": {"headline": "Mended"}})
    actions.approve(article, by=edna)
    page = as_edna.post(verb(article, "publish"), {"version": article.version})
    assert page.status_code == 422
    assert "substantial" in page.context["form"].errors
    asked = as_edna.post(verb(article, "publish"), {"version": article.version, "substantial": "yes"})
    assert "why" in asked.context["form"].errors
    answers = {"version": article.version, "substantial": "yes", "why": "The council voted meanwhile"}
    as_edna.post(verb(article, "publish"), answers)
    assert Edition.objects.live().get().headline == "Mended"


def test_a_text_changed_since_one_looked_is_not_approved(as_edna, write, rita):
    article = write()
    actions.submit(article, by=rita)
    actions.save(article, by=rita, changes={"fields": {"headline": "Changed meanwhile"}})
    assert as_edna.post(verb(article, "approve"), {"version": 1}).status_code == 422
    article.refresh_from_db()
    assert article.stage == Stage.SUBMITTED


def test_a_withdrawal_needs_its_reason_and_leaves_the_notice(as_edna, publish):
    edition = publish()
    assert as_edna.post(verb(edition.article, "unpublish"), {"version": 1}).status_code == 422
    as_edna.post(verb(edition.article, "unpublish"), {"version": 1, "reason": "Checking"})
    assert as_edna.get(edition.path).status_code == 410


@pytest.mark.parametrize("name", ["approve", "send_back", "publish", "unpublish", "retract", "take_down"])
def test_a_reporter_cannot_forge_an_editors_verb(as_rita, write, name):
    article = write()
    actions.submit(article, by=article.created_by)
    data = {"version": 1, "note": "x", "reason": "x", "words": "x"}
    assert as_rita.post(verb(article, name), data).status_code == 403
    article.refresh_from_db()
    assert article.stage == Stage.SUBMITTED
    assert not Edition.objects.exists()


def test_no_address_of_the_desk_shows_a_reporter_the_draft_of_another(client, write, sam):
    article = write(headline="Rita's secret")
    client.force_login(sam)
    paths = [
        change(article),
        reverse("admin:articles_article_history", args=[article.pk]),
        reverse("admin:articles_article_revision", args=[article.pk, 1]),
        verb(article, "submit"),
    ]
    for path in paths:
        assert client.get(path).status_code in {302, 403, 404}, path
        assert client.post(path, {"version": 1, "headline": "Sam"}).status_code in {302, 403, 404}, path
    assert "secret" not in client.get(reverse("admin:articles_article_changelist")).content.decode()
    query = {"app_label": "articles", "model_name": "relatedstory", "field_name": "target", "term": "secret"}
    assert client.get(reverse("admin:autocomplete"), query).json()["results"] == []
    article.refresh_from_db()
    assert (article.headline, article.stage) == ("Rita's secret", Stage.DRAFT)


def test_a_live_story_of_another_can_be_linked_but_not_by_the_words_of_its_draft(client, publish, rita, sam):
    edition = publish(headline="Public words")
    actions.save(edition.article, by=rita, changes={"fields": {"headline": "Hidden words"}})
    client.force_login(sam)
    query = {"app_label": "articles", "model_name": "relatedstory", "field_name": "target"}
    answer = client.get(reverse("admin:autocomplete"), query | {"term": "Public"}).json()["results"]
    assert answer == [{"id": str(edition.article_id), "text": "Public words"}]
    assert client.get(reverse("admin:autocomplete"), query | {"term": "Hidden"}).json()["results"] == []


def test_an_old_version_can_be_read_and_restored(as_rita, write, rita):
    article = write(headline="First words")
    actions.save(article, by=rita, changes={"fields": {"headline": "Second words"}})
    path = reverse("admin:articles_article_revision", args=[article.pk, 1])
    assert "First words" in as_rita.get(path).content.decode()
    as_rita.post(path, {"version": 2})
    article.refresh_from_db()
    assert (article.headline, article.version) == ("First words", 3)


def test_the_form_costs_few_queries_and_no_more_in_a_large_archive(as_edna, write, publish):
    def cost(headline):
        article = write(headline=headline)
        as_edna.get(change(article))
        with CaptureQueriesContext(connection) as opening:
            page = as_edna.get(change(article))
        with CaptureQueriesContext(connection) as saving:
            as_edna.post(change(article), form_data(page) | {"standfirst": "Mended"})
        article.refresh_from_db()
        assert article.standfirst == "Mended"
        return len(opening), len(saving)

    opening, saving = cost("One of few")
    assert opening <= 25 and saving <= 40
    multiply(publish(headline="One of many").article, 100_000)
    assert Article.objects.count() > 100_000
    assert cost("Another one") == (opening, saving)
