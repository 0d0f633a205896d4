"""Who carries the demo newspaper: three tiers and some twenty people who do not exist."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from outlet.languages import codes, first_language, prefix
from outlet.models import MenuItem, MenuText, Place
from support.models import Supporter, Tier, TierText
from support.supporters import keeping

if TYPE_CHECKING:
    from demo.loading import Loader

# By key, with the voices of a vote: name and thanks in each language.
TIERS = {
    "lamp": (1, {
        "en": ("Lamp", "You keep the light on over the layout table. Thank you."),
        "uk": ("Лампа", "Завдяки Вам над версткою горить світло. Дякуємо."),
    }),
    "lantern": (2, {
        "en": ("Lantern", "A month of yours takes one reporter to one village and back."),
        "uk": ("Ліхтар", "Місяць Вашої підтримки – це дорога одного журналіста до села й назад."),
    }),
    "lighthouse": (4, {
        "en": ("Lighthouse", "With you we can afford the stories that take a season."),
        "uk": ("Маяк", "З Вами ми можемо взятися за історії, на які йде сезон."),
    }),
}  # fmt: skip


class Person(NamedTuple):
    """``months`` is since when; ``ended`` how many days ago it ended, None for who still gives."""

    name: str
    email: str
    tier: str
    language: str
    months: int
    is_named: bool = True
    ended: int | None = None


PEOPLE = (
    Person("Михайло Довбуш", "dovbush", "lamp", "uk", 14),
    Person("Ганна Перекотиполе", "perekotypole", "lamp", "uk", 9),
    Person("Ґонта Орися", "gonta", "lamp", "uk", 3),
    Person("Євгенія Світлична", "svitlychna", "lamp", "uk", 21),
    Person("Їжакевич Антон", "yizhakevych", "lamp", "uk", 2),
    Person("Родина Щербатюків", "shcherbatiuk", "lamp", "uk", 30),
    Person("Agnes Whitlow", "whitlow", "lamp", "en", 5),
    Person("Tomasz Brzoza", "brzoza", "lamp", "en", 11),
    Person("Reading Room of School Four", "reading-room", "lamp", "en", 7),
    Person("Ілля Чумак", "chumak", "lantern", "uk", 18),
    Person("Юлія Закревська", "zakrevska", "lantern", "uk", 6),
    Person("Хор «Верба»", "verba", "lantern", "uk", 12),
    Person("Ruth and Samuel Okafor", "okafor", "lantern", "en", 8),
    Person("Élodie Marchand", "marchand", "lantern", "en", 4),
    Person("Петро Ковтун", "kovtun", "lighthouse", "uk", 26),
    Person("The Ferrymen of Lower Quay", "ferrymen", "lighthouse", "en", 10),
    Person("Dr Ingrid Solheim", "solheim", "lighthouse", "en", 16),
    Person("Оксана Мовчан", "movchan", "lantern", "uk", 13, is_named=False),
    Person("Peter Quill", "quill", "lamp", "en", 1, is_named=False),
    Person("Степан Байда", "baida", "lamp", "uk", 24, ended=40),
    Person("Carol Finch", "finch", "lantern", "en", 15, ended=3),
    Person("", "someone", "lamp", "en", 2, is_named=False),
)
MENU = {"en": "Our supporters", "uk": "Хто нас підтримує"}


def load(loader: Loader) -> None:
    """Tiers, people, and the line at the foot of each page that leads to their names."""
    for order, (key, (weight, texts)) in enumerate(TIERS.items()):
        tier = Tier.objects.create(key=key, weight=weight, order=order)
        for language, (name, thanks) in texts.items():
            if language in codes():
                TierText.objects.create(tier=tier, language=language, name=name, thanks=thanks)
    tiers = {tier.key: tier for tier in Tier.objects.all()}
    today = loader.now.astimezone(loader.zone).date()
    for person in PEOPLE:
        supporter = Supporter(
            name=person.name,
            email=f"{person.email}@example.org",
            tier=tiers[person.tier],
            since=today - timedelta(days=30 * person.months),
            until=None if person.ended is None else today - timedelta(days=person.ended),
            language=person.language if person.language in codes() else first_language(),
            is_named=person.is_named,
        )
        keeping.keep(supporter, by=loader.users["chief_editor"])
    item = MenuItem.objects.create(place=Place.FOOTER, order=50)
    for language, label in MENU.items():
        if language in codes():
            path = f"{prefix(language)}supporters/"
            MenuText.objects.create(item=item, language=language, label=label, address=path)
