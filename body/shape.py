"""The structure of a body: blocks at the top, words in the blocks, nothing where it makes no sense.

Works on what nh3 has let in, and its result goes through nh3 again: nothing here is there for
safety. Words are never dropped; what stands in a wrong place is lifted out and follows the block.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from body import embeds, subset

_BLANK_LINE = re.compile(r"\n[ \t\f]*(?:\n[ \t\f]*)+")
_SPACE = re.compile(r"[ \t\n\f\r]+")
_NOT_IN_CAPTION = re.compile(r"<br>|</?small[^>]*>")
_AROUND_BREAK = re.compile(r" ?<br> ?")
_OUTER_BREAKS = re.compile(r"^(?: |<br>)+|(?: |<br>)+$")
_TAG = re.compile(r"(<[^>]*>)")
# Spaces of every width and marks without any: a paragraph of nothing else is empty.
_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069]*")


class Block(NamedTuple):
    tag: str
    inner: str
    attributes: str = ""

    @property
    def html(self) -> str:
        return "<hr>" if self.tag == "hr" else f"<{self.tag}{self.attributes}>{self.inner}</{self.tag}>"


def body(html: str) -> str:
    return "\n".join(block.html for block in _flow(parse(html)))


def line(html: str) -> str:
    return _tidy(_inline(parse(html), subset.CAPTION))


def parse(html: str) -> HtmlElement:
    root = etree.fromstring(f"<div>{html}</div>", HTMLParser())[0][0]
    for element in root.iterdescendants():
        element.tag = subset.RENAMED.get(element.tag, element.tag)
    for tag, needed in subset.MARKED.items():
        for meaningless in root.xpath(f".//{tag}[not(@{needed})]"):
            meaningless.drop_tag()
    # A language around nothing but a note is that of its words: they are shown elsewhere.
    for span in root.xpath(".//span[count(*) = 1][small][normalize-space() = normalize-space(small)]"):
        span.tag, span[0].tag = span[0].tag, span.tag
        own, inner = dict(span.attrib), dict(span[0].attrib)
        span.attrib.clear()
        span[0].attrib.clear()
        span.attrib.update(inner)
        span[0].attrib.update(own)
    for misplaced in root.xpath(".//ul/ul | .//ul/ol | .//ol/ul | .//ol/ol"):
        # Word processors hang a list into a list; it belongs to the item before it.
        if (item := misplaced.getprevious()) is not None and item.tag == "li":
            item.append(misplaced)
    return root


# Blocks


def _flow(parent: HtmlElement) -> list[Block]:
    """Whatever stands in an element, as blocks: loose words become paragraphs, unknown boxes are opened."""
    found: list[Block] = []
    for is_words, pieces in groupby(_pieces(parent), key=lambda piece: isinstance(piece, str)):
        if is_words:
            found += _paragraph("p", "".join(map(str, pieces)))
        else:
            for element in pieces:
                found += [] if element is None else _block(element)
    return found


def _pieces(parent: HtmlElement) -> Iterator[str | HtmlElement | None]:
    """Words as HTML, elements that are not words, None for a blank line between words."""
    yield from _words(parent.text)
    for child in parent:
        yield _markup(child, subset.INLINE) if _is_inline(child) else child
        yield from _words(child.tail)


def _words(text: str | None) -> Iterator[str | None]:
    first, *others = _BLANK_LINE.split(text or "")
    yield escape(first, quote=False)
    for other in others:
        yield None
        yield escape(other, quote=False)


def _block(element: HtmlElement) -> list[Block]:
    match element.tag:
        case "p" | "h2" | "h3" if all(map(_is_inline, element)):
            return _paragraph(element.tag, _inline(element, subset.INLINE), _lang(element))
        case "ul" | "ol":
            return _list(element)
        case "blockquote":
            return _quotation(element)
        case "table":
            return _table(element)
        case "hr":
            return [Block("hr", "")]
        case "figure" | "aside" if kind := embeds.kind_of(element.tag, element.attrib):
            return _embed(element, kind)
        case _:
            return _flow(element)


def _paragraph(tag: str, words: str, attributes: str = "") -> list[Block]:
    words = _tidy(words)
    return [Block(tag, words, attributes)] if words else []


def _list(element: HtmlElement) -> list[Block]:
    items: list[str] = []
    lifted: list[Block] = []
    for item in _only({"li"}, element, lifted):
        if words := _lines(item, lifted):
            items.append(Block("li", words, _lang(item)).html)
    return [Block(element.tag, "".join(items)), *lifted] if items else lifted


def _quotation(element: HtmlElement) -> list[Block]:
    inside: list[str] = []
    lifted: list[Block] = []
    for block in _flow(element):
        if block.tag in subset.PARAGRAPHS:
            inside.append(block._replace(tag="p").html)
        elif block.tag in subset.LISTS:
            inside.append(block.html)
        else:
            lifted.append(block)
    return [Block("blockquote", "".join(inside), _lang(element)), *lifted] if inside else lifted


def _table(element: HtmlElement) -> list[Block]:
    rows: dict[str, list[str]] = {"caption": [], "thead": [], "tbody": []}
    lifted: list[Block] = []
    for part in _only(rows.keys(), element, lifted):
        if part.tag == "caption":
            words = _tidy(_inline(part, subset.CAPTION))
            if words and not rows["caption"]:
                rows["caption"].append(words)
            else:
                lifted += _paragraph("p", words)
            continue
        for row in _only({"tr"}, part, lifted):
            cells = [
                Block(cell.tag, _lines(cell, lifted), _attributes(cell, ("colspan", "rowspan", "scope"))).html
                for cell in _only({"td", "th"}, row, lifted)
            ]
            if cells:
                rows[part.tag].append(Block("tr", "".join(cells)).html)
    if not (rows["thead"] or rows["tbody"]):
        return _paragraph("p", "".join(rows["caption"])) + lifted
    inner = "".join(Block(part, "".join(found)).html for part, found in rows.items() if found)
    return [Block("table", inner), *lifted]


def _embed(element: HtmlElement, kind: embeds.EmbedKind) -> list[Block]:
    attributes = _attributes(element, kind.attributes)
    if kind.content == "caption":
        inner, lifted = _caption(element)
    elif kind.content == "quote":
        inner, lifted = _quote(element)
        if not inner:
            return lifted
        attributes += _lang(element)
    else:
        inner, lifted = "", _flow(element)
    return [Block(element.tag, inner, attributes), *lifted]


def _caption(figure: HtmlElement) -> tuple[str, list[Block]]:
    """The first paragraph only: a caption that somebody forgot to close holds the rest of the article."""
    caption = figure.find("figcaption")
    if caption is None:
        return "", _flow(figure)
    caption.drop_tree()
    first, *others = _flow(caption) or [Block("p", "")]
    if first.tag not in subset.PARAGRAPHS:
        first, others = Block("p", ""), [first, *others]
    words = _tidy(_NOT_IN_CAPTION.sub(" ", first.inner))
    return Block("figcaption", words).html if words else "", others + _flow(figure)


def _quote(aside: HtmlElement) -> tuple[str, list[Block]]:
    speaker = ""
    if (cite := aside.find(".//cite")) is not None:
        cite.drop_tree()
        speaker = _tidy(_inline(cite, subset.CAPTION))
    inside = ""
    lifted: list[Block] = []
    for block in _flow(aside):
        if block.tag in subset.PARAGRAPHS:
            inside += block._replace(tag="p").html
        else:
            lifted.append(block)
    if not inside:
        return "", _paragraph("p", speaker) + lifted
    return inside + (Block("cite", speaker).html if speaker else ""), lifted


def _only(tags: Container[str], parent: HtmlElement, lifted: list[Block]) -> Iterator[HtmlElement]:
    """The children that belong into an element; what else stands there is lifted out."""
    for piece in _pieces(parent):
        if isinstance(piece, str):
            lifted += _paragraph("p", piece)
        elif piece is not None and piece.tag in tags:
            yield piece
        elif piece is not None:
            lifted += _block(piece)


def _lines(parent: HtmlElement, lifted: list[Block]) -> str:
    """What may stand in a list item or a cell: lines of words and lists."""
    inner, after_words = "", False
    for block in _flow(parent):
        is_words = block.tag in subset.PARAGRAPHS
        if is_words:
            inner += ("<br>" if after_words else "") + block.inner
        elif block.tag in subset.LISTS:
            inner += block.html
        else:
            lifted.append(block)
            continue
        after_words = is_words
    return inner


# Words


def _is_inline(element: HtmlElement) -> bool:
    """A link or an emphasis around whole blocks is not: it is opened like any unknown box."""
    return element.tag in subset.INLINE | {"cite"} and all(map(_is_inline, element))


def _inline(parent: HtmlElement, allowed: frozenset[str]) -> str:
    inner = escape(parent.text or "", quote=False)
    for child in parent:
        inner += _markup(child, allowed) + escape(child.tail or "", quote=False)
    return inner


def _markup(element: HtmlElement, allowed: frozenset[str]) -> str:
    tag = element.tag
    if tag not in subset.INLINE | {"cite"}:
        return f" {_inline(element, allowed)} "
    if tag == "br":
        return "<br>" if "br" in allowed else " "
    # A note has a link of its own to its number, so it cannot stand in one: it follows that.
    notes = _notes(element) if tag == "a" and "small" in allowed else ""
    # No emphasis in the same emphasis, no link in a link, no line break in a note.
    inner = _inline(element, allowed - {tag, "br"} if tag == "small" else allowed - {tag})
    if tag == "small":
        # Its words follow those of the text, from which nothing else would part them.
        return Block(tag, _tidy(inner), ' data-note=""').html if tag in allowed and _is_visible(inner) else f" {inner} "
    if tag not in allowed or not _is_visible(inner) or (tag == "a" and "href" not in element.attrib):
        return inner + notes
    return Block(tag, inner, _attributes(element, ("href",)) + _lang(element)).html + notes


def _notes(element: HtmlElement) -> str:
    """Takes the notes out of an element."""
    found = element.findall(".//small")
    for note in found:
        note.drop_tree()
    return "".join(_markup(note, subset.INLINE) for note in found)


def _tidy(words: str) -> str:
    """Words of one block: composed letters, single spaces, no line breaks at the ends; nothing if there is nothing."""
    if not _is_visible(words):
        return ""
    # Only between the tags: a combining mark must not melt with the ">" before it.
    words = "".join(unicodedata.normalize("NFC", part) if part[:1] != "<" else part for part in _TAG.split(words))
    return _OUTER_BREAKS.sub("", _AROUND_BREAK.sub("<br>", _SPACE.sub(" ", words)))


def _is_visible(words: str) -> bool:
    return not _INVISIBLE.fullmatch(_TAG.sub("", words))


def _lang(element: HtmlElement) -> str:
    if element.get("lang") in subset.RIGHT_TO_LEFT:
        element.set("dir", "rtl")
    else:
        element.attrib.pop("dir", None)
    return _attributes(element, ("lang", "dir"))


def _attributes(element: HtmlElement, names: Iterable[str]) -> str:
    return "".join(f' {name}="{escape(element.attrib[name])}"' for name in names if name in element.attrib)
