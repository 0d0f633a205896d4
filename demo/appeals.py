"""How the demo newspaper asks its readers for support, and what of it was counted. No number of an account is real."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from outlet.languages import codes
from outlet.models import PageEdition, PageKind
from support.appeals import actions
from support.models import Appeal, AppealDay, Place, WayText, WayToSupport

if TYPE_CHECKING:
    from demo.loading import Loader

COUNTER = "mailto:counter@lantern.example"


class Asking(NamedTuple):
    """An appeal, and of how many a day it was seen and followed. An empty address is that of the page on support."""

    name: str
    language: str
    title: str
    text: str
    button: str
    address: str
    shown: int
    pressed: int
    picture: str = ""
    place: Place = Place.END


APPEALS = (
    Asking(
        "Members, by letter", "en", "1,310 readers keep the lamp lit",
        "A little more than half of what the Lantern costs comes from people who read it. Members give from 100 hryvnias "
        "a month, and everything we write stays free for those who cannot pay.\n\n"
        "One line by letter is enough to begin, and one line to stop.",
        "Become a member", COUNTER, 240, 6, "library-window",
    ),
    Asking(
        "Topics, in the text", "en", "What should we look into next?",
        "Our patrons propose topics and vote for them. If a story comes of one, it says so, and who asked for it hears "
        "of it first hand.",
        "Become a patron", "", 180, 9, place=Place.TEXT,
    ),
    Asking(
        "Члени, листом", "uk", "Ліхтар горить завдяки 1310 читачам",
        "Трохи більше ніж половину того, що коштує «Ліхтар», дають ті, хто його читає. Члени кооперативу дають від "
        "100 гривень на місяць, а читати все написане можуть безплатно й ті, хто не має змоги платити.\n\n"
        "Щоб почати, досить одного рядка в листі, і одного рядка, щоб припинити.",
        "Стати членом", COUNTER, 310, 7, "library-window",
    ),
    Asking(
        "Теми, у тексті", "uk", "До чого нам придивитися далі?",
        "Наші патрони пропонують теми й голосують за них. Якщо з теми вийшов матеріал, у ньому про це сказано, а ті, "
        "хто просив, дізнаються про нього з перших рук.",
        "Стати патроном", "", 150, 4, place=Place.TEXT,
    ),
)  # fmt: skip
# What is copied, with label and note by language. A check number of 00 fits no account.
WAYS: tuple[tuple[str, Mapping[str, tuple[str, str]]], ...] = (
    (
        "UA00 0000 0000 0000 0000 0000 0000 0",
        {
            "en": ("Account in hryvnias (IBAN)", "An example, not an account. Recipient: Lantern at the Ford."),
            "uk": ("Рахунок у гривні (IBAN)", "Приклад, а не рахунок. Отримувач: «Ліхтар над бродом»."),
        },
    ),
    (
        "bc1-an-example-and-no-wallet",
        {
            "en": ("Bitcoin", "An example: nothing can be sent there."),
            "uk": ("Біткоїн", "Приклад: туди нічого не можна надіслати."),
        },
    ),
    (
        "Lantern at the Ford\n7 Ferry Lane\nKrutobrid",
        {"en": ("By post", "Please send no coins: the envelope gives way.")},
    ),
    (
        "Кооператив «Ліхтар над бродом»\nПеревізний провулок, 7\nКрутобрід",
        {"uk": ("Поштою", "Монет, будь ласка, не надсилайте: конверт не витримує.")},
    ),
)
DAYS = 12
MOST_AFTER = 5


def load(loader: Loader) -> None:
    """In the languages that this installation has."""
    support = dict(PageEdition.objects.live().filter(page__kind=PageKind.SUPPORT).values_list("language", "path"))
    for asking in APPEALS:
        if asking.language in codes():
            _ask(loader, asking, asking.address or support.get(asking.language, COUNTER))
    for order, (value, words) in enumerate(WAYS):
        _show_way(loader, order, value, {code: said for code, said in words.items() if code in codes()})


def _ask(loader: Loader, asking: Asking, address: str) -> None:
    words: dict[str, Any] = {name: getattr(asking, name) for name in ("name", "language", "title", "text", "button")}
    appeal = Appeal.objects.create(
        **words,
        address=address,
        place=asking.place,
        after=MOST_AFTER,
        picture=loader.images.get(asking.picture),
        is_on=True,
    )
    actions.settle_appeal(appeal, by=loader.users["chief_editor"])
    today = loader.now.astimezone(loader.zone).date()
    AppealDay.objects.bulk_create(
        AppealDay(appeal=appeal, date=today - timedelta(days=ago), shown=asking.shown - 7 * ago, pressed=asking.pressed)
        for ago in range(1, DAYS + 1)
    )


def _show_way(loader: Loader, order: int, value: str, words: Mapping[str, tuple[str, str]]) -> None:
    if not words:
        return
    way = WayToSupport.objects.create(value=value, order=order)
    for language, (label, note) in words.items():
        WayText.objects.create(way=way, language=language, label=label, note=note)
    actions.settle_way(way, by=loader.users["chief_editor"], is_new=True)
