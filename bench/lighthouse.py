"""What Lighthouse says of four pages of the demo newspaper: ``python -m bench.lighthouse``.

Visits each three times as a middling phone on a slow network, which is Lighthouse's own preset, and prints
the medians. Ends with an error, and with what was found wanting, where a score is less than 100.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.phone import phones
from tools import browser, install, npm_tools
from tools.newspaper import ANALYSIS, newspaper, path_of

RUNS = 3
CATEGORIES = {
    "performance": "speed",
    "accessibility": "accessible",
    "best-practices": "practices",
    "seo": "SEO",
}
METRICS = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
}
PROGRAM = npm_tools.LIGHTHOUSE / "node_modules" / "lighthouse" / "cli" / "index.js"


@dataclass(frozen=True)
class Verdict:
    """The medians of a page, and the audits that cost it something in any of its runs."""

    scores: dict[str, float]
    metrics: dict[str, float]
    wanting: list[str]

    @property
    def is_perfect(self) -> bool:
        """Whether each score is 100."""
        return all(score == 100 for score in self.scores.values())


def pages(site: str) -> dict[str, str]:
    """Addresses by kind: the demo's analysis, the front, and where the analysis leads to."""
    with phones() as phone:
        page = phone()
        article = path_of(page, site, ANALYSIS)
        page.goto(site + article)
        section = page.locator(".breadcrumb a").last.get_attribute("href")
        author = page.locator(".byline-writers a").first.get_attribute("href")
    return {"article": article, "front": "/", "section": section, "author": author}


def visit(address: str) -> dict[str, Any]:
    """The report of one run."""
    flags = " ".join(["--headless=new", *browser.ARGUMENTS])
    with tempfile.TemporaryDirectory(prefix="newsroom-lighthouse-") as folder:
        file = Path(folder, "report.json")
        ask = ["--quiet", "--output=json", f"--output-path={file}", f"--chrome-flags={flags}"]
        ask.append(f"--only-categories={','.join(CATEGORIES)}")
        os.environ["CHROME_PATH"] = browser.get()
        if subprocess.run([npm_tools.node(), PROGRAM, address, *ask]).returncode:
            raise RuntimeError(f"Lighthouse did not come to an end at {address}; what it said stands above.")
        report: dict[str, Any] = json.loads(file.read_text())
    return report


def judge(reports: list[dict[str, Any]]) -> Verdict:
    """The medians of some runs."""
    audits = [report["audits"] for report in reports]
    return Verdict(
        {name: median(round(100 * report["categories"][name]["score"]) for report in reports) for name in CATEGORIES},
        {name: median(found[name]["numericValue"] for found in audits) for name in METRICS},
        sorted({line for report in reports for line in wanting(report)}),
    )


def wanting(report: dict[str, Any]) -> list[str]:
    """The audits that count for a score and are not perfect, and by how much."""
    counted = {
        audit["id"] for category in report["categories"].values() for audit in category["auditRefs"] if audit["weight"]
    }
    found = {name: report["audits"][name] for name in counted}
    return [
        f"{audit['title']} {audit['score']:.2f}"
        for audit in found.values()
        if audit["score"] is not None and audit["score"] < 1
    ]


def main() -> int:
    """Prints the table."""
    install.install("tools")
    npm_tools.install(npm_tools.LIGHTHOUSE)
    verdicts = {}
    with newspaper("bench.behind_proxy") as site:
        print("page     ", *(f"{title:>10}" for title in [*CATEGORIES.values(), *METRICS.values()]))
        for kind, path in pages(site).items():
            verdicts[kind] = verdict = judge([visit(site + path) for _run in range(RUNS)])
            scores = [f"{score:>10.0f}" for score in verdict.scores.values()]
            metrics = [
                f"{value:>10.2f}" if name.endswith("shift") else f"{value:>10.0f}"
                for name, value in verdict.metrics.items()
            ]
            print(f"{kind:9}", *scores, *metrics, flush=True)
    for kind, verdict in verdicts.items():
        if verdict.wanting:
            print(f"{kind}, less than 1 in some run: {'; '.join(verdict.wanting)}")
    return 0 if all(verdict.is_perfect for verdict in verdicts.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
