"""Which file a screen takes of a picture, and that nothing moves when it comes."""

import pytest

from tests.cast import make_picture

pytestmark = pytest.mark.browser

# The sum of all movements of a page that nobody caused; buffered, so that none is missed.
SHIFTS = """() => new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => tell(sum), 300);
})"""
PLACES = "imgs => imgs.map(img => { const box = img.getBoundingClientRect(); return [box.width, box.height]; })"


@pytest.fixture
def story(site, write, publish):
    lead, inside = make_picture("olive", size=(1600, 1000)), make_picture("tan", size=(1200, 1600))
    body = f"<p>Text.</p><figure data-image='{inside.pk}'></figure><p>More.</p>"
    return site + publish(write(headline="The dam holds", lead_image=lead.pk, body=body)).path


@pytest.mark.parametrize(
    ("width", "dots", "file"),
    [(390, 1, "4x3-480"), (390, 2, "4x3-720"), (390, 3, "4x3-720"), (800, 1, "16x9-1024"), (1280, 1, "16x9-1024")],
)
def test_a_screen_takes_the_file_that_fits(browser, story, width, dots, file):
    page = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=dots).new_page()
    page.goto(story, wait_until="networkidle")
    taken = page.locator(".picture-lead img").evaluate("img => img.currentSrc")
    assert f"-{file}-" in taken and taken.endswith(".webp")
    page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_pictures_come(browser, story, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.route("**/media/**", lambda route: route.abort())
    page.goto(story, wait_until="networkidle")
    empty = page.locator("main img").evaluate_all(PLACES)
    colours = page.locator("main img").evaluate_all("imgs => imgs.map(img => getComputedStyle(img).backgroundColor)")
    assert len(set(colours)) == 2 and "rgba(0, 0, 0, 0)" not in colours
    page.unroute("**/media/**")
    page.goto(story, wait_until="networkidle")
    page.locator(".story-body img[loading=lazy]").scroll_into_view_if_needed()
    page.wait_for_function("[...document.querySelectorAll('main img')].every(img => img.complete && img.naturalWidth)")
    full = page.locator("main img").evaluate_all(PLACES)
    assert full == [[pytest.approx(side, abs=1) for side in place] for place in empty]
    assert page.evaluate(SHIFTS) < 0.02
    context.close()
