"""The few words that travel inside a public picture: an XMP packet, built anew from our rows.

Nothing is taken over from the file, whose own metadata can name places, devices and people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from articles.models import Image, ImageText

SPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BEGIN, END = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>', '<?xpacket end="w"?>'
CONTROLS = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")


def tag(name: str) -> str:
    """A name with its space, as lxml writes it: ``dc:creator``."""
    space, _colon, local = name.partition(":")
    return f"{{{SPACES[space]}}}{local}"


def build(image: Image, texts: Iterable[ImageText]) -> bytes:
    """The packet of a picture: whose it is and what it shows. Empty values are left out."""
    about = etree.Element(tag("rdf:Description"), {tag("rdf:about"): ""}, nsmap=_spaces("x", "rdf", without=True))
    properties = {
        "photoshop:Credit": _plain(image.credit),
        "xmpRights:Marked": "True" if image.copyright_notice or image.licence_url else "",
        "xmpRights:WebStatement": _plain(image.licence_url),
    }
    for name, value in properties.items():
        if value:
            about.set(tag(name), value)
    if creator := _plain(image.creator):
        _item(_list(about, "dc:creator", "Seq"), creator)
    texts = list(texts)
    _languages(about, "dc:rights", {"x-default": image.copyright_notice})
    _languages(about, "dc:description", {text.language: text.caption for text in texts})
    if not image.is_decorative:
        _languages(about, "Iptc4xmpCore:AltTextAccessibility", {text.language: text.alt_text for text in texts})
    if image.licence_url:
        licensor = etree.SubElement(_list(about, "plus:Licensor", "Seq"), tag("rdf:li"))
        licensor.set(tag("rdf:parseType"), "Resource")
        etree.SubElement(licensor, tag("plus:LicensorName")).text = _plain(image.credit or image.creator)
        etree.SubElement(licensor, tag("plus:LicensorURL")).text = _plain(image.licence_url)
    meta = etree.Element(tag("x:xmpmeta"), nsmap=_spaces("x"))
    etree.SubElement(meta, tag("rdf:RDF"), nsmap=_spaces("rdf")).append(about)
    return f"{BEGIN}{etree.tostring(meta, encoding='unicode')}{END}".encode()


def _spaces(*names: str, without: bool = False) -> dict[str | None, str]:
    return {name: space for name, space in SPACES.items() if (name in names) != without}


def _plain(words: str) -> str:
    """The words without what XML cannot hold."""
    return CONTROLS.sub(" ", words).strip()


def _list(about: etree._Element, name: str, kind: str) -> etree._Element:
    return etree.SubElement(etree.SubElement(about, tag(name)), tag(f"rdf:{kind}"))


def _item(values: etree._Element, words: str) -> etree._Element:
    item = etree.SubElement(values, tag("rdf:li"))
    item.text = words
    return item


def _languages(about: etree._Element, name: str, words: Mapping[str, str]) -> None:
    """A property in languages; the first stands for all that are not there."""
    said = {language: plain for language, value in words.items() if (plain := _plain(value))}
    if not said:
        return
    values = _list(about, name, "Alt")
    for language, value in {"x-default": next(iter(said.values())), **said}.items():
        _item(values, value).set(LANG, language)
