"""What readers see of corrections."""

import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree
from lxml import html as parser

from articles import actions, paging
from articles.models import Correction

WRONG = "An earlier version said May. It opened in June."


@pytest.fixture
def weighty(publish, edna, boris):
    """Publishes a grave note on an article, by two persons; gives it."""

    def weighty(article, text=WRONG, **note):
        words = {"kind": "correction", "gravity": "grave", "text": text} | note
        actions.propose_note(article, by=edna, **words)
        return actions.correct(article, by=boris, **words)

    return weighty


def body_of(client, path):
    return parser.fromstring(client.get(path).content.decode())


def test_a_minor_note_stands_at_the_end_and_the_dates_point_to_it(client, publish, edna):
    edition = publish(how_we_reported="We read the plans.")
    note = actions.correct(edition.article, by=edna, text=WRONG)
    tree = body_of(client, edition.path)
    (shown,) = tree.xpath("//div[@id='article-body']/*[@role='note']")
    assert shown is tree.xpath("//div[@id='article-body']/*")[-1]
    assert shown.text_content().startswith("Correction, ") and WRONG in shown.text_content()
    (link,) = tree.xpath("//p[@class='dates']//a[starts-with(@href, '#')]")
    assert (link.text, link.get("href")) == ("Corrected", f"#correction-{note.pk}")


def test_a_grave_note_stands_before_the_text(client, publish, weighty):
    edition = publish()
    weighty(edition.article)
    tree = body_of(client, edition.path)
    assert tree.xpath("//div[@id='article-body']/*")[0].get("role") == "note"
    lite = client.get(f"{edition.path}?lite").content.decode()
    assert lite.index(WRONG) < lite.index("The first tram crossed at dawn.")


def test_notes_follow_the_article_when_it_is_taken_back_and_comes_back(client, publish, edna):
    edition = publish()
    actions.correct(edition.article, by=edna, text=WRONG)
    actions.unpublish(edition.article, by=edna, reason="Checking")
    assert WRONG not in client.get(edition.path).content.decode()
    actions.publish(edition.article, by=edna)
    assert WRONG in client.get(edition.path).content.decode()


def test_a_retraction_is_told_once(client, publish, ada):
    edition = publish()
    actions.retract(edition.article, by=ada, reason="Fabricated", words="We withdraw this story.")
    assert client.get(edition.path).content.decode().count("We withdraw this story.") == 1


def test_a_retracted_story_keeps_its_earlier_notes_where_the_list_leads(client, publish, edna, ada):
    edition = publish()
    note = actions.correct(edition.article, by=edna, text=WRONG)
    actions.retract(edition.article, by=ada, reason="Fabricated", words="We withdraw this story.")
    own = edition.article.corrections.exclude(pk=note.pk).get()
    tree = body_of(client, edition.path)
    links = body_of(client, "/corrections/").xpath("//main//h3/a/@href")
    assert links == [f"{edition.path}#correction-{pk}" for pk in (own.pk, note.pk)]
    said = [tree.get_element_by_id(f"correction-{pk}").text_content() for pk in (own.pk, note.pk)]
    assert "We withdraw this story." in said[0] and WRONG in said[1]


def test_what_was_wrong_stays_at_the_desk_and_markup_is_text(client, publish, edna):
    edition = publish()
    actions.correct(edition.article, by=edna, text="<b>June</b>", was_wrong="Quokka", is_right="Numbat")
    page = client.get(edition.path).content.decode()
    assert "Quokka" not in page and "Numbat" not in page and "Edna" not in page
    assert "&lt;b&gt;June&lt;/b&gt;" in page and "<b>" not in page


def test_a_published_update_stands_under_its_own_word(client, publish, rita, edna):
    edition = publish()
    actions.save(edition.article, by=rita, changes={"fields": {"body": "<p>The council has voted.</p>"}})
    actions.approve(edition.article, by=edna)
    actions.correct(edition.article, by=edna, kind="update", text="The council has voted since.")
    page = client.get(edition.path).content.decode()
    (dates,) = parser.fromstring(page).xpath("//p[@class='dates']")
    assert re.findall("Published|Updated|Corrected", dates.text_content()) == ["Published", "Updated"]
    assert "Update, " in page and Correction.objects.count() == 1


# --- the page of all corrections, and its feed ---


def headlines(client, address="/corrections/"):
    return parser.fromstring(client.get(address).content.decode()).xpath("//main//article//h3//text()")


def test_all_notes_stand_on_one_page_by_month_newest_first(client, publish, edna):
    with time_machine.travel("2026-10-05T09:00:00Z"):
        first = publish(headline="In October").article
        actions.correct(first, by=edna, text=WRONG)
    with time_machine.travel("2026-10-31T23:30:00Z"):  # November has begun in Kyiv
        second = publish(headline="At the turn of the month").article
        actions.correct(second, by=edna, text=WRONG)
        actions.correct(first, by=edna, kind="editors_note", text="We should have asked the other side.")
        page = body_of(client, "/corrections/")
        assert page.xpath("//main//h2/text()") == ["November 2026", "October 2026"]
        assert headlines(client) == ["In October", "At the turn of the month", "In October"]
        assert headlines(client, "/corrections/?kind=editors_note") == ["In October"]
        assert headlines(client, "/corrections/?month=2026-11") == ["In October", "At the turn of the month"]
        assert headlines(client, "/corrections/?month=2026-10&kind=editors_note") == []
        (link,) = page.xpath("//main//article[last()]//h3/a/@href")[-1:]
        assert link.startswith(first.editions.live().get().path + "#correction-")


@pytest.mark.parametrize(
    "query", ["kind=nonsense", "month=2026", "month=2026-13", "month=x", "before=x", "month=9999-12", "month=0000-01"]
)
def test_what_there_cannot_be_answers_404(client, outlet, query):
    assert client.get(f"/corrections/?{query}").status_code == 404


def test_each_language_has_its_notes_and_leads_to_the_other(client, publish, edna):
    actions.correct(publish(headline="In English").article, by=edna, text=WRONG)
    ukrainian = publish(headline="Українською", language="uk", lead_alt_text="Поле").article
    actions.correct(ukrainian, by=edna, text="Міст відкрили в червні.")
    assert headlines(client) == ["In English"]
    assert headlines(client, "/uk/corrections/") == ["Українською"]
    links = body_of(client, "/uk/corrections/").xpath("//link[@hreflang]/@href")
    assert [link.removeprefix("http://127.0.0.1:8000") for link in links] == [
        "/corrections/", "/uk/corrections/", "/corrections/",
    ]  # fmt: skip


def test_the_list_follows_its_articles(client, publish, ada):
    kept, gone, lost, taken = (publish(headline=f"Story {number}").article for number in range(4))
    for article in (kept, gone, lost, taken):
        actions.correct(article, by=ada, text=WRONG)
    actions.unpublish(gone, by=ada, reason="Checking")
    actions.retract(lost, by=ada, reason="Fabricated", words="We withdraw this story.")
    actions.take_down(taken, by=ada, reason="Court order")
    assert headlines(client) == ["Story 2", "Story 2", "Story 0"]
    actions.publish(gone, by=ada)
    assert headlines(client) == ["Story 2", "Story 2", "Story 1", "Story 0"]


def test_a_later_page_begins_after_a_note_and_keeps_the_choice(client, publish, edna, monkeypatch):
    monkeypatch.setattr(paging, "PAGE", 2)
    article = publish().article
    for number in range(5):
        actions.correct(article, by=edna, text=f"Note {number}.")
    seen, address = [], "/corrections/?kind=correction"
    while address:
        tree = body_of(client, address)
        seen += re.findall(r"Note \d", tree.text_content())
        actions.correct(article, by=edna, kind="editors_note", text="Newer.")
        address = next((f"/corrections/{link}" for link in tree.xpath("//a[@rel='next']/@href")), "")
    assert seen == [f"Note {number}" for number in reversed(range(5))]


def test_the_feed_says_what_the_page_says(client, publish, edna):
    edition = publish(headline="The bridge & the <tram>")
    note = actions.correct(edition.article, by=edna, text="May & <June>.")
    answer = client.get("/corrections/feed/")
    assert answer["Content-Type"].startswith("application/atom+xml")
    tree = etree.fromstring(answer.content)
    (entry,) = tree.findall("{*}entry")
    assert entry.findtext("{*}title") == "Correction: The bridge & the <tram>"
    assert entry.findtext("{*}summary") == "May & <June>."
    assert entry.find("{*}link").get("href").endswith(f"{edition.path}#correction-{note.pk}")
    assert entry.findtext("{*}id") == f"tag:127.0.0.1,2026:correction:{note.pk}"
    assert {f"article-{edition.article_id}", "corrections-en"} <= set(answer["Surrogate-Key"].split())
    assert client.get("/corrections/feed/", headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_the_page_asks_the_database_little_however_many_notes_there_are(client, publish, edna):
    article = publish().article
    for number in range(7):
        actions.correct(article, by=edna, text=f"Note {number}.")
    with CaptureQueriesContext(connection) as queries:
        client.get("/corrections/")
    assert len(queries) == 4
