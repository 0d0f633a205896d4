"""Embeds are inserted, edited, moved, copied and deleted, by mouse and by keyboard, and nothing gets lost."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.body.editor_site")]

IMAGE = {"image": "12", "alt": "A river", "caption": "The <em>river</em>", "layout": "wide"}
IMAGE_HTML = (
    '<figure data-image="12" data-layout="wide" data-alt="A river"><figcaption>The <em>river</em></figcaption></figure>'
)
STORY = {"story": "7", "kicker": "History", "headline": "The flood"}
STORY_HTML = '<aside data-story="7" data-kicker="History" data-headline="The flood"></aside>'
THREE = '<p>One</p>\n<figure data-image="1"></figure>\n<p>Two</p>\n<p>Three</p>'
QUOTE = '<aside class="pullquote"><p>Words</p></aside>'


def figures(html):
    return re.findall(r'data-image="(\d+)"', html)


def focus(editor, number=0):
    """A click on the embed itself."""
    wrapper = editor.text.locator(".cke_widget_wrapper").nth(number)
    wrapper.click(position={"x": 4, "y": 4})
    editor.wait("editor.widgets.focused")


# Inserting


def test_an_image_and_a_story_card_are_inserted_by_mouse(editor):
    editor.open("<p>One</p>\n<p>Two</p>").answer(IMAGE, STORY)
    editor.caret_at_end(0).button("Image").click()
    editor.wait("editor.getData().includes('figure')")
    editor.button("Story card").click()
    editor.wait("editor.getData().includes('data-story')")
    assert editor.save() == f"<p>One</p>\n{IMAGE_HTML}\n{STORY_HTML}\n<p>Two</p>"


def test_an_image_is_inserted_by_the_keyboard_alone(editor):
    editor.open("<p>One</p>").answer(IMAGE).caret_at_end()
    editor.press("Alt+F10")
    for _group in range(3):
        editor.press("Tab")
    editor.press("Enter")
    editor.wait("editor.getData().includes('figure')")
    editor.type("After")
    assert editor.save() == f"<p>One</p>\n{IMAGE_HTML}\n<p>After</p>"


def test_several_that_are_inserted_one_after_another_are_all_there(editor):
    numbers = [str(number) for number in range(1, 6)]
    editor.open().answer(*({"image": number} for number in numbers))
    editor.caret_at_end() if editor.data else editor.run("editor.focus()")
    for number in numbers:
        editor.button("Image").click()
        editor.wait("editor.getData().includes(argument)", f'data-image="{number}"')
    editor.button("Pull quote").click()
    editor.type("Said")
    assert editor.save() == "\n".join(
        [*(f'<figure data-image="{number}"></figure>' for number in numbers), QUOTE.replace("Words", "Said")]
    )


def test_what_is_selected_is_not_replaced(editor):
    editor.open("<p>One</p>\n<p>Two</p>").answer(IMAGE, STORY)
    editor.run("editor.focus()")
    editor.press("Control+a")
    editor.button("Image").click()
    editor.wait("editor.getData().includes('figure')")
    focus(editor)
    editor.button("Story card").click()
    editor.wait("editor.getData().includes('data-story')")
    assert editor.save() == f"<p>One</p>\n<p>Two</p>\n{IMAGE_HTML}\n{STORY_HTML}"


def test_one_that_is_inserted_inside_a_sentence_list_or_table_stands_behind_it(editor):
    body = "<p>One two</p>\n<ul><li>a</li><li>b</li></ul>\n<table><tbody><tr><td>c</td></tr></tbody></table>"
    editor.open(body).answer({"image": "1"}, {"image": "2"}, {"image": "3"})
    for number, place in enumerate(("p", "li", "td"), start=1):
        editor.text.locator(place).first.click()
        editor.button("Image").click()
        editor.wait("editor.getData().includes(argument)", f'data-image="{number}"')
    blocks = body.split("\n")
    expected = [
        line for number, block in enumerate(blocks, 1) for line in (block, f'<figure data-image="{number}"></figure>')
    ]
    assert editor.save() == "\n".join(expected)


def test_nothing_is_inserted_when_the_page_s_dialog_is_cancelled_or_answers_nonsense(editor):
    editor.open("<p>One</p>").answer(None, {"image": "x"}, {"image": '1"><img src=x>'})
    for _time in range(3):
        editor.caret_at_end().button("Image").click()
    editor.wait("window.asked.length === 3")
    editor.type("!")
    assert editor.save() == "<p>One!</p>"


def test_undo_takes_an_insertion_back_and_redo_brings_it_again(editor):
    editor.open("<p>One</p>").answer(IMAGE).caret_at_end().button("Image").click()
    editor.wait("editor.getData().includes('figure')")
    editor.press("Control+z")
    editor.wait("!editor.getData().includes('figure')")
    editor.press("Control+y")
    editor.wait("editor.getData().includes('figure')")
    assert editor.save() == f"<p>One</p>\n{IMAGE_HTML}"


# Editing


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_an_embed_is_edited_in_the_page_s_dialog(editor, by):
    editor.open(f"<p>One</p>\n{IMAGE_HTML}").answer({**IMAGE, "alt": "", "layout": "normal", "caption": "New"})
    focus(editor)
    if by == "mouse":
        editor.text.locator(".cke_widget_wrapper").dblclick(position={"x": 4, "y": 4})
    else:
        editor.press("Enter")
    editor.wait("editor.getData().includes('New')")
    assert editor.page.evaluate("window.asked") == [{"kind": "image", "current": IMAGE}]
    assert editor.save() == '<p>One</p>\n<figure data-image="12"><figcaption>New</figcaption></figure>'


def test_a_caption_is_written_in_its_place(editor):
    editor.open(THREE)
    editor.text.locator("figcaption").click()
    editor.type("A river").press("Control+b").type(" bold").press("Enter").type("Behind: ")
    assert editor.save() == THREE.replace(
        "></figure>\n<p>", "><figcaption>A river<strong> bold</strong></figcaption></figure>\n<p>Behind: "
    )


def test_no_embed_goes_into_a_caption(editor):
    editor.open(THREE)
    editor.text.locator("figcaption").click()
    editor.type("x")
    for name in ("Image", "Story card", "Pull quote", "Table"):
        assert editor.button(name).get_attribute("aria-disabled") == "true"


def test_quotation_and_speaker_are_written_in_their_places(editor):
    editor.open('<p>One</p>\n<aside class="pullquote" lang="fr"><p>Words</p></aside>')
    editor.text.locator(".quote p").click()
    editor.press("End", "Enter").type("More").press("Tab")
    editor.text.locator(".cite").click()
    editor.type("Olha").press("Enter").type("On")
    assert editor.save() == (
        '<p>One</p>\n<aside class="pullquote" lang="fr"><p>Words</p><p>More</p><cite>Olha</cite></aside>\n<p>On</p>'
    )


# Moving, copying, deleting


def test_an_embed_is_moved_by_keys(editor):
    editor.open(THREE)
    focus(editor)
    editor.press("Alt+Shift+ArrowDown", "Alt+Shift+ArrowDown")
    assert editor.data == '<p>One</p>\n<p>Two</p>\n<p>Three</p>\n<figure data-image="1"></figure>'
    editor.press("Alt+Shift+ArrowUp", "Alt+Shift+ArrowUp", "Alt+Shift+ArrowUp", "Alt+Shift+ArrowUp")
    assert editor.save() == '<figure data-image="1"></figure>\n<p>One</p>\n<p>Two</p>\n<p>Three</p>'


def test_a_paragraph_is_moved_by_keys_as_well(editor):
    editor.open(THREE).caret_at_end(0).press("Alt+Shift+ArrowDown").type("!")
    assert editor.save() == '<figure data-image="1"></figure>\n<p>One!</p>\n<p>Two</p>\n<p>Three</p>'


def test_an_embed_is_moved_by_dragging(editor):
    editor.open(THREE)
    editor.text.locator(".cke_widget_wrapper").hover()
    editor.text.locator(".cke_widget_drag_handler").drag_to(
        editor.text.locator("p").filter(has_text="Three"), target_position={"x": 30, "y": 28}
    )
    editor.wait("editor.getData().indexOf('figure') > editor.getData().indexOf('Three')")
    assert editor.save() == '<p>One</p>\n<p>Two</p>\n<p>Three</p>\n<figure data-image="1"></figure>'


@pytest.mark.parametrize(
    "embed", [IMAGE_HTML, STORY_HTML, '<aside class="pullquote"><p>Words</p><cite>Olha</cite></aside>']
)
def test_an_embed_is_copied_and_pasted_as_often_as_one_likes(editor, embed):
    editor.open(f"{embed}\n<p>One</p>\n<p>Two</p>")
    focus(editor)
    editor.press("Control+c").caret_at_end(1)
    for times in (2, 3, 4):
        editor.press("Control+v")
        editor.wait(
            "editor.getData().split('<p>One').length + Object.keys(editor.widgets.instances).length - 2 === argument",
            times,
        )
    assert editor.save().count(embed) == 4


def test_an_embed_is_cut_and_pasted(editor):
    editor.open(f"<p>One</p>\n{IMAGE_HTML}\n<p>Two</p>")
    focus(editor)
    editor.press("Control+x")
    editor.wait("!editor.getData().includes('figure')")
    editor.caret_at_end().press("Control+v")
    editor.wait("editor.getData().includes('figure')")
    assert editor.save() == f"<p>One</p>\n<p>Two</p>\n{IMAGE_HTML}"


def test_what_is_copied_here_can_be_pasted_into_another_article(editor, context):
    editor.open(f"<p>One</p>\n{IMAGE_HTML}\n{STORY_HTML}")
    editor.caret_at_end(0).press("Control+a").wait("editor.getSelection().getSelectedText().includes('One')")
    editor.run("editor.document.$.addEventListener('copy', () => setTimeout(() => { window.copied = true; }))")
    editor.press("Control+c").page.wait_for_function("() => window.copied")
    editor.open("<p>Other</p>").caret_at_end().press("Control+v")
    editor.wait("Object.keys(editor.widgets.instances).length === 2")
    saved = editor.save()
    assert IMAGE_HTML in saved and STORY_HTML in saved and "Other" in saved


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_an_embed_is_deleted(editor, key):
    editor.open(THREE)
    focus(editor)
    editor.press(key)
    editor.wait("!editor.getData().includes('figure')")
    assert editor.save() == "<p>One</p>\n<p>Two</p>\n<p>Three</p>"


def test_an_embed_beside_the_caret_is_not_deleted_at_the_first_stroke(editor):
    editor.open(THREE).caret_at_end(0).press("Delete")
    assert figures(editor.data) == ["1"]
    editor.caret_at_end(2).press("Home", "Backspace")
    assert figures(editor.data) == ["1"]
    assert editor.save() == THREE


# Asking the page


def test_the_page_is_asked_once_for_all_that_appears_at_once(editor):
    editor.page.add_init_script(
        """document.addEventListener("body:describe", (event) => {
            event.preventDefault();
            (window.described ??= []).push([event.detail.images, event.detail.stories]);
            setTimeout(() => event.detail.answer({
                images: { 1: { src: "/static/favicon.svg", alt: "A", caption: "<b>Own</b> caption", credit: "Photo: Ivan" } },
                stories: { 7: { headline: "The flood of 1997", note: "Live" } },
            }), 0);
        })"""
    )
    body = '<figure data-image="1"></figure>\n<figure data-image="2"></figure>\n<figure data-image="1"></figure>\n<aside data-story="7"></aside>\n<aside data-story="8"></aside>'
    editor.open(body)
    editor.text.get_by_text("The flood of 1997").wait_for()
    described = editor.page.evaluate("window.described")
    assert [[sorted(numbers) for numbers in asked] for asked in described] == [[["1", "2"], ["7", "8"]]]
    words = editor.text.inner_text()
    assert "Photo: Ivan" in words and "Image 2 is not here." in words and "Story 8 is not here." in words
    assert editor.text.locator("figcaption").first.get_attribute("data-hint") == "Caption of the image: Own caption"
    assert editor.run("return editor.checkDirty()") is False
    assert editor.save() == body


def test_where_nobody_answers_a_small_dialog_asks_for_the_number(editor):
    editor.open("<p>One</p>").caret_at_end().button("Image").click()
    dialog = editor.page.get_by_role("dialog", name="Image")
    dialog.get_by_label("Number").fill("12")
    dialog.get_by_label("Alternative text").fill("A river")
    dialog.get_by_label("Width").select_option("wide")
    dialog.get_by_role("button", name="Insert").click()
    editor.wait("editor.getData().includes('figure')")
    editor.button("Story card").click()
    story = editor.page.get_by_role("dialog", name="Story card")
    story.get_by_label("Number").wait_for()
    editor.press("Escape")
    story.wait_for(state="detached")
    editor.wait("editor.focusManager.hasFocus")
    editor.type("On")
    assert editor.save() == (
        '<p>One</p>\n<figure data-image="12" data-layout="wide" data-alt="A river"></figure>\n<p>On</p>'
    )
