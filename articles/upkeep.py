"""What the worker does: public files of pictures are made, and thrown away when no page names them; words are kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from articles import renditions, words
from articles.models import Byline, Image
from jobs import outbox
from jobs.periodic import every
from jobs.tasks import job

DAY = 24 * 60 * 60
KEPT = timedelta(days=7)  # pages that name an old file stand in no cache for so long
BEHIND_ALL_ELSE = -10
MOST_OLD_ROWS = 1000


@job(priority=BEHIND_ALL_ELSE)
def make_renditions(image_id: int) -> int:
    """Makes what is missing of the public files that pages name; how many. The others wait to be asked for."""
    image = Image.objects.filter(pk=image_id).first()
    if image is None:
        return 0
    _catch_up(image)
    return renditions.make(image, renditions.usual(image))


@every(DAY)
@job(priority=BEHIND_ALL_ELSE)
def sweep_renditions() -> int:
    """Removes public files that no picture names any more, once they are seven days old; how many."""
    oldest = timezone.now() - KEPT
    removed = 0
    for pk in Image.objects.filter(palette=None).values_list("pk", flat=True)[:MOST_OLD_ROWS]:
        make_renditions.enqueue(pk)  # from before pictures knew their colour
    for folder, names in _folders():
        start = int(folder) * 1000 if folder.isdigit() else -1000
        images = Image.objects.filter(pk__gte=start, pk__lt=start + 1000)
        named = {rendition.name for image in images for rendition in renditions.every(image)}
        for name in names - named:
            if default_storage.get_modified_time(name) < oldest:
                default_storage.delete(name)
                removed += 1
    return removed


@job()
def keep_words_of(author_id: int) -> int:
    """After an author's name has changed: the desk finds all of their articles by the new one; how many."""
    numbers = list(Byline.objects.filter(author=author_id).order_by().values_list("article_id", flat=True).distinct())
    words.keep_all(numbers)
    return len(numbers)


def _catch_up(image: Image) -> None:
    """Sets what older rows lack, and what words changed without ``pictures.settle``."""
    words = renditions.words_hash(image, image.texts.all())
    if image.palette is not None and image.words_hash == words:
        return
    image.palette = renditions.colour(image) if image.palette is None else image.palette
    image.words_hash = words
    Image.objects.filter(pk=image.pk).update(palette=image.palette, words_hash=words)
    outbox.post("purge", {"keys": [f"image-{image.pk}"]})


def _folders() -> Iterator[tuple[str, set[str]]]:
    """Each folder of public files with the names in it; files from before there were folders stand at the top."""
    try:
        folders, files = default_storage.listdir(renditions.FOLDER)
    except FileNotFoundError:
        return
    yield "", {f"{renditions.FOLDER}/{name}" for name in files}
    for folder in folders:
        place = f"{renditions.FOLDER}/{folder}"
        yield folder, {f"{place}/{name}" for name in default_storage.listdir(place)[1]}
