"""What editors decide about topics: which are let through, which are not, which are the same."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles.refusals import NotAllowed, Refused
from staff.models import User
from support.models import Topic, TopicState, Vote
from support.topics.steps import decide, lock, need_moderator, need_reason, need_state, tell

UNDECIDED = (TopicState.PROPOSED, TopicState.OPEN)


@transaction.atomic
def add(topic: Topic, *, by: User) -> None:
    """A topic of the desk's own, open at once."""
    if not by.has_perm("support.add_topic"):
        raise NotAllowed(_("Only an editor decides about topics."))
    topic.begun_by, topic.public_since = by, timezone.now()
    decide(topic, "topic-add", TopicState.OPEN, by=by)


@transaction.atomic
def accept(topic: Topic, *, by: User, title: str, question: str) -> None:
    """Lets a proposal through, in the words that readers are to see; what was proposed stays in the log."""
    need_moderator(by)
    lock(topic)
    need_state(topic, TopicState.PROPOSED)
    proposed = _reword(topic, title, question)
    topic.public_since = timezone.now()
    decide(topic, "topic-accept", TopicState.OPEN, by=by, **proposed)


@transaction.atomic
def reword(topic: Topic, *, by: User, title: str, question: str) -> None:
    """Mends the words of a topic that readers have."""
    need_moderator(by)
    lock(topic)
    need_state(topic, TopicState.OPEN, TopicState.REPORTED)
    before = _reword(topic, title, question)
    if before:
        topic.save(update_fields=["title", "question"])
        record(topic, "topic-reword", by=by, **before)
        tell(topic)


@transaction.atomic
def decline(topic: Topic, *, by: User, reason: str, is_shown: bool = True) -> None:
    """Ends a topic with a reason: a proposal, one that is open, or one of which nothing came.

    Readers see topic and reason of what they knew already; of a proposal only where ``is_shown``, since nobody has
    vouched for its words. Its supporter finds the reason in any case.
    """
    need_moderator(by)
    reason = need_reason(reason)
    lock(topic)
    need_state(topic, *UNDECIDED, TopicState.REPORTED)
    verb = "topic-decline" if topic.state == TopicState.PROPOSED else "topic-close"
    if topic.state == TopicState.PROPOSED and is_shown:
        topic.public_since = timezone.now()
    decide(topic, verb, TopicState.DECLINED, by=by, note=reason)


@transaction.atomic
def reopen(topic: Topic, *, by: User) -> None:
    """Takes votes again: what was declined, or what was being reported and is not any more."""
    need_moderator(by)
    lock(topic)
    need_state(topic, TopicState.DECLINED, TopicState.REPORTED)
    topic.public_since = topic.public_since or timezone.now()
    decide(topic, "topic-reopen", TopicState.OPEN, by=by)


@transaction.atomic
def merge(topic: Topic, *, into: Topic, by: User) -> None:
    """Moves all votes to another topic that asks for the same. Who voted for both counts once."""
    need_moderator(by)
    if topic.pk == into.pk:
        raise Refused(_("Nothing can be merged into itself. Choose another one."), code="itself")
    for each in sorted(
        (topic, into), key=lambda each: each.pk
    ):  # in one order, so that two mergers cannot wait for each other
        lock(each)
    need_state(topic, *UNDECIDED)
    need_state(into, TopicState.OPEN, TopicState.REPORTED)
    if topic.language != into.language:
        raise Refused(_("Only topics in the same language can be merged."), code="other-language")
    both = Vote.objects.filter(topic=into).values("supporter")
    Vote.objects.filter(topic=topic, supporter__in=both).delete()
    moved = Vote.objects.filter(topic=topic).update(topic=into)
    Topic.objects.filter(merged_into=topic).update(merged_into=into)
    topic.merged_into = into
    decide(topic, "topic-merge", TopicState.MERGED, by=by, into=into.title, votes=moved)
    record(into, "topic-take-in", by=by, merged=topic.title, votes=moved)
    tell(into)


def _reword(topic: Topic, title: str, question: str) -> dict[str, str]:
    """Sets the words; gives those before, where they were others."""
    words = {"title": " ".join(title.split()), "question": question.strip()}
    if not all(words.values()):
        raise Refused(_("A topic needs a title and a question."), code="words-missing")
    before = {name: getattr(topic, name) for name in words}
    for name, value in words.items():
        setattr(topic, name, value)
    return before if before != words else {}
