"""What readers find of topics, and what supporters may propose."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from activity.models import Entry
from articles import actions
from articles.refusals import NotAllowed, Refused
from support.models import Topic, TopicState
from support.topics import asking, deciding, reporting, views
from tests.support.topics import make_voter, opened, proposed, purged, signed_in, token_of

PROPOSAL = {"title": "The empty school", "question": "Why is it empty?"}


@pytest.fixture
def lida(outlet):
    return make_voter("Lida")


def propose(client, path="/next/propose/", **data):
    return client.post(path, {"token": token_of(client, path)} | PROPOSAL | data)


# --- proposing ---------------------------------------------------------------------------------


def test_a_proposal_waits_for_an_editor_and_nobody_else_sees_it(client, lida):
    browser = signed_in(lida)
    answer = propose(browser)
    assert (answer.status_code, answer["Location"]) == (303, "/next/mine/")
    topic = Topic.objects.get()
    assert (topic.title, topic.state, topic.proposed_by) == ("The empty school", TopicState.PROPOSED, lida)
    assert "The empty school" not in client.get("/next/").content.decode()
    assert client.get(topic.path).status_code == client.get(f"{topic.path}vote/").status_code == 404
    mine = browser.get("/next/mine/").content.decode()
    assert "The empty school" in mine and "has not read it yet" in mine
    assert Entry.objects.about(topic).get().by is None


def test_who_proposes_asks_for_it(lida):
    topic = proposed(by=lida)
    assert topic.votes.get().supporter == lida


def test_what_is_missing_is_said_beside_the_field_and_nothing_is_lost(lida):
    answer = propose(signed_in(lida), title="x" * 200, question=" ")
    page = answer.content.decode()
    assert answer.status_code == 422 and Topic.objects.count() == 0
    assert 'id="id_title_error"' in page and 'id="id_question_error"' in page and "x" * 200 in page


def test_three_in_a_day_are_enough(lida):
    for number in range(asking.MOST_PROPOSALS):
        proposed(f"Topic {number}", by=lida)
    answer = propose(signed_in(lida))
    assert answer.status_code == 409 and "The empty school" in answer.content.decode()
    assert Topic.objects.count() == asking.MOST_PROPOSALS
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert propose(signed_in(lida)).status_code == 303


@pytest.mark.parametrize("language", ["en", "uk"])
def test_strangers_are_shown_the_ways_in(client, outlet, language):
    home = "/" if language == "en" else "/uk/"
    for place in ("propose/", "mine/"):
        page = client.get(f"{home}next/{place}")
        assert f'href="{home}sign-in/?next=' in page.content.decode()
        assert page["Cache-Control"] == "private, no-store" and not page.cookies
        assert "<form" not in page.content.decode()
    answer = client.post(f"{home}next/propose/", PROPOSAL)
    assert answer.status_code == 403 and Topic.objects.count() == 0


def test_one_who_has_ended_is_a_stranger(lida):
    browser = signed_in(lida)
    token = token_of(browser, "/next/propose/")
    lida.until = timezone.localdate() - timedelta(days=2)
    lida.save()
    assert browser.post("/next/propose/", PROPOSAL | {"token": token}).status_code == 403
    with pytest.raises(NotAllowed):
        proposed(by=lida)
    assert Topic.objects.count() == 0


@pytest.mark.parametrize("token", ["", "forged", "anothers"])
def test_a_forged_token_proposes_nothing_and_loses_nothing(lida, token):
    browser = signed_in(lida)
    if token == "anothers":
        token = token_of(signed_in(make_voter("Pavlo")), "/next/propose/")
    answer = browser.post("/next/propose/", PROPOSAL | {"token": token})
    assert answer.status_code == 409 and "The empty school" in answer.content.decode()
    assert Topic.objects.count() == 0


def test_what_another_site_sends_is_not_taken(lida):
    browser = signed_in(lida)
    token = token_of(browser, "/next/propose/")
    for header in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
    ):
        assert browser.post("/next/propose/", PROPOSAL | {"token": token}, headers=header).status_code == 403
    assert Topic.objects.count() == 0


def test_markup_in_a_topic_is_shown_as_text(client, lida, edna):
    evil = "<script>alert(1)</script>"
    topic = proposed(evil, by=lida, question=evil)
    deciding.accept(topic, by=edna, title=evil, question=evil)
    for path in ("/next/", topic.path, f"{topic.path}vote/"):
        assert "<script>alert" not in client.get(path).content.decode()


# --- the public pages --------------------------------------------------------------------------


def test_what_is_open_stands_with_its_voices_most_wanted_first(client, lida, edna):
    opened(edna, "Little wanted", by=lida)
    wanted = opened(edna, "Much wanted", by=lida)
    asking.vote(wanted, by=make_voter("Pavlo", weight=3))
    page = client.get("/next/").content.decode()
    assert page.index("Much wanted") < page.index("Little wanted")
    assert "4 voices" in page and "1 voice<" in page
    assert "from 2 supporters" in client.get(wanted.path).content.decode()


def test_pages_are_the_same_for_all_and_kept_by_caches(client, lida, edna):
    topic = opened(edna, by=lida)
    for path in ("/next/", topic.path):
        page = client.get(path)
        assert page["Cache-Control"].startswith("public") and not page.cookies
        assert {f"topic-{topic.pk}", "topics-en"} <= set(page["Surrogate-Key"].split())
        assert signed_in(lida).get(path).content == page.content
        assert "Lida" not in page.content.decode()


def test_the_part_of_one_who_is_not_signed_in_is_empty(client, lida, edna):
    topic = opened(edna, by=lida)
    assert client.get("/next/mine/?part").status_code == 204
    part = signed_in(lida).get("/next/mine/?part")
    assert part["Cache-Control"] == "private, no-store"
    assert f'data-topic="{topic.pk}"' in part.content.decode() and "You voted for this." in part.content.decode()


def test_a_topic_is_found_in_its_own_language_alone(client, lida, edna):
    topic = opened(edna, "Хто платить?", by=lida, language="uk")
    assert topic.path == f"/uk/next/{topic.pk}/"
    assert client.get(topic.path).status_code == 200
    assert client.get(f"/next/{topic.pk}/").status_code == client.get("/next/99999999999999999999/").status_code == 404
    assert "Хто платить?" in client.get("/uk/next/").content.decode()
    assert "Хто платить?" not in client.get("/next/").content.decode()


def test_what_became_of_earlier_ones_is_told(client, lida, edna, publish):
    live, begun, closed, silent = (
        opened(edna, title, by=make_voter(title)) for title in ["Live", "Begun", "Closed", "Not"]
    )
    reporting.link(live, article=publish(headline="Here it is").article, by=edna)
    reporting.begin(begun, by=edna)
    deciding.decline(closed, by=edna, reason="A court has ruled.")
    deciding.merge(silent, into=begun, by=edna)
    page = client.get("/next/").content.decode()
    assert "Here it is" in page and "Being reported" in page and "A court has ruled." in page
    assert ">Not</a>" not in page and client.get(silent.path).status_code == 404


def test_a_declined_proposal_is_shown_only_if_an_editor_wants_that(client, lida, edna):
    hidden, shown = proposed("Hidden words", by=lida), proposed("Shown words", by=lida)
    deciding.decline(hidden, by=edna, reason="Slander.", is_shown=False)
    deciding.decline(shown, by=edna, reason="Not ours to find out.")
    page = client.get("/next/").content.decode()
    assert "Shown words" in page and "Hidden words" not in page and client.get(hidden.path).status_code == 404
    mine = signed_in(lida).get("/next/mine/").content.decode()
    assert "Slander." in mine and "Not ours to find out." in mine


def test_a_story_ahead_ends_the_life_of_the_page_in_caches(client, lida, edna, publish):
    topic = opened(edna, by=lida)
    ahead = publish(at=timezone.now() + timedelta(seconds=90))
    reporting.link(topic, article=ahead.article, by=edna)
    page = client.get("/next/")
    assert int(page["Cache-Control"].partition("s-maxage=")[2].partition(",")[0]) <= 90
    assert f"article-{ahead.article_id}" in page["Surrogate-Key"]
    with time_machine.travel(ahead.live_from + timedelta(seconds=1)):
        assert ahead.path in client.get("/next/").content.decode()
    assert ahead.path not in client.get(topic.path).content.decode()


def test_a_list_costs_as_much_however_long_it_is(client, lida, edna):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/next/")
        return len(asked)

    opened(edna, by=lida)
    deciding.decline(opened(edna, by=lida), by=edna, reason="Known.")
    client.get("/next/")
    few = queries()
    for number in range(4):
        opened(edna, by=make_voter(f"More {number}"))
        deciding.decline(opened(edna, by=Topic.objects.first().proposed_by), by=edna, reason="Known.")
    assert queries() == few <= 7


def test_older_ones_stand_on_further_pages(client, lida, edna, monkeypatch):
    monkeypatch.setattr(views, "EARLIER", 2)
    for number in range(3):
        deciding.decline(opened(edna, f"Topic {number}", by=lida), by=edna, reason="Known.")
    first, second = (client.get(f"/next/{query}").content.decode() for query in ("", "?page=2"))
    assert "Topic 2" in first and "Topic 0" not in first and 'href="?page=2"' in first
    assert "Topic 0" in second and "Topic 2" not in second and "Open for votes" not in second
    assert client.get("/next/?page=3").status_code == client.get("/next/?page=x").status_code == 404


# --- the article that came of it ---------------------------------------------------------------


def test_the_story_says_who_asked_for_it_as_long_as_it_is_public(client, lida, edna, chris, publish):
    topic = opened(edna, by=lida)
    asking.vote(topic, by=make_voter("Pavlo"))
    edition = publish()
    assert "Asked for by" not in client.get(edition.path).content.decode()
    reporting.link(topic, article=edition.article, by=edna)
    for path in (edition.path, f"{edition.path}?lite"):
        page = client.get(path).content.decode()
        assert f'<a href="{topic.path}">Asked for by 2 supporters</a>' in page
    actions.unpublish(edition.article, by=chris, reason="Wrong")
    assert "Asked for by" not in client.get(edition.path).content.decode()
    page = client.get(topic.path).content.decode()
    assert "Being reported" in page and edition.path not in page


def test_a_story_costs_no_further_query_for_it(client, lida, edna, publish):
    edition, topic = publish(), opened(edna, by=lida)
    client.get(edition.path)
    with CaptureQueriesContext(connection) as before:
        client.get(edition.path)
    reporting.link(topic, article=edition.article, by=edna)
    with CaptureQueriesContext(connection) as after:
        assert "Asked for by 1 supporter" in client.get(edition.path).content.decode()
    assert len(after) == len(before)


def test_caches_hear_of_everything_that_changes_a_page(lida, edna, publish):
    topic = opened(edna, by=lida)
    assert {f"topic-{topic.pk}", "topics-en", "missing"} <= purged()
    edition = publish()
    reporting.link(topic, article=edition.article, by=edna)
    assert f"article-{edition.article_id}" in purged()


def test_no_two_topics_belong_to_one_article(lida, edna, publish):
    first, second = opened(edna, by=lida), opened(edna, by=lida)
    article = publish().article
    reporting.link(first, article=article, by=edna)
    with pytest.raises(Refused):
        reporting.link(second, article=article, by=edna)
