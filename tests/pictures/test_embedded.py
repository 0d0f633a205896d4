"""What is read of a file's own words at the upload, and what never is."""

from dataclasses import asdict

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pillow

from articles import embedded
from articles.embedded import Embedded
from articles.models import Image
from tests.desk.browser import form_data
from tests.pictures.files import XMP, file, of_a_camera, with_iim

UPLOAD = "admin:articles_image_add"


def test_xmp_is_read_by_name_and_language():
    found = embedded.read(file(xmp=XMP.encode()).getvalue())
    assert found == Embedded(
        credit="Agency / Ann Łódź",
        creator="Ann Łódź, Ben",
        copyright_notice="© Agency",
        licence_url="https://agency.example/licence",
        captions={"x-default": "A bridge", "uk": "Міст"},
        alt_texts={"x-default": "A bridge at dawn"},
    )
    assert (found.caption("uk"), found.caption("en"), found.alt_text("uk")) == ("Міст", "A bridge", "A bridge at dawn")


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_no_place_no_instruction_and_no_device_is_read(kind):
    found = str(asdict(embedded.read(file(kind, xmp=XMP.encode(), exif=of_a_camera()).getvalue())))
    for word in ("50", "Secret street", "Do not name", "serial"):
        assert word not in found


@pytest.mark.parametrize("code", ["utf-8", "cp1251"])
def test_the_older_block_is_read_in_the_code_of_its_writer(code):
    found = embedded.read(with_iim(code=code, credit="Агенція", creator="Ірина Лис", instructions="Не називати"))
    assert (found.credit, found.creator) == ("Агенція", "Ірина Лис")
    assert "Не називати" not in str(found)
    assert embedded.read(with_iim(code="cp1252", creator="José Müller")).creator == "José Müller"


def test_exif_comes_last_and_what_a_camera_says_of_itself_is_no_caption():
    exif = Pillow.Exif()
    exif[0x013B], exif[0x8298], exif[0x010E] = "Ann", "(c) Ann", "OLYMPUS DIGITAL CAMERA"
    found = embedded.read(file(exif=exif).getvalue())
    assert (found.creator, found.copyright_notice, found.captions) == ("Ann", "(c) Ann", {})
    assert embedded.read(file(exif=exif, xmp=XMP.encode()).getvalue()).creator == "Ann Łódź, Ben"


@pytest.mark.parametrize(
    "packet",
    [
        b"not a packet",
        b"<x>",
        b"\xff\xfe<",
        XMP.encode().replace(b"<x:xmpmeta", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x:xmpmeta', 1),
        XMP.encode().replace(b"<x:xmpmeta", b'<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta', 1).replace(b"Ben", b"&a;"),
        XMP.replace("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta', 1).encode("utf-16"),
    ],
)
def test_a_packet_that_is_broken_or_sly_counts_as_not_there(packet):
    assert embedded.read(file(xmp=packet).getvalue()) == Embedded()


def test_a_licence_that_is_no_address_is_left_out():
    sly = XMP.replace("https://agency.example/licence", "javascript:alert(1)")
    assert embedded.read(file(xmp=sly.encode()).getvalue()).licence_url == ""


# --- at the desk -------------------------------------------------------------------------------


@pytest.fixture
def as_rita(client, rita, outlet, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(rita)
    return client


def send(client, **fields):
    upload = SimpleUploadedFile("bridge.jpg", file(xmp=XMP.encode()).getvalue(), "image/jpeg")
    return client.post(
        reverse(UPLOAD), form_data(client.get(reverse(UPLOAD))) | {"original": upload} | fields, follow=True
    )


def test_what_was_left_empty_is_taken_from_the_file_and_shown(as_rita):
    answer = send(as_rita, credit="Ours")
    image = Image.objects.get()
    assert (image.credit, image.creator, image.copyright_notice) == ("Ours", "Ann Łódź, Ben", "© Agency")
    assert image.licence_url == "https://agency.example/licence"
    assert {text.language: (text.caption, text.alt_text) for text in image.texts.all()} == {
        "en": ("A bridge", "A bridge at dawn"),
        "uk": ("Міст", ""),
    }
    (said,) = [str(message) for message in answer.context["messages"] if "Taken from the file" in str(message)]
    assert "Ann Łódź, Ben" in said and "Ours" not in said


def test_the_words_of_a_person_stand(as_rita):
    send(as_rita, **{"texts-0-caption": "Our caption", "is_decorative": "on"})
    text = Image.objects.get().texts.get(language="en")
    assert (text.caption, text.alt_text) == ("Our caption", "")


def test_words_that_are_too_long_are_shortened(as_rita):
    long = XMP.replace("Agency / Ann Łódź", "A" * 900).replace("A bridge<", f"{'B' * 900}<")
    upload = SimpleUploadedFile("bridge.jpg", file(xmp=long.encode()).getvalue(), "image/jpeg")
    as_rita.post(reverse(UPLOAD), form_data(as_rita.get(reverse(UPLOAD))) | {"original": upload})
    image = Image.objects.get()
    assert len(image.credit) == 200
    assert len(image.texts.get(language="en").caption) == 600


def test_the_upload_beside_a_text_takes_the_words_in_the_language_of_the_text(as_rita):
    upload = SimpleUploadedFile("bridge.jpg", file(xmp=XMP.encode()).getvalue(), "image/jpeg")
    address = reverse("admin:articles_article_pick_image_upload") + "?language=uk"
    answer = as_rita.post(address, {"original": upload, "credit": "", "caption": "", "alt_text": ""})
    text = Image.objects.get().texts.get()
    assert (text.language, text.caption, text.alt_text) == ("uk", "Міст", "A bridge at dawn")
    (said,) = answer.json()["chosen"]["missing"]
    assert "Ann Łódź, Ben" in said
