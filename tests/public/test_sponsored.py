"""What readers are told of a story that somebody pays for. That each card says so: tests/public/test_crawl.py."""

import json
import re

import pytest
from lxml import html as parser

from articles import actions, fronts
from articles.cards import Card, Named
from articles.models import Kind, SectionText, TagText
from support.topics import reporting
from tests.public.test_pages import make_tag
from tests.public.test_structured_data import data_of
from tests.support.topics import opened

SITE = "https://zernia.example/"
ZERNIA = {
    "kind": "sponsored",
    "headline": "Peas on the fifth floor",
    "sponsor": "Zernia Seeds",
    "sponsor_url": SITE,
    "disclosure": "Zernia Seeds paid for this and wrote it.",
}
LABELS = {"sponsored": "Sponsored · by Zernia Seeds", "partner": "Partner content with Zernia Seeds"}


@pytest.fixture
def pay(write, rita, chris):
    def pay(article=None, **fields):
        article = article or write(**ZERNIA | fields)
        actions.submit(article, by=rita)
        actions.approve(article, by=chris)
        return actions.publish(article, by=chris)

    return pay


def seen(client, path):
    return parser.fromstring(client.get(path).content.decode())


def text_of(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("kind", LABELS)
def test_its_page_says_so_above_the_headline_and_before_the_text(client, pay, kind):
    edition = pay(kind=kind)
    tree = seen(client, edition.path)
    (article,) = tree.xpath("//article")
    assert text_of(article[0]) == LABELS[kind] and "is-paid" in article.classes
    words = text_of(article)
    order = [LABELS[kind], ZERNIA["headline"], ZERNIA["disclosure"], "To the website of Zernia Seeds", "The first tram"]
    assert sorted(order, key=words.index) == order
    light = text_of(seen(client, f"{edition.path}?lite"))
    assert sorted(order, key=light.rindex) == order


def test_no_other_story_has_anything_of_it(client, publish):
    page = client.get(publish(headline="A report").path).content.decode()
    for word in ("paid", "sponsor", "disclosure"):
        assert word not in page.lower()


@pytest.mark.parametrize("language", ["en", "uk"])
def test_what_nobody_signs_is_signed_by_who_paid(client, write, rita, pay, language):
    article = write(**ZERNIA, language=language, lead_alt_text="A field")
    actions.save(article, by=rita, changes={"bylines": []})
    path = pay(article).path
    (byline,) = seen(client, path).xpath("//p[@class='byline-writers']")
    assert text_of(byline).endswith(" Zernia Seeds")
    (told,) = [
        node for node in data_of(client.get(path).content.decode()) if "AdvertiserContentArticle" in node["@type"]
    ]
    assert told["author"] == [{"@type": "Organization", "name": "Zernia Seeds", "url": SITE}]


@pytest.mark.parametrize("kind", LABELS)
def test_programs_are_told_what_readers_see(client, pay, kind):
    page = client.get(pay(kind=kind).path).content.decode()
    (article,) = [node for node in data_of(page) if "headline" in node]
    assert article["@type"] == ["Article", "AdvertiserContentArticle"]
    assert article["sponsor"] == {"@type": "Organization", "name": "Zernia Seeds", "url": SITE}
    assert [person["name"] for person in article["author"]] == ["Rita Rudenko"]
    tree = parser.fromstring(page)
    assert article["sponsor"]["name"] in tree.xpath("string(//p[@class='paid-label'])")
    assert article["sponsor"]["url"] in tree.xpath("//p[@class='disclosure']/a/@href")
    assert tree.xpath("string(//meta[@property='og:title']/@content)") == f"{LABELS[kind]}: {ZERNIA['headline']}"


def test_news_has_no_sponsor_in_what_programs_are_told(client, publish):
    assert "sponsor" not in json.dumps(data_of(client.get(publish().path).content.decode()))


BODY = """
  <p>Buy <a href="https://zernia.example/peas">peas</a>, <a lang="uk" href="HTTPS://zernia.example/beans">боби</a> or
  <a href="/latest/">read on</a>, <a href="mailto:peas@zernia.example">write</a>.<small data-note="">By <a
  href="https://zernia.example/note">the label</a>.</small></p>
  <ul><li><a href="https://zernia.example/list">All</a></li></ul><aside data-post="https://social.example/1"></aside>
  <aside class="pullquote"><p>Peas.</p><cite><a href="https://zernia.example/cite">Mr. Pea</a></cite></aside>
"""


def test_links_to_other_sites_are_marked_and_the_stored_text_stays_clean(client, write, rita, pay):
    article = write(**ZERNIA, body=BODY)
    elsewhere = [{"target": None, "url": "https://zernia.example/more", "kicker": "", "headline": "More"}]
    actions.save(article, by=rita, changes={"related": elsewhere})
    edition = pay(article)
    for path in (edition.path, f"{edition.path}?lite"):
        tree = seen(client, path)
        links = tree.xpath("//div[@id='article-body']//a | //aside//a") or tree.xpath("//main//a[not(@rel='author')]")
        rels = {link.get("href"): set((link.get("rel") or "").split()) for link in links}
        for href, rel in rels.items():
            is_elsewhere = re.match("https?:", href, re.IGNORECASE) is not None
            assert ({"sponsored", "nofollow"} <= rel) == is_elsewhere, href
        paths = {"peas", "beans", "note", "list", "cite", ""} | ({"more"} if "lite" not in path else set())
        assert {href.rpartition("/")[2] for href in rels if "zernia.example/" in href.lower()} == paths
    article.refresh_from_db()
    assert "rel=" not in article.body and "rel=" not in json.dumps(edition.body.document)


def test_links_of_the_newsroom_are_links(client, publish):
    page = client.get(publish(body=BODY).path).content.decode()
    assert "sponsored" not in page


def test_a_place_with_words_of_its_own_cannot_drop_the_label(client, publish, pay):
    paid = pay(kicker="Spring")
    card = f'<p>Words.</p><aside data-story="{paid.article_id}" data-kicker="Tip" data-headline="Peas"></aside>'
    for path in ("", "?lite"):
        words = text_of(seen(client, publish(headline=f"Balconies{path}", body=card).path + path))
        assert LABELS["sponsored"] in words and "Tip" not in words


def test_pages_about_the_story_say_so_too(client, pay, rita, chris):
    edition = pay()
    actions.save(edition.article, by=rita, changes={"fields": {"body": "<p>Other words.</p>"}})
    actions.approve(edition.article, by=chris)
    actions.correct(edition.article, by=chris, text="Peas are sown in April.")
    for path in (f"{edition.path}changes/", "/corrections/"):
        (link,) = seen(client, path).xpath(
            f"//a[starts-with(@href, '{edition.path}') and text()='{ZERNIA['headline']}']"
        )
        assert LABELS["sponsored"] in text_of(link.getparent().getparent()), path
    assert (
        f"Correction: {LABELS['sponsored']}: {ZERNIA['headline']}" in client.get("/corrections/feed/").content.decode()
    )
    actions.retract(edition.article, by=chris, reason="False", words="It was not true.")
    assert LABELS["sponsored"] in text_of(seen(client, "/corrections/"))


def test_what_changed_tells_that_somebody_pays(client, publish, rita, chris):
    edition = publish(headline=ZERNIA["headline"])
    actions.save(edition.article, by=rita, changes={"fields": ZERNIA})
    actions.approve(edition.article, by=chris)
    actions.publish(edition.article, by=chris, substantial=True, why="It came out late")
    new = {text_of(words) for words in seen(client, f"{edition.path}changes/").xpath("//ins")}
    assert {LABELS["sponsored"], ZERNIA["disclosure"]} <= new


def test_it_never_stands_large_on_a_list(client, publish, pay, write):
    tag = make_tag()
    publish(write(headline="A report", tags=[tag]))
    pay(write(**ZERNIA, tags=[tag]))
    for path in (SectionText.objects.get().path, TagText.objects.get().path):
        tree = seen(client, path)
        assert tree.xpath("//article//a/text()")[0] == ZERNIA["headline"], path  # the newest, and yet
        assert not tree.xpath("//*[contains(@class, 'list-lead')]"), path


# --- the front page -----------------------------------------------------------------------------------

CITY = Named("City", "/city/")


def card(headline, kind="report", **more):
    label = LABELS.get(kind, "")
    return Card(f"/{headline}/", headline, kind_code=kind, section=CITY, picture=object(), label=label, **more)


@pytest.mark.parametrize("kind", LABELS)
def test_the_front_never_leads_with_it_however_new_it_is(kind):
    made = fronts.compose([card("paid", kind), card("old")], [CITY])
    assert (made.lead.headline, made.secondary, made.opinions, made.briefs) == ("old", [], [], [])
    assert [part.cards[0].headline for part in made.sections] == ["paid"]


def test_in_its_section_it_stands_below_the_news():
    news = [card(f"report {number}") for number in range(fronts.SECONDARY + 4)]
    made = fronts.compose([card("paid", "sponsored"), *news], [CITY])
    headlines = [each.headline for each in made.sections[0].cards]
    assert headlines[-1] == "paid" and len(headlines) == fronts.OF_A_SECTION


def test_a_paper_with_nothing_else_has_a_front_without_a_lead(client, pay):
    pay()
    tree = seen(client, "/")
    assert not tree.xpath("//*[contains(@class, 'card-lead') or contains(@class, 'front-top')]")
    assert [text_of(each) for each in tree.xpath("//article//*[@class='paid-label']")] == [LABELS["sponsored"]]


def test_what_the_newsroom_writes_comes_first_where_a_kind_is_chosen():
    assert Kind.values[-2:] == ["sponsored", "partner"]


def test_a_topic_that_it_came_of_says_so_beside_the_link(client, pay, edna):
    topic = opened(edna)
    reporting.link(topic, article=pay().article, by=edna)
    for path in ("/next/", topic.path):
        (outcome,) = seen(client, path).xpath("//*[@class='topic-outcome']")
        assert LABELS["sponsored"] in text_of(outcome)
