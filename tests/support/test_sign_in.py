"""Supporters sign in by a link in a letter: once, soon, and without telling anybody whose address is known."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from activity.models import Entry
from jobs import outbox
from jobs.models import Message
from outlet import senders
from support import limits, sessions, tokens
from support.models import Sending, SignInLink, Supporter
from support.supporters.cleaning import clean
from tests.support.people import make_supporter

pytestmark = pytest.mark.usefixtures("outlet")


def ask(client, email="olha@home.example", *, page="/sign-in/", address="192.0.2.1", **fields):
    """Opens the form and sends it."""
    form = client.get(page).context["form"]
    data = {"email": email, "token": form["token"].value(), "next": form["next"].value() or ""} | fields
    return client.post("/uk/sign-in/" if page.startswith("/uk/") else "/sign-in/", data, REMOTE_ADDR=address)


def letter():
    """The last letter that the worker sends."""
    outbox.drain()
    return mail.outbox[-1]


def link_in(letter):
    return urlsplit(re.search(r"https?://\S+/sign-in/\S+", letter.body)[0]).path


def press(client, path, **headers):
    """The button on the page of a link."""
    data = {"token": client.get(path).context["token"]}
    return client.post(path, data, headers=headers)


@pytest.fixture
def olha():
    return make_supporter()


@pytest.fixture
def signed_in(client, olha):
    """A browser that went the whole way."""
    ask(client)
    press(client, link_in(letter()))
    return client


# --- the way in --------------------------------------------------------------------------------


def test_a_link_in_a_letter_signs_in(client, olha):
    answer = ask(client, "Olha@Home.example")
    assert answer["Location"] == "/sign-in/sent/"
    sent = letter()
    assert sent.to == ["olha@home.example"] and "15 minutes" in sent.body and "The Lantern" in sent.subject
    answer = press(client, link_in(sent))
    assert answer["Location"] == "/me/"
    cookie = answer.cookies[sessions.COOKIE]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert "Olha Bahan, thank you" in client.get("/me/").content.decode()


def test_in_ukrainian_the_letter_is_ukrainian_and_leads_to_the_ukrainian_page(client, olha):
    ask(client, page="/uk/sign-in/")
    path = link_in(letter())
    assert path.startswith("/uk/sign-in/")
    assert press(client, path)["Location"] == "/uk/me/"


def test_a_link_works_once(client, olha):
    ask(client)
    path = link_in(letter())
    press(client, path)
    again = press(Client(), path)
    assert again.status_code == 410 and not again.cookies
    assert "does not work any more" in again.content.decode()


def test_a_link_works_for_a_quarter_of_an_hour(client, olha):
    ask(client)
    path = link_in(letter())
    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=False):
        assert press(client, path).status_code == 410


def test_opening_a_link_does_not_use_it_up(client, olha):
    ask(client)
    path = link_in(letter())
    for _time in range(3):
        opened = Client().get(path)
        assert opened.status_code == 200 and not opened.cookies and opened["Referrer-Policy"] == "same-origin"
    assert press(client, path).status_code == 302


@pytest.mark.parametrize("token", ["x", "abc:def", "a" * 200])
def test_a_link_that_was_made_up_lets_nobody_in(client, olha, token):
    assert press(client, f"/sign-in/{token}/").status_code == 410


def test_what_is_stored_opens_nothing(client, olha):
    ask(client)
    key = SignInLink.objects.get().key
    assert press(client, f"/sign-in/{key}/").status_code == 410
    assert key not in str(Message.objects.get().payload)


def test_whose_support_ended_meanwhile_is_not_let_in(client, olha):
    ask(client)
    path = link_in(letter())
    Supporter.objects.update(until=timezone.localdate() - timedelta(days=2))
    assert press(client, path).status_code == 410


def test_the_button_of_another_site_signs_nobody_in(client, olha):
    ask(client)
    path = link_in(letter())
    assert press(client, path, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert press(client, path, Origin="https://evil.example").status_code == 403
    assert client.post(path).status_code == 409
    assert press(client, path, Origin="http://testserver", **{"Sec-Fetch-Site": "same-origin"}).status_code == 302


@pytest.mark.parametrize(
    ("given", "leads"),
    [
        ("/supporters/", "/supporters/"),
        ("/2026/03/01/story/?a=b#c", "/2026/03/01/story/?a=b#c"),
        ("https://evil.example/", "/me/"),
        ("//evil.example/", "/me/"),
        ("/\\evil.example/", "/me/"),
        ("\\/evil.example", "/me/"),
        ("javascript:alert(1)", "/me/"),
        ("/admin/", "/me/"),
        ("/\nSet-Cookie: a=b", "/me/"),
        ("supporters/", "/me/"),
        ("/" + "x" * 400, "/me/"),
    ],
)
def test_it_leads_on_to_pages_of_our_own_alone(client, olha, given, leads):
    ask(client, next=given)
    assert press(client, link_in(letter()))["Location"] == leads


# --- nobody learns whose address is known ------------------------------------------------------


def _queries(client, monkeypatch, email):
    """What an asking costs: its queries without their values, and its hashes."""
    digests = []
    monkeypatch.setattr(senders, "digest", lambda *args, real=senders.digest: digests.append(1) or real(*args))
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = ask(client, email)
    monkeypatch.undo()
    written = [re.sub(r"'(?:[^']|'')*'|\"?s[0-9]+_x[0-9]+\"?|\b[0-9]+\b|NULL", "?", query["sql"]) for query in captured]
    shape = (answer.status_code, answer["Location"], sorted(answer.headers))
    return shape, written, len(digests)


def test_known_and_unknown_addresses_cost_the_same_work(client, olha, monkeypatch):
    make_supporter(name="Ended", email="ended@home.example", until=timezone.localdate() - timedelta(days=9))
    ask(client, "first@home.example")  # makes the row of the day
    known = _queries(client, monkeypatch, "olha@home.example")
    for other in ("nobody@home.example", "ended@home.example"):
        assert _queries(client, monkeypatch, other) == known
    assert Message.objects.filter(topic="sign-in").count() == SignInLink.objects.count() == 4


def test_the_worker_writes_to_the_supporter_alone(client, olha):
    for email in ("nobody@home.example", "olha@home.example"):
        ask(client, email)
    outbox.drain()
    assert [sent.to for sent in mail.outbox] == [["olha@home.example"]]
    assert not Message.objects.filter(sent_at=None).exists()


@pytest.mark.parametrize("email", ["olha@home.example", "nobody@home.example"])
def test_an_address_is_written_to_three_times_in_a_quarter_of_an_hour(client, olha, email):
    answers = [ask(client, email, address=f"192.0.2.{number}") for number in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 429]
    assert int(answers[-1]["Retry-After"]) <= 900 and email in answers[-1].content.decode()


def test_a_sender_asks_for_ten_links_in_ten_minutes(client):
    answers = [ask(client, f"person{number}@home.example") for number in range(11)]
    assert [answer.status_code for answer in answers].count(429) == 1


def test_all_together_ask_for_so_many_in_an_hour(client, monkeypatch):
    monkeypatch.setattr("support.supporters.signing_in.PER_HOUR", 2)
    answers = [ask(client, f"p{number}@home.example", address=f"192.0.2.{number}") for number in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]


def test_the_trap_gets_the_same_answer_and_posts_nothing(client, olha):
    assert ask(client, website="spam.example")["Location"] == "/sign-in/sent/"
    assert not Message.objects.exists()


@pytest.mark.parametrize("email", ["", "no address", "a@b"])
def test_what_is_no_address_is_refused_beside_the_field(client, email):
    answer = ask(client, email)
    assert answer.status_code == 422 and "support-error" in answer.content.decode()


@pytest.mark.parametrize("token", ["", "made-up", "sign-in:x"])
def test_a_form_that_is_not_ours_comes_back_with_what_was_typed(client, olha, token):
    answer = ask(client, token=token)
    assert answer.status_code == 409 and 'value="olha@home.example"' in answer.content.decode()
    assert not Message.objects.exists()


def test_no_network_or_mail_address_is_stored_for_the_limits(client, olha):
    ask(client)
    stored = str(list(Sending.objects.values()))
    assert "192.0.2" not in stored and "home.example" not in stored


def test_links_and_sendings_are_gone_after_a_day(client, olha):
    ask(client)
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        clean.func()
    assert not SignInLink.objects.exists() and not Sending.objects.exists()


# --- their own page ----------------------------------------------------------------------------


def own(client, do, *, page="/me/", headers=None, **fields):
    token = client.get(page).context["token"]
    return client.post(page, {"do": do, "token": token} | fields, headers=headers)


def test_their_page_is_for_them_alone_and_nobody_keeps_it(signed_in):
    mine, others = signed_in.get("/me/"), Client().get("/me/")
    assert mine["Cache-Control"] == others["Cache-Control"] == "private, no-store"
    assert "olha@home.example" in mine.content.decode() and "Friends" in mine.content.decode()
    assert "olha" not in others.content.decode() and 'name="email"' in others.content.decode()
    assert not others.cookies


def test_they_decide_whether_they_are_named_and_written_to(signed_in, olha):
    assert "saved" in own(signed_in, "save", is_named="on")["Location"]
    olha.refresh_from_db()
    assert (olha.is_named, olha.wants_letters) == (True, False)
    assert 'role="status"' in signed_in.get("/me/?saved").content.decode()
    assert Message.objects.filter(topic="purge").get().payload == {"keys": ["supporters"]}
    entry = Entry.objects.get()
    assert (entry.verb, entry.by, entry.details["own"]) == ("supporter-change", None, True)
    assert "Olha" not in entry.subject_name


def test_nothing_is_written_where_nothing_changes(signed_in):
    own(signed_in, "save", wants_letters="on")
    assert not Entry.objects.exists() and not Message.objects.filter(topic="purge").exists()


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "null"}]
)
def test_what_another_site_sends_is_refused(signed_in, olha, headers):
    assert own(signed_in, "save", headers=headers, is_named="on").status_code == 403
    olha.refresh_from_db()
    assert not olha.is_named


def test_the_token_of_another_supporter_or_of_none_is_refused(signed_in, olha):
    other = make_supporter("Other", "other@home.example")
    for token in ("", tokens.token("me"), tokens.token("me", tokens.whose(other)), tokens.token("sign-in")):
        assert own(signed_in, "save", token=token, is_named="on").status_code == 409
    olha.refresh_from_db()
    assert not olha.is_named


def test_signing_out_is_for_this_browser(signed_in, olha):
    other = Client()
    other.cookies = signed_in.cookies.copy()
    assert own(signed_in, "sign-out")["Location"] == "/sign-in/"
    assert 'name="email"' in signed_in.get("/me/").content.decode()
    assert "Olha Bahan" in other.get("/me/").content.decode()


def test_signing_out_everywhere_is_for_all_and_for_links_on_their_way(signed_in, olha):
    ask(Client(), address="192.0.2.9")
    path = link_in(letter())
    other = Client()
    other.cookies[sessions.COOKIE] = signed_in.cookies[sessions.COOKIE].value
    own(signed_in, "sign-out-everywhere")
    assert 'name="email"' in other.get("/me/").content.decode()
    assert press(Client(), path).status_code == 410


def test_whose_support_ends_is_signed_out(signed_in):
    Supporter.objects.update(until=timezone.localdate() - timedelta(days=2))
    assert 'name="email"' in signed_in.get("/me/").content.decode()


@pytest.mark.parametrize("value", ["", "1", "1.0", "1.0:x:y", "a" * 5000])
def test_a_cookie_that_was_made_up_is_nobodys(client, olha, value):
    client.cookies[sessions.COOKIE] = value
    assert 'name="email"' in client.get("/me/").content.decode()


def test_the_fragment_says_who_is_signed_in_and_nothing_to_others(signed_in):
    mine, others = signed_in.get("/uk/me/fragment/"), Client().get("/me/fragment/")
    assert "Olha Bahan" in mine.content.decode() and 'href="/uk/me/"' in mine.content.decode()
    assert (others.status_code, others.content) == (200, b"")
    assert mine["Cache-Control"] == others["Cache-Control"] == "private, no-store"


def test_a_name_is_shown_as_text(signed_in):
    Supporter.objects.update(name="<script>alert(1)</script>")
    for page in ("/me/", "/me/fragment/"):
        assert "<script>alert" not in signed_in.get(page).content.decode()


# --- limits ------------------------------------------------------------------------------------


def test_a_limit_ends_when_its_time_has_passed(db, now):
    allowed = ((2, timedelta(minutes=5)),)
    for seconds in (0, 60):
        limits.count("x", "192.0.2.1", limits=allowed, at=now + timedelta(seconds=seconds))
    with pytest.raises(limits.TooMany) as caught:
        limits.count("x", "192.0.2.1", limits=allowed, at=now + timedelta(seconds=120))
    assert caught.value.minutes == 3
    limits.count("x", "192.0.2.2", limits=allowed, at=now + timedelta(seconds=120))
    limits.count("y", "192.0.2.1", limits=allowed, at=now + timedelta(seconds=120))
