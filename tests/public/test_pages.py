"""What readers find at an address."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import actions, addresses
from articles.models import Address, Edition, SectionText, Tag, TagText
from jobs.models import Message
from tests.cast import make_picture


def rewrite_and_publish(article, rita, edna, *, substantial=True, **fields):
    actions.save(article, by=rita, changes={"fields": fields})
    actions.approve(article, by=edna)
    return actions.publish(article, by=edna, substantial=substantial, why="New facts")


def make_tag(name="bridges"):
    tag = Tag.objects.create(name=name)
    addresses.settle(TagText.objects.create(tag=tag, language="en", name=name.capitalize(), slug=name))
    return tag


def test_a_reader_sees_every_element_of_a_story(client, write, publish, settings):
    other = publish(headline="The flood of 1931", kicker="")
    picture = make_picture("olive")
    edition = publish(
        write(
            kind="analysis",
            headline="Why the dam holds",
            standfirst="Nine engineers and one winter.",
            dateline="Ust",
            how_we_reported="We read the plans.",
            tags=[make_tag()],
            related=[
                {"target": other.article_id, "url": "", "kicker": "", "headline": ""},
                {"target": None, "url": "https://dams.example/", "kicker": "", "headline": "Dams explained"},
            ],
            body=(
                "<p>It holds, <a href='https://plan.example/'>says the plan</a>.</p><h2>Concrete</h2>"
                "<ul><li>first</li><li>second</li></ul>"
                f"<figure data-image='{picture.pk}'><figcaption>The olive dam</figcaption></figure>"
                f"<aside data-story='{other.article_id}' data-kicker='History repeating'></aside>"
                "<aside class='pullquote'><p>Water is patient.</p></aside>"
            ),
        )
    )
    response = client.get(edition.path)
    html = response.content.decode()
    assert response.status_code == 200
    in_order = [
        "<h1>Why the dam holds</h1>", "Analysis", "Nine engineers", "Rita Rudenko", "Published", "A field in teal",
        "Source: Paper / Iryna Lys", "says the plan", "Concrete", "<li>second</li>", "The olive dam",
        "History repeating", ">The flood of 1931<", "Water is patient.", "We read the plans.", "Bridges", "Dams explained",
    ]  # fmt: skip
    html = html[html.index("<main") :]
    positions = [html.find(words) for words in in_order]
    assert -1 not in positions, in_order[positions.index(-1)]
    assert positions == sorted(positions)


def test_a_card_vanishes_when_its_story_is_withdrawn(client, write, publish, edna):
    other = publish(headline="The flood of 1931")
    edition = publish(body=f"<p>Text.</p><aside data-story='{other.article_id}'></aside>", headline="Today")
    assert "The flood of 1931" in client.get(edition.path).content.decode()
    actions.unpublish(other.article, by=edna, reason="Checking.")
    assert "The flood of 1931" not in client.get(edition.path).content.decode()


def test_no_word_of_a_draft_is_public(client, write, publish, rita):
    edition = publish(headline="Public words")
    actions.save(edition.article, by=rita, changes={"fields": {"headline": "Secret words", "body": "<p>Secret</p>"}})
    write(headline="Secret draft")
    for path in ("/", edition.path, "/sections/city/", "/authors/rita-rudenko/"):
        assert "Secret" not in client.get(path).content.decode()


def test_a_story_ahead_answers_404_until_its_time(client, publish):
    edition = publish(at=timezone.now() + timedelta(hours=2))
    assert client.get(edition.path).status_code == 404
    with time_machine.travel(edition.live_from):
        assert client.get(edition.path).status_code == 200


@pytest.mark.parametrize(("verb", "status"), [("unpublish", 410), ("retract", 200), ("take_down", 451)])
def test_a_withdrawn_story_leaves_its_notice_and_no_word_of_its_text(client, publish, ada, verb, status):
    edition = publish(headline="It was so", body="<p>Withdrawn words.</p>")
    words = {"words": "We were wrong."} if verb == "retract" else {}
    getattr(actions, verb)(edition.article, by=ada, reason="Secret reason", **words)
    response = client.get(edition.path)
    html = response.content.decode()
    assert response.status_code == status
    assert "Withdrawn words" not in html and "Secret reason" not in html
    assert ("We were wrong." in html) == (verb == "retract")
    assert "It was so" not in client.get("/").content.decode()


def test_an_old_path_is_sent_on_and_going_back_makes_no_circle(client, publish, rita, edna):
    first = publish(slug="one")
    second = rewrite_and_publish(first.article, rita, edna, slug="two")
    response = client.get(first.path)
    assert (response.status_code, response["Location"]) == (301, second.path)
    assert "max-age=3600" in response["Cache-Control"]
    rewrite_and_publish(first.article, rita, edna, slug="one")
    assert client.get(first.path).status_code == 200
    assert client.get(second.path)["Location"] == first.path


def test_a_path_that_has_not_begun_answers_404_while_the_story_is_elsewhere(client, publish, rita, edna):
    first = publish(slug="one")
    actions.save(first.article, by=rita, changes={"fields": {"slug": "two"}})
    actions.approve(first.article, by=edna)
    ahead = actions.publish(first.article, by=edna, at=timezone.now() + timedelta(hours=1), substantial=False)
    assert client.get(ahead.path).status_code == 404
    assert client.get(first.path).status_code == 200


def test_a_renamed_section_is_found_at_its_old_path(client, publish):
    publish()
    text = SectionText.objects.get(slug="city")
    text.slug = "town"
    text.save()
    addresses.settle(text)
    assert client.get("/sections/city/")["Location"] == "/sections/town/"
    assert Address.objects.filter(section=text.section).count() == 2


def test_each_language_has_its_own_front(client, publish, outlet):
    publish(headline="In English")
    publish(headline="Українською", language="uk", lead_alt_text="Поле")
    assert "Українською" not in client.get("/").content.decode()
    page = client.get("/uk/")
    assert "Українською" in page.content.decode() and 'lang="uk"' in page.content.decode()
    assert Edition.objects.get(language="uk").path.startswith("/uk/")


def test_unknown_addresses_answer_404(client, outlet):
    for path in (
        "/nothing/",
        "/2026/01/01/nothing/",
        "/sections/x/",
        "/authors/x/",
        "/tags/x/",
        "/uk/tags/x/",
        "/latest/?before=x",
    ):
        response = client.get(path)
        assert response.status_code == 404, path
        words = "Тут нічого немає" if path.startswith("/uk/") else "There is nothing here"
        assert words in response.content.decode()


def test_paging_shows_every_story_once_while_new_ones_come(client, publish, write):
    from articles import paging

    for number in range(5):
        publish(headline=f"Story {number}")
    size, paging.PAGE = paging.PAGE, 2
    try:
        seen, path = [], "/latest/"
        while path:
            response = client.get(path)
            seen += [card.headline for card in response.context["cards"]]
            publish(headline="Newer")
            path = f"/latest/?before={response.context['older']}" if response.context["older"] else ""
    finally:
        paging.PAGE = size
    assert seen == [f"Story {number}" for number in reversed(range(5))]


def test_public_answers_can_be_kept_and_know_no_one(client, publish, rita):
    edition = publish()
    client.force_login(rita)
    for path in ("/", edition.path, "/sections/city/", "/authors/rita-rudenko/"):
        response = client.get(path)
        assert "Set-Cookie" not in response and not response.cookies
        assert "Cookie" not in response.get("Vary", "") and "Accept-Language" not in response.get("Vary", "")
        assert response["Cache-Control"].startswith("public")
        assert client.get(path, headers={"If-None-Match": response["ETag"]}).status_code == 304
        assert client.post(path).status_code == 405
    assert f"article-{edition.article_id}" in client.get(edition.path)["Surrogate-Key"].split()


def test_a_cache_lets_go_when_the_next_story_begins(client, publish):
    publish(at=timezone.now() + timedelta(seconds=40), headline="Soon")
    edition = publish(headline="Now")
    ages = dict(part.strip().split("=") for part in client.get(edition.path)["Cache-Control"].split(",") if "=" in part)
    assert int(ages["s-maxage"]) + int(ages["stale-while-revalidate"]) <= 40


def test_who_asks_too_early_does_not_keep_the_answer_for_others(client, publish):
    edition = publish(at=timezone.now() + timedelta(seconds=40))
    early = client.get(edition.path)
    ages = dict(part.strip().split("=") for part in early["Cache-Control"].split(",") if "=" in part)
    assert early.status_code == 404
    assert int(ages["s-maxage"]) + int(ages["stale-while-revalidate"]) <= 40
    assert all("missing" in message.payload["keys"] for message in Message.objects.filter(topic="purge"))


def test_markup_in_plain_fields_is_shown_as_text(client, publish):
    evil = "<script>alert(1)</script>"
    html = client.get(publish(headline=evil, standfirst=evil, kicker=evil, dateline=evil).path).content.decode()
    assert "<script>" not in html and html.count("&lt;script&gt;") >= 4
