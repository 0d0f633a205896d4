"""Paste: what means something stays, what only looks like something goes, and pictures are refused with a sentence."""

from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.body.editor_site")]
FOLDER = Path(__file__).parents[1] / "paste"
SAMPLES = sorted(path.name.removesuffix(".out.html") for path in FOLDER.glob("*.out.html"))
NO_PICTURES = "Pictures cannot be pasted. Use the button “Image” to upload one."


def read(name):
    return FOLDER.joinpath(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_other_programs_put_on_the_clipboard(editor, sample):
    editor.open("<p></p>").run("editor.focus()")
    editor.paste(read(f"{sample}.html")).pasted()
    assert editor.save() == read(f"{sample}.out.html").removesuffix("\n")


@pytest.mark.parametrize("sample", SAMPLES)
def test_they_can_be_pasted_into_the_middle_of_a_text(editor, sample):
    editor.open("<p>Before</p>\n<p>After</p>").caret_at_end(0).press("Enter")
    editor.paste(read(f"{sample}.html")).pasted()
    saved = editor.save()
    assert saved.startswith("<p>Before</p>\n<h2>The river rises</h2>\n") and saved.endswith("<p>After</p>")


def test_plain_text_becomes_paragraphs(editor):
    editor.open("<p>One</p>").caret_at_end().press("Enter")
    editor.paste(plain="First\nline\n\nSecond <b>& more</b>").pasted()
    assert editor.save() == "<p>One</p>\n<p>First<br>line</p>\n<p>Second &lt;b&gt;&amp; more&lt;/b&gt;</p>"


def test_words_from_the_real_clipboard(editor, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor.open("<p>One</p>").caret_at_end().press("Enter")
    editor.page.evaluate(
        """() => navigator.clipboard.write([new ClipboardItem({
            "text/html": new Blob(['<h1 style="color:red">Head</h1><p>A <b>b</b></p>'], { type: "text/html" }),
            "text/plain": new Blob(["Head"], { type: "text/plain" }) })])"""
    )
    editor.run("window.pasted = false; editor.once('afterPaste', () => { window.pasted = true })")
    editor.caret_at_end().press("Control+v").pasted()
    assert editor.save() == "<p>One</p>\n<h2>Head</h2>\n<p>A <strong>b</strong></p>"


@pytest.mark.parametrize(
    "html",
    [
        '<p>Words</p><img src="https://evil.example/p.png">',
        '<p>Words</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">',
        '<p>Words</p><picture><source srcset="/a.webp"><img src="/a.png"></picture>',
        '<figure><img src="/a.png"></figure><p>Words</p>',
        read("word.html")[:600] + '<!--[if gte vml 1]><v:imagedata src="file:///C:/a.png"/><![endif]-->'
        "<p class=MsoNormal>Words<img src='file:///C:/a.png'></p></body></html>",
        '<b id="docs-internal-guid-1"><p><span>Words</span><span><img src="https://lh3.example/a"></span></p></b>',
    ],
)
def test_pictures_are_refused_with_a_sentence_and_the_words_around_them_stay(editor, html):
    editor.open("<p></p>").run("editor.focus()")
    editor.paste(html).pasted()
    editor.page.get_by_text(NO_PICTURES).first.wait_for()
    assert editor.page.get_by_text(NO_PICTURES).locator("visible=true").count() == 1
    assert editor.save() == "<p>Words</p>"


def test_a_picture_alone_is_refused(editor):
    editor.open("<p>One</p>").caret_at_end().paste(pictures=1)
    editor.page.get_by_text(NO_PICTURES).first.wait_for()
    assert editor.save() == "<p>One</p>"


def test_pictures_that_are_dropped_are_refused(editor):
    editor.open("<p>One</p>").run(
        """const data = new DataTransfer(); data.items.add(new File(["x"], "a.png", { type: "image/png" }));
        const place = editor.editable().$.firstChild.getBoundingClientRect();
        const how = { dataTransfer: data, bubbles: true, cancelable: true,
            clientX: place.left + 20, clientY: place.top + 10 };
        for (const type of ["dragenter", "dragover", "drop"])
            editor.editable().$.firstChild.dispatchEvent(new editor.window.$.DragEvent(type, how));"""
    )
    editor.page.get_by_text(NO_PICTURES).first.wait_for()
    assert editor.save() == "<p>One</p>"


def test_a_paste_into_a_caption_is_one_line_of_words(editor):
    editor.open('<p>One</p>\n<figure data-image="1"></figure>').text.locator("figcaption").click()
    editor.paste("<h1>Head</h1><ul><li>item <b>bold</b></li></ul><table><tr><td>cell</td></tr></table>").pasted()
    saved = editor.save()
    assert "<ul>" not in saved and "<table>" not in saved and "<strong>bold</strong>" in saved
    for word in ("Head", "item", "cell"):
        assert word in saved


def test_a_paste_can_be_undone_at_once(editor):
    editor.open("<p>One</p>").caret_at_end().press("Enter").paste(read("web-page.html")).pasted()
    editor.press("Control+z")
    editor.wait("!editor.getData().includes('river')")
    assert editor.save() == "<p>One</p>"
