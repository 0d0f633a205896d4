"""What a photographer or an agency wrote into a file, as a proposal for the fields that somebody left empty.

XMP first, then IIM, then EXIF, as the IPTC standard has it. Only what is meant for the public is read:
never a place, a device, a person's address or an instruction to the desk.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from lxml import etree
from PIL import Image as Pillow
from PIL import IptcImagePlugin
from PIL.ImageFile import ImageFile

from articles.packet import LANG, tag

MOST_BYTES = 2 * 1024 * 1024
UTF8 = b"\x1b%G"
# Values by property; IIM by record and number, EXIF by tag.
XMP = {
    "credit": "photoshop:Credit",
    "creator": "dc:creator",
    "copyright_notice": "dc:rights",
    "licence_url": "xmpRights:WebStatement",
    "caption": "dc:description",
    "alt_text": "Iptc4xmpCore:AltTextAccessibility",
}
IIM = {"credit": (2, 110), "creator": (2, 80), "copyright_notice": (2, 116), "caption": (2, 120)}
# What cameras write where a caption could stand.
NO_CAPTION = re.compile(
    r"(olympus|sony|kodak|samsung|minolta|nikon|canon)\b.*|dcim\b.*|default|untitled|.*\.jpe?g", re.IGNORECASE
)
EXIF = {"creator": 0x013B, "copyright_notice": 0x8298, "caption": 0x010E}
is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class Embedded:
    """What was found; captions and alternative texts by language, ``x-default`` for those that name none."""

    credit: str = ""
    creator: str = ""
    copyright_notice: str = ""
    licence_url: str = ""
    captions: Mapping[str, str] = field(default_factory=dict)
    alt_texts: Mapping[str, str] = field(default_factory=dict)

    def caption(self, language: str) -> str:
        """In this language, else what stands for all."""
        return _pick(self.captions, language)

    def alt_text(self, language: str) -> str:
        """In this language, else what stands for all."""
        return _pick(self.alt_texts, language)


def read(content: bytes) -> Embedded:
    """Reads a picture that ``pictures.inspect`` has taken. What cannot be read counts as not there."""
    with Pillow.open(io.BytesIO(content)) as picture:
        found = _xmp(picture.info.get("xmp") or b"")
        for older in (_iim(picture), _exif(picture)):
            found = {name: {"x-default": words} for name, words in older.items() if words} | found
    address = _pick(found.get("licence_url", {}), "")
    return Embedded(
        credit=_pick(found.get("credit", {}), ""),
        creator=_pick(found.get("creator", {}), ""),
        copyright_notice=_pick(found.get("copyright_notice", {}), ""),
        licence_url=address if _is_address(address) else "",
        captions=found.get("caption", {}),
        alt_texts=found.get("alt_text", {}),
    )


def _pick(words: Mapping[str, str], language: str) -> str:
    """This language's words, else those for all, else English ones, else any."""
    codes = [language, "x-default", "en", *words]
    return next((words[code] for code in codes if code in words), "")


def _is_address(value: str) -> bool:
    try:
        is_address(value)
    except ValidationError:
        return False
    return True


def _xmp(raw: bytes | str) -> dict[str, dict[str, str]]:
    """The packet's values. A packet with a document type is no packet: entities could be hidden there."""
    raw = raw.encode() if isinstance(raw, str) else raw
    raw = raw.strip(b"\x00 \r\n\t")
    if not raw or len(raw) > MOST_BYTES or b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        tree = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    if tree.getroottree().docinfo.doctype:
        return {}
    found: dict[str, dict[str, str]] = {}
    for about in tree.iterfind(f".//{tag('rdf:RDF')}/{tag('rdf:Description')}"):
        for name, property_ in XMP.items():
            values = {"x-default": words} if (words := _clean(about.get(tag(property_)))) else {}
            for element in about.findall(tag(property_)):
                values |= _values(element)
            if values and name not in found:
                found[name] = values
    return found


def _values(element: etree._Element) -> dict[str, str]:
    """The value of a property by language; of several without a language one line, as for two photographers."""
    items = element.findall(f"./*/{tag('rdf:li')}")
    if not items:
        return {"x-default": words} if (words := _clean(element.text)) else {}
    said = [(item.get(LANG, ""), _clean("".join(item.itertext()))) for item in items]
    plain = ", ".join(words for language, words in said if words and not language)
    spoken = {_language(code): words for code, words in said if words and code}
    return ({"x-default": plain} if plain else {}) | spoken


def _language(code: str) -> str:
    """``en`` of ``en-US``."""
    return code if code == "x-default" else code.partition("-")[0].lower()


def _iim(picture: ImageFile) -> dict[str, str]:
    """The older block, whose letters are in whatever code its writer had."""
    try:
        block = IptcImagePlugin.getiptcinfo(picture) or {}
    except Exception:  # Pillow raises many kinds for broken blocks
        return {}
    is_utf8 = _bytes(block.get((1, 90))) == UTF8
    found = {}
    for name, key in IIM.items():
        value = block.get(key)
        parts = value if isinstance(value, list) else [value]
        found[name] = _clean(", ".join(_decoded(_bytes(part), is_utf8) for part in parts if part))
    return found


def _exif(picture: ImageFile) -> dict[str, str]:
    """Three of its tags. Pillow gives letters as Latin-1, whatever they are."""
    try:
        block = picture.getexif()
        values = {name: block.get(number) for name, number in EXIF.items()}
    except Exception:  # as above
        return {}
    found = {
        name: _clean(_decoded(value if isinstance(value, bytes) else str(value).encode("latin-1", "ignore"), False))
        for name, value in values.items()
        if value
    }
    return {name: words for name, words in found.items() if name != "caption" or not NO_CAPTION.fullmatch(words)}


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


def _decoded(raw: bytes, is_utf8: bool) -> str:
    """UTF-8 where it is; else Cyrillic where most letters are of the upper half, else Western European."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        if is_utf8:
            return raw.decode("utf-8", "replace")
    letters = [byte for byte in raw if byte >= 0x80 or chr(byte).isalpha()]
    is_cyrillic = sum(byte >= 0x80 for byte in letters) * 2 > len(letters)
    return raw.decode("cp1251" if is_cyrillic else "cp1252", "replace")


def _clean(words: str | None) -> str:
    """One line without control characters."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", words or "").split())
