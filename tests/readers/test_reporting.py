"""A reader without script tells the newsroom what is wrong in a story."""

from datetime import timedelta
from ipaddress import ip_network

import pytest
import time_machine
from django.db import OperationalError
from django.utils import timezone

from articles import actions
from readers import limits
from readers.models import Case, Report, Sending, State

BODY = (
    "<p>The first <a href='https://tram.example/'>tram <strong>crossed</strong></a> at dawn.</p>"
    "<p>The last<small data-note=''>By the plan.</small> one came at dusk.</p><ul><li>one</li><li>two</li></ul>"
)
LATER = timedelta(seconds=10)


@pytest.fixture
def story(publish):
    return publish(body=BODY)


def address(edition):
    return f"/report/{edition.pk}/"


def open_form(client, edition):
    """What the form holds when it is opened."""
    form = client.get(address(edition)).context["form"]
    return {"token": form["token"].value()}


@pytest.fixture
def send(client, story):
    """Opens the form and sends it ten seconds later, or as much later as is said."""

    def send(edition=story, *, after=LATER, headers=None, **fields):
        data = open_form(client, edition)
        with time_machine.travel(timezone.now() + after, tick=False):
            return client.post(address(edition), data | fields, headers=headers)

    return send


def refusal(response):
    return " ".join(response.content.decode().partition('role="alert"')[2].partition("</")[0].split())


def test_an_article_leads_to_the_form_and_names_the_keys_and_the_newsroom(client, story):
    html = client.get(story.path).content.decode()
    assert f'href="{address(story)}"' in html and "<kbd>Ctrl</kbd>+<kbd>Enter</kbd>" in html and "<kbd>⌘</kbd>" in html
    assert "mailto:desk@paper.example" in html
    assert f'href="{address(story)}"' in client.get(story.path + "?lite").content.decode()


def test_what_is_sent_is_kept_with_its_place(send, story):
    response = send(exact="tram crossed at dawn", comment="At noon.", name="Lida", email="lida@home.example")
    assert response.status_code == 302 and response["Location"] == f"/report/thanks/?story={story.pk}"
    case = Case.objects.get()
    assert (case.exact, case.article_id, case.edition_id, case.count) == (
        "tram crossed at dawn", story.article_id, story.pk, 1,
    )  # fmt: skip
    assert case.prefix.endswith("The first ") and case.suffix.startswith(". The last one came")
    report = case.reports.get()
    assert (report.comment, report.name, report.email, report.language) == (
        "At noon.", "Lida", "lida@home.example", "en",
    )  # fmt: skip


def test_a_reader_is_thanked_and_led_back(client, send):
    page = client.get(send(exact="at dusk")["Location"]).content.decode()
    assert "Thank you" in page and 'href="/2' in page


def test_a_report_may_be_on_the_whole_story_but_not_on_nothing(send):
    assert send(comment="Who wrote this?").status_code == 302
    assert Case.objects.get().quote is None
    assert "Tell us what is wrong." in send().content.decode()


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        ("at", "from 3 to 500 characters"),
        ("x" * 501, "from 3 to 500 characters"),
        ("the tunnel", "not in the story"),
        ("one", "more than once"),
    ],
)
def test_words_that_do_not_tell_the_place_come_back_with_a_reason(send, exact, words):
    response = send(exact=exact, comment="Kept words")
    html = response.content.decode()
    assert response.status_code == 422 and words in html and "Kept words" in html and exact in html
    assert not Case.objects.exists() and not Sending.objects.exists()


def test_the_words_are_looked_for_in_the_edition_that_the_reader_saw(send, story, rita, edna):
    actions.save(story.article, by=rita, changes={"fields": {"body": "<p>Nothing crossed.</p>"}})
    actions.approve(story.article, by=edna)
    actions.publish(story.article, by=edna, substantial=False)
    assert send(exact="at dawn").status_code == 302
    assert send(exact="Nothing crossed").status_code == 422


def test_what_no_reader_can_have_seen_has_no_form(client, publish, story, edna):
    ahead = publish(at=timezone.now() + timedelta(hours=1), headline="Tomorrow")
    assert client.get(address(ahead)).status_code == 404
    assert client.get("/report/999999/").status_code == 404
    assert client.get(f"/report/{'9' * 30}/").status_code == 404
    assert client.get(f"/uk{address(story)}").status_code == 404
    actions.unpublish(story.article, by=edna, reason="Checking.")
    assert client.get(address(story)).status_code == 404
    assert client.post(address(story), {"comment": "Why?"}).status_code == 404


def test_no_cache_keeps_the_form_and_no_cookie_comes_with_it(client, story, rita):
    client.force_login(rita)
    for path in (address(story), "/report/thanks/"):
        response = client.get(path)
        assert response["Cache-Control"] == "private, no-store"
        assert not response.cookies and "Cookie" not in response.get("Vary", "")
    assert client.get(story.path)["Cache-Control"].startswith("public")


def test_markup_is_shown_as_text(client, send, story):
    evil = "<img src=x onerror=alert(1)>"
    html = send(exact=evil, comment=evil, name=evil).content.decode()
    assert "<img src=x" not in html and html.count("&lt;img src=x") == 3


def test_a_ukrainian_story_has_a_ukrainian_form(client, publish, send):
    edition = publish(language="uk", lead_alt_text="Поле", headline="Міст", body="<p>П’ять мостів.</p>")
    path = f"/uk/report/{edition.pk}/"
    assert f'href="{path}"' in client.get(edition.path).content.decode()
    page = client.get(path)
    assert 'lang="uk"' in page.content.decode()
    data = {
        "token": page.context["form"]["token"].value(),
        "exact": "п'ять".capitalize() + " мостів",
        "comment": "Шість",
    }
    with time_machine.travel(timezone.now() + LATER, tick=False):
        assert client.post(path, data)["Location"] == f"/uk/report/thanks/?story={edition.pk}"
    assert Case.objects.get().exact == "П’ять мостів"
    assert Report.objects.get().language == "uk"


# --- duplicates --------------------------------------------------------------------------------


def test_who_says_the_same_again_is_counted(send):
    for _time in range(3):
        send(exact="at dawn", comment="At noon.")
    assert Case.objects.get().count == 3
    assert Report.objects.get().count == 3


def test_reports_on_the_same_passage_stand_together_with_all_that_was_said(send):
    send(exact="tram crossed at dawn", comment="At noon.")
    send(exact="at dawn", comment="No, at midnight.")
    send(exact="at dusk")
    assert list(Case.objects.values_list("exact", "count")) == [("tram crossed at dawn", 2), ("at dusk", 1)]
    assert set(Report.objects.values_list("comment", flat=True)) == {"At noon.", "No, at midnight.", ""}


def test_the_same_words_of_a_later_edition_stand_with_those_of_the_earlier(send, story, rita, edna):
    send(exact="tram crossed at dawn")
    actions.save(story.article, by=rita, changes={"fields": {"body": BODY + "<p>More.</p>"}})
    actions.approve(story.article, by=edna)
    send(actions.publish(story.article, by=edna, substantial=False), exact="tram crossed at dawn")
    assert Case.objects.get().count == 2


def test_nobody_is_told_what_others_reported(client, send):
    first = send(exact="at dawn", comment="At noon.")
    again = send(exact="at dawn", comment="At noon.")
    assert first["Location"] == again["Location"]
    assert client.get(first["Location"]).content == client.get(again["Location"]).content
    assert "At noon." not in client.get(first["Location"]).content.decode()


# --- limits ------------------------------------------------------------------------------------

NOON = (timezone.now() + timedelta(days=1)).replace(hour=12, minute=0)


def test_the_sixth_report_within_five_minutes_is_refused_politely(send):
    with time_machine.travel(NOON, tick=False) as clock:
        for number in range(5):
            assert send(exact="at dawn", comment=f"Number {number}").status_code == 302
            clock.shift(timedelta(seconds=20))
        sixth = send(exact="at dawn", comment="Number 6", headers={"X-Forwarded-For": "203.0.113.9"})
        assert sixth.status_code == 429 and sixth["Retry-After"]
        assert "several reports" in refusal(sixth) and "4 minutes" in refusal(sixth)
        assert "Number 6" in sixth.content.decode()
        assert Case.objects.get().count == 5
        clock.shift(timedelta(minutes=5))
        assert send(exact="at dawn", comment="Number 6").status_code == 302


def test_a_proxy_is_believed_where_it_is_ours_and_only_what_it_wrote_itself(send, settings):
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.0/8"), ip_network("10.0.0.0/8")]
    with time_machine.travel(NOON, tick=False):
        for number in range(7):
            forged = f"198.51.100.{number}, 203.0.113.9, 10.0.0.1"
            last = send(comment=f"Number {number}", headers={"X-Forwarded-For": forged})
        assert last.status_code == 429
        assert send(comment="Another", headers={"X-Forwarded-For": "203.0.113.10"}).status_code == 302


def test_one_connection_does_not_become_many_by_counting_through_its_addresses(send, settings):
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.1")]
    with time_machine.travel(NOON, tick=False):
        answers = [
            send(comment=f"Number {number}", headers={"X-Forwarded-For": f"2001:db8:1:2::{number}"}).status_code
            for number in range(1, 7)
        ]
    assert answers == [302] * 5 + [429]


def test_at_the_total_limit_the_newsroom_is_named_and_the_words_are_kept(send, settings):
    settings.REPORTS_PER_HOUR = 2
    with time_machine.travel(NOON, tick=False):
        for _time in range(2):
            send(comment="Something")
        response = send(exact="at dawn", comment="All that I wrote")
    html = response.content.decode()
    assert response.status_code == 429 and "All that I wrote" in html
    assert "mailto:desk@paper.example" in html.partition('role="alert"')[2].partition("<form")[0]
    assert Case.objects.get().count == 2


def test_when_the_database_is_too_busy_the_words_are_kept(send, monkeypatch, caplog):
    def locked(*_args, **_kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr("readers.actions.report", locked)
    response = send(comment="All that I wrote")
    assert response.status_code == 503 and response["Retry-After"] == "60"
    assert "All that I wrote" in response.content.decode()
    assert "could not be taken in" in caplog.text


def test_no_address_is_stored_and_the_hash_of_a_day_says_nothing_the_next(send):
    with time_machine.travel(NOON, tick=False) as clock:
        send(comment="One")
        clock.shift(timedelta(days=1))
        send(comment="Two")
    hashes = set(Sending.objects.values_list("sender", flat=True))
    assert len(hashes) == 2 and not any("127.0.0.1" in each for each in hashes)


def test_what_comes_faster_than_anybody_writes_comes_back_once(send):
    quick = send(after=timedelta(seconds=1), comment="Quick words")
    assert quick.status_code == 409 and "Quick words" in quick.content.decode()
    assert not Case.objects.exists()


def test_a_form_of_yesterday_or_of_another_story_is_to_be_looked_over(client, send, publish, story):
    late = send(after=timedelta(days=2), comment="Slow words")
    assert late.status_code == 409 and "Slow words" in late.content.decode()
    other = open_form(client, publish(headline="Another"))
    for token in (other["token"], "made-up", ""):
        with time_machine.travel(timezone.now() + LATER, tick=False):
            assert client.post(address(story), {"token": token, "comment": "x"}).status_code == 409
    fresh = late.context["form"].data["token"]
    with time_machine.travel(timezone.now() + timedelta(days=2) + LATER * 2, tick=False):
        limits.check_token(fresh, story.pk)


def test_who_fills_the_trap_is_thanked_and_goes_to_the_spam(send):
    assert send(comment="Buy now", website="https://spam.example").status_code == 302
    assert Case.objects.get().state == State.SPAM
    send(comment="Who wrote this?")
    assert Case.objects.get(state=State.NEW).count == 1
