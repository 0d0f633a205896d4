"""Saving the form: nothing that was typed is lost, nothing that was not typed counts as a change."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from articles import actions
from articles.models import Edition, Revision
from articles.workflow import Stage
from tests.cast import make_author, make_section
from tests.desk.browser import form_data


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def as_edna(client, edna):
    client.force_login(edna)
    return client


def test_line_ends_of_a_browser_are_no_change(as_edna, write, rita, edna):
    article = write(how_we_reported="We asked.\n\nThey answered.", standfirst="One line.\nAnother.")
    actions.submit(article, by=rita)
    actions.approve(article, by=edna)
    as_edna.post(change(article), form_data(as_edna.get(change(article))) | {"_verb": "publish"})
    article.refresh_from_db()
    assert (article.version, article.stage) == (1, Stage.APPROVED)


def test_a_form_that_does_not_tell_its_version_overwrites_nothing(as_edna, write):
    article = write(headline="Kept")
    data = form_data(as_edna.get(change(article))) | {"headline": "Forced"}
    del data["base_version"]
    assert as_edna.post(change(article), data).status_code == 200
    article.refresh_from_db()
    assert article.headline == "Kept"


def test_rows_that_were_typed_stay_on_the_page_though_somebody_removed_theirs_meanwhile(as_edna, write, rita):
    article = write()
    data = form_data(as_edna.get(change(article))) | {"bylines-0-text": "As told to Rita"}
    actions.save(article, by=rita, changes={"bylines": []})
    assert "As told to Rita" in as_edna.post(change(article), data).content.decode()


def test_what_was_typed_is_saved_before_something_ahead_is_cancelled(as_edna, publish):
    article = publish(at=timezone.now() + timedelta(days=1)).article
    data = form_data(as_edna.get(change(article))) | {"headline": "Typed just now"}
    edition = Edition.objects.get()
    as_edna.post(change(article), data | {"_cancel": str(edition.pk)})
    article.refresh_from_db()
    edition.refresh_from_db()
    assert article.headline == "Typed just now"
    assert edition.cancelled_at is not None


def test_an_approval_is_of_the_version_that_the_form_showed(as_edna, write, rita, edna):
    article = write()
    actions.submit(article, by=rita)
    answer = as_edna.post(change(article), form_data(as_edna.get(change(article))) | {"_verb": "approve"})
    actions.save(article, by=rita, changes={"fields": {"headline": "Slipped in"}})
    page = as_edna.get(answer["Location"])
    as_edna.post(answer["Location"], {"version": page.context["form"]["version"].value()})
    article.refresh_from_db()
    assert article.stage == Stage.SUBMITTED


def test_bylines_and_related_stories_are_part_of_the_version(as_edna, write):
    article, author = write(), make_author("Olha Zhuk", "olha-zhuk")
    data = form_data(as_edna.get(change(article)))
    data |= {"bylines-TOTAL_FORMS": 2, "bylines-1-author": author.pk, "bylines-1-role": "editor", "bylines-1-order": 1}
    data |= {"related_stories-TOTAL_FORMS": 1, "related_stories-0-url": "https://archive.example/"}
    data |= {"related_stories-0-headline": "From the archive", "related_stories-0-order": 0}
    as_edna.post(change(article), data)
    snapshot = Revision.objects.get(article=article, number=2).snapshot
    assert [row["author"] for row in snapshot["bylines"]][1] == author.pk
    assert snapshot["related"][0]["headline"] == "From the archive"


def test_a_slug_that_leads_to_another_article_is_told_beside_the_slug(as_edna, publish, write):
    taken = publish(slug="the-bridge")
    article = write()
    data = form_data(as_edna.get(change(article))) | {"slug": "the-bridge"}
    errors = as_edna.post(change(article), data).context["adminform"].form.errors
    assert list(errors) == ["slug"]
    assert Edition.objects.live().get() == taken


def test_reasons_against_publication_stand_beside_their_fields(as_edna, write):
    article = write(standfirst="", section=None)
    page = as_edna.get(change(article) + "?check=1")
    assert set(page.context["adminform"].form.errors) == {"standfirst", "section"}
    assert "Write a standfirst." in str(page.context["adminform"].form["standfirst"].errors)
    assert not as_edna.get(change(article)).context["adminform"].form.errors


def test_nobody_deletes_an_article(as_edna, client, write, ada):
    article = write()
    client.force_login(ada)
    assert client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"}).status_code == 403


def test_times_at_the_desk_are_shown_and_taken_in_the_outlets_zone(as_edna, write, rita, edna):
    article = write()
    actions.submit(article, by=rita)
    actions.approve(article, by=edna)
    path = reverse("admin:articles_article_verb", args=[article.pk, "publish"])
    with time_machine.travel("2026-11-23T10:00:00Z", tick=False):
        as_edna.force_login(edna)
        as_edna.post(path, {"version": 1, "at": "2026-11-24T18:17"})
        assert Edition.objects.get().live_from.isoformat() == "2026-11-24T16:17:00+00:00"
        assert "18:17" in as_edna.get(change(article)).content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_for_one_article_and_for_many(
    as_edna, write, publish, count, django_assert_max_num_queries
):
    publish()
    for number in range(count):
        write(section=make_section(f"Section {number}", f"section-{number}").pk)
    with django_assert_max_num_queries(16):
        as_edna.get(reverse("admin:articles_article_changelist"))
