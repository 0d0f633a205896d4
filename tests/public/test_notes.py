"""Footnotes and words in another language, as readers have them."""

import re

import pytest

from articles import actions
from outlet import actions as pages

NOTE = '<small data-note="">{}</small>'.format
BODY = (
    f"<p>Nine engines{NOTE('By <em>the</em> plan.')}, of six.</p>"
    f'<p lang="pl">Dwa{NOTE("Po polsku.")}.</p><p>Said <span lang="ar">سلام</span>, <span lang="xx">so</span>.</p>'
)


def shown(html):
    return html[html.index("<main") : html.index("</main>")]


@pytest.mark.parametrize("query", ["", "?lite"])
def test_each_number_leads_to_its_note_and_back(client, publish, query):
    html = shown(client.get(publish(body=BODY).path + query).content.decode())
    for number in "12":
        assert html.count(f'id="note-{number}"') == html.count(f'href="#note-{number}"') == 1
        assert html.count(f'id="note-{number}-from"') == html.count(f'href="#note-{number}-from"') == 1
    assert "data-note" not in html
    order = [
        html.index(each) for each in ('href="#note-1"', 'href="#note-2"', ">Notes<", "By <em>the</em>", "Po polsku.")
    ]
    assert order == sorted(order)
    assert re.search(r'<span lang="pl">Po polsku\.</span>', html)


def test_a_text_without_notes_has_no_heading_for_them(client, publish):
    assert "doc-endnotes" not in client.get(publish(body="<p>Text.</p>").path).content.decode()


def test_languages_of_passages_stand_in_the_page_with_their_direction(client, publish):
    html = client.get(publish(body=BODY).path).content.decode()
    assert '<span lang="ar" dir="rtl">سلام</span>, so.' in html
    assert re.search(r'<p id="\w+" lang="pl">Dwa', html)


def test_in_ukrainian_notes_are_named_in_ukrainian(client, publish):
    html = client.get(publish(body=BODY, language="uk", lead_alt_text="Поле").path).content.decode()
    assert ">Примітки<" in html and 'aria-label="Виноска 1"' in html
    assert 'aria-label="Назад до тексту, до виноски 2"' in html


def test_a_story_is_as_long_as_its_running_text_and_its_notes_are_kept_in_every_version(publish, rita):
    edition = publish(body=BODY)
    assert edition.word_count == 8
    assert NOTE("By <em>the</em> plan.") in edition.body.document["blocks"][0]["html"]
    actions.save(edition.article, by=rita, changes={"fields": {"body": BODY.replace("plan", "map")}})
    assert (
        NOTE("By <em>the</em> map.") in edition.article.revisions.order_by("number").last().snapshot["fields"]["body"]
    )


def test_a_standing_page_has_notes_too_and_none_in_its_description(client, outlet, edna, ada):
    about = pages.begin("about", by=edna, language="en")
    pages.save(about, by=edna, title="About us", slug="about", body=BODY)
    pages.publish(about, by=ada)
    html = client.get("/about/").content.decode()
    assert '<meta name="description" content="Nine engines, of six.">' in html
    assert shown(html).count('href="#note-2"') == 1 and "doc-endnotes" in html
