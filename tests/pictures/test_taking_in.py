"""What may be uploaded as a picture, and what readers get of it."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from articles import pictures, renditions
from articles.models import Image, ImageText
from jobs.models import Run
from tests.pictures.files import file


@pytest.fixture
def store(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return lambda upload: pictures.store(Image(credit="Paper"), pictures.inspect(upload), by=None)


def test_the_original_is_kept_as_it_came_and_has_no_address(store):
    upload = file()
    image = store(upload)
    with image.original.open() as kept:
        assert kept.read() == upload.getvalue()
    with pytest.raises(ValueError, match="no address"):
        _ = image.original.url


def test_the_desk_can_show_a_picture_at_once_and_the_worker_makes_the_rest(store):
    image = store(file(size=(1000, 700)))
    there = {rendition.width for rendition in renditions.every(image) if default_storage.exists(rendition.name)}
    assert there == {320, 640}
    run = Run.queue.get()
    assert (run.task_path, run.args_kwargs["args"]) == ("articles.upkeep.make_renditions", [image.pk])


def test_words_are_stored_with_their_picture(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    text = ImageText(language="en", alt_text="A field")
    image = pictures.store(Image(credit="Paper"), pictures.inspect(file()), by=None, texts=[text])
    assert image.texts.get().alt_text == "A field"
    assert image.words_hash == renditions.words_hash(image, image.texts.all())


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
