"""One verb for several articles: what would happen is shown, and each is judged by itself."""

import pytest
from django.urls import reverse

from activity.models import Entry
from articles import actions
from articles.models import Article, Edition
from articles.workflow import Flag, Stage
from jobs.models import Message
from tests.cast import make_section

LIST = reverse("admin:articles_article_changelist")


def choose(client, deed, *articles, **more):
    """The page that asks."""
    numbers = [getattr(article, "pk", article) for article in articles]
    return client.post(LIST, {"action": deed, "_selected_action": numbers, "index": 0, **more})


def confirm(client, page, **answers):
    """Sends the page's form as a browser would; gives what the list says then."""
    possible = page.context["possible"]
    data = {"action": page.context["deed"].name, "_confirmed": "1"}
    data |= {"_selected_action": [article.pk for article in possible]}
    data |= {f"version-{article.pk}": article.version for article in possible}
    return client.post(LIST, data | answers, follow=True)


def told(page):
    return [str(message) for message in page.context["messages"]]


def split(page):
    """Headlines of those that it will be done for, and the others with their reasons."""
    return (
        {str(article) for article in page.context["possible"]},
        {str(verdict.article): verdict.refusal for verdict in page.context["refused"]},
    )


def stages():
    return dict(Article.objects.values_list("headline", "stage"))


@pytest.fixture
def as_edna(client, edna, outlet):
    client.force_login(edna)
    return client


@pytest.fixture
def submitted(write, rita):
    def submitted(headline, **fields):
        article = write(headline=headline, **fields)
        actions.submit(article, by=fields.get("by", rita))
        return article

    return submitted


def test_each_is_judged_by_itself_and_the_refused_stay(as_edna, write, submitted, boris):
    good, taken = submitted("Good"), submitted("Taken by Boris")
    actions.claim(taken, by=boris)
    draft = write(headline="A draft")
    page = choose(as_edna, "approve", good, taken, draft)
    possible, refused = split(page)
    assert possible == {"Good"}
    assert "Boris is reviewing this" in refused["Taken by Boris"]
    assert "not possible: the article is draft" in refused["A draft"]
    assert stages() == {"Good": "submitted", "Taken by Boris": "submitted", "A draft": "draft"}
    after = confirm(as_edna, page, _selected_action=[good.pk, taken.pk, draft.pk])
    assert stages() == {"Good": "approved", "Taken by Boris": "submitted", "A draft": "draft"}
    words = told(after)
    assert words[0] == "Approve: done for 1 article."
    assert any("“Taken by Boris” stays as it is. Boris is reviewing this" in each for each in words)
    assert any(each.startswith("“A draft” stays as it is.") for each in words)


def test_asking_changes_nothing_at_all(as_edna, submitted, edna):
    article = submitted("Good")
    actions.approve(article, by=edna)
    before = (Entry.objects.count(), Edition.objects.count(), Message.objects.count(), stages())
    assert split(choose(as_edna, "publish", article))[0] == {"Good"}
    assert split(choose(as_edna, "send_back", article))[0] == {"Good"}
    assert (Entry.objects.count(), Edition.objects.count(), Message.objects.count(), stages()) == before


def test_what_is_not_ready_is_told_with_all_that_is_missing(as_edna, submitted, edna):
    ready, bare = submitted("Ready"), submitted("Bare", standfirst="", lead_image=None)
    for article in (ready, bare):
        actions.approve(article, by=edna)
    page = choose(as_edna, "publish", ready, bare)
    possible, refused = split(page)
    assert possible == {"Ready"}
    assert "Write a standfirst." in refused["Bare"] and "Choose a lead image." in refused["Bare"]
    confirm(as_edna, page)
    assert list(Edition.objects.live().values_list("headline", flat=True)) == ["Ready"]


def test_a_second_publication_is_left_to_the_articles_own_page(as_edna, publish, rita, edna):
    article = publish(headline="Live").article
    actions.save(article, by=rita, changes={"fields": {"kicker": "More"}})
    actions.approve(article, by=edna)
    assert "article’s own page" in split(choose(as_edna, "publish", article))[1]["Live"]


def test_a_reason_is_asked_for_and_stands_in_the_log_of_each(as_edna, publish):
    both = [publish(headline=name).article for name in ("One", "Two")]
    page = choose(as_edna, "unpublish", *both)
    empty = confirm(as_edna, page, reason=" ")
    assert empty.status_code == 422 and "reason" in empty.context["form"].errors
    assert Edition.objects.live().count() == 2
    confirm(as_edna, empty, reason="The source withdrew")
    assert not Edition.objects.live().exists()
    assert [Entry.objects.about(article).first().note for article in both] == ["The source withdrew"] * 2


def test_articles_go_back_with_a_note(as_edna, submitted):
    page = choose(as_edna, "send_back", submitted("One"), submitted("Two"))
    confirm(as_edna, page, note="Add a source")
    assert set(stages().values()) == {Stage.SENT_BACK}


def test_desks_are_asked_for_several_at_once(client, write, rita):
    client.force_login(rita)
    articles = [write(headline=name) for name in ("One", "Two")]
    confirm(client, choose(client, "ask_picture_desk", *articles))
    confirm(client, choose(client, "ask_lawyers", articles[0]))
    assert set(Article.objects.values_list("picture_flag", flat=True)) == {Flag.REQUIRED}
    assert Article.objects.get(headline="One").legal_flag == Flag.REQUIRED
    assert Article.objects.get(headline="Two").legal_flag == Flag.NOT_NEEDED


def test_one_who_saved_meanwhile_is_not_overruled(as_edna, submitted, rita):
    article = submitted("Good")
    page = choose(as_edna, "approve", article)
    actions.save(article, by=rita, changes={"fields": {"kicker": "Not seen by Edna"}})
    after = confirm(as_edna, page)
    assert "saved a newer version meanwhile" in told(after)[0]
    assert stages() == {"Good": "submitted"}


@pytest.mark.parametrize("number", [999_999, 2**70])
def test_a_number_that_leads_nowhere_is_no_error(as_edna, submitted, number):
    page = choose(as_edna, "approve", submitted("Good"), number)
    assert split(page)[0] == {"Good"}
    assert ("1 article was not found." in page.content.decode()) == (number == 999_999)


def test_what_may_not_be_seen_is_not_found_and_not_named(client, write, sam, rita):
    secret = write(headline="A secret of Rita's")
    own = write(by=sam, headline="Sam's")
    client.force_login(sam)
    page = choose(client, "submit", own, secret)
    assert split(page)[0] == {"Sam's"}
    assert "1 article was not found." in page.content.decode()
    assert "secret" not in page.content.decode()
    after = confirm(client, page, _selected_action=[own.pk, secret.pk])
    assert "1 article was not found." in told(after)
    assert "secret" not in after.content.decode()
    assert stages()["A secret of Rita's"] == "draft"


def test_all_across_the_list_is_not_what_was_chosen(client, write, sam, rita):
    write(headline="A secret of Rita's")
    own = write(by=sam, headline="Sam's")
    client.force_login(sam)
    page = choose(client, "submit", own, select_across="1")
    assert split(page)[0] == {"Sam's"}


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        ("sam", {"submit", "ask_picture_desk", "ask_lawyers"}),
        (
            "edna",
            {"submit", "approve", "send_back", "publish", "unpublish", "ask_picture_desk", "ask_lawyers"},
        ),
    ],
)
def test_only_what_a_person_may_ever_do_is_offered(client, request, write, role, offered):
    write(by=request.getfixturevalue(role))
    client.force_login(request.getfixturevalue(role))
    form = client.get(LIST).context["action_form"]
    assert {value for value, _label in form.fields["action"].choices if value} == offered


def test_a_deed_that_is_not_offered_is_not_done(client, submitted, rita):
    article = submitted("Good")
    client.force_login(rita)
    choose(client, "approve", article, _confirmed="1")
    assert stages() == {"Good": "submitted"}


def test_an_editor_of_one_section_decides_there_alone(client, submitted, edna):
    science = make_section("Science", "science")
    here, there = submitted("In science", section=science.pk), submitted("In the city")
    edna.section_limits.create(section=science)
    client.force_login(edna)
    page = choose(client, "approve", here, there)
    assert split(page)[0] == {"In science"}
    assert "In the city" not in page.content.decode()


def test_a_person_who_sees_all_but_edits_none_is_told_so(client, write, pia):
    article = write(headline="Rita's")
    client.force_login(pia)
    page = choose(client, "submit", article)
    assert "You may not do this" in split(page)[1]["Rita's"]
    assert 'value="Submit for review"' not in page.content.decode()
