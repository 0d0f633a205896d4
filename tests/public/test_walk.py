"""A story is corrected, then retracted, then taken down; after each step a stranger asks every address there is.

What may stand where is said of all addresses together, so that one that is made some day is asked too, and has to be
named here if it shows anything of such a story.
"""

import json
from dataclasses import dataclass
from datetime import datetime

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from django.urls import get_resolver, resolve
from lxml import etree

from articles import actions
from articles.models import Address, Article, AuthorText, EditionAuthor, EditionTag, SectionText, TagText
from jobs.models import Message
from readers.paths import form_of, thanks_for
from tests.public.crawler import DOORS, WITHOUT_A_PAGE, crawl, in_letters, routes
from tests.public.paper import Paper
from tests.support import newsletter

pytestmark = pytest.mark.django_db  # asks for the database; the tests themselves read nothing from it

# Each stands in one place alone.
HEADLINE, WRONG, RIGHT = "Zqheadline", "Zqwrong", "Zqright"
NOTE, NOTICE, ORDER = "Zqnote", "Zqnotice", "Zqorder"
CARD, KICKER, DESK = "Zqcard", "Zqkicker", "Zqdesk"
FILES = ("/static/", "/media/")


@dataclass(frozen=True)
class Step:
    """What a stranger found after it, and which keys the caches had been told to let go of."""

    answers: dict
    purged: set

    def with_word(self, word):
        """Where it stands."""
        return {path for path, answer in self.answers.items() if word in answer.text}

    def tree(self, path):
        return self.answers[path].tree


@dataclass(frozen=True)
class Places:
    """The addresses of the story, and of what speaks of it."""

    story: set
    changes: set
    forms: set
    lists: set
    neighbour: set
    translation: set
    corrections: set


class Walk:
    """The story, its neighbour with a card of its own words, its translation, and the way through all steps."""

    def __init__(self):
        self.paper = Paper()
        self.letters = set(newsletter.doors())
        self.paper.have_a_look_of_its_own()
        self.first = self.publish(HEADLINE, slug="walked", body=f"<p>The bridge opened in {WRONG}.</p>")
        self.article = self.first.article
        card = f'<aside data-story="{self.article.pk}" data-headline="{CARD}"></aside>'
        related = [{"target": self.article.pk, "kicker": KICKER}]
        self.neighbour = self.publish("Beside it", related=related, body=f"<p>Words.</p>{card}")
        words = {"lead_alt_text": "Міст", "how_we_reported": "", "standfirst": "Місто дочекалося мосту."}
        self.translation = self.publish("Переклад", of=self.article, language="uk", body="<p>Слова.</p>", **words)

    def publish(self, headline, *, of=None, related=None, **fields):
        """Its first edition; beside what the demo's stories have it is a translation ``of`` another."""
        article = self.paper.begin(headline=headline, **fields)
        if of:
            Article.objects.filter(pk=article.pk).update(translation_group=of.translation_group)
        if related:
            actions.save(article, by=self.paper.writer, changes={"related": related})
        actions.submit(article, by=self.paper.writer)
        actions.approve(article, by=self.paper.chief)
        return actions.publish(article, by=self.paper.chief)

    def steps(self):
        """What a stranger finds: before, when it was corrected, retracted, taken down."""
        article, chief = self.article, self.paper.chief
        yield self.look()
        body = f"<p>The bridge opened in {RIGHT}.</p>"
        actions.save(article, by=self.paper.writer, changes={"fields": {"body": body}})
        actions.approve(article, by=chief)
        desk = {"was_wrong": f"{DESK} wrong", "is_right": f"{DESK} right"}
        self.note = actions.correct(article, by=chief, text=f"It opened in May. {NOTE}", **desk)
        self.second = article.editions.live().get()
        yield self.look()
        self.notice = actions.retract(article, by=chief, reason=f"{DESK} reason", words=f"We withdraw it. {NOTICE}")
        yield self.look()
        actions.take_down(article, by=chief, reason=f"{DESK} court", words=f"By order. {ORDER}")
        yield self.look()

    def look(self):
        path = self.first.path
        doors = {
            *DOORS,
            *in_letters(),
            *Address.objects.values_list("path", flat=True),
            f"{path}?lite",
            f"{path}changes/",
        }
        doors |= {f"{path}changes/?from=2&to=1", "/corrections/?kind=correction", "/corrections/?kind=retraction"}
        doors |= {form_of(edition) for edition in self.article.editions.all()} | {thanks_for(self.first)}
        doors |= self.letters
        purges = Message.objects.filter(topic="purge")
        purged = {key for message in purges for key in message.payload["keys"]}
        purges.delete()
        return Step(crawl(doors, without=FILES), purged)

    def places(self):
        path = self.first.path
        people, tags = (index.objects.filter(edition=self.first) for index in (EditionAuthor, EditionTag))
        shelves = (
            SectionText.objects.filter(section=self.first.section_id),
            AuthorText.objects.filter(author__in=people.values("author")),
            TagText.objects.filter(tag__in=tags.values("tag")),
        )
        lists = {text.path for found in shelves for text in found.filter(language="en")}
        return Places(
            story={path, f"{path}?lite"},
            changes={f"{path}changes/", f"{path}changes/?from=2&to=1"},
            forms={form_of(self.first), form_of(self.second)},
            lists={"/", "/latest/", *lists},
            neighbour={self.neighbour.path, f"{self.neighbour.path}?lite"},
            translation={self.translation.path},
            corrections={"/corrections/", "/corrections/feed/"},
        )


@pytest.fixture(scope="module")
def walked(django_db_setup, django_db_blocker, tmp_path_factory):
    """The steps, and the addresses that matter."""
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        transaction.atomic(),
    ):
        walk = Walk()
        steps = list(walk.steps())
        places = walk.places()
        transaction.set_rollback(True)
    return walk, steps, places


def data_of(step, path):
    """What search engines are told of the story at an address; nothing where they are told nothing."""
    scripts = step.tree(path).xpath("//script[@type='application/ld+json']/text()")
    return [node for text in scripts for node in json.loads(text)["@graph"] if "NewsArticle" in node["@type"]]


def entries(step):
    """What the feed of corrections says of the story."""
    feed = etree.fromstring(step.answers["/corrections/feed/"].text.encode())
    titles = [entry.findtext("{*}title") for entry in feed.findall("{*}entry")]
    return [title.partition(":")[0] for title in titles if title.endswith(HEADLINE)]


def test_each_step_shows_what_it_promises_at_every_address_and_nothing_else(walked):
    walk, steps, at = walked
    path, by_kind = walk.first.path, {f"/corrections/?kind={kind}" for kind in ("correction", "retraction")}
    listed = at.corrections | {"/corrections/?kind=correction"}
    beside = {walk.neighbour.path}  # the text-only page leaves related stories out
    everywhere = at.story | at.lists | beside
    expected = {
        HEADLINE: [
            everywhere | {form_of(walk.first)},
            everywhere | at.forms | at.changes | listed,
            at.story | at.corrections | by_kind,
            set(),
        ],
        WRONG: [at.story, at.changes, set(), set()],
        RIGHT: [set(), at.story | at.changes, set(), set()],
        NOTE: [set(), at.story | at.changes | listed, at.story | listed, set()],
        NOTICE: [set(), set(), at.story | at.corrections | {"/corrections/?kind=retraction"}, set()],
        ORDER: [set(), set(), set(), at.story],
        CARD: [at.neighbour, at.neighbour, set(), set()],
        KICKER: [beside, beside, set(), set()],
        DESK: [set(), set(), set(), set()],
    }
    for word, places in expected.items():
        for number, (step, place) in enumerate(zip(steps, places, strict=True)):
            assert step.with_word(word) == place, f"{word} after step {number}"

    # nobody leads to what is no longer there, in pages, feeds and in what machines are told
    others = [step.with_word(path) - at.story - at.changes for step in steps]
    assert at.translation | at.lists <= others[0] and at.translation <= others[1]
    assert others[2:] == [at.corrections | by_kind, set()]

    statuses = [
        {place: step.answers[place].status for place in (path, *sorted(at.changes), *sorted(at.forms))}
        for step in steps[1:]
    ]
    assert statuses == [
        dict.fromkeys(statuses[0], 200),
        dict.fromkeys(statuses[0], 404) | {path: 200},
        dict.fromkeys(statuses[0], 404) | {path: 451},
    ]
    own = at.story | at.changes | at.forms | {thanks_for(walk.first), form_of(walk.notice)}
    kept = [
        {place: answer.status for place, answer in step.answers.items() if path not in place and place not in own}
        for step in steps
    ]
    assert kept[0] == kept[1]
    assert all(kept[0][place] == status for after in kept[2:] for place, status in after.items() if place in kept[0])

    assert [entries(step) for step in steps] == [[], ["Correction"], ["Retraction", "Correction"], []]


def test_dates_pointers_and_what_machines_are_told(walked):
    walk, steps, _places = walked
    path, note = walk.first.path, walk.note
    corrected, retracted, taken_down = (step.tree(path) for step in steps[1:])
    (shown,) = corrected.xpath("//*[contains(@class, 'correction')]")
    assert shown.get("id") == note.anchor and shown.text_content().startswith("Correction, ")
    (pointer,) = corrected.xpath("//p[@class='dates']//a[starts-with(@href, '#')]")
    assert (pointer.text, pointer.get("href")) == ("Corrected", f"#{note.anchor}")
    (told,) = data_of(steps[1], path)
    modified = [told["dateModified"], *corrected.xpath("//meta[@property='article:modified_time']/@content")]
    assert [datetime.fromisoformat(moment) for moment in modified] == [note.published_at.replace(microsecond=0)] * 2
    assert [(each["text"], each["url"]) for each in told["correction"]] == [
        (note.text, f"{settings.SITE_URL}{path}#{note.anchor}")
    ]
    assert "correction" not in data_of(steps[0], path)[0]

    assert retracted.findtext(".//h1") == f"Retracted: {HEADLINE}"
    assert taken_down.findtext(".//h1") == "Not available for legal reasons"
    for step in steps[2:]:
        assert data_of(step, path) == []
        assert step.tree(path).xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert not step.tree(path).xpath("//meta[starts-with(@property, 'article:')]")


def test_after_each_step_no_cache_keeps_what_is_no_longer_true(walked):
    """Whatever a cache holds and would get otherwise now, it has been told to let go of."""
    _walk, steps, _places = walked
    for before, after in zip(steps, steps[1:], strict=False):
        for path in before.answers.keys() & after.answers.keys():
            old, new = before.answers[path], after.answers[path]
            if (old.status, old.text) != (new.status, new.text) and "no-store" not in old.headers["Cache-Control"]:
                assert set(old.headers["Surrogate-Key"].split()) & after.purged, path


def test_the_walk_leaves_no_kind_of_address_out(walked):
    _walk, steps, _places = walked
    files = {route for route in routes(get_resolver()) if f"/{route.lstrip('^')}".startswith(FILES)}
    asked = {resolve(path.partition("?")[0]).route for path, answer in steps[1].answers.items() if answer.status == 200}
    assert asked == set(routes(get_resolver())) - files - WITHOUT_A_PAGE
