"""Script in pasted, dropped, posted and stored bodies runs neither in the editor nor on the page, and breaks no policy."""

import pytest

from body.clean import clean
from body.widgets import BodyWidget
from tests.body import editor_site
from tests.body.hostile import ATTACKS, assert_harmless

# What the editor itself might unwrap, besides what any parser might.
AGAINST_CKEDITOR = [
    "<!--{cke_protected}%3Cscript%3Ealert(1)%3C%2Fscript%3E-->",
    "<!--{cke_protected}{C}%3C!%2D%2D%3Cimg src=x onerror=alert(1)%3E%2D%2D%3E-->",
    "<!--{cke_protected}--><img src=x onerror=alert(1)>-->",
    "{cke_protected_1}<p>{cke_protected_0}</p>",
    "<a data-cke-saved-href='javascript:alert(1)' href='/a'>x</a>",
    "<a data-cke-pa-onclick='alert(1)' data-cke-pa-onfocus='alert(1)' autofocus tabindex=1>x</a>",
    "<img data-cke-saved-src='x' data-cke-pa-onerror='alert(1)' src=x>",
    "<cke:encode>&lt;img src=x onerror=alert(1)&gt;</cke:encode>",
    "<cke:img src=x onerror=alert(1)></cke:img>",
    "<div class='cke_editable'><img src=x onerror=alert(1)></div>",
    "<div class='cke_contents'><div class='cke_editable'><img src=x onerror=alert(1)><br></div></div>",
    "<div data-cke-filter='off'><script>alert(1)</script><img src=x onerror=alert(1)></div>",
    "<div data-cke-widget-wrapper='1' data-cke-filter='off'><figure data-widget='bodyimage' data-image='1' "
    "data-cke-widget-data='%7B%22image%22%3A%221%22%7D'><img src=x onerror=alert(1)></figure></div>",
    "<figure data-widget='bodyimage' data-cke-widget-upcasted=1 data-cke-widget-data='%7B%22image%22%3A%22%5C%22%3E"
    "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22%7D'><figcaption><img src=x onerror=alert(1)></figcaption></figure>",
    "<span id=cke_copybin data-cke-temp=1><span data-cke-copybin-start=1>x</span><img src=x onerror=alert(1)>"
    "<span data-cke-copybin-end=1>x</span></span>",
    "<p class=MsoNormal style='mso-list:l0'><img src=x onerror=alert(1)><o:p onclick=alert(1)>x</o:p></p>",
    "<b id=docs-internal-guid-1><span onclick=alert(1)><img src=x onerror=alert(1)>x</span></b>",
    "<meta name=generator content=LibreOffice><p onclick=alert(1)><img src=x onerror=alert(1)>x</p>",
    "<style><![CDATA[</style><img src=x onerror=alert(1)>]]></style>",
    "<p title='<img src=x onerror=alert(1)>'>x</p><p title=\"</p><img src=x onerror=alert(1)>\">x</p>",
    "<img/src=x/onerror=alert(1)>",
    "<img\nsrc=x\tonerror=alert(1)\n>",
    "<svg/onload=alert(1)//",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe><iframe src='javascript:alert(1)'></iframe>",
    "<figure data-image=1><figcaption><a href='javascript:alert(1)'>x</a><img src=x onerror=alert(1)></figcaption></figure>",
    "<aside class=pullquote onclick=alert(1)><p onclick=alert(1)>x</p><cite><script>alert(1)</script>y</cite></aside>",
    '<p>onclick="CKEDITOR.tools.callFunction(1)" href="javascript:alert(1)"</p>',
]
ALL = ATTACKS + AGAINST_CKEDITOR
browser = [pytest.mark.browser, pytest.mark.urls("tests.body.editor_site")]

LOOK = """
    const found = [];
    for (const element of editor.document.$.querySelectorAll("*")) {
        if (/^(?:script|iframe|object|embed|svg|math|form|style|base|meta)$/i.test(element.localName)
            && !element.closest("head")) found.push(element.outerHTML);
        for (const { name, value } of element.attributes)
            if (name.startsWith("on") || /^\\s*(?:javascript|data|vbscript):/i.test(value)) found.push(`${name}=${value}`);
    }
    return found;
"""
PASTE_EACH = """async (attacks) => {
    const editor = CKEDITOR.instances.id_body;
    editor.focus();
    for (const attack of attacks) {
        const done = new Promise((resolve) => {
            const said = editor.once("paste", () => setTimeout(resolve, 0), null, null, 5000);
            setTimeout(() => { said.removeListener(); resolve(); }, 1000);
        });
        const clipboard = new DataTransfer();
        clipboard.setData("text/html", attack);
        const range = editor.createRange();
        range.moveToElementEditEnd(editor.editable());
        range.select();
        editor.editable().$.dispatchEvent(new editor.window.$.ClipboardEvent("paste",
            { clipboardData: clipboard, bubbles: true, cancelable: true }));
        await done;
    }
}"""


@pytest.mark.parametrize("attack", ALL)
def test_what_the_text_area_shows_is_clean_whatever_is_stored(attack):
    assert BodyWidget().format_value(attack) == clean(attack)
    assert_harmless(clean(attack))


def read_what_is_stored(editor):
    editor.page.goto(f"{editor.site}/read/")
    assert editor.page.evaluate("document.querySelectorAll('main script, main img, main iframe, main svg').length") == 0
    return editor_site.store["body"]


class TestInABrowser:
    pytestmark = browser

    def test_stored(self, editor):
        editor.open("\n\n".join(ALL))
        assert editor.state == "ready"
        assert editor.run(LOOK) == []
        assert_harmless(editor.save())
        assert_harmless(read_what_is_stored(editor))

    def test_stored_each_in_a_caption_and_a_quotation(self, editor):
        figures = "".join(f'<figure data-image="1"><figcaption>{attack}</figcaption></figure>\n\n' for attack in ALL)
        editor.open(figures + "".join(f'<aside class="pullquote"><p>{attack}</p></aside>\n\n' for attack in ALL))
        assert editor.run(LOOK) == []
        assert_harmless(editor.save())

    @pytest.mark.parametrize("part", range(4))
    def test_pasted(self, editor, part):
        editor.page.set_default_timeout(120_000)
        editor.open("<p>x</p>")
        editor.page.evaluate(PASTE_EACH, ALL[part::4])
        assert editor.run(LOOK) == []
        assert_harmless(editor.save())
        assert_harmless(read_what_is_stored(editor))

    def test_posted(self, editor):
        for attack in ALL:
            editor.page.request.post(f"{editor.site}/admin/write/", form={"body": attack})
            assert_harmless(editor_site.store["body"])
        editor.page.request.post(f"{editor.site}/admin/write/", form={"body": "\n\n".join(ALL)})
        assert_harmless(read_what_is_stored(editor))

    def test_answered_by_the_page(self, editor):
        """The page's answers come from the database, and so from people."""
        hostile = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
        words = {"headline": hostile, "note": hostile, "alt": hostile, "caption": hostile, "credit": hostile}
        described = {"images": {"1": words}, "stories": {"2": words}}
        editor.open("<p>x</p>").answer(
            {"image": "1", "alt": hostile, "caption": "<em>a</em><b onclick='alert(1)'>b</b>"},
            {"story": "2", "kicker": hostile, "headline": hostile},
            {"href": "/a/", "text": hostile},
            described=described,
        )
        for name in ("Image", "Story card", "Link"):
            editor.caret_at_end().button(name).click()
            editor.page.wait_for_timeout(0)
        editor.wait("editor.getData().includes('/a/')")
        assert editor.run(LOOK) == []
        assert_harmless(editor.save())


def test_the_policy_lets_no_inline_script_in(client, settings):
    settings.ROOT_URLCONF = "tests.body.editor_site"
    policy = client.get("/admin/write/").headers["Content-Security-Policy"]
    rules = {name: values for name, *values in (rule.split() for rule in policy.split(";"))}
    assert rules.get("script-src", rules["default-src"]) == ["'self'"]
    assert rules["style-src"] == ["'self'", "'unsafe-inline'"]
    assert "data:" not in policy and "unsafe-eval" not in policy
