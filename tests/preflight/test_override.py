"""Publishing although a check is in the way: for those who may, with a reason, and the log tells both."""

import pytest
from django.urls import reverse

from activity.models import Entry
from articles import actions
from articles.models import Article, Edition
from articles.refusals import NotReady


@pytest.fixture
def ready(write, rita, edna):
    """An approved article in whose way a check is."""

    def ready(**fields):
        article = write(**{"body": "<p>He paid TK hryvnias.</p>"} | fields)
        actions.submit(article, by=rita)
        actions.approve(article, by=edna)
        return article

    return ready


def verb(article):
    return reverse("admin:articles_article_verb", args=[article.pk, "publish"])


def test_the_check_and_the_reason_stand_in_the_log(ready, ada):
    article = ready()
    actions.publish(article, by=ada, override=" TK is the name of the firm ")
    entry = Entry.objects.about(article).get(verb="publish")
    assert (entry.note, entry.details["overridden"]) == ("TK is the name of the firm", ["unfinished"])
    assert Edition.objects.live().exists()


def test_without_a_reason_or_the_right_it_stays_where_it_is(ready, ada, edna):
    article = ready()
    for by, reason in ((ada, "  "), (ada, ""), (edna, "I know it better")):
        with pytest.raises(NotReady):
            actions.publish(article, by=by, override=reason)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("flag", ["legal_flag", "picture_flag"])
def test_other_desks_are_not_overridden(ready, ada, flag):
    article = ready()
    Article.objects.filter(pk=article.pk).update(**{flag: "required"})
    with pytest.raises(NotReady):
        actions.publish(article, by=ada, override="It is late")
    Article.objects.filter(pk=article.pk).update(**{flag: "done"})
    actions.publish(article, by=ada, override="It is late")


def test_a_reason_that_was_not_needed_is_not_told(ready, ada):
    article = ready(body="<p>He paid.</p>")
    actions.publish(article, by=ada, override="Just in case")
    entry = Entry.objects.about(article).get(verb="publish")
    assert entry.note == ""
    assert "overridden" not in entry.details


def test_the_form_asks_for_the_reason_only_of_those_who_may(client, ready, ada, edna):
    article = ready()
    client.force_login(edna)
    page = client.get(verb(article))
    assert "override" not in page.context["form"].fields
    assert "He paid TK hryvnias" in page.content.decode()
    client.force_login(ada)
    assert "override" in client.get(verb(article)).context["form"].fields
    client.post(verb(article), {"version": article.version})
    assert not Edition.objects.exists()
    client.post(verb(article), {"version": article.version, "override": "It is a name"})
    assert Edition.objects.live().exists()


def test_nothing_is_asked_where_nothing_is_in_the_way(client, ready, ada):
    client.force_login(ada)
    page = client.get(verb(ready(body="<p>He paid.</p>")))
    assert "override" not in page.context["form"].fields
