"""A thousand votes over sixteen connections: each counts once, with the weight of its tier, and none is lost."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import pytest
from django.http import HttpResponse

from jobs.models import Message
from staff.groups import write_roles
from support import sessions, tokens
from support.models import Supporter, Tier, Topic, Vote
from support.topics import deciding
from support.topics.standing import with_standing
from tests.cast import make_user
from tests.support.topics import opened

CONNECTIONS = 16
VOTES = 1000
WEIGHTS = (1, 2, 5)
SINCE = date(2020, 1, 1)


@pytest.fixture
def edna(transactional_db, request):
    """The database is emptied after each of these tests, and the roles with it."""
    write_roles()
    request.getfixturevalue("outlet")
    return make_user("edna", "editor")


@pytest.fixture
def voters(edna):
    """As many as there are votes, on three tiers in turn."""
    tiers = [Tier.objects.create(key=f"tier-{weight}", weight=weight) for weight in WEIGHTS]
    Supporter.objects.bulk_create(
        Supporter(name=f"Voter {number}", email=f"voter-{number}@home.example", tier=tiers[number % 3], since=SINCE)
        for number in range(VOTES)
    )
    return list(Supporter.objects.order_by("pk"))


@pytest.fixture
def topic(edna, voters):
    """One for which its proposer has taken the vote back."""
    topic = opened(edna, by=voters[0])
    Vote.objects.all().delete()
    return topic


@pytest.fixture
def send(live_server):
    """Sends votes at once, ``(supporter, topic, "yes" or "no")`` each; the answers' status codes, counted."""
    host = urlsplit(live_server.url).netloc

    def one(vote):
        supporter, topic, wants = vote
        response = HttpResponse()
        sessions.sign_in(response, supporter)
        headers = {
            "Cookie": response.cookies[sessions.COOKIE].OutputString().partition(";")[0],
            "Content-Type": "application/x-www-form-urlencoded",
            "Sec-Fetch-Site": "same-origin",
        }
        body = urlencode({"vote": wants, "token": tokens.token("vote", tokens.whose(supporter))})
        connection = HTTPConnection(host, timeout=120)
        connection.request("POST", f"{topic.path}vote/", body, headers)
        status = connection.getresponse().status
        connection.close()
        return status

    def send(votes):
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            return Counter(pool.map(one, votes))

    return send


def standing(topic):
    found = with_standing(Topic.objects.filter(pk=topic.pk), sessions.today()).get()
    return found.voices, found.people


def voices(supporters):
    return sum(supporter.tier.weight for supporter in supporters)


def test_a_thousand_votes_for_one_topic_are_all_there_once(send, topic, voters):
    assert send((voter, topic, "yes") for voter in voters) == {303: VOTES}
    assert standing(topic) == (voices(voters), VOTES)
    # caches were told of many together
    assert Message.objects.filter(topic="purge").count() < VOTES / 4


def test_votes_pressed_again_and_taken_back_at_once_count_right(send, topic, voters):
    few = voters[:250]
    assert send((voter, topic, "yes") for voter in few for _time in range(4)) == {303: VOTES}
    assert standing(topic) == (voices(few), len(few))
    back, fresh = few[:100], voters[250:500]
    votes = [(voter, topic, "no") for voter in back for _time in range(2)] + [(voter, topic, "yes") for voter in fresh]
    assert send(votes) == {303: len(votes)}
    left = [*few[100:], *fresh]
    assert standing(topic) == (voices(left), len(left))


def test_a_merger_in_the_middle_loses_no_vote(send, topic, voters, edna):
    """Those that come too late for the topic are told so, and none of them stands in a topic that is not there."""
    other = opened(edna, "The same again", by=voters[1])
    Vote.objects.all().delete()
    first, second = voters[:300], voters[200:600]
    send((voter, topic, "yes") for voter in first)

    def votes():
        for number, voter in enumerate(second):
            if number == len(second) // 2:
                deciding.merge(other, into=topic, by=edna)
            yield voter, other, "yes"

    codes = send(votes())
    assert codes.keys() <= {303, 404, 409} and sum(codes.values()) == len(second)
    found = Vote.objects.values_list("topic", "supporter")
    assert {number for number, _supporter in found} == {topic.pk}
    was_taken = len(found) - len(first)  # of those who had not voted yet
    assert was_taken <= codes[303] <= was_taken + 100 and standing(topic)[1] == len(found)
