"""Stories with words that run over a link and a strong, and how a reader selects them."""

BODY = (
    "<p>At dawn the <a href='https://tram.example/'>first tram</a> has <strong>crossed the new</strong> bridge.</p>"
    "<p>The last<small data-note=''>By the plan.</small> one came at dusk.</p>"
)
UKRAINIAN = "<p>На світанку <a href='https://tram.example/'>перший трамвай</a> <strong>переїхав</strong> міст.</p>"
# From some words to some others, in the text nodes of the story.
SELECT = """([from, to]) => {
    const walker = document.createTreeWalker(document.querySelector("#article-body"), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.data.includes(from)) range.setStart(node, node.data.indexOf(from));
        if (node.data.includes(to)) { range.setEnd(node, node.data.indexOf(to) + to.length); break; }
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""


def ready(page):
    """The page when its modules have run: the last of them makes the dialog."""
    page.locator("dialog.report-dialog").wait_for(state="attached")
    return page
