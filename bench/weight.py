"""What a phone has to fetch for the demo's analysis in each language: ``python -m bench.weight``.

Prints what is promised of the first view beside what was measured, and ends with an error where it is more.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bench.phone import phones
from tools.newspaper import ANALYSIS, newspaper, path_of

KB = 1024
# By the language of the page: two bytes for each Cyrillic letter, even compressed, are more than one.
HTML = {"en": 12 * KB, "uk": 16 * KB}
# Nothing of it is waited for but a few hundred bytes: reports, copying, appeals and the newsletter come after the page.
SCRIPT = 4 * KB
# A page may move as long as its parts come late, so they come as on a slow network.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
WATCH = """
window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value)))
  .observe({ type: "layout-shift", buffered: true });
"""
# A screen at a time, and from each only when all that it shows has come and was painted.
SCROLL = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
    scrollTo({ top, behavior: "instant" });
    await frame();
    await frame();
    const seen = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
    await Promise.all(seen.map((image) => image.decode().catch(() => null)));
    await frame();
  }
  return window.moved;
}"""


@dataclass(frozen=True)
class Fact:
    """One thing that is promised and was measured."""

    what: str
    measured: float
    promised: float

    @property
    def keeps(self) -> bool:
        """Whether it is no more than promised."""
        return self.measured <= self.promised


def weigh(page: Any, site: str, path: str, language: str) -> list[Fact]:
    """The facts of a story at this address."""
    requests: list[Any] = []
    page.on("request", lambda request: requests.append(request))  # what is built in cannot listen
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.add_init_script(WATCH)
    page.goto(site + path, wait_until="networkidle")
    sizes: Counter[str] = Counter()
    for request in requests:
        sizes[request.resource_type] += request.sizes()["responseBodySize"]
    lead = page.locator(".picture-lead img").evaluate("image => image.currentSrc")
    (picture,) = [request for request in requests if request.url == lead]
    moved = page.evaluate(SCROLL)
    return [
        Fact("HTML", sizes["document"], HTML[language]),
        Fact("CSS", sizes["stylesheet"], 12 * KB),
        Fact("script, all of it", sizes["script"], SCRIPT),
        Fact("fonts", sizes["font"], 60 * KB),
        Fact("lead picture", picture.sizes()["responseBodySize"], 120 * KB),
        Fact(
            "requests to others", sum(urlsplit(request.url).netloc != urlsplit(site).netloc for request in requests), 0
        ),
        Fact("layout shift", moved, 0),
    ]


def weigh_all(site: str, phone: Callable[[], Any]) -> dict[str, list[Fact]]:
    """The facts of the analysis in English and in Ukrainian; ``phone`` opens a page in a new one."""
    finder = phone()
    english = path_of(finder, site, ANALYSIS)
    finder.goto(site + english)
    paths = {"en": english, "uk": finder.locator(".language[hreflang=uk]").get_attribute("href") or ""}
    return {language: weigh(phone(), site, path, language) for language, path in paths.items()}


def main() -> int:
    """Prints the table."""
    with newspaper("bench.behind_proxy") as site, phones() as phone:
        found = weigh_all(site, phone)
    print(f"{'first view of the analysis':30} {'measured':>10} {'at most':>10}")
    for language, facts in found.items():
        for fact in facts:
            print(
                f"{language}  {fact.what:26} {fact.measured:>10,.6g} {fact.promised:>10,}{'' if fact.keeps else '  TOO MUCH'}"
            )
    return 0 if all(fact.keeps for facts in found.values() for fact in facts) else 1


if __name__ == "__main__":
    sys.exit(main())
