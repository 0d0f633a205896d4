"""A day at the desk for each role: everybody finds their own board and their own verbs, and forging helps nobody."""

import pytest
from playwright.sync_api import expect

from articles import actions
from articles.models import Article, Edition, SectionLimit
from articles.workflow import Stage
from tests.browser import desk
from tests.cast import make_section

pytestmark = pytest.mark.browser

VERBS = {
    "submit": "Submit for review", "claim": "Take the review", "release": "Give the review back",
    "approve": "Approve", "send_back": "Send back", "publish": "Publish", "correct": "Correct publicly", "unpublish": "Unpublish",
    "retract": "Retract", "take_down": "Take down",
}  # fmt: skip
ANSWERS = {"note": "x", "reason": "x", "words": "x", "substantial": "yes", "ahead": "cancel"}


def panel(page, title):
    return page.get_by_role("region", name=title)


def home(page, site):
    page.goto(f"{site}/admin/")
    expect(page.get_by_role("heading", level=1, name="Desk")).to_be_visible()


def open_from_board(page, site, title, headline):
    home(page, site)
    panel(page, title).get_by_role("link", name=headline).click()
    expect(desk.field(page, "Headline")).to_have_value(headline)
    desk.settled(page)


def offered(page):
    """The verbs whose buttons stand in the bar."""
    labels = page.locator(".desk-bar button[name=_verb]").all_inner_texts()
    return [label.rstrip("…") for label in labels]


def forge(page, site, article, verb):
    """What the server answers to a verb that no button offered, sent with this person's own cookies."""
    token = next(each["value"] for each in page.context.cookies() if each["name"] == "csrftoken")
    before = state(article)
    answer = page.context.request.post(
        f"{site}/admin/articles/article/{article.pk}/verb/{verb}/",
        form={"csrfmiddlewaretoken": token, "version": str(article.version), **ANSWERS},
        headers={"Referer": f"{site}/admin/"},
        max_redirects=0,
    )
    assert state(article) == before, verb
    return answer.status


def state(article):
    article.refresh_from_db()
    return article.stage, article.version, article.claimed_by_id, article.editions.count()


def test_a_reporters_day(at_desk, site, write, rita, sam, edna):
    back = write(headline="The well is dry")
    actions.submit(back, by=rita)
    actions.send_back(back, by=edna, note="Ask the waterworks.")
    write(by=sam, headline="Not Rita's", body="<p>Secret.</p>").bylines.all().delete()
    page = at_desk(rita)

    home(page, site)
    expect(panel(page, "Your drafts")).to_contain_text("Ask the waterworks.")
    expect(page.locator("main")).not_to_contain_text("Not Rita's")
    expect(page.get_by_role("region", name="Waiting for review")).to_have_count(0)
    open_from_board(page, site, "Your drafts", "The well is dry")
    assert offered(page) == ["Submit for review"]
    desk.fill(page, "Standfirst", "The waterworks knew.")
    desk.do(page, "Submit for review", says="Submitted")
    home(page, site)
    expect(panel(page, "Submitted by you")).to_contain_text("The well is dry")

    assert {forge(page, site, back, verb) for verb in VERBS if verb != "submit"} == {403}
    others = Article.objects.get(headline="Not Rita's")
    assert {forge(page, site, others, verb) for verb in VERBS} == {404}


def test_the_day_of_an_editor_with_two_sections(at_desk, site, write, rita, boris, edna):
    city, culture = make_section("Bridges", "bridges"), make_section("Culture", "culture")
    for section in (city, culture):
        SectionLimit.objects.create(user=edna, section=section)
    first, second = (write(headline=name, section=each.pk) for name, each in (("A tram", city), ("A choir", culture)))
    elsewhere = write(headline="A match")
    for article in (first, second, elsewhere):
        actions.submit(article, by=rita)
    page = at_desk(edna)

    home(page, site)
    waiting = panel(page, "Waiting for review")
    expect(waiting.get_by_role("listitem")).to_have_count(2)
    expect(page.locator("main")).not_to_contain_text("A match")
    waiting.get_by_role("button", name="Take the review of “A choir”").click()
    expect(page.locator(".messagelist")).to_contain_text("You review this now.")
    desk.settled(page)
    assert offered(page) == ["Approve and publish", "Approve", "Send back", "Give the review back"]
    desk.do(page, "Send back", says="Sent back", answers={"What should be mended": "Who sang?"})

    open_from_board(page, site, "Waiting for review", "A tram")
    desk.do(page, "Approve and publish", says="Published at")
    assert Edition.objects.live().get().headline == "A tram"
    open_from_board(page, site, "Published lately", "A tram")
    assert offered(page) == ["Correct publicly", "Send back", "Unpublish"]

    assert {forge(page, site, first, verb) for verb in ("retract", "take_down")} == {403}
    assert {forge(page, site, elsewhere, verb) for verb in VERBS if verb not in {"retract", "take_down"}} == {404}


def test_a_chief_editors_day(at_desk, site, publish, write, rita, edna, chris):
    story = publish(headline="The dam is safe").article
    claimed = write(headline="The dam is not safe")
    actions.submit(claimed, by=rita)
    actions.claim(claimed, by=edna)
    page = at_desk(chris)

    open_from_board(page, site, "Waiting for review", "The dam is not safe")
    assert offered(page) == ["Take the review over", "Give the review back"]
    page.get_by_role("button", name="Take the review over", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("You review this now.")
    desk.settled(page)
    page.get_by_text("Legal notes", exact=True).click()
    desk.fill(page, "New note", "Counsel has read it.")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.locator(".messagelist")).to_contain_text("The legal note is kept.")
    desk.settled(page)
    desk.do(page, "Approve", says="Approved")
    claimed.refresh_from_db()
    assert claimed.stage == Stage.APPROVED

    open_from_board(page, site, "Published lately", "The dam is safe")
    page.get_by_role("button", name="Retract…", exact=True).click()
    expect(page.locator("main")).to_contain_text("Most people cannot undo this.")
    expect(page.locator("main")).to_contain_text(f"At {story.editions.get().path} your notice stands")
    desk.fill(page, "Reason", "The measurements were wrong.")
    desk.fill(page, "Public notice", "We measured wrongly.")
    page.get_by_role("button", name="Retract", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("The story is retracted")
    page.goto(site + story.editions.first().path)
    expect(page.locator("main")).to_contain_text("We measured wrongly.")
    expect(page.locator("main")).not_to_contain_text("The first tram crossed at dawn.")


def test_an_administrators_day(at_desk, site, write, rita, edna, ada):
    """People and their sections; and the verbs of a chief editor, but never on own work."""
    own = write(headline="A letter from the administrator", by=ada)
    actions.submit(own, by=ada)
    culture = make_section("Culture", "culture")
    page = at_desk(ada)

    open_from_board(page, site, "Submitted by you", "A letter from the administrator")
    page.get_by_role("button", name="Approve…", exact=True).click()
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.locator("main")).to_contain_text("Another person must approve it.")
    own.refresh_from_db()
    assert own.stage == Stage.SUBMITTED

    page.goto(f"{site}/admin/staff/user/{edna.pk}/change/")
    page.get_by_label("Section", exact=True).last.select_option(label="Culture")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_be_visible()
    assert [limit.section for limit in SectionLimit.objects.filter(user=edna)] == [culture]
