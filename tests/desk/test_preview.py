"""The preview: the reader's page of what is being written, for those who may see it, and nothing is saved by it."""

import pytest
from django.urls import reverse

from activity.models import Entry
from articles import actions
from articles.models import Edition, Revision, Tag
from tests.desk.browser import form_data


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def preview(article):
    return reverse("admin:articles_article_preview", args=[article.pk])


@pytest.fixture
def as_edna(client, edna):
    client.force_login(edna)
    return client


def test_what_is_typed_is_shown_as_readers_would_see_it_and_not_saved(as_edna, write):
    article = write(headline="Stored")
    data = form_data(as_edna.get(change(article)))
    before = (Revision.objects.count(), Entry.objects.count())
    answer = as_edna.post(
        change(article),
        data | {"headline": "Only typed", "body": "<h2>Typed, too</h2>", "tags": "new tag,", "_preview": "1"},
    )
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "<h1>Only typed</h1>" in html
    assert "Typed, too</h2>" in html
    article.refresh_from_db()
    assert article.headline == "Stored"
    assert (Revision.objects.count(), Entry.objects.count()) == before
    assert not Tag.objects.exists()
    assert not Edition.objects.exists()


def test_a_new_article_is_previewed_before_it_is_anywhere(as_edna, outlet):
    path = reverse("admin:articles_article_add")
    data = form_data(as_edna.get(path)) | {"headline": "Not there yet", "_preview": "1"}
    assert "<h1>Not there yet</h1>" in as_edna.post(path, data).content.decode()
    assert not Revision.objects.exists()


def test_a_preview_does_not_mind_that_somebody_else_saved(as_edna, write, rita):
    article = write()
    data = form_data(as_edna.get(change(article)))
    actions.save(article, by=rita, changes={"fields": {"headline": "Newer"}})
    answer = as_edna.post(change(article), data | {"headline": "Mine", "_preview": "1"})
    assert "<h1>Mine</h1>" in answer.content.decode()


def test_errors_of_the_form_are_told_in_the_panel(as_edna, publish, write):
    publish(slug="taken")
    article = write()
    data = form_data(as_edna.get(change(article))) | {"slug": "taken", "_preview": "1"}
    answer = as_edna.post(change(article), data)
    assert answer.status_code == 422
    assert "Another article has this address" in answer.content.decode()


def test_a_preview_may_stand_in_our_own_frame_and_in_no_cache(as_edna, write):
    article = write(headline="Draft words")
    data = form_data(as_edna.get(change(article))) | {"_preview": "1"}
    for answer in (as_edna.get(preview(article)), as_edna.post(change(article), data)):
        assert "Draft words" in answer.content.decode()
        assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer.content.decode()
    assert "frame-ancestors 'none'" in as_edna.get(change(article))["Content-Security-Policy"]


def test_a_preview_is_written_in_the_language_of_the_article(as_edna, write):
    article = write(headline="Українською", language="uk")
    html = as_edna.get(preview(article)).content.decode()
    assert '<html lang="uk"' in html
    assert "Опубліковано" in html


def test_both_texts_are_shown_when_two_people_saved(as_edna, write, rita, edna):
    article = write(headline="First", body="<p>Old.</p>")
    data = form_data(as_edna.get(change(article)))
    actions.save(article, by=rita, changes={"fields": {"headline": "Rita's", "body": "<p>Hers.</p>"}})
    answer = as_edna.post(change(article), data | {"headline": "Edna's", "body": "<p>Mine.</p>"})
    found = {row.name: (row.theirs, row.yours) for row in answer.context["conflict"]}
    assert found == {"headline": ("Rita's", "Edna's"), "body": ("Hers.", "Mine.")}
    assert 'data-html="&lt;p&gt;Hers.&lt;/p&gt;"' in answer.content.decode()
    again = form_data(answer) | {"_over": str(article.version)}
    as_edna.post(change(article), again)
    article.refresh_from_db()
    assert (article.headline, article.version) == ("Edna's", 3)


def test_saving_over_a_version_that_one_has_not_seen_is_refused(as_edna, write, rita):
    article = write(headline="First")
    data = form_data(as_edna.get(change(article)))
    for number in (2, 3):
        actions.save(article, by=rita, changes={"fields": {"headline": f"Version {number}"}})
    as_edna.post(change(article), data | {"headline": "Edna's", "_over": "2"})
    article.refresh_from_db()
    assert article.headline == "Version 3"
