"""What supporters do: they propose topics, vote for them, and take a vote back. Proposing is voting."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles.refusals import NotAllowed, Refused, WrongState
from support.models import Supporter, Topic, TopicState, Vote
from support.sessions import today
from support.topics.steps import lock, tell_of_vote

MOST_PROPOSALS, PERIOD = 3, timedelta(days=1)


@transaction.atomic
def propose(*, by: Supporter, title: str, question: str, language: str, at: datetime | None = None) -> Topic:
    """A topic that waits for an editor. Refused to one who has proposed as many as one may in a day."""
    at = at or timezone.now()
    _need_active(by)
    lately = Topic.objects.filter(proposed_by=by, proposed_at__gt=at - PERIOD)
    if lately.count() >= MOST_PROPOSALS:
        raise Refused(
            _("You have proposed %(number)d topics within a day. Thank you! The next one can be sent tomorrow.")
            % {"number": MOST_PROPOSALS},
            code="too-many",
        )
    topic = Topic.objects.create(
        title=" ".join(title.split()), question=question.strip(), language=language, proposed_by=by, proposed_at=at
    )
    Vote.objects.create(topic=topic, supporter=by, at=at)
    record(topic, "topic-propose", by=None)
    return topic


@transaction.atomic
def vote(topic: Topic, *, by: Supporter) -> None:
    """Asks for a topic, once however often it is pressed."""
    _need_active(by)
    lock(topic)
    _need_open(topic)
    _vote, is_new = Vote.objects.get_or_create(topic=topic, supporter=by)
    if is_new:
        tell_of_vote(topic)


@transaction.atomic
def take_back(topic: Topic, *, by: Supporter) -> None:
    """Asks for it no more; nothing happens where there was no vote."""
    _need_active(by)
    lock(topic)
    _need_open(topic)
    if Vote.objects.filter(topic=topic, supporter=by).delete()[0]:
        tell_of_vote(topic)


def _need_active(by: Supporter) -> None:
    """Reads the row anew, and keeps it locked: so nobody passes a limit by sending two things at once."""
    known = Supporter.objects.select_for_update(of=("self",)).filter(pk=by.pk).first()
    if known is None or not known.is_active(today()):
        raise NotAllowed(_("Only those who support us propose topics and vote for them."))


def _need_open(topic: Topic) -> None:
    if topic.state != TopicState.OPEN:
        raise WrongState(_("This topic is not open for votes any more."))
