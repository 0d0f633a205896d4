"""The picture library."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pillow

from articles import pictures
from articles.models import Image
from tests.cast import make_picture
from tests.desk.browser import form_data

ADD = "admin:articles_image_add"


def picture(color="teal", name="field.png"):
    file = io.BytesIO()
    Pillow.new("RGB", (400, 260), color).save(file, "PNG")
    return SimpleUploadedFile(name, file.getvalue(), "image/png")


@pytest.fixture
def as_rita(client, rita, outlet, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(rita)
    return client


def upload(client, file, **fields):
    data = form_data(client.get(reverse(ADD))) | {"credit": "Paper / Iryna Lys", "original": file}
    return client.post(reverse(ADD), data | {"texts-0-language": "en", "texts-0-alt_text": "A field"} | fields)


def test_a_reporter_uploads_a_picture_with_its_words(as_rita, rita):
    upload(as_rita, picture())
    image = Image.objects.get()
    assert (image.width, image.height, image.uploaded_by, image.credit) == (400, 260, rita, "Paper / Iryna Lys")
    assert image.texts.get().alt_text == "A field"
    assert as_rita.get(reverse("admin:articles_image_changelist")).status_code == 200


def test_a_text_file_that_calls_itself_a_picture_is_refused_beside_the_field(as_rita):
    answer = upload(as_rita, SimpleUploadedFile("cat.jpg", b"not a picture at all", "image/jpeg"))
    assert "This is not a JPEG, PNG or WebP picture" in str(answer.context["adminform"].form["original"].errors)
    assert not Image.objects.exists()


def test_a_file_that_is_too_large_is_refused_beside_the_field(as_rita, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_BYTES", 100)
    answer = upload(as_rita, picture())
    assert "larger than" in str(answer.context["adminform"].form["original"].errors)


def test_a_form_without_a_file_says_so(as_rita):
    answer = upload(as_rita, "")
    assert list(answer.context["adminform"].form.errors) == ["original"]


def test_the_same_file_again_leads_to_the_picture_that_is_there(as_rita):
    upload(as_rita, picture())
    answer = upload(as_rita, picture(name="the-same.png"))
    known = reverse("admin:articles_image_change", args=[Image.objects.get().pk])
    assert f'href="{known}"' in str(answer.context["adminform"].form["original"].errors)


def test_the_file_of_a_picture_is_never_replaced(as_rita):
    image = make_picture("teal")
    page = as_rita.get(reverse("admin:articles_image_change", args=[image.pk]))
    assert "original" not in page.context["adminform"].form.fields
    as_rita.post(page.request["PATH_INFO"], form_data(page) | {"credit": "Mended", "original": picture("red")})
    image.refresh_from_db()
    assert (image.credit, Image.objects.get().sha256) == ("Mended", image.sha256)
