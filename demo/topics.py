"""What supporters of the demo newspaper want to be found out: a topic in every state, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet.languages import codes, prefix
from outlet.models import MenuItem, MenuText, PageKind, Place
from support.models import Supporter, Topic, Vote
from support.topics import asking, deciding, reporting

if TYPE_CHECKING:
    from demo.loading import Loader

# Who asks, by the first part of their address in demo.supporters.
VOTERS = ("chumak", "dovbush", "kovtun", "perekotypole", "svitlychna", "okafor", "whitlow", "brzoza")
MENU = {"en": "What should we find out next?", "uk": "Про що нам дізнатися далі?"}


@dataclass(frozen=True)
class Asked:
    """A topic by the first of its voters, who are numbers in the list above. What became of it: at most one of these."""

    language: str
    title: str
    question: str
    voters: Sequence[int]
    waits: bool = False
    story: str = ""
    is_begun: bool = False
    reason: str = ""
    same_as: str = ""


TOPICS = (
    Asked(
        "en", "Who pays for the bus stops that nobody uses?",
        "Ten new stops stand on the ring road, and no line passes six of them. What did they cost, who ordered them, "
        "and will a bus ever come?",
        (5, 2, 6, 7),
    ),
    Asked(
        "en", "Is the water of the Verbna safe for children this summer?",
        "The board at the beach says one thing, the laboratory another. Who takes samples, where, and what do they "
        "find?",
        (2, 0, 1, 7),
    ),
    Asked(
        "en", "What happens to the flats of those who left?",
        "Every fourth window in our street is dark. Who looks after the pipes, who pays the bills, and may the town "
        "let somebody live there?",
        (6, 3),
    ),
    Asked(
        "en", "Ten stops, no bus", "Somebody should ask about the bus stops on the ring road.",
        (3, 6), same_as="Who pays for the bus stops that nobody uses?",
    ),
    Asked(
        "en", "How will the town heat itself when the boilers are down?",
        "Last winter we sat without heat for four days. What has changed since?",
        (0, 1, 2, 5, 7), story="winter-on-six-engines",
    ),
    Asked(
        "en", "Why is the river library closed on Sundays?",
        "My children are free on Sundays and on no other day. Is it money, people or habit?",
        (7, 4, 6), is_begun=True,
    ),
    Asked(
        "en", "Which shelters are open at night?",
        "Please print a list of all shelters with the hours at which somebody unlocks them.",
        (4, 3),
        reason="The town asked us not to print which doors are open when, and we think that it is right. The map of "
        "the emergency service shows it to those who are signed in there.",
    ),
    Asked("en", "Noise of generators after eleven", "Are there rules for them, and does anybody check?", (1,), waits=True),
    Asked(
        "uk", "Куди йдуть гроші з паркоматів?",
        "Торік у центрі поставили дванадцять паркоматів. Скільки вони зібрали і на що витратили ці гроші?",
        (0, 1, 2, 3),
    ),
    Asked(
        "uk", "Чому в третій школі досі немає укриття?",
        "Діти вчаться удома вже другий рік. Хто відповідає за ремонт підвалу і чому він стоїть?",
        (4, 2, 0),
    ),
    Asked(
        "uk", "Чи повернеться трамвай на Залізний міст?",
        "Обіцяли до осені. Що з рейками, хто веде роботи і коли поїде перший вагон?",
        (1, 3, 4, 0), story="tramvai-znovu-cherez-zaliznyi-mist",
    ),
    Asked(
        "uk", "Скільки коштує похорон і хто допомагає родинам?",
        "Родини полеглих платять самі, а потім чекають на виплати. Як це влаштовано в інших громадах?",
        (2, 1), is_begun=True,
    ),
    Asked(
        "uk", "Хто вирубав алею на Млиновій?", "Сорок лип за два дні. Чи був дозвіл?", (3,), waits=True,
    ),
)  # fmt: skip


def load(loader: Loader) -> None:
    """Each proposed a day after the one before, so that no limit is met."""
    supporters = [Supporter.objects.get(email=f"{name}@example.org") for name in VOTERS]
    editor = loader.users["editor"]
    made: dict[str, Topic] = {}
    asked_here = [asked for asked in TOPICS if asked.language in codes()]
    for number, asked in enumerate(asked_here):
        moment = loader.now - timedelta(days=len(asked_here) - number, hours=3)
        first, *others = (supporters[place] for place in asked.voters)
        words = {"title": asked.title, "question": asked.question}
        topic = asking.propose(by=first, language=asked.language, at=moment, **words)
        made[asked.title] = topic
        if asked.waits:
            continue
        deciding.accept(topic, by=editor, **words)
        for supporter in others:
            asking.vote(topic, by=supporter)
        if asked.same_as:
            deciding.merge(topic, into=made[asked.same_as], by=editor)
        elif asked.reason:
            deciding.decline(topic, by=editor, reason=asked.reason)
        elif asked.is_begun:
            reporting.begin(topic, by=editor)
        elif asked.story in loader.articles:
            reporting.link(topic, article=loader.articles[asked.story], by=editor)
        Topic.objects.filter(pk=topic.pk).update(public_since=moment + timedelta(hours=2))
    item = MenuItem.objects.create(place=Place.FOOTER, order=len(PageKind))
    for language, label in MENU.items():
        if language in codes():
            MenuText.objects.create(item=item, language=language, label=label, address=f"{prefix(language)}next/")
    # in this town the letters went out long ago
    Vote.objects.filter(topic__article__isnull=False).update(told_at=loader.now)
