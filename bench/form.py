"""How soon the article's form is ready to type in: ``python -m bench.form``.

Opens the form of the demo's analysis in Chromium five times with an empty cache, and once more with a
full one; prints the medians in milliseconds, the number of requests and the bytes that came.
"""

import statistics
from typing import Any

from tools import browser
from tools.newspaper import newspaper, sign_in

TIMES = 5
READY = "textarea[data-body-state=ready]"
MEASURE = """() => {
  const files = performance.getEntriesByType("resource");
  const sum = (list) => list.reduce((total, file) => total + file.encodedBodySize, 0);
  return [performance.now(), files.length + 1, sum(files), sum(files.filter((file) => /\\.js/.test(file.name)))];
}"""


def once(page: Any, address: str) -> list[float]:
    """Milliseconds until the text can be typed into, requests, bytes in all, bytes of script."""
    page.goto(address, wait_until="commit")
    page.wait_for_selector(READY, state="attached")
    return page.evaluate(MEASURE)  # type: ignore[no-any-return]


def main() -> None:
    """Print the table."""
    from playwright.sync_api import sync_playwright  # from requirements/test.txt

    with newspaper() as site, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.get(), args=browser.ARGUMENTS)
        page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
        sign_in(page, site, "editor")
        page.goto(f"{site}/admin/articles/article/?q=Six+small+engines")
        page.get_by_role("link", name="Six small engines").first.click()
        page.wait_for_selector(READY, state="attached")
        cookies: Any = page.context.cookies()
        address = page.url
        cold = []
        for _time in range(TIMES):
            context = chromium.new_context(viewport={"width": 1280, "height": 900})
            context.add_cookies(cookies)
            cold.append(once(context.new_page(), address))
            context.close()
        warm = [once(page, address) for _time in range(TIMES)]
        for title, rows in (("empty cache", cold), ("full cache", warm)):
            time, requests, size, script = (statistics.median(column) for column in zip(*rows, strict=True))
            print(f"{title:<12} {time:7.0f} ms  {requests:4.0f} requests  {size:9,.0f} bytes, {script:,.0f} of script")
        chromium.close()


if __name__ == "__main__":
    main()
