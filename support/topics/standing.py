"""How topics stand, and what came of them.

The weight of a vote is read when it is counted: from the tier that its supporter has, as long as they carry the paper.
So the standing is right after a tier changes, and after somebody ends. How many *asked* for a topic does not depend on
what became of them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from articles.gathering import Rows
from articles.models import Edition
from support.models import Supporter, Topic, TopicState, Vote


def with_standing(topics: QuerySet[Topic], day: date) -> QuerySet[Any, Any]:
    """With ``voices`` and ``people``, those that count on this day, and ``asked``, all who ever asked."""
    active = Vote.objects.filter(supporter__in=Supporter.objects.active(day).order_by())
    return topics.annotate(
        voices=_of_votes(active, Sum("supporter__tier__weight")),
        people=_of_votes(active, Count("pk")),
        asked=_of_votes(Vote.objects.all(), Count("pk")),
    )


def with_story(topics: QuerySet[Topic], at: datetime) -> QuerySet[Any, Any]:
    """With path, headline, kind and sponsor of the story that readers have at this moment, and when that may change by itself."""
    live = Edition.objects.live(at).filter(article=OuterRef("article")).order_by()
    return topics.annotate(
        story_path=Subquery(live.values("path")[:1]),
        story_headline=Subquery(live.values("headline")[:1]),
        story_kind=Subquery(live.values("kind")[:1]),
        story_sponsor=Subquery(live.values("sponsor")[:1]),
        next_change=Subquery(Edition.objects.next_change(at)),
    )


def open_ones(language: str, *, day: date, at: datetime) -> QuerySet[Any, Any]:
    """Those that take votes, most wanted first."""
    topics = Topic.objects.public().filter(language=language, state=TopicState.OPEN)
    return with_story(with_standing(topics, day), at).order_by("-voices", "public_since", "pk")


def earlier(language: str, *, day: date, at: datetime) -> QuerySet[Any, Any]:
    """What became of those that took votes before, newest first."""
    ended = (TopicState.REPORTED, TopicState.DECLINED)
    topics = Topic.objects.public().filter(language=language, state__in=ended)
    return with_story(with_standing(topics, day), at).order_by("-decided_at", "-pk")


def asked_for(at: datetime) -> Subquery:
    """Brought along with a story: number, language and number of askers of the topic that it came of, as JSON."""
    topic = Topic.objects.public().filter(article=OuterRef("article"), state=TopicState.REPORTED)
    return _as_rows(topic, "id", "language")


def of_the_desk() -> Subquery:
    """Brought along with an article: number, title, language, question and number of askers of its topic, as JSON."""
    return _as_rows(Topic.objects.filter(article=OuterRef("pk")), "id", "title", "language", "question")


def _as_rows(topics: QuerySet[Topic], *columns: str) -> Subquery:
    asked = _of_votes(Vote.objects.all(), Count("pk"))
    return Subquery(topics.order_by().values("article").annotate(rows=Rows(*columns, asked)).values("rows"))


def _of_votes(votes: QuerySet[Vote], what: Any) -> Coalesce:
    """Something of all these votes for a topic, as a subquery."""
    of_topic = votes.filter(topic=OuterRef("pk")).order_by().values("topic")
    return Coalesce(Subquery(of_topic.annotate(found=what).values("found"), output_field=IntegerField()), Value(0))
