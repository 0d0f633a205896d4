"""The pictures in README and docs: ``python -m tools.screenshots``; ``all`` also fills var/screenshots/ to look at.

Loads the demo newspaper into a temporary folder, serves it on this machine, and photographs it with
the Chromium that the tests use. Run it again when a screen has changed.
"""

import sys
from pathlib import Path
from typing import Any

from tools import browser
from tools.newspaper import ANALYSIS, ROOT, newspaper, path_of, sign_in

DOCS = ROOT / "docs" / "pictures"
ALL = ROOT / "var" / "screenshots"


def shoot(page: Any, file: Path, **options: Any) -> None:
    """A picture of the page, or of a part of it, when all of it has come, also what loads only when it is seen."""
    sheet = getattr(page, "page", page)  # of a part, the page that it stands on
    sheet.evaluate("document.querySelectorAll('img[loading=lazy]').forEach((image) => (image.loading = 'eager'))")
    sheet.wait_for_load_state("load")
    sheet.evaluate("Promise.all([...document.images].map((image) => image.decode().catch(() => null)))")
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(file), type="jpeg", quality=82, **options)


def for_the_docs(start: Any, site: str) -> None:
    """The front page, an article, and the screens of the guide to writing."""
    page = start(1280).new_page()
    page.goto(site)
    shoot(page, DOCS / "front.jpg")
    page.goto(site + path_of(page, site, ANALYSIS))
    shoot(page, DOCS / "article.jpg")
    sign_in(page, site, "editor")
    shoot(page, DOCS / "board.jpg")
    page.goto(f"{site}/admin/articles/article/")
    shoot(page, DOCS / "articles.jpg")
    page.get_by_role("link", name="Six small engines").first.click()
    page.wait_for_selector(".cke_wysiwyg_frame")
    shoot(page, DOCS / "form.jpg")
    page.locator(".field-body").scroll_into_view_if_needed()
    shoot(page, DOCS / "editor.jpg")
    page.locator(".cke_button__bodyimage").click()
    page.wait_for_selector(".pick-grid")
    shoot(page, DOCS / "pictures.jpg")
    page.keyboard.press("Escape")
    page.locator("[data-preview-button]").click()
    page.frame_locator("[name=desk-preview]").locator("h1").wait_for()
    shoot(page, DOCS / "preview.jpg")
    of_the_day(start, site)


def of_the_day(start: Any, site: str) -> None:
    """The screens of the guide to the desk's day, as the chief editor sees them."""
    page = start(1280).new_page()
    sign_in(page, site, "chief_editor")
    page.get_by_role("region", name="Approved, not yet public").get_by_role("link").first.click()
    page.wait_for_selector(".cke_wysiwyg_frame")
    panel = page.locator(".desk-panel")
    page.locator(".desk-bar").evaluate("(bar) => (bar.style.position = 'static')")  # it would lie over the panel
    shoot(panel, DOCS / "desks.jpg")
    page.get_by_role("button", name="Publish…").click()
    page.get_by_role("heading", name="Publish").wait_for()
    shoot(page, DOCS / "publish.jpg")


def everything(start: Any, site: str) -> None:
    """Every public template at three widths, light and dark, in both languages, in print and text only."""
    finder = start(1280).new_page()
    article, translated = path_of(finder, site, ANALYSIS), path_of(finder, f"{site}/uk", "")
    pages = {
        "front": "/", "front-uk": "/uk/", "section": "/sections/war/", "tag": "/tags/winter/",
        "author": "/authors/taras-vodianyk/", "article": article, "article-uk": translated, "lite": f"{article}?lite",
        "missing": "/nothing/",
    }  # fmt: skip
    for width in (390, 768, 1440):
        for scheme in ("light", "dark"):
            page = start(width, scheme).new_page()
            for name, path in pages.items():
                page.goto(site + path)
                shoot(page, ALL / f"{name}-{width}-{scheme}.jpg", full_page=True)
    page = start(900).new_page()
    page.goto(site + article)
    page.emulate_media(media="print")
    shoot(page, ALL / "print.jpg", full_page=True)


def main(which: str = "docs") -> None:
    """Take the pictures."""
    from playwright.sync_api import sync_playwright  # from requirements/test.txt

    with newspaper() as site, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.get(), args=browser.ARGUMENTS)

        def start(width: int, scheme: Any = "light") -> Any:
            return chromium.new_context(viewport={"width": width, "height": 860}, color_scheme=scheme)

        for_the_docs(start, site)
        if which == "all":
            everything(start, site)
        chromium.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
