"""Editors moderate topics, and make articles of them."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from activity.models import Entry
from articles.models import Article, SectionLimit
from articles.refusals import NotAllowed, Refused
from support.models import Topic, TopicState
from support.topics import deciding, panels, reporting
from tests.cast import make_section
from tests.support.topics import make_voter, opened, proposed

LIST = reverse("admin:support_topic_changelist")


@pytest.fixture
def lida(outlet):
    return make_voter("Lida")


@pytest.fixture
def as_edna(client, edna):
    client.force_login(edna)
    return client


def page_of(topic):
    return reverse("admin:support_topic_change", args=[topic.pk])


def press(client, topic, deed, **data):
    answer = client.post(page_of(topic), {"deed": deed} | data, follow=True)
    topic.refresh_from_db()
    return answer.content.decode()


def listed(client, query=""):
    return [str(topic) for topic in client.get(LIST + query).context["cl"].result_list]


# --- the list ----------------------------------------------------------------------------------


def test_what_waits_stands_first_and_the_rest_is_found_by_its_state(as_edna, edna, publish):
    waiting = proposed("Waits", by=make_voter("Anna"))
    for title in ("Open", "Begun", "Live", "Declined", "Merged"):
        opened(edna, title, by=make_voter(title))
    named = {topic.title: topic for topic in Topic.objects.all()}
    reporting.begin(named["Begun"], by=edna)
    reporting.link(named["Live"], article=publish(headline="There it is").article, by=edna)
    deciding.decline(named["Declined"], by=edna, reason="Known")
    deciding.merge(named["Merged"], into=named["Open"], by=edna)
    assert listed(as_edna) == [waiting.title, "Open", "Live", "Begun", "Declined"]
    for state, found in {"open": "Open", "reported": "Begun", "published": "Live", "merged": "Merged"}.items():
        assert listed(as_edna, f"?state={state}") == [found]
    page = as_edna.get(LIST).content.decode()
    assert "There it is" in page and "Published" in page


def test_an_empty_list_says_what_to_do(as_edna, outlet):
    assert "Begin one of your own" in as_edna.get(LIST).content.decode()


def test_the_board_tells_editors_what_waits(client, edna, rita):
    for number in range(panels.MOST + 1):
        proposed(f"Waits {number}", by=make_voter(f"Voter {number}"))
    for person, shown in ((rita, 0), (edna, panels.MOST)):
        client.force_login(person)
        assert client.get("/admin/").content.decode().count(">Waits ") == shown


def test_the_board_says_that_nothing_waits_and_costs_no_query_for_it(client, edna, lida):
    client.force_login(edna)
    with CaptureQueriesContext(connection) as before:
        assert "No proposal waits." in client.get("/admin/").content.decode()
    proposed("Waits for somebody", by=lida)
    with CaptureQueriesContext(connection) as after:
        assert "Waits for somebody" in client.get("/admin/").content.decode()
    assert len(before) == len(after)


# --- moderating --------------------------------------------------------------------------------


def test_a_proposal_is_let_through_in_an_editors_words(as_edna, edna, lida):
    topic = proposed("bus stops!!!", by=lida)
    assert "bus stops!!!" in as_edna.get(page_of(topic)).content.decode()
    press(as_edna, topic, "accept", title="Who pays for the bus stops?", question="Ten stand empty.")
    assert (topic.state, topic.title, topic.decided_by) == (TopicState.OPEN, "Who pays for the bus stops?", edna)
    entry = Entry.objects.about(topic).first()
    assert entry.verb == "topic-accept" and entry.details["title"] == "bus stops!!!"


def test_words_that_do_not_fit_come_back(as_edna, lida):
    topic = proposed(by=lida)
    answer = as_edna.post(page_of(topic), {"deed": "accept", "title": "x" * 200, "question": "Words of mine"})
    assert answer.status_code == 422 and "Words of mine" in answer.content.decode()
    topic.refresh_from_db()
    assert topic.state == TopicState.PROPOSED


def test_a_proposal_is_declined_with_a_reason_and_hidden_unless_one_says_else(as_edna, lida):
    hidden, shown = proposed("One", by=lida), proposed("Two", by=lida)
    page = press(as_edna, hidden, "decline", reason=" ")
    assert "Write the reason." in page and hidden.state == TopicState.PROPOSED
    press(as_edna, hidden, "decline", reason="Not ours.")
    press(as_edna, shown, "decline", reason="Not ours.", is_shown="yes")
    assert (hidden.reason, hidden.public_since) == ("Not ours.", None) and shown.public_since


def test_an_open_topic_is_closed_and_opened_again(as_edna, edna, lida):
    topic = opened(edna, by=lida)
    press(as_edna, topic, "decline", reason="A court has ruled.")
    assert topic.state == TopicState.DECLINED
    press(as_edna, topic, "reopen")
    assert (topic.state, topic.reason) == (TopicState.OPEN, "") and topic.votes.count() == 1


def test_two_that_are_the_same_are_found_and_merged(as_edna, edna, lida):
    topic, other = opened(edna, "Bus stops", by=lida), opened(edna, "Stops of the bus", by=make_voter("Pavlo"))
    opened(edna, "The school", by=make_voter("Olha"))
    found = as_edna.get(f"{page_of(other)}?same=bus").context["others"]
    assert found == [topic]
    page = press(as_edna, other, "merge", into=topic.pk)
    assert other.merged_into == topic and topic.votes.count() == 2 and "Merged: Stops of the bus" in page
    assert "There is no such topic" in press(as_edna, topic, "merge", into="x")


def test_the_desk_begins_a_topic_of_its_own(as_edna, edna, outlet):
    address = reverse("admin:support_topic_add")
    as_edna.post(address, {"title": "The budget", "question": "Where does it go?", "language": "en"})
    topic = Topic.objects.get()
    assert (topic.state, topic.begun_by, topic.proposed_by) == (TopicState.OPEN, edna, None)
    assert "The budget" in as_edna.get("/next/").content.decode()


def test_what_somebody_else_has_decided_is_not_decided_again(as_edna, edna, lida):
    topic = proposed(by=lida)
    deciding.decline(topic, by=edna, reason="Known")
    page = press(as_edna, topic, "accept", title="x", question="y")
    assert "not possible any more" in page and topic.state == TopicState.DECLINED


# --- becoming an article -----------------------------------------------------------------------


def test_one_click_makes_a_draft_that_stays_linked(as_edna, edna, lida):
    topic = opened(edna, "Who pays?", by=lida)
    page = press(as_edna, topic, "report")
    article = Article.objects.get()
    assert (topic.state, topic.article) == (TopicState.REPORTED, article)
    assert (article.headline, article.body, article.language, article.created_by) == ("Who pays?", "", "en", edna)
    # the form of the article, to which it leads, shows the topic with its question
    assert page_of(topic) in page and topic.question in page
    assert reverse("admin:articles_article_change", args=[article.pk]) in as_edna.get(page_of(topic)).content.decode()
    assert reporting.begin(topic, by=edna) == article and Article.objects.count() == 1


def test_an_article_that_is_there_is_found_and_linked(as_edna, edna, lida, write):
    topic, article = opened(edna, by=lida), write(headline="What the stops cost")
    write(headline="The stops of another line")
    assert as_edna.get(f"{page_of(topic)}?article=stops+cost").context["articles"] == [article]
    press(as_edna, topic, "link", article=article.pk)
    assert topic.article == article
    press(as_edna, topic, "reopen")
    assert topic.article is None and topic.state == TopicState.OPEN


def test_no_article_is_linked_that_one_may_not_see(edna, lida, write):
    topic, article = opened(edna, by=lida), write()
    SectionLimit.objects.create(user=edna, section=make_section("Culture", "culture"))
    with pytest.raises(Refused):
        reporting.link(topic, article=article, by=edna)


# --- who may -----------------------------------------------------------------------------------


def test_a_reporter_reads_and_decides_nothing(client, rita, edna, lida):
    topic = proposed(by=lida)
    client.force_login(rita)
    page = client.get(page_of(topic)).content.decode()
    assert topic.question in page and 'name="deed"' not in page and "Lida" not in page
    assert client.post(page_of(topic), {"deed": "accept"}).status_code == 403
    for verb in (
        lambda: deciding.accept(topic, by=rita, title="x", question="y"),
        lambda: deciding.decline(topic, by=rita, reason="x"),
        lambda: deciding.reopen(topic, by=rita),
        lambda: deciding.reword(topic, by=rita, title="x", question="y"),
        lambda: deciding.add(Topic(title="x", question="y"), by=rita),
        lambda: reporting.begin(topic, by=rita),
        lambda: reporting.link(topic, article=Article(), by=rita),
    ):
        with pytest.raises(NotAllowed):
            verb()


def test_names_are_for_those_who_look_after_supporters(as_edna, edna, lida):
    topic, rights = opened(edna, by=lida), edna.groups.get().permissions
    sees_supporters = Permission.objects.get(codename="view_supporter")
    rights.remove(sees_supporters)
    assert "Lida" not in as_edna.get(page_of(topic)).content.decode()
    rights.add(sees_supporters)
    assert "Lida" in as_edna.get(page_of(topic)).content.decode()
