"""The desk and what somebody pays for: the fields, and who is offered which button."""

import pytest
from django.urls import reverse

from articles import actions
from articles.models import Edition
from tests.desk.test_article_form import change, form_data, verb

ZERNIA = {"kind": "sponsored", "sponsor": "Zernia Seeds"}


@pytest.fixture
def approved(write, rita, edna):
    article = write(**ZERNIA)
    actions.submit(article, by=rita)
    actions.approve(article, by=edna)
    return article


def test_a_reporter_writes_one(client, rita, write):
    client.force_login(rita)
    article = write()
    typed = ZERNIA | {
        "sponsor": " Zernia \n Seeds ",
        "sponsor_url": "https://zernia.example",
        "disclosure": "They paid.",
    }
    client.post(change(article), form_data(client.get(change(article))) | typed)
    article.refresh_from_db()
    assert (article.kind, article.sponsor, article.disclosure) == ("sponsored", "Zernia Seeds", "They paid.")
    assert (article.version, article.sponsor_url) == (2, "https://zernia.example")


@pytest.mark.parametrize("url", ["ftp://zernia.example/", "javascript:alert(1)", "x"])
def test_a_sponsors_website_is_one_of_the_web(client, rita, write, url):
    client.force_login(rita)
    article = write(**ZERNIA)
    page = client.post(
        change(article), form_data(client.get(change(article))) | {"sponsor_url": url, "disclosure": "So"}
    )
    assert "sponsor_url" in page.context["adminform"].form.errors
    assert url in page.content.decode() and "So</textarea>" in page.content.decode()
    article.refresh_from_db()
    assert article.sponsor_url == ""


def test_what_is_missing_stands_beside_the_sponsor(client, rita, write):
    client.force_login(rita)
    for fields in ({"kind": "partner"}, {"sponsor": "Zernia Seeds"}):
        page = client.get(f"{change(write(headline=str(fields), **fields))}?check=1")
        assert list(page.context["adminform"].form.errors) == ["sponsor"], fields


def test_an_editor_is_offered_no_button_that_would_be_refused(client, edna, approved):
    client.force_login(edna)
    page = client.get(change(approved)).content.decode()
    assert 'value="publish"' not in page and 'value="send_back"' in page
    forged = client.post(verb(approved, "publish"), {"version": approved.version})
    assert forged.status_code == 422 and "paid for" in forged.content.decode()
    assert not Edition.objects.exists()


def test_an_editor_does_not_publish_it_among_others(client, edna, approved):
    client.force_login(edna)
    data = {
        "action": "publish",
        "_selected_action": [approved.pk],
        "_confirmed": "1",
        f"version-{approved.pk}": approved.version,
    }
    answer = client.post(reverse("admin:articles_article_changelist"), data, follow=True)
    assert "paid for" in answer.content.decode()
    assert not Edition.objects.exists()


def test_a_chief_editor_publishes_it(client, chris, approved):
    client.force_login(chris)
    assert 'value="publish"' in client.get(change(approved)).content.decode()
    client.post(verb(approved, "publish"), {"version": approved.version})
    assert Edition.objects.live().get().sponsor == "Zernia Seeds"


def test_nobody_approves_and_publishes_it_in_one_step_without_the_right(client, boris, chris, write, rita):
    article = write(**ZERNIA)
    actions.submit(article, by=rita)
    for user, is_offered in ((boris, False), (chris, True)):
        client.force_login(user)
        assert ('value="publish"' in client.get(change(article)).content.decode()) == is_offered


def test_it_may_be_looked_at_before_it_names_anybody(client, rita, write):
    client.force_login(rita)
    page = client.get(reverse("admin:articles_article_preview", args=[write(kind="sponsored").pk])).content.decode()
    assert '<p class="paid-label">Sponsored</p>' in page


def test_the_list_shows_the_kind_and_is_narrowed_to_it(client, edna, approved, write):
    client.force_login(edna)
    write(headline="A report")
    page = client.get(reverse("admin:articles_article_changelist"), {"kind": "sponsored"}).content.decode()
    assert "The bridge is open again" in page and "A report" not in page and "Sponsored · City" in page
