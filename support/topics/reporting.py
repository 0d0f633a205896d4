"""A topic becomes an article, or belongs to one that is there already. The article knows nothing of it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import actions
from articles.models import Article
from articles.refusals import Refused
from articles.rights import may_see
from staff.models import User
from support.models import Topic, TopicState
from support.topics.steps import decide, lock, need_moderator, need_state


@transaction.atomic
def begin(topic: Topic, *, by: User) -> Article:
    """Makes a draft of it, once however often it is pressed.

    What was asked becomes the headline and nothing else: words of a reader never stand in a text that may be published
    as it is. The question is shown beside the form (``support.topics.panels``).
    """
    need_moderator(by)
    lock(topic)
    if topic.article:
        return topic.article
    need_state(topic, TopicState.OPEN)
    asked = topic.votes.count()
    words = ngettext("Begun from a topic that %(number)d supporter asked for",
                     "Begun from a topic that %(number)d supporters asked for", asked)  # fmt: skip
    article = Article(language=topic.language)
    actions.save(article, by=by, changes={"fields": {"headline": topic.title}}, note=words % {"number": asked})
    topic.article = article
    decide(topic, "topic-report", TopicState.REPORTED, by=by, article=article.pk)
    return article


@transaction.atomic
def link(topic: Topic, *, article: Article, by: User) -> None:
    """Makes an article that is there already what comes of the topic."""
    need_moderator(by)
    lock(topic)
    need_state(topic, TopicState.OPEN)
    if not may_see(article, by):
        raise Refused(_("There is no such article."), code="article-unknown")
    if Topic.objects.filter(article=article).exists():
        raise Refused(_("Another topic belongs to this article. Merge the two instead."), code="article-taken")
    topic.article = article
    decide(topic, "topic-link", TopicState.REPORTED, by=by, article=article.pk)
