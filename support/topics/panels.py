"""What the desk is told of topics elsewhere: on its board, and beside the form of an article."""

from __future__ import annotations

from articles.models import Article
from articles.slots import Piece
from staff.models import User
from support.models import Topic
from support.sessions import today
from support.topics.standing import with_standing
from support.topics.steps import MODERATE

MOST = 4


def of_topics(user: User) -> Piece | None:
    """What waits for moderation, for those who moderate; one query."""
    if not user.has_perm(MODERATE):
        return None
    waiting = list(Topic.objects.waiting()[: MOST + 1])
    about = {"topics": waiting[:MOST], "has_more": len(waiting) > MOST}
    return Piece("admin/support/topic/board.html", about, styles="desk/topics.css")


def of_article(article: Article, user: User) -> Piece | None:
    """The topic that an article came of, with its question; one query."""
    if not user.has_perm("support.view_topic"):
        return None
    topic = with_standing(Topic.objects.filter(article=article), today()).first()
    return Piece("admin/support/topic/panel.html", {"topic": topic}) if topic else None
