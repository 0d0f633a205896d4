"""Beside the form of an article: whether appeals stand at it."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest

from articles.admin.panels import Panel
from articles.models import Article
from articles.rights import may_change
from articles.slots import Piece
from staff.models import User
from support.appeals import actions
from support.models import QuietArticle

SHOWN, QUIET = "shown", "quiet"


def _shows(article: Article, user: User) -> Piece:
    is_quiet: bool = article.is_quiet  # type: ignore[attr-defined]  # came along
    about = {"now": QUIET if is_quiet else SHOWN, "may_change": may_change(article, user)}
    return Piece("admin/support/appeal/panel.html", about)


def _takes(request: HttpRequest, article: Article) -> None:
    """Only what this person chose otherwise: what another did meanwhile stays."""
    user: Any = request.user
    chosen, before = request.POST.get("appeals"), request.POST.get("appeals_before")
    if chosen in (SHOWN, QUIET) and chosen != before:
        actions.set_quiet(article, is_quiet=chosen == QUIET, by=user)


IS_QUIET = Exists(QuietArticle.objects.filter(article=OuterRef("pk")).order_by())
PANEL = Panel(shows=_shows, takes=_takes, along={"is_quiet": IS_QUIET})
