"""What readers get of a picture: pixels as they should be, our words, and nothing of the file's own."""

import io
import os
import time
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image as Pillow
from PIL import ImageCms

from articles import pictures, renditions, upkeep
from articles.figures import Picture
from articles.models import Image, ImageText
from articles.renditions import ENDINGS, Shape
from demo.studio import jpeg
from jobs.models import Message, Run
from tests.pictures.files import file, of_a_camera, opened, stored, words_of

RIGHTS = {
    "credit": 'Agency / Ann "Łódź" & Co',
    "creator": "Ann Łódź",
    "copyright_notice": "© 2026 <Agency>",
    "licence_url": "https://agency.example/licence?a=1&b=2",
}


@pytest.fixture
def store(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    def store(upload, *, texts=(), **fields):
        image = Image(**{"credit": "Paper"} | fields)
        return pictures.store(image, pictures.inspect(upload), by=None, texts=texts)

    return store


def everything(image):
    """The bytes of all public files."""
    renditions.make(image, renditions.every(image))
    return [stored(image, found.shape.ratio, found.width, found.ending) for found in renditions.every(image)]


# --- what is in a file -------------------------------------------------------------------------


def test_nothing_of_what_a_camera_wrote_reaches_readers(store):
    upload = file(size=(700, 500), exif=of_a_camera(), comment=b"Secret comment", xmp=b"<x>Secret packet</x>")
    assert Pillow.open(upload).getexif().get_ifd(0x8825)
    image = store(upload, **RIGHTS)
    files = everything(image)
    assert len(files) >= 20
    for content in files:
        assert b"Secret" not in content and b"GPS" not in content
        picture = Pillow.open(io.BytesIO(content))
        assert not picture.getexif() and "exif" not in picture.info and "comment" not in picture.info
        assert words_of(picture)["photoshop:Credit"] == RIGHTS["credit"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_our_words_travel_inside(store, ending):
    texts = [
        ImageText(language="uk", alt_text="Поле", caption="Поле взимку"),
        ImageText(language="en", alt_text="A field\x0b", caption=""),
    ]
    image = store(file(), texts=texts, **RIGHTS)
    assert words_of(opened(image, ending=ending)) == {
        "photoshop:Credit": RIGHTS["credit"],
        "xmpRights:Marked": "True",
        "xmpRights:WebStatement": RIGHTS["licence_url"],
        "dc:creator": [(None, RIGHTS["creator"])],
        "dc:rights": [("x-default", RIGHTS["copyright_notice"])],
        "dc:description": [("x-default", "Поле взимку"), ("uk", "Поле взимку")],
        "Iptc4xmpCore:AltTextAccessibility": [("x-default", "A field"), ("en", "A field"), ("uk", "Поле")],
        "plus:Licensor": [(None, RIGHTS["credit"] + RIGHTS["licence_url"])],
    }


def test_what_is_not_known_is_not_said(store):
    image = store(file(), credit="", is_decorative=True, texts=[ImageText(language="en", alt_text="A field")])
    assert words_of(opened(image)) == {}


# --- pixels ------------------------------------------------------------------------------------


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_the_camera_was_held(store, orientation):
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    image = store(file(size=(400, 200), exif=exif))
    seen = (200, 400) if orientation > 4 else (400, 200)
    assert (image.width, image.height) == opened(image).size == seen


def test_a_large_picture_that_lies_is_decoded_no_smaller_than_it_is_shown(store):
    exif = Pillow.Exif()
    exif[0x0112] = 6
    image = store(file(size=(4000, 1800), exif=exif))
    assert (image.width, image.height) == (1800, 4000)
    assert opened(image, width=1600).size == (1600, 3556)
    assert opened(image, "16x9", 320).size == (320, 180)


@pytest.mark.parametrize(
    ("kind", "mode", "color", "expected"),
    [
        ("PNG", "RGBA", (0, 0, 0, 0), (255, 255, 255)),
        ("PNG", "LA", (0, 128), (127, 127, 127)),
        ("PNG", "P", 0, (0, 0, 0)),
        ("PNG", "1", 1, (255, 255, 255)),
        ("PNG", "I;16", 32896, (128, 128, 128)),
        ("JPEG", "L", 90, (90, 90, 90)),
        ("JPEG", "CMYK", (0, 0, 0, 255), (0, 0, 0)),
        ("WEBP", "RGB", (200, 30, 30), (200, 30, 30)),
    ],
)
def test_every_kind_of_pixel_comes_out_in_the_colours_of_the_web(store, kind, mode, color, expected):
    image = store(file(kind, mode=mode, color=color))
    for ending in ENDINGS:
        picture = opened(image, ending=ending)
        assert picture.mode == "RGB"
        assert all(abs(is_ - meant) <= 4 for is_, meant in zip(picture.getpixel((5, 5)), expected, strict=True))


def test_a_palette_with_a_transparent_colour_becomes_white(store):
    image = store(file("PNG", mode="P", color=0, transparency=0))
    assert min(opened(image).getpixel((5, 5))) > 250


def test_colours_with_a_profile_are_turned_and_the_profile_is_gone(store):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for upload in (file(icc_profile=profile), file(icc_profile=b"broken", color="red")):
        assert "icc_profile" not in opened(store(upload)).info


def test_what_is_cut_follows_the_focal_point(store):
    target = io.BytesIO()
    picture = Pillow.new("RGB", (1000, 400), "white")
    picture.paste("red", (900, 0, 1000, 400))
    picture.save(target, "PNG")
    left = store(target, focal_x=0.1)
    assert min(opened(left, "1x1").getpixel((390, 200))) > 240
    right = Image.objects.get()
    right.focal_x = 1.0
    red, green, _blue = opened(right, "1x1").getpixel((390, 200))
    assert red > 240 and green < 20


def test_no_file_is_larger_than_what_it_shows(store):
    for size in ((700, 500), (64, 64), (90, 700), (700, 90)):
        image = store(file(size=size))
        renditions.make(image, renditions.every(image))
        for found in renditions.every(image):
            picture = opened(image, found.shape.ratio, found.width, found.ending)
            assert picture.size == found.size
            assert picture.width <= image.width and picture.height <= image.height


def test_a_picture_has_one_of_sixteen_colours(store, db):
    assert store(file(color=(0x4F, 0x6D, 0x8C))).palette == 10
    assert store(file(color="black")).palette == 0
    assert store(file("PNG", mode="RGBA", color=(0, 0, 0, 0))).palette == 4


# --- names -------------------------------------------------------------------------------------


def names(image):
    return {found.name for found in renditions.every(image)}


@pytest.mark.parametrize(
    ("field", "value"),
    [("credit", "Mended"), ("creator", "Ben"), ("copyright_notice", "© Ben"), ("licence_url", "https://ben.example/")],
)
def test_every_address_changes_with_credit_and_rights(store, field, value):
    image = store(file())
    before = names(image)
    setattr(image, field, value)
    assert not before & names(image)


def test_another_focal_point_changes_what_is_cut_and_only_that(store):
    image = store(file(size=(1600, 700)))
    whole, wide = Shape(image).name(320), Shape(image, "16x9").name(320)
    image.focal_x = 0.2
    assert Shape(image).name(320) == whole
    assert Shape(image, "16x9").name(320) != wide


def test_other_words_change_the_names_and_caches_hear_of_it(store):
    image = store(file(), texts=[ImageText(language="en", alt_text="A field")])
    before = names(image)
    image.texts.update(alt_text="A meadow")
    pictures.settle(image)
    assert not before & names(Image.objects.get())
    assert Message.objects.get().payload == {"keys": [f"image-{image.pk}"]}
    pictures.settle(image)
    assert Message.objects.count() == 1


def test_a_name_can_be_read_back(store):
    image = store(file())
    for found in renditions.every(image):
        assert renditions.find(found.name) == found


# --- on demand ---------------------------------------------------------------------------------


def empty(image):
    """Takes away what was made at the upload."""
    for found in renditions.every(image):
        default_storage.delete(found.name)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_is_not_there_is_made_for_the_first_reader(client, store, ending):
    image = store(file(size=(1000, 700)))
    empty(image)
    name = Shape(image, "16x9").name(640, ending)
    response = client.get(f"/media/{name}")
    content = b"".join(response)
    assert (response.status_code, response["Content-Type"]) == (200, ENDINGS[ending])
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert Pillow.open(io.BytesIO(content)).size == (640, 360)
    assert [found.name for found in renditions.every(image) if default_storage.exists(found.name)] == [name]


def test_no_stranger_has_other_files_made(client, store, outlet, monkeypatch):
    image = store(file(size=(1000, 700)))
    empty(image)
    monkeypatch.setattr(renditions, "make", lambda *given: pytest.fail("made"))
    right = Shape(image, "16x9").name(640)
    wrong = [
        right.replace("-640-", "-641-"),
        right.replace("-640-", "-1280-"),  # wider than the picture
        right.replace("16x9", "4x3"),
        right.replace("16x9", "3x2"),
        right.replace(Shape(image, "16x9").fingerprint, "0" * 16),
        right.replace("images/0/", "images/1/"),
        right.replace(f"/{image.pk}-", f"/{image.pk + 1}-"),
        right.replace(f"/{image.pk}-", f"/{'9' * 30}-"),
        right.replace(".jpg", ".png"),
        right + "/",
        "images/../secret",
    ]
    for name in wrong:
        assert client.get(f"/media/{name}").status_code == 404, name
    image.credit = "Mended"
    image.save()
    assert client.get(f"/media/{right}").status_code == 404
    assert client.post(f"/media/{right}").status_code == 405


def test_a_picture_whose_original_is_gone_answers_404(client, store, outlet):
    image = store(file())
    empty(image)
    image.original.delete(save=False)
    assert client.get(f"/media/{Shape(image).name(320)}").status_code == 404


def test_half_a_file_is_never_there(store, monkeypatch):
    image = store(file())
    empty(image)
    monkeypatch.setattr(os, "replace", lambda *given: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        renditions.make(image, renditions.first(image))
    assert default_storage.listdir("images/0")[1] == []


# --- the worker --------------------------------------------------------------------------------


def test_the_worker_makes_what_pages_name_and_nothing_twice(store):
    image = store(file(size=(900, 800)))
    empty(image)
    made = upkeep.make_renditions.call(image.pk)
    assert made == len(renditions.usual(image)) < len(renditions.every(image))
    assert all(default_storage.exists(found.name) for found in renditions.usual(image))
    changed = {found.name: default_storage.get_modified_time(found.name) for found in renditions.usual(image)}
    assert upkeep.make_renditions.call(image.pk) == 0
    assert changed == {name: default_storage.get_modified_time(name) for name in changed}
    assert upkeep.make_renditions.call(image.pk + 1) == 0


def test_the_worker_sets_what_older_rows_lack(store):
    image = store(file(color="black"))
    Image.objects.update(palette=None, words_hash="")
    Run.queue.all().delete()
    upkeep.sweep_renditions.call()
    assert [run.args_kwargs["args"] for run in Run.queue.all()] == [[image.pk]]
    upkeep.make_renditions.call(image.pk)
    image.refresh_from_db()
    assert image.palette == 0 and image.words_hash
    assert Message.objects.get().payload == {"keys": [f"image-{image.pk}"]}


def test_files_that_no_picture_names_go_after_a_week(store):
    image = store(file())
    stale = names(image)
    renditions.make(image, renditions.every(image))
    image.credit = "Mended"
    image.save()
    renditions.make(image, renditions.first(image))
    old = time.time() - timedelta(days=8).total_seconds()
    for name in [*sorted(stale)[1:], *(found.name for found in renditions.first(image))]:
        os.utime(default_storage.path(name), (old, old))
    assert upkeep.sweep_renditions.call() == len(stale) - 1
    left = {f"images/0/{name}" for name in default_storage.listdir("images/0")[1]}
    assert left == {sorted(stale)[0], *(found.name for found in renditions.first(image))}
    assert timezone.now() - default_storage.get_modified_time(sorted(stale)[0]) < timedelta(days=1)


def test_sweeping_where_nothing_was_made_yet_is_no_trouble(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "nothing"
    assert upkeep.sweep_renditions.call() == 0


# --- bytes -------------------------------------------------------------------------------------


def test_a_picture_that_a_phone_takes_is_light(store):
    """The demo's drawing with the most grain, as it stands above a text on a phone of 390 px, 2 or 3 dots to each."""
    image = store(io.BytesIO(jpeg("glaziers")))
    assert (image.width, image.height) == (1600, 1000)
    lead = Picture.of(image).as_lead
    for source in [source for source in lead.sources if source.media]:
        widths = [int(part.split()[1][:-1]) for part in source.srcset.split(", ")]
        for dots in (2, 3):
            taken = next((width for width in widths if width >= (390 - 40) * dots), widths[-1])
            assert len(stored(image, lead.phone, taken, source.kind[6:].replace("jpeg", "jpg"))) < 120_000
