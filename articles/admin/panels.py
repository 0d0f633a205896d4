"""Beside the form of an article: what higher apps have to say or to ask there. This app does not know what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from articles.models import Article
from articles.slots import Piece
from staff.models import User


@dataclass(frozen=True)
class Panel:
    """``shows`` gives what stands beside a stored article's form, or None for one whom it does not concern.

    ``takes`` is called after a save of the form by one who may change the article, in the same transaction, with the
    request whose POST holds what was typed into the piece's own fields. ``along`` are expressions that come with the
    article's row, as attributes of these names, so that the form costs no query more.
    """

    shows: Callable[[Article, User], Piece | None]
    takes: Callable[[HttpRequest, Article], None] | None = None
    along: Mapping[str, Any] = field(default_factory=dict)


PANELS: list[Panel] = []


def along() -> dict[str, Any]:
    """What comes with the row of an article whose form is opened."""
    return {name: brought for panel in PANELS for name, brought in panel.along.items()}


def of(article: Article, user: User) -> list[Piece]:
    """The pieces for this person, each included with itself as ``piece``; a row that came alone is asked for the rest."""
    missing = {name: brought for name, brought in along().items() if name not in article.__dict__}
    if missing:
        article.__dict__ |= Article.objects.filter(pk=article.pk).order_by().values(**missing).get()
    return [piece for panel in PANELS if (piece := panel.shows(article, user))]


def take(request: HttpRequest, article: Article) -> None:
    """Hands what was sent with the form to all that asked for something."""
    for panel in PANELS:
        if panel.takes:
            panel.takes(request, article)
