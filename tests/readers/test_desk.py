"""The desk finds what readers report, mends it, and answers."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import unquote

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from activity.models import Entry
from articles import actions
from articles.models import SectionLimit
from articles.refusals import NotAllowed, WrongState
from jobs.models import Message
from readers import counts
from readers.deciding import decide
from readers.models import Case, State
from tests.cast import make_section
from tests.readers.reports import reported

QUEUE = reverse("admin:readers_case_changelist")
BODY = "<p>Before it.</p><p>The first <a href='https://a.example/'>tram</a> crossed at dawn.</p><p>After it.</p>"


@pytest.fixture
def story(publish):
    return publish(body=BODY)


def page_of(client, case):
    return client.get(reverse("admin:readers_case_change", args=[case.pk])).content.decode()


def press(client, case, state, **data):
    address = reverse("admin:readers_case_change", args=[case.pk])
    return client.post(address, {"state": state} | data, follow=True)


def passages(client, query=""):
    page = client.get(QUEUE + query)
    return [case.exact for case in page.context["cl"].result_list]


def letters():
    return [message.payload for message in Message.objects.filter(topic="mail").order_by("pk")]


def test_what_is_most_reported_stands_first(client, edna, story):
    client.force_login(edna)
    reported(story, "Before it", address="192.0.2.1")
    for number in range(3):
        reported(story, "tram crossed", f"Comment {number}", address=f"192.0.2.{number}")
    assert passages(client) == ["tram crossed", "Before it"]


def test_the_queue_holds_what_is_new_unless_more_is_asked_for(client, edna, story):
    client.force_login(edna)
    first, _second = reported(story, "Before it"), reported(story, "After it")
    decide(first, state=State.SPAM, by=edna)
    assert passages(client) == ["After it"]
    assert passages(client, "?state=spam") == ["Before it"]
    assert len(passages(client, "?state=all")) == 2


def test_the_passage_is_marked_in_the_article_and_mended_where_it_stands(client, edna, rita, story):
    client.force_login(edna)
    case = reported(story, "tram crossed at dawn")
    actions.save(story.article, by=rita, changes={"fields": {"body": "<p>A new beginning.</p>" + BODY}})
    html = page_of(client, case)
    assert "The first <mark>tram crossed at dawn</mark>." in html
    link = html.partition(f'href="{reverse("admin:articles_article_change", args=[story.article_id])}?')[2]
    assert unquote(link.partition('"')[0]) == "place=tram crossed at dawn#id_body"


def test_a_passage_over_two_paragraphs_leads_to_the_first(client, edna, story):
    client.force_login(edna)
    html = page_of(client, reported(story, "Before it. The first"))
    assert "<mark>Before it.</mark>" in html and "<mark>The first</mark> tram" in html
    assert "place=Before%20it.#id_body" in html


def test_a_headline_is_mended_in_its_field(client, edna, story):
    client.force_login(edna)
    assert "#id_headline" in page_of(client, reported(story, "The bridge is open"))


def test_a_public_note_is_begun_from_what_readers_said(client, edna, story):
    client.force_login(edna)
    page = page_of(client, reported(story, "tram crossed"))
    [address] = re.findall(r'href="([^"]+/verb/correct/[^"]*)"', page)
    note = client.get(unescape(address)).content.decode()
    assert re.search(r'name="was_wrong"[^>]*>\s*tram crossed<', note)


def test_words_that_are_gone_are_said_to_be_changed(client, edna, rita, story):
    client.force_login(edna)
    case = reported(story, "tram crossed at dawn")
    actions.save(story.article, by=rita, changes={"fields": {"body": BODY.replace("dawn", "noon")}})
    html = page_of(client, case)
    assert "Changed since" in html and "<mark>tram crossed at dawn</mark>" in html


def test_markup_in_a_report_is_shown_as_text(client, edna, story):
    client.force_login(edna)
    evil = "<script>alert(1)</script>"
    html = page_of(client, reported(story, "Before it", evil, name=evil))
    assert "<script>alert" not in html and html.count("&lt;script&gt;alert(1)") == 2


def test_who_was_right_is_thanked_in_the_language_of_the_page(client, edna, publish):
    client.force_login(edna)
    edition = publish(language="uk", lead_alt_text="Поле", headline="Міст", body="<p>П’ять мостів.</p>")
    case = reported(edition, "П’ять мостів", email="lida@home.example")
    reported(edition, "П’ять мостів", "Again", email="LIDA@home.example")
    reported(edition, "П’ять мостів", "Without an address", address="192.0.2.7")
    page = press(client, case, "accepted", answer="Їх шість.").content.decode()
    assert "1 reader is written to" in page
    (letter,) = letters()
    assert letter["to"] == "lida@home.example" and "Міст" in letter["subject"]
    assert edition.path in letter["body"] and "П’ять мостів" in letter["body"] and "Їх шість." in letter["body"]
    assert mail.outbox == []
    case.refresh_from_db()
    assert (case.state, case.decided_by) == (State.ACCEPTED, edna)
    assert Entry.objects.about(case).get().verb == "report-accept"


def test_who_was_wrong_is_written_to_only_where_there_is_something_to_say(client, edna, story):
    client.force_login(edna)
    press(client, reported(story, "Before it", email="a@home.example"), "declined")
    press(client, reported(story, "After it", email="b@home.example"), "spam", answer="Go away")
    assert letters() == []
    press(client, reported(story, email="c@home.example"), "declined", answer="It was dawn.")
    assert "It was dawn." in letters()[0]["body"] and "you were right" not in letters()[0]["body"]


def test_what_comes_after_a_decision_is_a_new_case(edna, story):
    case = reported(story, "Before it")
    decide(case, state=State.DECLINED, by=edna)
    with pytest.raises(WrongState):
        decide(case, state=State.DECLINED, by=edna)
    assert reported(story, "Before it").pk != case.pk
    assert Case.objects.filter(state=State.NEW).count() == 1


def test_only_who_edits_the_article_decides(client, rita, edna, story):
    case = reported(story, "Before it")
    with pytest.raises(NotAllowed):
        decide(case, state=State.ACCEPTED, by=rita)
    SectionLimit.objects.create(user=edna, section=make_section("Culture", "culture"))
    client.force_login(edna)
    assert passages(client) == []
    assert client.get(reverse("admin:readers_case_change", args=[case.pk])).status_code == 404
    assert press(client, case, "accepted").status_code == 404


def test_counts_by_month_and_section(client, edna, story, publish, outlet):
    now = timezone.now()
    for number in range(3):
        reported(story, "tram crossed", f"Comment {number}", at=now - timedelta(days=40), address=f"192.0.2.{number}")
    decide(Case.objects.get(), state=State.ACCEPTED, by=edna)
    decide(reported(story, "Before it", at=now), state=State.DECLINED, by=edna)
    decide(reported(story, "After it", at=now), state=State.SPAM, by=edna)
    reported(publish(headline="Another", section=make_section("Science", "science").pk), at=now)
    total, city, science = counts.rows(edna)
    assert (total.total.reports, total.total.share, total.total.hours) == (5, 50, 480)
    assert [(row.name, row.total.reports, row.total.share) for row in (city, science)] == [
        ("City", 4, 50), ("Science", 1, None),
    ]  # fmt: skip
    assert sum(bar.tally.reports for bar in total.bars) == 5 and total.bars[-1].tally.reports == 2
    client.force_login(edna)
    page = client.get(reverse("admin:readers_case_counts")).content.decode()
    assert "Science" in page and "50 %" in page


# --- the public note that comes of a report ----------------------------------------------------


def correct(client, case, **words):
    """Presses “Correct publicly” on the page of a case, and sends what the page asks."""
    [address] = re.findall(r'href="([^"]+/verb/correct/[^"]*)"', page_of(client, case))
    form = client.get(unescape(address)).context["form"]
    asked = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    return client.post(unescape(address), asked | words, follow=True)


def test_a_note_begun_from_a_report_belongs_to_it_and_thanks_the_reader(client, edna, rita, story):
    case = reported(story, "crossed at dawn", email="lida@home.example")
    actions.save(story.article, by=rita, changes={"fields": {"body": BODY.replace("dawn", "noon")}})
    actions.approve(story.article, by=edna)
    client.force_login(edna)
    correct(client, case, kind="correction", gravity="minor", text="The tram crossed at noon.")
    note = story.article.corrections.get()
    case.refresh_from_db()
    assert (case.correction, case.state, case.decided_by) == (note, State.ACCEPTED, edna)
    (letter,) = letters()
    assert f"{story.path}#correction-{note.pk}" in letter["body"] and "The tram crossed at noon." in letter["body"]
    page = page_of(client, case)
    assert f'href="{story.path}#correction-{note.pk}"' in page and "The tram crossed at noon." in page


def test_a_grave_note_answers_the_report_when_a_second_person_agrees(client, edna, boris, story):
    case = reported(story, "crossed at dawn", email="lida@home.example")
    client.force_login(edna)
    correct(client, case, kind="correction", gravity="grave", text="No tram crossed.")
    case.refresh_from_db()
    assert (case.correction, case.state, letters()) == (None, State.NEW, [])
    client.force_login(boris)
    correct(client, case)
    case.refresh_from_db()
    assert (case.correction, case.state) == (story.article.corrections.get(), State.ACCEPTED)
    assert len(letters()) == 1


def test_a_note_answers_no_report_but_the_one_it_was_begun_from(client, edna, publish, story):
    other = reported(publish(headline="Another"), email="lida@home.example")
    for because in ("", f"report:{other.pk}", "report:", "report:x", f"report:{'9' * 30}"):
        actions.correct(story.article, by=edna, text="It was noon.", because=because)
    other.refresh_from_db()
    assert (other.correction, other.state, letters()) == (None, State.NEW, [])


def test_a_declined_report_keeps_its_decision_and_knows_the_note(edna, story):
    case = reported(story, "crossed at dawn", email="lida@home.example")
    decide(case, state=State.DECLINED, by=edna)
    note = actions.correct(story.article, by=edna, text="It was noon.", because=f"report:{case.pk}")
    case.refresh_from_db()
    assert (case.correction, case.state, letters()) == (note, State.DECLINED, [])


def test_the_board_shows_what_waits_and_how_the_newsroom_does(client, edna, rita, story):
    client.force_login(edna)
    assert "No reader has reported anything that waits." in client.get("/admin/").content.decode()
    decide(reported(story, "Before it"), state=State.ACCEPTED, by=edna)
    reported(story, "tram crossed")
    board = client.get("/admin/").content.decode()
    assert "“tram crossed”" in board and "2 reports in twelve months" in board and "100 % accepted" in board
    assert reverse("admin:readers_case_counts") in board
    client.force_login(rita)
    assert "tram crossed" not in client.get("/admin/").content.decode()
