"""Taking a story back: a notice stands in its place."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles import editions
from articles.actions.correcting import retraction
from articles.actions.publishing import TICK
from articles.actions.steps import lock, need, settle_pending, tell, verb_of
from articles.models import Article, Edition, Notice
from articles.refusals import Refused
from staff.models import User


def unpublish(article: Article, *, by: User, reason: str, at: datetime | None = None) -> Edition:
    """Takes the story back, now or from ``at`` on: its address answers 410. It can be published again."""
    return _withdraw(article, Notice.UNPUBLISHED, by=by, reason=reason, at=at)


def retract(article: Article, *, by: User, reason: str, words: str) -> Edition:
    """Withdraws the story for good: at its address ``words`` stand in place of the text, with 200.

    They are the public note of a retraction as well, so that nobody writes a second one.
    """
    if not words.strip():
        raise Refused(_("Write the notice that readers find in place of the story."), code="words-missing")
    return _withdraw(article, Notice.RETRACTED, by=by, reason=reason, words=words.strip())


def take_down(article: Article, *, by: User, reason: str, words: str = "") -> Edition:
    """Removes the story for legal reasons: its address answers 451 with a short notice."""
    return _withdraw(article, Notice.TAKEN_DOWN, by=by, reason=reason, words=words.strip())


@transaction.atomic
def _withdraw(
    article: Article, notice: Notice, *, by: User, reason: str, at: datetime | None = None, words: str = ""
) -> Edition:
    """A notice in place of the story, and nothing that lay ahead of it remains."""
    lock(article)
    now = timezone.now()
    verb = verb_of(notice)
    need(article, verb, by=by, at=now)
    if at is not None and at <= now:
        raise Refused(_("This time is past. Choose a later one, or do it now."), code="time-past")
    if not reason.strip():
        raise Refused(_("Give the reason; it stands in the log."), code="reason-missing")
    before = list(article.editions.uncancelled())
    for edition in before:
        if edition.live_from > now:
            editions.cancel(edition, at=now)
    editions.arrange(article)
    latest = [edition for edition in before if edition.live_from <= now][-1]
    beginning = at or max(now, latest.live_from + TICK)
    made = editions.add(editions.draft_notice(latest, notice, by=by, at=beginning, words=words))
    settle_pending(article)
    if notice == Notice.RETRACTED:
        retraction(article, made, by=by, was_wrong=reason.strip())
    record(article, verb, by=by, note=reason.strip(), edition=made.number, live_from=made.live_from.isoformat())
    tell(article, editions.keys([*before, made]), now=now)
    return made
