"""What the desk is told of topics elsewhere: on its board, and beside the form of an article."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import QuerySet

from articles.admin.panels import Panel
from articles.gathering import Rows
from articles.models import Article
from articles.slots import Piece
from staff.models import User
from support.models import Topic
from support.topics.standing import of_the_desk
from support.topics.steps import MODERATE

MOST = 4


def waiting(user: User) -> QuerySet[Any, Any] | None:
    """What waits for moderation, for those who moderate; it comes along with the panels of articles."""
    if not user.has_perm(MODERATE):
        return None
    first = Topic.objects.waiting().values("pk")[: MOST + 1]
    return Topic.objects.filter(pk__in=first).order_by().values("state").annotate(told=Rows("id", "title", "language"))


def of_topics(rows: list[Any]) -> Piece:
    """The same on the board, the longest wait first."""
    topics = [{"pk": pk, "title": title, "language": language} for pk, title, language in sorted(rows)]
    about = {"topics": topics[:MOST], "has_more": len(topics) > MOST}
    return Piece("admin/support/topic/board.html", about, styles="desk/topics.css")


def of_article(article: Article, user: User) -> Piece | None:
    """The topic that an article came of, with its question; it came along with the row."""
    rows = json.loads(article.topic_rows or "[]")  # type: ignore[attr-defined]
    if not rows or not user.has_perm("support.view_topic"):
        return None
    names = ("pk", "title", "language", "question", "asked")
    return Piece("admin/support/topic/panel.html", {"topic": dict(zip(names, rows[0], strict=True))})


OF_ARTICLE = Panel(shows=of_article, along={"topic_rows": of_the_desk()})
