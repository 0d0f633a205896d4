"""What a story said before: each of its public versions, and what differs between two."""

from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import html as parser

from articles import actions, changes
from outlet.models import Outlet
from tests.public.test_pages import rewrite_and_publish


@pytest.fixture
def mended(publish, rita, edna):
    """A story that was public in three versions; the second came with a note."""
    first = publish(headline="Opened in May", body="<p>The tram crossed in May.</p><p>Nobody waved.</p>")
    article = first.article
    actions.save(article, by=rita, changes={"fields": {"headline": "Opened in June"}})
    actions.approve(article, by=edna)
    actions.correct(article, by=edna, text="It opened in June.")
    return rewrite_and_publish(article, rita, edna, body="<p>The tram crossed in June.</p><p>Many waved.</p>")


def compared(client, path):
    """What went and what came, by the part of the page."""
    tree = parser.fromstring(client.get(path).content.decode())
    return {
        part.findtext("h3"): (
            [each.text.strip() for each in part.iter("del")],
            [each.text.strip() for each in part.iter("ins")],
        )
        for part in tree.xpath("//div[@class='changed']")
    }


def test_the_last_change_is_shown_first_and_any_two_versions_can_be_compared(client, mended):
    path = f"{mended.path}changes/"
    assert compared(client, path) == {"Text": (["May.", "Nobody"], ["June.", "Many"])}
    assert compared(client, f"{path}?from=1&to=2") == {"Headline": (["May"], ["June"])}
    assert set(compared(client, f"{path}?from=3&to=1")) == {"Headline", "Text"}
    assert compared(client, f"{path}?from=2&to=2") == {}


def test_captions_and_bylines_are_compared(client, publish, rita, edna):
    article = publish(lead_caption="The bridge in May").article
    actions.save(
        article,
        by=rita,
        changes={"bylines": [{"author": article.bylines.get().author_id, "role": "writer", "text": "R. R."}]},
    )
    edition = rewrite_and_publish(article, rita, edna, lead_caption="The bridge in June")
    assert compared(client, f"{edition.path}changes/") == {
        "Byline": (["Rita Rudenko"], ["R. R."]), "Captions": (["May"], ["June"]),
    }  # fmt: skip


def test_the_page_is_linked_from_the_dates_and_in_no_search_engine(client, mended):
    tree = parser.fromstring(client.get(mended.path).content.decode())
    (link,) = tree.xpath("//p[@class='dates']//a[contains(@href, 'changes')]/@href")
    answer = client.get(link)
    assert answer.status_code == 200
    page = parser.fromstring(answer.content.decode())
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "It opened in June." in page.text_content()
    assert f"article-{mended.article_id}" in answer["Surrogate-Key"].split()


def test_what_has_one_version_has_no_such_page(client, publish):
    edition = publish()
    assert "changes/" not in client.get(edition.path).content.decode()
    assert client.get(f"{edition.path}changes/").status_code == 404


def test_the_outlet_can_switch_it_off(client, mended):
    Outlet.objects.update(shows_changes=False)
    assert "changes/" not in client.get(mended.path).content.decode()
    assert client.get(f"{mended.path}changes/").status_code == 404


@pytest.mark.parametrize("query", ["from=0&to=1", "from=1&to=4", "from=x&to=1"])
def test_a_version_that_is_not_there_answers_404(client, mended, query):
    assert client.get(f"{mended.path}changes/?{query}").status_code == 404


@pytest.mark.parametrize("verb", ["unpublish", "retract", "take_down"])
def test_it_goes_with_its_story(client, mended, ada, verb):
    words = {"words": "We withdraw this."} if verb == "retract" else {}
    getattr(actions, verb)(mended.article, by=ada, reason="A reason", **words)
    assert client.get(f"{mended.path}changes/").status_code == 404


def test_what_was_taken_down_never_comes_back_in_a_comparison(client, mended, ada, rita, edna):
    article = mended.article
    actions.take_down(article, by=ada, reason="Court order")
    actions.save(article, by=rita, changes={"fields": {"headline": "Without the name"}})
    actions.approve(article, by=edna)
    actions.publish(article, by=ada, substantial=False)
    assert client.get(f"{mended.path}changes/").status_code == 404
    assert "changes/" not in client.get(mended.path).content.decode()
    rewrite_and_publish(article, rita, edna, headline="Without any name")
    page = client.get(f"{mended.path}changes/").content.decode()
    assert "<del>the</del>" in page and "Opened in" not in page


def test_neither_drafts_nor_what_lies_ahead_are_shown(client, mended, rita, edna):
    article = mended.article
    actions.save(article, by=rita, changes={"fields": {"headline": "Ahead"}})
    actions.approve(article, by=edna)
    actions.publish(article, by=edna, at=timezone.now() + timedelta(hours=1), substantial=False)
    actions.save(article, by=rita, changes={"fields": {"headline": "Draft"}})
    page = client.get(f"{mended.path}changes/").content.decode()
    assert "Ahead" not in page and "Draft" not in page
    assert client.get(f"{mended.path}changes/?from=1&to=4").status_code == 404


def test_passages_that_moved_or_have_nothing_in_common_are_told_apart():
    old = ["One river, two banks.", "A bridge of wood."]
    new = ["Nothing like it at all here.", "One river, three banks."]
    pieces = list(changes.compared(old, new))
    assert [[(piece.how, piece.words) for piece in passage] for passage in pieces] == [
        [("new", "Nothing like it at all here.")],
        [
            ("same", "One river, "),
            *[("gone", "two"), ("same", " "), ("new", "three"), ("same", " ")],
            ("same", "banks."),
        ],
        [("gone", "A bridge of wood.")],
    ]


def test_one_word_alone_does_not_part_a_change():
    (passage,) = changes.compared(["Now open a window and ring us."], ["Now take a pill, and ring us."])
    assert [piece.words for piece in passage if piece.how == "gone"] == ["open a window"]
