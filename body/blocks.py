"""A body as a list of typed blocks: what an edition stores, pages and feeds render, the API gives out."""

import json
from collections import Counter
from hashlib import sha256
from typing import Any

from lxml.html import HtmlElement

from body import embeds
from body.clean import clean
from body.shape import parse

Block = dict[str, Any]


def blocks(html: str) -> list[Block]:
    """Every ``html``, ``caption`` and ``cite`` is a piece of what ``clean`` returned, cut between two tags.

    An id says what is in its block, so it stays when blocks around it come, go or change places.
    """
    seen: Counter[str] = Counter()
    found = []
    for line in filter(None, clean(html).split("\n")):
        block = _block(line)
        block_id = _id(block)
        seen[block_id] += 1
        if seen[block_id] > 1:
            block_id = f"{block_id}-{seen[block_id]}"
        found.append({"type": block.pop("type"), "id": block_id, **block})
    return found


def _id(block: Block) -> str:
    content = json.dumps(block, sort_keys=True, ensure_ascii=False)
    return "b" + sha256(content.encode()).hexdigest()[:10]


def _block(line: str) -> Block:
    element = parse(line)[0]
    # Sound because nh3 wrote the line: no bare ">" in an attribute, no bare "<" between tags.
    inner = line[line.index(">") + 1 : line.rfind("</")]
    match element.tag:
        case "h2" | "h3":
            return {"type": "heading", "level": int(element.tag[1]), "html": inner}
        case "ul" | "ol":
            return {"type": "list", "ordered": element.tag == "ol", "html": inner}
        case "blockquote":
            return {"type": "blockquote", "html": inner, **_lang(element)}
        case "hr":
            return {"type": "rule"}
        case "table":
            return {"type": "table", "html": inner}
        case "figure" | "aside" if kind := embeds.kind_of(element.tag, element.attrib):
            return {"type": kind.name, **kind.describe(kind.own(element.attrib)), **_content(kind, element, inner)}
        case _:
            return {"type": "paragraph", "html": inner, **_lang(element)}


def _content(kind: embeds.EmbedKind, element: HtmlElement, inner: str) -> Block:
    match kind.content:
        case "caption":
            return {"caption": inner.removeprefix("<figcaption>").removesuffix("</figcaption>")}
        case "quote":
            words, _, cite = inner.partition("<cite>")
            return {"html": words, "cite": cite.removesuffix("</cite>"), **_lang(element)}
        case _:
            return {}


def _lang(element: HtmlElement) -> Block:
    """Language and direction, where they are marked."""
    return {name: element.get(name) for name in ("lang", "dir") if element.get(name)}
