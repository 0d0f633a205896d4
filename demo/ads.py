"""Who advertises in the demo newspaper, and what it says to readers whose browser blocks ads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ads import actions
from ads.models import Ad, Notice, NoticeText, Place
from outlet.languages import codes

if TYPE_CHECKING:
    from demo.loading import Loader

PICTURE, SECTION = "third-shelf", "culture"
# Advertiser, and what stands in for the picture.
WORDS = {
    "en": ("The Third Shelf, bookshop", "The Third Shelf: books, and a cat who has read them all. Open until the lamp goes out."),
    "uk": ("Книгарня «Третя полиця»", "«Третя полиця»: книжки й кіт, який усі їх прочитав. Працюємо, доки горить лампа."),
}  # fmt: skip
NOTICE = {
    "en": (
        "Something in your browser keeps ads away from here. They pay for a part of our reporting; if you let them "
        "through, you help. If not, read on – nothing is locked."
    ),
    "uk": (
        "Щось у Вашому браузері не пускає сюди рекламу. Вона оплачує частину нашої роботи: дозволивши її, Ви "
        "допоможете нам. А ні – читайте далі: тут нічого не закрито."
    ),
}


def load(loader: Loader) -> None:
    """A bookshop on the pages of culture: below its stories, and at the foot of the section."""
    by = loader.users["administrator"]
    for language in codes():
        advertiser, alt_text = WORDS[language]
        for place in (Place.END, Place.BOTTOM):
            ad = Ad(
                place=place, language=language, begins=loader.now, advertiser=advertiser,
                image=loader.images[PICTURE], alt_text=alt_text, link="https://third-shelf.example/",
            )  # fmt: skip
            actions.save(ad, by=by, sections=[loader.sections[SECTION]])
    notice = Notice.objects.create()
    for language in codes():
        NoticeText.objects.create(notice=notice, language=language, words=NOTICE[language])
    actions.tell(notice, "ad-notice", by=by)
