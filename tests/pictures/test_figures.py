"""How a picture stands on a page."""

import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from lxml import html as parser

from articles import palette
from articles.figures import PHONE, Picture
from articles.models import Image

IMAGE = {"sha256": "a" * 64, "credit": "Agency", "palette": 7}


def make_image(width=1600, height=1000, **fields):
    return Image(pk=1, width=width, height=height, **IMAGE | fields)


def rendered(picture, **context):
    html = render_to_string("includes/picture.html", {"picture": picture, "sizes": "100vw"} | context)
    (found,) = parser.fromstring(f"<div>{html}</div>").xpath("//picture")  # lxml puts a source into the one before
    return found


def widths(srcset):
    return [int(part.split()[1][:-1]) for part in srcset.split(", ")]


def test_a_picture_comes_as_webp_and_as_jpeg_for_the_others():
    picture = rendered(Picture.of(make_image(), alt="A field"), alt="A field")
    (source,) = picture.xpath(".//source")
    (img,) = picture.xpath(".//img")
    assert source.get("type") == "image/webp"
    assert widths(source.get("srcset")) == widths(img.get("srcset")) == [320, 480, 640, 720, 1024, 1280, 1600]
    assert all(part.split()[0].endswith(".jpg") for part in img.get("srcset").split(", "))
    assert source.get("sizes") == img.get("sizes") == "100vw"
    assert (img.get("width"), img.get("height"), img.get("alt")) == ("640", "400", "A field")
    assert (img.get("loading"), img.get("decoding"), img.get("fetchpriority")) == ("lazy", "async", None)


def test_the_first_picture_of_a_page_is_fetched_at_once():
    (img,) = rendered(Picture.of(make_image()).as_lead, is_first=True).xpath(".//img")
    assert (img.get("loading"), img.get("decoding"), img.get("fetchpriority")) == (None, None, "high")


def test_a_colour_stands_there_until_it_comes_and_no_style():
    (img,) = rendered(Picture.of(make_image()), **{"class": "card-picture"}).xpath(".//img")
    assert img.get("class") == "card-picture ph-7"
    assert not rendered(Picture.of(make_image())).xpath("//@style")
    (img,) = rendered(Picture.of(make_image(palette=None))).xpath(".//img")
    assert img.get("class") is None


def test_the_stylesheet_knows_every_colour():
    css = (settings.BASE_DIR / "static/css/tokens.css").read_text()
    rules = dict(re.findall(r"\.ph-(\d+) \{\s+background-color: #([0-9a-f]{6});", css))
    assert rules == {str(n): "{:02x}{:02x}{:02x}".format(*colour) for n, colour in enumerate(palette.COLOURS)}
    assert [palette.nearest(*colour) for colour in palette.COLOURS] == list(range(16))


@pytest.mark.parametrize(
    ("size", "ratio", "phone"),
    [
        ((1600, 1000), "16x9", "4x3"),
        ((1600, 900), "16x9", "4x3"),
        ((1200, 900), "16x9", "4x3"),
        ((1000, 1000), "whole", "4x3"),  # 16:9 would cut away 44 of 100
        ((900, 1200), "whole", "whole"),
        ((3000, 1000), "whole", "whole"),
    ],
)
def test_a_lead_is_cut_for_the_screen_unless_too_much_would_be_lost(size, ratio, phone):
    lead = Picture.of(make_image(*size)).as_lead
    assert (lead.ratio, lead.phone) == (ratio, phone)


def test_a_phone_takes_its_own_shape_and_no_more_than_it_can_show():
    sources = rendered(Picture.of(make_image()).as_lead).xpath(".//source")
    assert [(source.get("media"), source.get("type")) for source in sources] == [
        (PHONE, "image/webp"), (PHONE, "image/jpeg"), (None, "image/webp"),
    ]  # fmt: skip
    for source in sources[:2]:
        assert (source.get("width"), source.get("height")) == ("640", "480")
        assert widths(source.get("srcset")) == [320, 480, 640, 720]
    assert (sources[2].get("width"), sources[2].get("height")) == ("1280", "720")


def test_small_places_name_small_files_only():
    picture = Picture.of(make_image())
    assert widths(picture.square.srcset) == [320, 480, 640]
    assert widths(picture.standard.srcset) == [320, 480, 640, 720]
    assert (picture.square.width, picture.square.height) == (640, 640)
    assert (picture.wide.width, picture.wide.height) == (640, 360)
    assert (picture.social.width, picture.social.height, picture.social.phone) == (1280, 720, "")


def test_pages_show_pictures_in_no_other_way(client, write, publish):
    other = publish(headline="The flood of 1931")
    story = publish(
        write(related=[{"target": other.article_id, "url": "", "kicker": "", "headline": ""}], headline="Today")
    )
    for path in ("/", story.path, "/sections/city/"):
        page = parser.fromstring(client.get(path).content.decode())
        pictures = page.xpath("//main//img")
        assert pictures and all(img.xpath("ancestor::picture") for img in pictures), path
        assert len(page.xpath("//img[@fetchpriority='high']")) == 1, path
        assert not page.xpath("//img[not(@width) or not(@height) or not(@alt)]"), path
        assert all("ph-" in img.get("class") for img in pictures), path
        assert not page.xpath("//@style"), path
    (figure,) = parser.fromstring(client.get(story.path).content.decode()).xpath("//figure")
    assert figure.xpath("string(figcaption/span[@class='credit'])") == "Source: Paper / Iryna Lys"
