"""The page of thanks: who agreed, by tier, in the order of the alphabet."""

from datetime import UTC, date, datetime, timedelta
from gzip import compress
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from support import sessions
from support.models import TierText
from support.supporters.alphabet import key
from tests.support.people import make_supporter, make_tier

pytestmark = pytest.mark.usefixtures("outlet")
NOON = datetime(2026, 3, 1, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


def names(client, page="/supporters/"):
    return {tier.name: tier.names for tier in client.get(page).context["tiers"]}


def named(name, number, **fields):
    return make_supporter(name, f"person{number}@home.example", is_named=True, **fields)


def test_those_are_named_who_carry_the_paper_and_agreed(client):
    patron = make_tier("patron", "Patrons", order=1)
    named("Olha Bahan", 1)
    named("Petro Hai", 2, tier=patron, until=date(2026, 3, 1))
    named("Ended", 3, until=date(2026, 2, 28))
    named("Not yet", 4, since=date(2026, 3, 2))
    named("", 5)
    make_supporter("Silent", "silent@home.example")
    assert names(client) == {"Friends": ["Olha Bahan"], "Patrons": ["Petro Hai"]}


def test_a_page_without_names_says_so(client):
    make_tier()
    assert "Nobody is named here yet." in client.get("/supporters/").content.decode()


@pytest.mark.parametrize(
    ("page", "ordered"),
    [
        ("/supporters/", ["Adam", "Élise", "Zoe", "Ґанна", "Євген", "Ігор", "Їжак"]),
        ("/uk/supporters/", ["Ґанна", "Євген", "Ігор", "Їжак", "Adam", "Élise", "Zoe"]),
    ],
)
def test_names_stand_in_the_order_of_the_pages_alphabet(client, page, ordered):
    for number, name in enumerate(reversed(ordered)):
        named(name, number)
    assert list(names(client, page).values()) == [ordered]


def test_the_ukrainian_alphabet_is_in_its_order():
    letters = ["Г", "Ґ", "Е", "Є", "И", "І", "Ї", "Й", "Щ", "Ь", "Ю", "Я"]
    assert (
        sorted(["Я", "Ю", "Ь", "Щ", "Й", "Ї", "І", "И", "Є", "Е", "Ґ", "Г"], key=lambda letter: key(letter, "uk"))
        == letters
    )
    assert key("Мар’яна", "uk")[0] == key("Мар'яна", "uk")[0]


def test_words_of_a_tier_are_those_of_the_page_or_marked(client):
    tier = make_tier(thanks="You pay the printer.")
    named("Olha Bahan", 1)
    page = client.get("/uk/supporters/").content.decode()
    assert 'lang="en">Friends' in page and "You pay the printer." in page
    TierText.objects.create(tier=tier, language="uk", name="Друзі")
    assert list(names(client, "/uk/supporters/")) == ["Друзі"]


def test_caches_keep_it_until_midnight_and_know_its_key(client):
    named("Olha Bahan", 1)
    page = client.get("/supporters/")
    assert "supporters" in page["Surrogate-Key"].split() and "public" in page["Cache-Control"] and not page.cookies
    with time_machine.travel(
        datetime(2026, 3, 1, 21, 59, 30, tzinfo=UTC), tick=False
    ):  # half a minute to Kyiv's midnight
        assert "s-maxage=30" in client.get("/supporters/")["Cache-Control"]


def test_it_says_the_same_to_who_is_signed_in(client):
    answer = HttpResponse()
    sessions.sign_in(answer, named("Olha Bahan", 1))
    stranger = client.get("/supporters/").content
    client.cookies[sessions.COOKIE] = answer.cookies[sessions.COOKIE].value
    assert client.get("/supporters/").content == stranger


@pytest.mark.parametrize("many", [1, 30])
def test_its_queries_do_not_grow(client, many):
    for number in range(many):
        named(f"Person {number}", number, tier=make_tier(f"tier-{number % 3}", f"Tier {number % 3}"))
    with CaptureQueriesContext(connection) as captured:
        client.get("/supporters/")
    assert len(captured) == 5


def test_an_attack_in_a_name_is_text(client):
    make_tier(thanks="<img src=x onerror=alert(1)>", name="<b>Friends</b>")
    named("<script>alert(1)</script>", 1)
    page = client.get("/supporters/").content.decode()
    assert "<script>alert" not in page and "<img src=x" not in page and "<b>Friends" not in page


def test_its_script_is_light():
    assert len(compress(Path("static/js/signed-in.js").read_bytes())) <= 800


def test_a_day_later_who_ended_is_gone(client):
    named("Petro Hai", 2, until=date(2026, 3, 1))
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        assert names(client) == {}
