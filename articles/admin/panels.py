"""Beside the form of an article: what higher apps have to say or to ask there. This app does not know what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from articles.models import Article
from articles.slots import Piece
from staff.models import User


@dataclass(frozen=True)
class Panel:
    """``shows`` gives what stands beside a stored article's form, or None for one whom it does not concern.

    ``takes`` is called after a save of the form by one who may change the article, in the same transaction, with the
    request whose POST holds what was typed into the piece's own fields.
    """

    shows: Callable[[Article, User], Piece | None]
    takes: Callable[[HttpRequest, Article], None] | None = None


PANELS: list[Panel] = []


def of(article: Article, user: User) -> list[Piece]:
    """The pieces for this person, each included with itself as ``piece``."""
    return [piece for panel in PANELS if (piece := panel.shows(article, user))]


def take(request: HttpRequest, article: Article) -> None:
    """Hands what was sent with the form to all that asked for something."""
    for panel in PANELS:
        if panel.takes:
            panel.takes(request, article)
