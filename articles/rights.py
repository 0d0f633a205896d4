"""Who stands how to an article. The verbs ask here, and every view of the desk.

Three circles: who *wrote* it (began it, or stands in the byline); who is *in charge* of it (an editor of all
sections, or of this one); who may *see* it (``Article.objects.visible_to``). Persons are compared where a rule
speaks of own work, permissions where it speaks of rights.
"""

from __future__ import annotations

from articles.models import PAID, Article, sections_kept_to
from staff.models import User

PUBLISH_PAID = "articles.publish_sponsored"


def is_author(article: Article, user: User) -> bool:
    """Whether the user began the article or stands in its byline."""
    return article.created_by_id == user.pk or article.bylines.filter(author__user=user).exists()


def is_in_charge(article: Article, user: User) -> bool:
    """Whether the user is an editor of this article: of all, or of its section."""
    if not user.has_perm("articles.change_any_article"):
        return False
    sections = sections_kept_to(user)
    return not sections or article.section_id in sections


def may_see(article: Article, user: User) -> bool:
    """Whether the user may open it, with all that hangs on it: history, preview, versions."""
    return Article.objects.visible_to(user).filter(pk=article.pk).exists()


def may_change(article: Article, user: User) -> bool:
    """Whether the user may change the working copy: their own, or what they are in charge of."""
    return user.has_perm("articles.change_article") and (is_in_charge(article, user) or is_author(article, user))


def may_correct(article: Article, user: User) -> bool:
    """Whether the user looks after what the paper says openly of mistakes in this article."""
    return user.has_perm("articles.correct_article") and is_in_charge(article, user)


def may_publish_kind(article: Article, user: User) -> bool:
    """Whether the user may publish this kind of story: what is paid for is for few."""
    return article.kind not in PAID or user.has_perm(PUBLISH_PAID)


def wrote_the_change(article: Article, user: User) -> bool:
    """Whether what waits for approval is the user's own: written by them, bylined, or changed since the last one."""
    if article.approved_revision_id is None and is_author(article, user):
        return True
    since = article.revisions.filter(saved_by=user)
    if article.approved_revision is not None:
        since = since.filter(number__gt=article.approved_revision.number)
    return since.exists() or article.bylines.filter(author__user=user).exists()
