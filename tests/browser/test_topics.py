"""A supporter asks for a topic, others vote, an editor makes an article of it, and everybody hears of it."""

from gzip import compress
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.utils import timezone
from playwright.sync_api import expect

from articles import actions
from articles.models import Article
from jobs.models import Message
from support import sessions
from support.models import Topic, Vote
from support.topics import letters
from tests import axe
from tests.support.topics import make_voter, opened, proposed

pytestmark = pytest.mark.browser


@pytest.fixture
def as_supporter(site, window):
    """A window in which a supporter has signed in."""

    def as_supporter(supporter, **options):
        response = HttpResponse()
        sessions.sign_in(response, supporter)
        page = window(**options)
        cookie = {"name": sessions.COOKIE, "value": response.cookies[sessions.COOKIE].value, "url": site}
        page.context.add_cookies([cookie])
        return page

    return as_supporter


def press(page, name, place=None):
    """Presses a button or follows a link with the keyboard alone."""
    target = (place or page).get_by_role("button", name=name).or_((place or page).get_by_role("link", name=name)).first
    target.focus()
    page.keyboard.press("Enter")


@pytest.fixture
def complete(write, rita):
    """What an article needs beside its headline before it can be published."""
    return write(by=rita).revisions.last().snapshot


def test_from_a_question_to_a_story_that_says_who_asked(as_supporter, at_desk, site, page, complete, edna, chris):
    lida, pavlo = make_voter("Lida"), make_voter("Pavlo")
    mine = as_supporter(lida)
    mine.goto(f"{site}/next/")
    press(mine, "Propose a topic")
    mine.get_by_label("The topic in a few words").fill("Who pays for the bus stops?")
    press(mine, "Send to the newsroom")
    expect(mine.get_by_text("Please mend what is marked below.")).to_be_visible()
    expect(mine.get_by_label("The topic in a few words")).to_have_value("Who pays for the bus stops?")
    mine.get_by_label("What should be found out?").fill("Ten of them stand empty.")
    press(mine, "Send to the newsroom")
    expect(mine.get_by_text("An editor has not read it yet.")).to_be_visible()

    desk = at_desk(edna)
    desk.goto(f"{site}/admin/")
    desk.get_by_role("region", name="Topics that wait for you").get_by_role("link", name="Who pays").click()
    desk.get_by_role("button", name="Open it for votes").click()
    expect(desk.get_by_text("Open for votes: Who pays for the bus stops?")).to_be_visible()

    other = as_supporter(pavlo)
    for _time in range(2):
        other.goto(f"{site}/next/")
        vote = other.locator(".topic-vote")
        expect(vote.get_by_role("button")).to_be_visible()
        if vote.get_by_text("You voted for this.").count() == 0:
            press(other, "Vote", vote)
            expect(other.get_by_text("You voted for this.")).to_be_visible()
            expect(other.get_by_text("2 voices")).to_be_visible()
    other.goto(f"{site}{Topic.objects.get().path}vote/")
    assert Vote.objects.count() == 2

    desk.get_by_role("button", name="Make an article of it").click()
    expect(desk.get_by_role("link", name="Who pays for the bus stops?")).to_be_visible()
    expect(desk.get_by_label("Headline", exact=True)).to_have_value("Who pays for the bus stops?")
    article = Topic.objects.get().article
    changes = complete | {"fields": complete["fields"] | {"headline": "The stops cost two millions", "slug": ""}}
    actions.save(article, by=edna, changes=changes)
    actions.submit(article, by=edna)
    actions.approve(article, by=chris)
    edition = actions.publish(article, by=chris)

    page.goto(site + edition.path)
    page.get_by_role("link", name="Asked for by 2 supporters").click()
    page.get_by_role("link", name="The stops cost two millions").click()
    expect(page).to_have_url(site + edition.path)
    assert page.context.cookies() == []
    assert letters.tell_all.call() == 2 and letters.tell_all.call() == 0
    posted = [message.payload for message in Message.objects.filter(topic="mail")]
    assert {letter["to"] for letter in posted} == {lida.email, pavlo.email}
    page.goto(posted[0]["unsubscribe"])
    page.get_by_role("button", name="No more letters").click()
    expect(page.get_by_text("You get no more letters about topics.")).to_be_visible()
    assert Article.objects.filter(pk=article.pk).exists()


def test_without_script_a_vote_is_a_page(as_supporter, site, outlet, edna):
    topic, pavlo = opened(edna, by=make_voter("Lida")), make_voter("Pavlo")
    page = as_supporter(pavlo, java_script_enabled=False)
    page.goto(f"{site}/next/")
    page.locator(".topic-vote").get_by_role("link", name="Vote").click()
    page.get_by_role("button", name="Vote").click()
    expect(page.get_by_text("You voted for this.")).to_be_visible()
    assert topic.votes.count() == 2
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("button", name="Vote")).to_be_visible()
    assert topic.votes.count() == 1


def test_what_is_personal_comes_after_the_page_and_moves_nothing(as_supporter, site, outlet, edna):
    lida = make_voter("Lida")
    for number in range(3):
        opened(edna, f"What is the matter with tram number {number}, and who could mend it?", by=lida)
    for width in (390, 600, 1280):
        page = as_supporter(lida, viewport={"width": width, "height": 844})
        page.route("**/next/mine/?part", lambda route: None)
        page.goto(f"{site}/next/")
        before = page.locator("h3").evaluate_all("all => all.map((each) => each.getBoundingClientRect().top)")
        page.unroute_all()
        page.reload()
        expect(page.get_by_role("button", name="Take it back")).to_have_count(3)
        after = page.locator("h3").evaluate_all("all => all.map((each) => each.getBoundingClientRect().top)")
        assert before == after, width
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_nothing_covers_anything(page, site, outlet, edna):
    opened(edna, "A title with some long words: electromechanical interlocking, and more", by=make_voter("Lida"))
    covered = """() => [...document.querySelectorAll("main :is(a, button, h1, h2, h3, p)")].filter((element) => {
        const box = element.getBoundingClientRect();
        if (!box.width || box.bottom > innerHeight) return false;
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return top && !element.contains(top) && !top.contains(element);
    }).map((element) => element.outerHTML.slice(0, 80))"""
    for width in (320, 390, 600, 768, 1280):
        page.set_viewport_size({"width": width, "height": 1600})
        page.goto(f"{site}/next/")
        assert page.evaluate(covered) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("language", ["en", "uk"])
def test_axe_finds_nothing_on_the_pages_of_a_supporter(as_supporter, site, outlet, edna, language):
    lida = make_voter("Lida", weight=2, language=language)
    home = f"{site}{'/' if language == 'en' else '/uk/'}"
    topic = opened(edna, "Трамвай", by=lida, language=language)
    proposed("Міст", by=lida, language=language)
    page, found = as_supporter(lida), []
    for place in ("next/", "next/mine/", f"next/{topic.pk}/", f"next/{topic.pk}/vote/", "next/propose/"):
        page.goto(home + place)
        if place in ("next/", f"next/{topic.pk}/"):
            expect(page.locator(".topic-mine")).to_be_visible()
        found += axe.wrong(page, place)
    page.locator(".topics-form button").click()
    expect(page.locator(".topics-error").first).to_be_visible()
    assert found + axe.wrong(page, "errors") == []


def test_axe_finds_nothing_on_the_page_of_a_topic_at_the_desk(at_desk, site, publish, edna):
    page, found = at_desk(edna), []
    topics = [proposed("Waits", by=make_voter("Lida")), opened(edna, "Open", by=make_voter("Pavlo"))]
    ended = opened(edna, "Begun", by=make_voter("Olha"))
    ended.article, ended.state, ended.decided_at = publish().article, "reported", timezone.now()
    ended.save()
    for topic in [*topics, ended]:
        page.goto(f"{site}/admin/support/topic/{topic.pk}/change/?same=o&article=bridge")
        found += axe.wrong(page, topic.title)
    page.goto(f"{site}/admin/articles/article/{ended.article_id}/change/")
    assert found + axe.wrong(page, "the article") == []


def test_the_script_is_light_and_asks_nobody_else(page, site, outlet, edna):
    assert len(compress(Path("static/js/mine.js").read_bytes())) <= 1024
    opened(edna, by=make_voter("Lida"))
    others = []
    page.on("request", lambda request: others.append(request.url) if not request.url.startswith(site) else None)
    with page.expect_response("**/next/mine/?part") as answer:
        page.goto(f"{site}/next/")
    assert answer.value.status == 204 and others == [] and page.context.cookies() == []
