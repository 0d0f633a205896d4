"""What may be uploaded as a picture, and what readers get of it."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from PIL import Image as Pillow
from PIL import ImageCms

from articles import pictures
from articles.models import Image


def file(kind="JPEG", size=(400, 300), mode="RGB", color="teal", **options):
    target = io.BytesIO()
    Pillow.new(mode, size, color).save(target, kind, **options)
    target.seek(0)
    return target


@pytest.fixture
def store(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return lambda upload: pictures.store(Image(credit="Paper"), pictures.inspect(upload), by=None)


def renditions(image):
    """What readers get, from the narrowest to the widest."""
    found = []
    for width in image.widths():
        with default_storage.open(image.rendition_name(width)) as stored:
            found.append(Pillow.open(io.BytesIO(stored.read())))
    return found


def test_nothing_of_what_a_camera_wrote_reaches_readers(store):
    exif = Pillow.Exif()
    exif[0x010E] = "Secret place"
    exif.get_ifd(0x8825)[2] = (50.0, 27.0, 0.0)
    image = store(file(exif=exif, comment=b"Secret comment"))
    for rendition in renditions(image):
        assert not rendition.getexif()
        assert "comment" not in rendition.info
    for width in image.widths():
        with default_storage.open(image.rendition_name(width)) as stored:
            assert b"Secret" not in stored.read()


def test_the_original_is_kept_as_it_came_and_has_no_address(store):
    upload = file()
    image = store(upload)
    with image.original.open() as kept:
        assert kept.read() == upload.getvalue()
    with pytest.raises(ValueError, match="no address"):
        _ = image.original.url


def test_a_picture_is_turned_as_the_camera_was_held(store):
    exif = Pillow.Exif()
    exif[0x0112] = 6
    image = store(file(size=(400, 200), exif=exif))
    assert (image.width, image.height) == (200, 400)
    assert renditions(image)[-1].size == (200, 400)


def test_no_rendition_is_wider_than_the_original(store):
    assert store(file(size=(700, 500))).widths() == [320, 640, 700]
    assert store(file(size=(2000, 500), color="red")).widths() == [320, 640, 960, 1280, 1600]


def test_what_is_transparent_becomes_white(store):
    image = store(file("PNG", mode="RGBA", color=(0, 0, 0, 0)))
    assert renditions(image)[-1].getpixel((5, 5)) == (255, 255, 255)


def test_colours_with_a_profile_are_turned_into_those_of_the_web(store):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = store(file(icc_profile=profile))
    assert "icc_profile" not in renditions(image)[-1].info


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"not a picture at all", "no-picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "no-picture"),
        (file().getvalue()[:200], "no-picture"),
        (b"", "no-picture"),
        (file(size=(10, 10)).getvalue(), "too-small"),
        (file("GIF").getvalue(), "no-picture"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_reason(content, code):
    with pytest.raises(ValidationError) as refusal:
        pictures.inspect(io.BytesIO(content))
    assert refusal.value.code == code


def test_a_picture_that_unfolds_to_too_many_pixels_is_refused():
    with pytest.raises(ValidationError) as refusal:
        pictures.inspect(file("PNG", size=(9000, 9000), mode="1", color=0))
    assert refusal.value.code == "too-many-pixels"


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_BYTES", 100)
    with pytest.raises(ValidationError) as refusal:
        pictures.inspect(file())
    assert refusal.value.code == "too-large"
