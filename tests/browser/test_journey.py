"""The main job, from an empty form to a reader and back, in a real browser."""

from datetime import timedelta

import pytest
import time_machine
from PIL import Image as Pillow
from playwright.sync_api import expect

from tests.browser import desk
from tests.cast import make_author

pytestmark = [pytest.mark.browser, pytest.mark.journey]

PUBLISHED_AT = "2026-11-23T10:00:00Z"
AHEAD = "2026-11-23T14:30"  # as one types it in Kyiv, two and a half hours later
BODY = """
<p>The dam was to be closed by now. <a href="https://plan.example/dam">The plan</a> says so, and
<a href="/sections/city/">the city agrees</a>.</p>
<h2>What is missing</h2>
<ul><li>two gates</li><li>a road</li></ul>
<figure data-image="{picture}"><figcaption>The gate that is there</figcaption></figure>
<aside data-story="{story}" data-kicker="History repeating"></aside>
<aside class="pullquote"><p>Water is patient.</p><cite>An engineer</cite></aside>
<p>{end}</p>
"""


@pytest.fixture(autouse=True)
def clock():
    """The time of the newsroom and of its server: it stands still until the test moves it."""
    with time_machine.travel(PUBLISHED_AT, tick=False) as clock:
        yield clock


@pytest.fixture
def draw(tmp_path):
    """Draws a picture as a file on the reporter's disk."""

    def draw(name, color):
        path = tmp_path / name
        Pillow.new("RGB", (1000, 600), color).save(path)
        return str(path)

    return draw


@pytest.fixture
def reader(window):
    """A reader without a session and without scripts; whatever they read, nobody gives them a cookie."""
    page = window(java_script_enabled=False)
    yield page
    assert page.context.cookies() == []


def look(reader, address):
    """The status, and the words on the page, that the reader finds at an address."""
    answer = reader.goto(address)
    return answer.status, " ".join(reader.locator("main").inner_text().split())


def write_the_story(page, site, draw, old_story):
    """Everything that an article can have; left as a saved draft."""
    gate = desk.upload_picture(
        page, site, draw("gate.png", "olive"), alternative_text="A gate", caption="A gate", credit="Paper / Olha Zhuk"
    )
    desk.begin_article(page, site)
    desk.fill(page, "Headline", "Why the dam is late")
    desk.fill(page, "Kicker", "River")
    desk.fill(page, "Standfirst", "Nine engineers and one winter.")
    desk.upload_lead_image(
        page, draw("dam.png", "teal"), alternative_text="A dam without gates",
        caption="The dam in November", credit="Paper / Iryna Lys",
    )  # fmt: skip
    desk.fill(page, "Dateline", "Ust")
    desk.fill_body(page, BODY.format(picture=gate, story=old_story.article_id, end="Who pays is not known."))
    desk.fill(page, "How we reported this", "We read the plans and asked the city.")
    desk.choose(page, "Section", "City")
    desk.choose(page, "Kind", "Analysis")
    desk.fill_tags(page, "Dams", "Public money")
    desk.relate(page, "The tram is back")
    desk.add_byline(page, "Rita Rudenko", role="Writer")
    desk.add_byline(page, "Olha Zhuk", role="Photographs")
    desk.save(page)


def assert_every_element_is_there(reader):
    """In the order of the page, with what a machine reads of it."""
    main = reader.locator("main")
    expect(main.get_by_role("heading", level=1)).to_have_text("Why the dam is late")
    words = [
        "Why the dam is late", "Analysis", "River", "Nine engineers and one winter.", "By", "Rita Rudenko",
        "Photographs:", "Olha Zhuk", "Published", "Nov. 23, 2026, 12:00 EET", "The dam in November",
        "Source: Paper / Iryna Lys", "Ust", "The plan says so", "the city agrees", "What is missing", "two gates",
        "a road", "The gate that is there", "Source: Paper / Olha Zhuk", "History repeating", "The flood of 1931",
        "Water is patient.", "An engineer", "The city pays.", "How we reported this", "We read the plans", "Topics",
        "Dams", "Public money", "Related stories", "The tram is back",
    ]  # fmt: skip
    text = " ".join(main.text_content().split())
    positions = [text.find(part) for part in words]
    assert -1 not in positions, words[positions.index(-1)]
    assert positions == sorted(positions)
    for alternative_text in ("A dam without gates", "A gate"):
        picture = main.get_by_role("img", name=alternative_text, exact=True)
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("picture => picture.naturalWidth") > 0
    for name, address in {
        "The plan": "https://plan.example/dam", "the city agrees": "/sections/city/", "Dams": "/tags/dams/",
        "Rita Rudenko": "/authors/rita-rudenko/",
    }.items():  # fmt: skip
        expect(main.get_by_role("link", name=name, exact=True)).to_have_attribute("href", address)
    expect(main.get_by_role("listitem").filter(has_text="two gates")).to_be_visible()
    expect(main.locator(".pullquote blockquote")).to_contain_text("Water is patient.")


def test_a_story_goes_from_a_reporter_by_an_editor_to_readers_and_is_taken_back(
    site, publish, rita, edna, draw, at_desk, reader, clock
):
    publish(headline="The tram is back")
    old_story = publish(headline="The flood of 1931", kicker="")
    make_author("Olha Zhuk", "olha-zhuk")
    reporter, editor = at_desk(rita), at_desk(edna)

    write_the_story(reporter, site, draw, old_story)
    desk.do(reporter, "Submit for review", says="An editor will read it.")
    assert desk.stage(reporter) == "Submitted"

    desk.open_article(editor, site, "Why the dam is late")
    assert "Who pays is not known." in desk.body_of(editor)
    desk.do(editor, "Send back", says="Sent back", answers={"What should be mended": "Do find out who pays."})

    desk.open_article(reporter, site, "Why the dam is late")
    assert desk.note(reporter) == "Edna sent this back: Do find out who pays."
    desk.fill_body(reporter, desk.body_of(reporter).replace("Who pays is not known.", "The city pays."))
    desk.do(reporter, "Submit for review", says="An editor will read it.")
    assert look(reader, f"{site}/2026/11/23/why-the-dam-is-late/")[0] == 404

    desk.open_article(editor, site, "Why the dam is late")
    desk.do(editor, "Approve", says="Approved.")
    desk.do(editor, "Publish", says="Published at")
    story = f"{site}/2026/11/23/why-the-dam-is-late/"
    reader.goto(site)
    reader.get_by_role("link", name="Why the dam is late").click()
    assert reader.url == story
    assert_every_element_is_there(reader)

    clock.shift(timedelta(minutes=20))
    desk.open_article(reporter, site, "Why the dam is late")
    desk.fill(reporter, "Headline", "The dam waits for two gates")
    desk.save(reporter)
    status, words = look(reader, story)
    assert status == 200 and "Why the dam is late" in words and "waits" not in words

    desk.open_article(editor, site, "The dam waits for two gates")
    desk.do(editor, "Approve", says="Approved.")
    why = {"If it is substantial: why without a public note?": "The second gate was ordered."}
    substantial = {"Substantial: readers see “Updated”": True} | why
    desk.do(editor, "Publish", says="Published at", answers=substantial)
    status, words = look(reader, story)
    assert status == 200 and "The dam waits for two gates" in words and "Why the dam is late" not in words
    assert "Updated Nov. 23, 2026, 12:20 EET" in words

    desk.fill(reporter, "Headline", "The dam has its gates")
    desk.save(reporter)
    desk.open_article(editor, site, "The dam has its gates")
    desk.do(editor, "Approve", says="Approved.")
    desk.do(editor, "Publish", says="Scheduled.", answers=substantial | {"When": AHEAD})
    assert "The dam waits for two gates" in look(reader, story)[1]
    clock.move_to(f"{AHEAD}:01+02:00")
    assert "The dam has its gates" in look(reader, story)[1]
    assert "The dam has its gates" in look(reader, site)[1]

    desk.open_article(editor, site, "The dam has its gates")
    desk.do(editor, "Unpublish", says="taken back", answers={"Reason": "The gates were of paper."})
    status, words = look(reader, story)
    assert status == 410
    assert "taken back" in words and "gates" not in words
    assert "The dam has its gates" not in look(reader, site)[1]
