"""Votes: one voice a person, counted by today's tiers, changed as long as the topic is open."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.refusals import NotAllowed, Refused, WrongState
from jobs.models import Message
from support.models import Supporter, Tier, Topic, Vote
from support.sessions import today
from support.topics import asking, deciding, reporting
from support.topics.standing import with_standing
from tests.support.topics import make_voter, opened, proposed, purged, signed_in, token_of


@pytest.fixture
def lida(outlet):
    return make_voter("Lida")


@pytest.fixture
def topic(lida, edna):
    return opened(edna, by=lida)


def standing(topic):
    found = with_standing(Topic.objects.filter(pk=topic.pk), today()).get()
    return found.voices, found.people, found.asked


def press(browser, topic, vote="yes", **data):
    path = f"{topic.path}vote/"
    return browser.post(path, {"vote": vote, "token": token_of(browser, path)} | data)


# --- on the page -------------------------------------------------------------------------------


def test_a_vote_is_given_and_taken_back(topic):
    browser = signed_in(make_voter("Pavlo", weight=2))
    answer = press(browser, topic)
    assert (answer.status_code, answer["Location"]) == (303, f"{topic.path}vote/")
    assert standing(topic) == (3, 2, 2)
    page = browser.get(answer["Location"])
    assert "You voted for this." in page.content.decode() and "counts as 2 voices" in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    press(browser, topic, "no")
    assert standing(topic) == (1, 1, 1)
    press(browser, topic, "no")
    assert standing(topic) == (1, 1, 1)


def test_who_votes_twice_counts_once(topic):
    pavlo = make_voter("Pavlo")
    for _time in range(2):
        press(signed_in(pavlo), topic)
    assert standing(topic) == (2, 2, 2)
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(topic=topic, supporter=pavlo)


def test_a_stranger_is_asked_to_sign_in(client, topic):
    path = f"{topic.path}vote/"
    page = client.get(path)
    assert f'href="/sign-in/?next=%2Fnext%2F{topic.pk}%2Fvote%2F"' in page.content.decode()
    assert "<form" not in page.content.decode() and not page.cookies
    assert client.post(path, {"vote": "yes"}).status_code == 403
    assert standing(topic) == (1, 1, 1)


def test_one_who_has_ended_or_left_the_browser_is_a_stranger(topic):
    pavlo = make_voter("Pavlo")
    browser = signed_in(pavlo)
    path = f"{topic.path}vote/"
    token = token_of(browser, path)
    Supporter.objects.filter(pk=pavlo.pk).update(until=timezone.localdate() - timedelta(days=2))
    assert browser.post(path, {"token": token}).status_code == 403
    with pytest.raises(NotAllowed):
        asking.vote(topic, by=pavlo)
    Supporter.objects.filter(pk=pavlo.pk).update(until=None, sessions=1)
    assert browser.post(path, {"token": token}).status_code == 403
    assert standing(topic) == (1, 1, 1)


@pytest.mark.parametrize("token", ["", "forged", "another person's", "another form's"])
def test_a_forged_token_votes_for_nothing(topic, token):
    browser = signed_in(make_voter("Pavlo"))
    known = {
        "another person's": token_of(signed_in(make_voter("Olha")), f"{topic.path}vote/"),
        "another form's": token_of(browser, "/next/propose/"),
    }
    answer = press(browser, topic, token=known.get(token, token))
    assert answer.status_code == 409 and "once more" in answer.content.decode()
    assert standing(topic) == (1, 1, 1)


def test_another_site_votes_for_nobody(topic):
    browser = signed_in(make_voter("Pavlo"))
    path = f"{topic.path}vote/"
    data = {"vote": "yes", "token": token_of(browser, path)}
    assert browser.post(path, data, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert browser.post(path, data, headers={"Origin": "https://evil.example"}).status_code == 403
    assert standing(topic) == (1, 1, 1)


def test_nothing_is_voted_for_that_is_not_open(topic, lida, edna):
    pavlo = make_voter("Pavlo")
    browser = signed_in(pavlo)
    path = f"{topic.path}vote/"
    data = {"vote": "yes", "token": token_of(browser, path)}
    deciding.decline(topic, by=edna, reason="A court has ruled.")
    answer = browser.post(path, data)
    assert answer.status_code == 409 and "not open for votes any more" in answer.content.decode()
    with pytest.raises(WrongState):
        asking.take_back(topic, by=lida)
    waiting = proposed("Waits", by=lida)
    with pytest.raises(WrongState):
        asking.vote(waiting, by=pavlo)
    assert browser.post(f"/next/{waiting.pk}/vote/", data).status_code == 404
    assert standing(topic) == (1, 1, 1)


# --- counting ----------------------------------------------------------------------------------


def test_the_standing_follows_the_tiers_of_today(topic):
    pavlo = make_voter("Pavlo", weight=2)
    asking.vote(topic, by=pavlo)
    assert standing(topic) == (3, 2, 2)
    Tier.objects.filter(pk=pavlo.tier_id).update(weight=5)
    assert standing(topic) == (6, 2, 2)
    Supporter.objects.filter(pk=pavlo.pk).update(tier=make_voter("Olha").tier)
    assert standing(topic) == (2, 2, 2)


def test_the_vote_of_one_who_ended_rests_until_they_are_back(topic):
    pavlo = make_voter("Pavlo", weight=2)
    asking.vote(topic, by=pavlo)
    Supporter.objects.filter(pk=pavlo.pk).update(until=today() - timedelta(days=1))
    assert standing(topic) == (1, 1, 2)
    Supporter.objects.filter(pk=pavlo.pk).update(until=today())
    assert standing(topic) == (3, 2, 2)


def test_who_is_deleted_takes_the_vote_along(topic, lida):
    lida.delete()
    topic.refresh_from_db()
    assert topic.proposed_by is None and standing(topic) == (0, 0, 0)


def test_caches_hear_of_many_votes_together(topic):
    Message.objects.all().delete()
    for number in range(5):
        asking.vote(topic, by=make_voter(f"Voter {number}"))
    message = Message.objects.get()
    assert purged() == {f"topic-{topic.pk}", "topics-en"} and message.due_at > timezone.now()
    Message.objects.update(due_at=timezone.now())  # it may go out before the next vote is there
    asking.vote(topic, by=make_voter("Pavlo"))
    assert Message.objects.count() == 2


# --- merging -----------------------------------------------------------------------------------


def test_merging_moves_the_votes_and_who_voted_for_both_counts_once(topic, lida, edna):
    pavlo, olha = make_voter("Pavlo"), make_voter("Olha")
    other = opened(edna, "The same again", by=lida)
    for who in (pavlo, olha):
        asking.vote(other, by=who)
    asking.vote(topic, by=pavlo)
    deciding.merge(other, into=topic, by=edna)
    assert standing(topic) == (3, 3, 3) and standing(other) == (0, 0, 0)
    assert {vote.supporter for vote in topic.votes.all()} == {lida, pavlo, olha}


def test_mergers_follow_one_another(topic, lida, edna):
    first, second = opened(edna, "First", by=lida), opened(edna, "Second", by=lida)
    deciding.merge(first, into=second, by=edna)
    deciding.merge(second, into=topic, by=edna)
    first.refresh_from_db()
    assert first.merged_into == topic and standing(topic) == (1, 1, 1)


def test_what_cannot_be_merged(topic, lida, edna, rita):
    ukrainian = opened(edna, "Хто платить?", by=make_voter("Ольга"), language="uk")
    waiting = proposed("Waits", by=lida)
    for merged, into, by in (
        (topic, topic, edna), (topic, ukrainian, edna), (topic, waiting, edna), (waiting, topic, rita),
    ):  # fmt: skip
        with pytest.raises(Refused):
            deciding.merge(merged, into=into, by=by)
    reporting.begin(topic, by=edna)
    with pytest.raises(WrongState):
        deciding.merge(topic, into=opened(edna, "Another", by=lida), by=edna)
    deciding.merge(waiting, into=topic, by=edna)
    assert standing(topic) == (1, 1, 1)
