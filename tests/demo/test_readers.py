"""What others find on every article of the demo: programs that know nothing of us, and what readers see themselves.

The paper is loaded once, in a transaction that is taken back, with plain colours for its pictures: here it counts
which picture stands where, not what it shows.
"""

import io
import json
import re
from dataclasses import dataclass
from datetime import datetime

import lxml.html
import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings
from django.utils import translation
from django.utils.formats import date_format
from PIL import Image as Pillow

from articles.figures import Picture
from articles.models import AuthorText, Edition, Role
from articles.paid import label
from body import text
from demo import loading
from demo.pictures import PICTURES
from outlet.models import Outlet
from tools import readers

pytestmark = pytest.mark.django_db  # asks for the database; the tests themselves read nothing from it

NOTE = re.compile(r"<small data-note.*?</small>")


@dataclass(frozen=True)
class Story:
    """What an edition holds, and the page on which others look for it. Moments are to the second."""

    url: str
    page: str
    language: str
    headline: str
    writers: list[str]
    others: list[str]
    published: datetime
    updated: datetime | None
    description: str
    lead: str
    shared: str
    parts: list[str]
    label: str
    is_signed: bool

    @property
    def shared_headline(self):
        """That of the card: away from the paper the label stands with it."""
        return ": ".join(filter(None, [self.label, self.headline]))

    @property
    def tree(self):
        return lxml.html.document_fromstring(self.page)

    def seen(self, path):
        """What stands on the page at these places, each without the space around and inside."""
        return [words(element) for element in self.tree.xpath(path)]


def words(element):
    return " ".join((element if isinstance(element, str) else element.text_content()).split())


def moment(stamp):
    return datetime.fromisoformat(stamp)


def plain(keys):
    """In place of the drawings: their size and one colour. No two files are the same."""
    for key in keys:
        file = io.BytesIO()
        Pillow.new("RGB", PICTURES[key].size, "teal").save(file, "JPEG", comment=key)
        yield key, file.getvalue()


def names(edition, *, is_writer):
    rows = edition.by.filter(role=Role.WRITER) if is_writer else edition.by.exclude(role=Role.WRITER)
    authors = rows.order_by("order").values_list("author", flat=True)
    known = dict(AuthorText.objects.filter(language=edition.language).values_list("author", "name"))
    return [known[author] for author in authors]


def parts(paragraph):
    """The words of a paragraph; where a footnote parts them, readers may bring its number in between."""
    return [text.plain([paragraph | {"html": part}]) for part in NOTE.split(paragraph["html"])]


def story(edition, zone):
    lead = Picture.of(edition.lead_image) if edition.lead_image else None
    blocks = edition.body.document["blocks"]
    newest = edition.article.corrections.first()
    updated = newest.published_at if newest else edition.updated_at
    return Story(
        url=settings.SITE_URL + edition.path,
        page=Client().get(edition.path).content.decode(),
        language=edition.language,
        headline=edition.headline,
        writers=names(edition, is_writer=True) or [edition.sponsor],
        others=names(edition, is_writer=False),
        published=edition.first_published_at.astimezone(zone).replace(microsecond=0),
        updated=updated and updated.astimezone(zone).replace(microsecond=0),
        description=edition.seo_description or edition.standfirst,
        lead=f"{settings.SITE_URL}{lead.as_lead.src}" if lead else "",
        shared=f"{settings.SITE_URL}{lead.social.src}" if lead else "",
        parts=[words(part) for block in blocks if block["type"] == "paragraph" for part in parts(block)],
        is_signed=edition.by.exists(),
        label=label_of(edition),
    )


def label_of(edition):
    """In the language of its page."""
    with translation.override(edition.language):
        return str(label(edition.kind, edition.sponsor))


@pytest.fixture(scope="module")
def stories(django_db_setup, django_db_blocker, tmp_path_factory):
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(loading, "jpegs", plain)
        loading.Loader().load()
        zone = Outlet.objects.get().zone
        found = [story(edition, zone) for edition in Edition.objects.live().select_related("lead_image", "body")]
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="module")
def firefox(stories):
    return readers.readability({story.url: story.page for story in stories})


def assert_is_its_text(found, story):
    """Every paragraph is there, from the first to the last, and no line that stands elsewhere on the page."""
    lines = [line for line in (words(line).strip("|- ") for line in found.splitlines()) if line]
    assert [part for part in story.parts if not any(part in line for line in lines)] == [], story.url
    own = story.tree.xpath("//article/p[@class='standfirst' or @class='age'] | //*[@id='article-body']")
    for card in [card for element in own for card in element.xpath(".//aside")]:
        card.drop_tree()
    whole = "".join("".join(words(element).split()) for element in own)
    assert [line for line in lines if re.sub(r"[ |]", "", line) not in whole] == [], story.url
    for headline in story.seen("//*[@class='story-card-headline']"):
        assert headline not in " ".join(lines), story.url


def test_the_paper_has_what_a_reader_can_stumble_over(stories):
    assert {story.language for story in stories} == {"en", "uk"} and len(stories) >= 36
    assert any(story.updated for story in stories) and any(story.others for story in stories)
    assert any(story.seen("//*[@id='article-body']//aside[@class='story-card']") for story in stories)
    assert any(not story.lead for story in stories)


def test_search_engines_find_everything(stories):
    """extruct gives all but the text, which stands on the page and not in the structured data."""
    for story in stories:
        found = readers.structured(story.page, story.url)
        assert (found.headline, found.authors) == (story.headline, story.writers), story.url
        assert moment(found.published) == story.published, story.url
        assert moment(found.modified) == (story.updated or story.published), story.url
        assert (found.picture, found.language) == (story.shared, story.language), story.url


def test_networks_find_the_card(stories):
    for story in stories:
        card = readers.card(story.page, story.url)
        assert (card["og:title"], card["og:url"]) == ([story.shared_headline], [story.url])
        assert card.get("og:image", []) == [story.shared][: bool(story.shared)], story.url
        assert card["og:locale"][0].startswith(story.language), story.url
        assert [moment(value) for value in card["article:published_time"]] == [story.published], story.url
        assert [moment(value) for value in card.get("article:modified_time", [])] == [story.updated][
            : bool(story.updated)
        ], story.url


def test_archives_find_everything(stories):
    """trafilatura tells days and not hours, no date of a change, and the language only by refusing any other.

    It takes an author who has no page here, as a sponsor has none, with the word before the name.
    """
    for story in stories:
        found = readers.archived(story.page, story.url, story.language)
        assert found.headline == story.shared_headline, story.url
        assert found.authors == story.writers or (not story.is_signed and len(found.authors) == 1), story.url
        assert found.published == story.published.date().isoformat(), story.url
        assert found.picture == story.shared, story.url
        assert_is_its_text(found.text, story)
        other = "uk" if story.language == "en" else "en"
        assert readers.archived(story.page, story.url, other) is None, story.url


def test_the_reader_of_firefox_finds_everything(stories, firefox):
    """It tells no date of a change, and gives the byline as it stands on the page, with the word before the names.

    It takes the names from the page, as it cannot read structured data in which an article has two types.
    """
    for story in stories:
        found = firefox[story.url]
        assert found.headline == story.shared_headline
        assert found.authors == story.seen("//p[@class='byline-writers']"), story.url
        assert found.authors[0].endswith(" " + ", ".join(story.writers)), story.url
        assert moment(found.published) == story.published, story.url
        assert found.language == story.language, story.url
        if story.lead:
            assert found.picture == story.lead, story.url
        assert_is_its_text(found.text, story)
        for standfirst in story.seen("//p[@class='standfirst' or @class='disclosure']"):
            assert standfirst in words(found.text), story.url


def test_what_is_seen_is_what_is_told(stories):
    """Headline, section, topics and pictures: on the page, in JSON-LD and in Open Graph."""
    for story in stories:
        told, card = article(story), readers.card(story.page, story.url)
        assert story.seen("//h1") == [told["headline"]] == [story.headline]
        assert card["og:title"] == [story.shared_headline]
        assert story.seen("//article/p[@class='paid-label']") == [story.label][: bool(story.label)], story.url
        assert (told.get("sponsor", {}).get("name", "") in story.label) == bool(story.label or "sponsor" not in told)
        assert told.get("description", "") == card["og:description"][0] == story.description, story.url
        assert story.seen("//nav[contains(@class, 'breadcrumb')]//li")[-1:] == [told["articleSection"]], story.url
        assert card["article:section"] == [told["articleSection"]], story.url
        assert story.seen("//a[@rel='tag']") == told["keywords"] == card["article:tag"], story.url
        assert story.seen("//html/@lang") == story.seen("//article/@lang") == [told["inLanguage"]], story.url
        assert story.seen("//link[@rel='canonical']/@href") == [told["url"]] == card["og:url"], story.url
        assert story.seen("//*[contains(@class, 'picture-lead')]//img/@alt") == card.get("og:image:alt", []), story.url
        shown = story.seen("//*[contains(@class, 'picture-lead')]//figcaption")
        pictures = [picture for picture in graph(story) if picture.get("representativeOfPage")]
        assert len(pictures) == 3 * len(shown), story.url
        for picture in pictures:
            assert picture["caption"] in shown[0] and picture["creditText"] in shown[0], story.url


def test_the_authors_who_are_seen_are_those_who_are_told(stories):
    for story in stories:
        told = article(story)
        if not story.is_signed:
            assert told["author"] == [told["sponsor"]] and told["sponsor"]["name"] == story.writers[0], story.url
            assert story.seen("//p[@class='byline-writers']")[0].endswith(f" {story.writers[0]}"), story.url
            continue
        writers = "//p[@class='byline-writers']//a[@rel='author']"
        assert story.seen(writers) == [author["name"] for author in told["author"]] == story.writers, story.url
        addresses = [settings.SITE_URL + path for path in story.seen(f"{writers}/@href")]
        card = readers.card(story.page, story.url)
        assert addresses == [author["url"] for author in told["author"]] == card["article:author"], story.url
        credited = [person["name"] for role in ("editor", "translator", "contributor") for person in told.get(role, [])]
        assert sorted(story.seen("//p[@class='byline-credit']/a")) == sorted(credited) == sorted(story.others), (
            story.url
        )


def test_the_dates_that_are_seen_are_those_that_are_told(stories):
    for story in stories:
        told, card = article(story), readers.card(story.page, story.url)
        expected = [story.published, *([story.updated] if story.updated else [])]
        stamps = story.seen("//p[@class='dates']//time/@datetime")
        assert [moment(stamp) for stamp in stamps] == expected, story.url
        assert stamps == [*card["article:published_time"], *card.get("article:modified_time", [])], story.url
        assert [told["datePublished"], told["dateModified"]] == [stamps[0], stamps[-1]], story.url
        with translation.override(story.language):
            said = [f"{date_format(moment, 'DATE_FORMAT')}, {moment:%H:%M} {moment:%Z}" for moment in expected]
        assert story.seen("//p[@class='dates']//time") == [words(words_of_day) for words_of_day in said], story.url


def graph(story):
    (data,) = story.tree.xpath("//script[@type='application/ld+json']/text()")
    return json.loads(data)["@graph"]


def article(story):
    (node,) = [node for node in graph(story) if {"NewsArticle", "AdvertiserContentArticle"} & set(node["@type"])]
    return node
