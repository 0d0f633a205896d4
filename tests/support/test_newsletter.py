"""A reader asks for the newsletter, confirms, and ends it; nobody learns anything about an address."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from outlet.models import OutletText
from support.models import Subscriber
from support.newsletter.cleaning import forget_unconfirmed
from tests.support.newsletter import WORDS, ask, letters, link_in, path_to_end, subscribed, switch_on

LIDA = "lida@home.example"
SENT = "/newsletter/sent/"


@pytest.fixture(autouse=True)
def on(outlet):
    switch_on("en")


def states():
    return sorted(Subscriber.objects.values_list("email", "language", "state"))


# --- asking ------------------------------------------------------------------------------------


def test_who_asks_gets_the_newsletter_only_after_a_press_on_a_button(client):
    assert ask(client, LIDA)["Location"] == SENT
    (letter,) = letters()
    assert letter.to == [LIDA] and "The Lantern" in letter.subject and "List-Unsubscribe" not in letter.extra_headers
    assert states() == [(LIDA, "en", "asked")]
    page = client.get(link_in(letter))
    assert page.status_code == 200 and page["Cache-Control"] == "private, no-store" and page["X-Robots-Tag"]
    assert states() == [(LIDA, "en", "asked")]  # a mail program has looked at the link
    assert client.post(link_in(letter))["Location"] == "/newsletter/thanks/"
    assert states() == [(LIDA, "en", "confirmed")]
    (welcome,) = letters()
    end = welcome.extra_headers["List-Unsubscribe"].strip("<>")
    assert welcome.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert WORDS["en"] in welcome.body and end in welcome.body and "/newsletter/end/" in end


def test_a_second_press_changes_nothing_and_writes_nothing(client):
    ask(client, LIDA)
    (letter,) = letters()
    for _press in range(2):
        assert client.post(link_in(letter))["Location"] == "/newsletter/thanks/"
    assert len(letters()) == 1


def test_a_page_without_script_asks_for_one_more_press_with_all_that_was_typed(client):
    response = client.post("/newsletter/", {"email": LIDA, "languages": ["en"]})
    form = response.context["form"]
    assert response.status_code == 200 and form["email"].value() == LIDA and letters() == []
    data = {"email": LIDA, "languages": form["languages"].value(), "token": form["token"].value()}
    with time_machine.travel(timezone.now() + timedelta(seconds=10), tick=False):
        assert client.post("/newsletter/", data)["Location"] == SENT
    assert len(letters()) == 1


def test_a_token_of_an_uncached_address_saves_that_press(client):
    response = client.get("/newsletter/token/")
    assert response["Cache-Control"] == "private, no-store"
    data = {"email": LIDA, "languages": ["en"], "token": response.content.decode()}
    with time_machine.travel(timezone.now() + timedelta(seconds=10), tick=False):
        assert client.post("/newsletter/", data)["Location"] == SENT


@pytest.mark.parametrize("email", ["", "lida", "lida@", "a b@home.example", "x" * 250 + "@home.example", "a@b.c\nd"])
def test_what_is_no_address_comes_back_and_nothing_is_lost(client, email):
    response = ask(client, email)
    assert response.status_code == 422 and response.context["form"]["languages"].value() == ["en"]
    assert 'id="id_email_error"' in response.content.decode() and letters() == []


@pytest.mark.parametrize("languages", [[], ["de"], ["uk"], ["en", "de"]])
def test_a_language_without_a_newsletter_is_not_taken(client, languages):
    response = ask(client, LIDA, languages=languages)
    assert response.status_code == 422 and response.context["form"]["email"].value() == LIDA and letters() == []


@pytest.mark.parametrize("after", [timedelta(0), timedelta(days=2)])
def test_what_is_sent_at_once_or_after_a_day_needs_one_more_press(client, after):
    response = ask(client, LIDA, after=after)
    assert response.status_code == 200 and letters() == []
    assert "One more press" in response.content.decode()


@pytest.mark.parametrize("token", ["made up", "other:x:1tXyZ0:abc"])
def test_a_made_up_token_needs_one_more_press(client, token):
    assert ask(client, LIDA, token=token).status_code == 200 and letters() == []


def test_who_falls_into_the_trap_is_answered_as_everybody_and_gets_no_letter(client):
    assert ask(client, LIDA, website="https://spam.example")["Location"] == SENT
    assert letters() == []


def test_nothing_tells_a_known_address_from_a_new_one(client):
    subscribed("known@home.example")
    subscribed("asked@home.example", state="asked", confirmed_at=None)
    subscribed("", state="ended", ended_at=timezone.now())
    ask(client, "first@home.example")  # the first of a day costs the day's salt
    letters()
    seen = []
    for email in ("known@home.example", "KNOWN@home.example", "asked@home.example", "new@home.example"):
        with CaptureQueriesContext(connection) as captured:
            response = ask(client, email)
        seen.append((response.status_code, response["Location"], response.content, len(captured)))
    assert len(set(seen)) == 1
    sent = letters()
    assert len(sent) == 4 and sum("You get it already" in letter.body for letter in sent) == 2
    assert sum(email.lower() == "known@home.example" for email, *_rest in states()) == 1


def test_one_sender_may_ask_only_so_often_and_is_told_when_again(client):
    found = [ask(client, f"reader{number}@home.example") for number in range(6)]
    assert [response.status_code for response in found] == [302] * 5 + [429]
    assert int(found[-1]["Retry-After"]) > 0
    assert found[-1].context["form"]["email"].value() == "reader5@home.example"
    assert len(letters()) == 5


def test_nobody_can_have_a_mailbox_filled(client):
    for number in range(5):
        client.defaults["REMOTE_ADDR"] = f"192.0.2.{number}"
        assert ask(client, LIDA.upper() if number % 2 else LIDA)["Location"] == SENT
    assert len(letters()) == 3


def test_who_asks_in_both_languages_gets_one_letter_and_confirms_both(client):
    switch_on("en", "uk")
    assert ask(client, LIDA, page="/uk/newsletter/", languages=["en", "uk"])["Location"] == "/uk/newsletter/sent/"
    (letter,) = letters()
    assert "English, Українська" in letter.body and link_in(letter).startswith("/uk/newsletter/confirm/")
    client.post(link_in(letter))
    assert states() == [(LIDA, "en", "confirmed"), (LIDA, "uk", "confirmed")]
    assert {link_in(letter).partition("newsletter/")[0] for letter in letters()} == {"/", "/uk/"}


# --- links -------------------------------------------------------------------------------------


def test_a_link_to_confirm_is_good_for_three_days(client):
    ask(client, LIDA)
    (letter,) = letters()
    with time_machine.travel(timezone.now() + timedelta(days=3, minutes=1), tick=False):
        assert client.get(link_in(letter)).status_code == client.post(link_in(letter)).status_code == 410
    assert states() == [(LIDA, "en", "asked")]


@pytest.mark.parametrize("kind", ["confirm", "end"])
def test_a_forged_link_does_nothing(client, kind):
    subscriber = subscribed(state="asked", confirmed_at=None)
    token = path_to_end(subscriber).split("/")[-2]
    other = {"confirm": token, "end": f"{subscriber.pk}.{'A' * 43}"}[
        kind
    ]  # a good one for something else, a made-up one
    for made_up in (other, "x", f"{subscriber.pk}", "%00", "1.2.3", "-", "9" * 40):
        path = f"/newsletter/{kind}/{made_up}/"
        assert client.get(path).status_code == client.post(path).status_code == 410, path
    assert states() == [(LIDA, "en", "asked")]


def test_what_was_never_confirmed_is_forgotten_after_a_week(client):
    ask(client, LIDA)
    letters()
    subscribed("old@home.example", asked_at=timezone.now() - timedelta(days=400))
    with time_machine.travel(timezone.now() + timedelta(days=6), tick=False):
        assert forget_unconfirmed.call() == 0
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        assert forget_unconfirmed.call() == 1
    assert states() == [("old@home.example", "en", "confirmed")]


# --- ending ------------------------------------------------------------------------------------


def test_one_click_ends_it_without_a_redirect_and_the_address_is_gone(client):
    subscriber = subscribed()
    client.cookies.clear()
    assert client.get(path_to_end(subscriber)).status_code == 200
    assert states() == [(LIDA, "en", "confirmed")]
    for _again in range(2):
        response = client.post(path_to_end(subscriber), {"List-Unsubscribe": "One-Click"})
        assert response.status_code == 200 and "has ended" in response.content.decode()
        assert not response.cookies
    assert states() == [("", "en", "ended")]
    assert "has ended" in client.get(path_to_end(subscriber)).content.decode()
    assert mail.outbox == letters() == []


def test_one_language_ends_and_the_other_stays_unless_all_is_asked_for(client):
    english, ukrainian = subscribed(), subscribed(language="uk")
    stranger = subscribed("other@home.example")
    assert 'name="all"' in client.get(path_to_end(english)).content.decode()
    client.post(path_to_end(english))
    assert states() == [("", "en", "ended"), (LIDA, "uk", "confirmed"), (stranger.email, "en", "confirmed")]
    again = subscribed()
    assert 'name="all"' not in client.get(path_to_end(stranger)).content.decode()
    client.post(path_to_end(again), {"all": "yes"})
    assert states() == [
        ("", "en", "ended"),
        ("", "en", "ended"),
        ("", "uk", "ended"),
        (stranger.email, "en", "confirmed"),
    ]
    assert Subscriber.objects.get(pk=ukrainian.pk).ended_at


def test_a_link_to_end_outlives_the_newsletter(client):
    subscriber = subscribed()
    OutletText.objects.update(newsletter="")
    assert client.get("/newsletter/").status_code == 404
    assert client.post(path_to_end(subscriber)).status_code == 200
    assert states() == [("", "en", "ended")]


# --- where it is offered -----------------------------------------------------------------------


def test_it_is_offered_on_the_front_and_after_stories_where_it_is_switched_on(client, publish):
    story = publish()
    for path in ("/", story.path):
        page = client.get(path)
        assert WORDS["en"] in page.content.decode() and 'action="/newsletter/"' in page.content.decode(), path
        assert page["Cache-Control"].startswith("public") and not page.cookies
    for path in ("/latest/", "/sections/city/", f"{story.path}?lite", "/uk/"):
        assert "newsletter" not in client.get(path).content.decode(), path
    OutletText.objects.update(newsletter=" ")
    for path in ("/", story.path):
        assert "newsletter" not in client.get(path).content.decode(), path


def test_offering_it_asks_nothing_of_the_database(client, publish):
    story = publish()
    counts = []
    for words in ("", WORDS["en"]):
        OutletText.objects.update(newsletter=words)
        client.get(story.path)
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
            client.get(story.path)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_pages_that_are_the_same_for_all_may_be_kept(client):
    for path in (SENT, "/newsletter/thanks/"):
        page = client.get(path)
        assert page["Cache-Control"].startswith("public") and page["X-Robots-Tag"] == "noindex" and not page.cookies
