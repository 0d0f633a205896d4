"""Three readers that others wrote, and what they find on our pages: ``readability({address: html})``.

extruct reads what is told to programs, as search engines do; trafilatura and Firefox's reader (Readability) read
the page, as archives and people do. They know nothing of our classes, so what they find, others find too.
"""

import json
import logging
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from tools import npm_tools

# extruct mends broken JSON-LD with this part, which has no wheel. Ours has to need no mending: it fails without.
sys.modules.setdefault("jstyleson", ModuleType("jstyleson"))

import extruct  # noqa: E402
import trafilatura  # noqa: E402
from lxml import html  # noqa: E402

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it warns of each page that it refuses, which we ask it to


@dataclass(frozen=True)
class Found:
    """What a reader found; what it never tells is None."""

    headline: str
    authors: list[str]
    published: str
    modified: str | None
    picture: str | None
    language: str | None
    text: str | None


def structured(page: str, url: str) -> Found:
    """What extruct finds in JSON-LD."""
    told = extruct.extract(page, base_url=url, syntaxes=["json-ld"], errors="strict")["json-ld"]
    nodes = {node["@id"]: node for data in told for node in data["@graph"] if "@id" in node}
    (article,) = [node for node in nodes.values() if "headline" in node]
    authors = [nodes.get(author.get("@id"), author) for author in article.get("author", [])]
    pictures = [nodes[picture["@id"]]["contentUrl"] for picture in article.get("image", [])]
    return Found(
        headline=article["headline"],
        authors=[author["name"] for author in authors],
        published=article["datePublished"],
        modified=article["dateModified"],
        picture=next(iter(pictures), ""),
        language=article["inLanguage"],
        text=None,
    )


def card(page: str, url: str) -> dict[str, list[str]]:
    """What extruct finds in Open Graph, which is what networks show: values by property, in order."""
    (told,) = extruct.extract(page, base_url=url, syntaxes=["opengraph"], errors="strict")["opengraph"]
    found: dict[str, list[str]] = {}
    for name, value in told["properties"]:
        found.setdefault(name, []).append(value)
    return found


def archived(page: str, url: str, language: str) -> Found | None:
    """What trafilatura finds, or None if it takes the page to be in another language."""
    document: Any = trafilatura.bare_extraction(page, url=url, target_language=language, with_metadata=True)
    if document is None:
        return None
    found: dict[str, Any] = document.as_dict()
    return Found(
        headline=found["title"],
        authors=(found["author"] or "").split("; "),
        published=found["date"],
        modified=None,
        picture=found["image"] or "",
        language=language,
        text=found["text"],
    )


def readability(pages: Mapping[str, str]) -> dict[str, Found]:
    """What Firefox's reader finds, by address. Starting Node takes half a second: give all pages at once."""
    command: list[str | Path] = [npm_tools.node(), npm_tools.HERE / "readability.mjs"]
    run = subprocess.run(command, input=json.dumps(pages), capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(f"Readability did not run: {run.stderr.strip()}")
    return {
        url: Found(
            headline=found["title"],
            authors=[found["byline"]],
            published=found["publishedTime"],
            modified=None,
            picture=html.fragment_fromstring(found["content"]).xpath("string(.//img/@src)"),
            language=found["lang"],
            text=found["textContent"],
        )
        for url, found in json.loads(run.stdout).items()
    }
