"""Ads in a real browser: what is counted, what a blocker leaves, and the polite word that stands there once."""

import threading
from gzip import compress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ads.models import AdDay
from tests import axe
from tests.ads.placed import notice, own, snippet

pytestmark = pytest.mark.browser
BODY = "".join(f"<p>{f'Paragraph {number} of a story that is told at length. ' * 12}</p>" for number in range(12))
# What a blocker's style sheet says of the names that ads go by.
HIDES = """document.addEventListener("DOMContentLoaded", () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".adsbox, .ad-banner { display: none !important }");
  document.adoptedStyleSheets = [sheet];
});"""
MOVES = """window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value)))
  .observe({ type: "layout-shift", buffered: true });"""
SHOW = b"document.querySelector('ins').textContent = 'Come and buy'; document.documentElement.dataset.provided = '';"


class Provider(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.end_headers()
        self.wfile.write(SHOW)

    def log_message(self, *args):
        pass


@pytest.fixture
def provider(settings):
    """A server of somebody else, as far as a browser is concerned."""
    server = HTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    settings.AD_PROVIDERS = {"acme": {"script-src": [address]}}
    yield f"{address}/show.js"
    server.shutdown()
    server.server_close()


@pytest.fixture
def story(publish, provider, site):
    notice()
    snippet(place="text", paragraph=2, script=provider)
    return site + publish(body=BODY).path


def hides(page):
    page.add_init_script(HIDES)


def aborts(page):
    page.route("**/show.js", lambda route: route.abort("blockedbyclient"))


def looked(page):
    """The script has looked whether something is hidden."""
    page.wait_for_selector(".adsbox", state="attached")
    page.wait_for_selector(".adsbox", state="detached")


WORD = ".partner-word"


@pytest.mark.parametrize("block", [hides, aborts])
@pytest.mark.parametrize("width", [390, 1280])
def test_who_blocks_is_told_once_and_reads_on_undisturbed(window, story, block, width):
    page = window(viewport={"width": width, "height": 800})
    block(page)
    page.add_init_script(MOVES)
    page.goto(story)
    looked(page)
    word = page.locator(WORD)
    expect(word.locator("p")).to_have_text("Ads pay for our reporters.")
    assert page.evaluate("document.activeElement === document.body")
    room, box = page.locator(".partner-room").bounding_box(), word.bounding_box()
    assert box == room and room["height"] == 250
    word.scroll_into_view_if_needed()
    word.get_by_role("button", name="Close").focus()
    page.keyboard.press("Enter")
    expect(word).to_be_empty()
    assert page.locator(".partner-room").bounding_box()["height"] == 250
    assert page.evaluate("window.moved") == 0
    page.reload()
    looked(page)
    expect(word).to_be_empty()
    assert page.context.cookies() == []


def test_who_has_seen_it_and_went_on_is_not_told_again(window, story):
    page = window(bypass_csp=True)  # Playwright's own waiting is a script
    hides(page)
    page.goto(story)
    looked(page)
    page.locator(WORD).scroll_into_view_if_needed()
    page.wait_for_function("localStorage.getItem('newsroom.partner-word')")
    page.goto(story)
    looked(page)
    expect(page.locator(WORD)).to_be_empty()


def test_who_has_not_come_so_far_is_told_another_time(window, story):
    page = window(viewport={"width": 390, "height": 300})
    hides(page)
    for _time in range(2):
        page.goto(story)
        looked(page)
        expect(page.locator(WORD).locator("p")).to_have_text("Ads pay for our reporters.")


def test_without_a_blocker_the_ad_comes_and_nothing_is_said(window, story):
    page = window()
    page.add_init_script(MOVES)
    refused = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(story)
    looked(page)
    expect(page.locator(".partner-room ins")).to_have_text("Come and buy")
    expect(page.locator(WORD)).to_be_empty()
    assert page.evaluate("[window.moved, localStorage.length]") == [0, 0]
    assert refused == []


def test_supporters_are_not_told(window, story):
    page = window()
    hides(page)
    page.add_init_script("localStorage.setItem('newsroom.supporter', '1')")
    page.goto(story)
    looked(page)
    expect(page.locator(WORD)).to_be_empty()


def test_who_keeps_nothing_is_not_told_again_and_again(window, story):
    page = window()
    hides(page)
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    page.goto(story)
    looked(page)
    expect(page.locator(WORD)).to_be_empty()


def test_an_own_ad_is_there_with_a_blocker_and_counted_without_a_word_about_anybody(window, site, publish):
    ad = own()
    page = window()
    hides(page)
    sent = []
    page.on("request", lambda request: sent.append(request) if "/partners/" in request.url else None)
    page.context.route("https://bakery.example/**", lambda route: route.fulfill(body="Bread"))
    page.goto(site + publish(body=BODY).path)
    expect(page.get_by_role("note", name="Advertisement: Dawn bakery")).to_be_visible()
    assert sent == []
    with page.expect_response("**/seen/") as seen:
        page.locator(".partner").scroll_into_view_if_needed()
    assert seen.value.status == 204
    page.get_by_role("link", name="Bread").press("Enter")
    expect(page).to_have_url("https://bakery.example/")
    (day,) = AdDay.objects.filter(ad=ad)
    assert (day.shown, day.pressed) == (1, 1)
    assert len(sent) == 2 and "cookie" not in sent[0].all_headers() and sent[0].post_data is None


def test_on_paper_there_is_none(window, site, publish):
    own()
    page = window()
    page.goto(site + publish().path)
    page.emulate_media(media="print")
    expect(page.locator(".partner")).to_be_hidden()


def test_the_scripts_are_light_and_wait_for_nobody(window, story):
    scripts = [Path("static/js") / name for name in ("partners.js", "rooms.js")]
    assert sum(len(compress(script.read_bytes())) for script in scripts) <= 1536
    page = window()
    page.goto(story)
    assert page.locator("script[src*='rooms']").get_attribute("type") == "module"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "uk"])
def test_axe_finds_nothing_around_ads(window, site, publish, provider, scheme, language):
    notice()
    story = publish(body=BODY, language=language, lead_alt_text="Поле", headline="Words")
    for place in ("end", "top"):
        own(place=place, language=language)
    for place in ("text", "bottom"):
        snippet(place=place, language=language, script=provider)
    page = window(color_scheme=scheme)
    hides(page)
    found = []
    for path in (story.path, "/uk/" if language == "uk" else "/"):
        page.goto(site + path)
        looked(page)
        found += axe.wrong(page, path)
        assert page.locator(".partner").count() == 2
    assert found == []
