"""The whole writing job on the form: with the mouse, and once more with the keyboard alone."""

import pytest
from PIL import Image as Pillow
from playwright.sync_api import expect

from articles import actions
from articles.models import Article, Edition
from articles.workflow import Stage
from tests.browser import desk
from tests.cast import make_author

pytestmark = pytest.mark.browser

PASTED = "<p>Pasted, with <b>weight</b>.</p><ul><li>two gates</li><li>a road</li></ul>"
PASTE = """(body, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "x");
  body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def page(browser, site, rita):
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script("addEventListener('securitypolicyviolation', e => console.error('POLICY', e.blockedURI))")
    told = []
    page.on("console", lambda message: told.append(message.text) if "POLICY" in message.text else None)
    desk.sign_in(page, site, "rita")
    yield page
    assert told == []
    context.close()


@pytest.fixture
def stories(publish, outlet):
    """Two stories that cards can show, and a second author."""
    make_author("Olha Zhuk", "olha-zhuk")
    return publish(headline="The flood of 1931"), publish(headline="The mill of 1926")


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "gate.png"
    Pillow.new("RGB", (900, 600), "olive").save(path)
    return str(path)


def text_of(page):
    return page.frame_locator(".cke_wysiwyg_frame").locator("body")


def choose_story(page, words, kicker):
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill(words)
    expect(dialog.get_by_role("listitem")).to_have_count(1)
    dialog.get_by_role("listitem").get_by_role("button").click()
    page.get_by_role("dialog", name="The story card in this text").get_by_label("Kicker").fill(kicker)
    page.get_by_role("button", name="Put it into the text").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_reporter_writes_it_all_with_the_mouse(page, site, client, stories, picture, rita, edna):
    desk.begin_article(page, site)
    desk.fill(page, "Headline", "Why the dam holds")
    desk.fill(page, "Standfirst", "Nine engineers and one winter.")
    desk.upload_lead_image(page, picture, alternative_text="A gate", caption="The gate", credit="Paper / Rita")
    text = text_of(page)
    text.click()
    page.keyboard.type('It holds, "says" the plan.')
    page.keyboard.press("Enter")
    page.keyboard.type("Concrete")
    page.locator(".cke_button__bodyheading2").click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    text.evaluate(PASTE, PASTED)
    expect(text.locator("li")).to_have_count(2)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.locator(".cke_button__bodyimage").click()
    page.get_by_role("dialog").get_by_role("button", name="The gate").click()
    use = page.get_by_role("dialog", name="The picture in this text")
    use.get_by_label("Caption here").fill("The gate from below")
    use.get_by_role("button", name="Put it into the text").click()
    expect(text.locator("figure")).to_have_count(1)
    for words, kicker in (("flood", "History repeating"), ("mill", "Older still")):
        page.locator(".cke_button__bodystory").click()
        choose_story(page, words, kicker)
    page.locator(".cke_button__bodypullquote").click()
    page.keyboard.type("Water is patient.")
    expect(text.locator("aside.pullquote")).to_contain_text("Water is patient.")
    for name, role in (("Rita Rudenko", "Writer"), ("Olha Zhuk", "Editor")):
        desk.add_byline(page, name, role=role)
    desk.relate(page, "The mill of 1926")
    desk.relate(page, "The flood of 1931")
    page.locator("#related_stories-group [data-up]").last.click()
    desk.choose(page, "Section", "City")
    desk.choose(page, "Kind", "Analysis")
    desk.fill_tags(page, "bridges", "water")
    page.locator("[data-preview-button]").click()
    preview = page.frame_locator("[name=desk-preview]")
    expect(preview.get_by_role("heading", level=1)).to_have_text("Why the dam holds")
    expect(preview.locator(".story-card").first).to_contain_text("History repeating")
    desk.save(page)
    desk.do(page, "Submit for review", says="An editor will read it")

    article = Article.objects.get(headline="Why the dam holds")
    assert article.stage == Stage.SUBMITTED
    actions.approve(article, by=edna)
    edition = actions.publish(article, by=edna)
    html = client.get(edition.path).content.decode()
    for words in (
        "<h1>Why the dam holds</h1>", "Nine engineers", "Source: Paper / Rita", "It holds, “says” the plan.",
        "Concrete</h2>", "<strong>weight</strong>", "<li>a road</li>", "The gate from below", "History repeating",
        "Older still", "Water is patient.", "Rita Rudenko", "Olha Zhuk", "Bridges", "Water",
    ):  # fmt: skip
        assert words.casefold() in html.casefold(), words
    related = [row["target"] for row in edition.body.document["related"]]
    assert related == [stories[0].article_id, stories[1].article_id]


# --- the keyboard alone ------------------------------------------------------------------------


def tab_to(page, selector, *, back=False):
    """Presses Tab until the focus is there; fails where it never comes."""
    for _press in range(150):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not lead to {selector}")


def type_into(page, selector, words):
    tab_to(page, selector)
    page.keyboard.type(words)


def press_button_of_the_text(page, name):
    """Alt+F10 leads into the toolbar, arrows along it."""
    page.keyboard.press("Alt+F10")
    for _press in range(60):
        if page.evaluate("name => document.activeElement.classList.contains(name)", f"cke_button__{name}"):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("ArrowRight" if _press % 12 else "Tab")
    raise AssertionError(f"the toolbar does not lead to {name}")


def test_a_reporter_writes_it_all_with_the_keyboard(page, site, client, stories, publish, edna):
    desk.begin_article(page, site)
    type_into(page, "#id_headline", "Written by hand")
    type_into(page, "#id_standfirst", "Without a mouse.")
    tab_to(page, ".pick-image [data-do=choose]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    tab_to(page, ".pick-grid button")
    page.keyboard.press("Enter")
    expect(page.locator(".pick-image .pick-shown")).to_be_visible()
    tab_to(page, ".cke_wysiwyg_frame")
    page.keyboard.type("See the plan")
    for _letter in "plan":
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog").get_by_label("Address")).to_be_focused()
    page.keyboard.type("/sections/city/")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    press_button_of_the_text(page, "bodystory")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("flood")
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(1)
    tab_to(page, ".pick-list button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_label("Kicker")).to_be_focused()
    page.keyboard.type("History repeating")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(text_of(page).locator("aside")).to_have_count(1)
    tab_to(page, "#bylines-group [data-add]")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("Rita")
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(1)
    tab_to(page, ".pick-list button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    tab_to(page, "#id_section")
    page.keyboard.type("City")
    tab_to(page, "[role=combobox]")
    page.keyboard.type("bridges")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+s")
    expect(page.locator(".messagelist")).to_contain_text("Saved as version")

    article = Article.objects.get(headline="Written by hand")
    publish(article)
    edition = Edition.objects.live().get(article=article)
    html = client.get(edition.path).content.decode()
    for words in ('href="/sections/city/"', "History repeating", "The flood of 1931", "Rita Rudenko", "Bridges"):
        assert words.casefold() in html.casefold(), words
