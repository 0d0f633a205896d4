"""What all verbs of topics share: the lock, the question who may, the decision, and the word to caches."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles.refusals import NotAllowed, Refused, WrongState
from jobs import outbox
from jobs.models import Message
from staff.models import User
from support.models import Topic, TopicState

MODERATE = "support.change_topic"
# Caches hear of votes together: after so long, and of one that comes later than this before it in a letter of its own.
TOGETHER, MARGIN = timedelta(seconds=20), timedelta(seconds=10)


def lock(topic: Topic) -> None:
    """Locks the row and brings what is in memory up to date."""
    Topic.objects.select_for_update(of=("self",)).get(pk=topic.pk)
    topic.refresh_from_db()


def need_moderator(by: User) -> None:
    """Raises for one who may not decide about topics."""
    if not by.has_perm(MODERATE):
        raise NotAllowed(_("Only an editor decides about topics."))


def need_state(topic: Topic, *states: TopicState) -> None:
    """Raises unless the topic stands there: somebody else may have decided meanwhile."""
    if topic.state not in states:
        raise WrongState(
            _("“%(title)s” stands elsewhere by now: %(state)s.")
            % {"title": topic, "state": topic.get_state_display().lower()}
        )


def need_reason(reason: str) -> str:
    """Without the spaces around it."""
    if not reason.strip():
        raise Refused(_("Write the reason."), code="reason-missing")
    return reason.strip()


def decide(topic: Topic, verb: str, state: TopicState, *, by: User, note: str = "", **details: Any) -> None:
    """Writes the new state down, the log, and the pages that change by it. ``topic`` is locked."""
    before = topic.keys if topic.article_id else set()
    topic.state, topic.decided_at, topic.decided_by = state, timezone.now(), by
    topic.reason = note if state == TopicState.DECLINED else ""
    if state != TopicState.REPORTED:
        topic.article = None
    topic.save()
    record(topic, verb, by=by, note=note, **details)
    tell(topic, before)


def tell(topic: Topic, *others: Iterable[str]) -> None:
    """Purges the pages of a topic, and the answer that there is none."""
    outbox.post("purge", {"keys": sorted(topic.keys.union(*others, {"missing"}))})


def tell_of_vote(topic: Topic) -> None:
    """Purges the pages with its standing a little later, together with the votes that come until then."""
    now, payload = timezone.now(), {"keys": sorted(topic.keys)}
    is_told = Message.objects.filter(topic="purge", sent_at=None, due_at__gt=now + MARGIN, payload=payload)
    if not is_told.exists():
        outbox.post("purge", payload, due_at=now + TOGETHER)
