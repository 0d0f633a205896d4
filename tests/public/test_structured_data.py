"""What programs are told of a story, and that it is what readers see."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from lxml import html as parser

from articles import actions
from articles.models import AuthorLink, EditionAuthor, Tag, TagText
from body.templatetags.body import json_ld


def data_of(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])["@graph"]


def of_type(graph, name):
    return [node for node in graph if name in (node["@type"] if isinstance(node["@type"], list) else [node["@type"]])]


@pytest.fixture
def story(client, write, publish):
    tag = Tag.objects.create(name="bridges")
    TagText.objects.create(tag=tag, language="en", name="Bridges", slug="bridges")
    edition = publish(write(kind="analysis", headline="Why it holds", dateline="Ust", tags=[tag]))
    AuthorLink.objects.create(author=EditionAuthor.objects.get().author, label="Site", url="https://rita.example/")
    return edition


def test_a_story_says_what_readers_see(client, story):
    page = client.get(story.path).content.decode()
    tree = parser.fromstring(page)
    (article,) = of_type(data_of(page), "NewsArticle")
    assert article["@type"] == ["NewsArticle", "AnalysisNewsArticle"]
    assert article["headline"] == tree.xpath("string(//h1)") == "Why it holds"
    assert article["datePublished"] == tree.xpath("string((//article//time/@datetime)[1])")
    assert [person["name"] for person in article["author"]] == tree.xpath("//article//a[@rel='author']/text()")
    assert article["author"][0]["url"].endswith(tree.xpath("//article//a[@rel='author']/@href")[0])
    assert article["author"][0]["sameAs"] == ["https://rita.example/"]
    assert article["articleSection"] == tree.xpath("string(//nav[@class='breadcrumb wrap']//li[last()])").strip()
    assert article["keywords"] == ["Bridges"]
    assert article["url"] == tree.xpath("string(//link[@rel='canonical']/@href)")


def test_a_picture_says_whose_it_is_in_each_of_its_shapes(client, story):
    graph = data_of(client.get(story.path).content.decode())
    pictures = of_type(graph, "ImageObject")
    assert of_type(graph, "NewsArticle")[0]["image"] == [{"@id": picture["@id"]} for picture in pictures]
    assert [round(picture["width"] / picture["height"], 2) for picture in pictures] == [1.78, 1.33, 1.0]
    for picture in pictures:
        assert (picture["creditText"], picture["representativeOfPage"]) == ("Paper / Iryna Lys", True)
        assert "license" not in picture
        file = client.get(picture["contentUrl"].removeprefix("http://127.0.0.1:8000"))
        assert b"".join(file.streaming_content)[:2] == b"\xff\xd8"  # how a JPEG begins


def test_updated_is_told_as_readers_see_it(client, story, rita, edna):
    actions.save(story.article, by=rita, changes={"fields": {"body": "<p>It holds no longer.</p>"}})
    actions.approve(story.article, by=edna)
    with time_machine.travel(story.live_from + timedelta(hours=3)):
        actions.publish(story.article, by=edna, substantial=True, why="New facts")
        page = client.get(story.path).content.decode()
    (article,) = of_type(data_of(page), "NewsArticle")
    shown = parser.fromstring(page).xpath("//article//p[@class='dates']//time/@datetime")
    assert [article["datePublished"], article["dateModified"]] == shown
    assert article["dateModified"] != article["datePublished"]


def test_the_breadcrumbs_lead_to_this_story(client, story):
    (crumbs,) = of_type(data_of(client.get(story.path).content.decode()), "BreadcrumbList")
    assert [step["position"] for step in crumbs["itemListElement"]] == [1, 2, 3]
    assert crumbs["itemListElement"][-1]["item"].endswith(story.path)


def test_networks_get_a_card(client, story):
    tree = parser.fromstring(client.get(story.path).content.decode())
    card = {meta.get("property") or meta.get("name"): meta.get("content") for meta in tree.xpath("//meta[@content]")}
    assert card["og:title"] == "Why it holds"
    assert card["og:image"].startswith("http://127.0.0.1:8000/media/")
    assert card["article:tag"] == "Bridges"
    assert card["twitter:card"] == "summary_large_image"
    assert card["robots"] == "max-image-preview:large"


def test_no_word_ends_the_script(client, publish):
    evil = "</script><b>&amp;\u2028<!--"
    page = client.get(publish(headline=evil).path).content.decode()
    (article,) = of_type(data_of(page), "NewsArticle")
    assert article["headline"] == evil
    assert "<b>" not in page
    assert json.loads(json_ld({"a": evil})) == {"a": evil}


def test_a_correction_is_told_as_readers_see_it(client, story, edna):
    with time_machine.travel(story.live_from + timedelta(hours=3)):
        actions.correct(story.article, by=edna, text="It holds since 1931, not 1913.")
        page = client.get(story.path).content.decode()
    (article,) = of_type(data_of(page), "NewsArticle")
    tree = parser.fromstring(page)
    (told,) = article["correction"]
    (note,) = tree.xpath("//*[@role='note'][@class='correction']")
    assert told["text"] in note.text_content() and told["url"].endswith(f"{story.path}#{note.get('id')}")
    shown = tree.xpath("//article//p[@class='dates']//time/@datetime")
    assert [article["datePublished"], article["dateModified"]] == shown
    assert told["datePublished"] == article["dateModified"]
    assert tree.xpath("string(//meta[@property='article:modified_time']/@content)") == article["dateModified"]
