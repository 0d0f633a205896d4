"""Pictures as cameras and agencies make them, and what is found in public ones."""

import io
import struct

from django.core.files.storage import default_storage
from lxml import etree
from PIL import Image as Pillow

from articles import packet
from articles.geometry import WHOLE
from articles.renditions import JPEG, Rendition, Shape, make

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 photoshop:Credit="Agency / Ann Łódź" photoshop:Instructions="Do not name the source" exif:GPSLatitude="50,27N"
 xmpRights:WebStatement="https://agency.example/licence"
 core:Location="Secret street 5">
<dc:creator><rdf:Seq><rdf:li>Ann Łódź</rdf:li><rdf:li>Ben</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Agency</rdf:li></rdf:Alt></dc:rights>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A bridge</rdf:li><rdf:li xml:lang="uk-UA">Міст</rdf:li></rdf:Alt></dc:description>
<core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A bridge at dawn</rdf:li></rdf:Alt></core:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def file(kind="JPEG", size=(400, 300), mode="RGB", color="teal", **options):
    target = io.BytesIO()
    Pillow.new(mode, size, color).save(target, kind, **options)
    target.seek(0)
    return target


def of_a_camera():
    """EXIF with a place, a device and an owner, in each case with the word Secret."""
    exif = Pillow.Exif()
    exif[0x010E] = "Secret caption"
    exif[0x013B] = "Secret owner"
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 27.0, 0.0), 3: "E", 4: (30.0, 31.0, 0.0)})
    exif.get_ifd(0x8769)[0xA431] = "Secret serial number"
    return exif


def iim(*, code=None, **values):
    """The older block inside a JPEG's segment of Photoshop."""
    numbers = {"credit": 110, "creator": 80, "copyright_notice": 116, "caption": 120, "instructions": 40}
    block = b"\x1c\x01\x5a\x00\x03\x1b%G" if code == "utf-8" else b""
    for name, value in values.items():
        raw = value.encode(code)
        block += b"\x1c\x02" + bytes([numbers[name]]) + struct.pack(">H", len(raw)) + raw
    block += b"\x00" * (len(block) % 2)
    return b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(block)) + block


def with_iim(**values):
    """A JPEG with such a block: its segment stands right after the first two bytes."""
    raw, segment = file().getvalue(), iim(**values)
    return raw[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + raw[2:]


def stored(image, ratio=WHOLE, width=None, ending=JPEG):
    """The bytes of a public file, made if it is not there."""
    shape = Shape(image, ratio)
    rendition = Rendition(shape, width or shape.widths[-1], ending)
    make(image, [rendition])
    with default_storage.open(rendition.name) as found:
        return found.read()


def opened(image, *args, **options):
    """The public file as Pillow reads it."""
    return Pillow.open(io.BytesIO(stored(image, *args, **options)))


def words_of(picture):
    """What the packet of a public file says, by property."""
    about = etree.fromstring(picture.info["xmp"]).find(f".//{packet.tag('rdf:Description')}")
    spaces = {uri: space for space, uri in packet.SPACES.items()}
    found = {}
    for name, value in [*about.attrib.items(), *((child.tag, child) for child in about)]:
        uri, local = name[1:].split("}")
        if not isinstance(value, str):
            items = value.iter(packet.tag("rdf:li"))
            value = [(item.get(packet.LANG), "".join(item.itertext())) for item in items]
        found[f"{spaces[uri]}:{local}"] = value
    found.pop("rdf:about", None)
    return found
