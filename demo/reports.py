"""What readers of the demo newspaper have found in it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from articles.models import Edition
from readers import actions, quotes, texts

if TYPE_CHECKING:
    from demo.loading import Loader


class Found(NamedTuple):
    """Words of a story, by its key, and what is said of them; ``exact`` is empty for the story as a whole."""

    story: str
    exact: str
    comment: str
    name: str = ""
    email: str = ""


REPORTS = (
    Found(
        "winter-on-six-engines", "ten past five on a weekday afternoon",
        "On weekdays the pumps draw most at ten to six; I keep the log there.", "Nadiia", "nadiia@reader.example",
    ),
    Found("winter-on-six-engines", "a weekday afternoon", "On Saturdays it is the same."),
    Found(
        "mill-dam-1926", "A single water turbine of 75 kilowatts",
        "My grandfather kept a photograph with two of them. I can send it.", "Pavlo Stupka", "pavlo@reader.example",
    ),
    Found(
        "tramvai-znovu-cherez-zaliznyi-mist", "О 15.42, на дві хвилини раніше за розклад",
        "За новим розкладом о 15.42 і мало бути.", "Леся",
    ),
)  # fmt: skip


def load(loader: Loader) -> None:
    """Each from a connection of its own, an hour after the other; what is about a story that is not here is left out."""
    articles, at = loader.articles, loader.now
    live = {edition.article_id: edition for edition in Edition.objects.live(at).select_related("body")}
    for number, found in enumerate(REPORTS):
        article = articles.get(found.story)
        if article is None or article.pk not in live:
            continue
        edition = live[article.pk]
        quote = quotes.anchor(texts.text_of(texts.of_edition(edition)), found.exact) if found.exact else None
        words = actions.Words(quote, found.comment, found.name, found.email)
        moment = at - timedelta(hours=len(REPORTS) - number)
        actions.report(edition, words, address=f"192.0.2.{number}", at=moment)
