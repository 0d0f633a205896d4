"""Making public, now or at a time ahead, and cancelling what lies ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles import addresses, editions, preflight
from articles.actions.review import approve_revision
from articles.actions.steps import lock, need, settle_pending, tell, verb_of
from articles.models import PAID, Article, Edition, Notice, Revision
from articles.refusals import AnswerNeeded, NotAllowed, NotReady, Problem, Refused, WrongState
from articles.rights import PUBLISH_PAID
from articles.workflow import TABLE, UNDOING, Stage, Verb
from outlet.models import Outlet, SilentChanges
from staff.models import User

Ahead = Literal["cancel", "renew"]
TICK = timedelta(microseconds=1)


@dataclass(frozen=True)
class Outcome:
    """What became public: whether it is new, the pages that change, and what the log is told."""

    edition: Edition
    is_new: bool
    touched: set[str]
    now: datetime
    details: dict[str, Any]


@transaction.atomic
def publish(
    article: Article,
    *,
    by: User,
    at: datetime | None = None,
    version: int | None = None,
    approving: bool = False,
    substantial: bool | None = None,
    why: str = "",
    ahead: Ahead | None = None,
    backdated: bool = False,
    override: str = "",
) -> Edition:
    """Makes the approved revision public now, or from ``at`` on, as a new edition.

    ``approving`` approves in the same step, for one who did not write the change. A second publication
    needs ``substantial``, and a substantial one without a public note ``why``, for the log; where editions
    lie ahead, ``ahead`` says whether they are cancelled or made anew from the present text (``AnswerNeeded``
    asks). Publishing what is public already makes nothing new and returns what is there. ``backdated`` is
    for an import: ``at`` may be past then, though never before what has been public since. ``override`` is
    the reason to publish although a check is in the way.
    """
    lock(article, version=version)
    verb = Verb.PUBLISH if at is None else Verb.SCHEDULE
    made = bring_out(
        article, verb, by=by, at=at, approving=approving, substantial=substantial, ahead=ahead,
        backdated=backdated, override=override,
    )  # fmt: skip
    if made.is_new and not backdated:
        if made.edition.is_substantial and not substantial:
            raise Refused(
                _("Whether somebody pays for a story is never a minor change. Say that it is substantial."),
                code="relabelled",
            )
        _explain(made.edition, why)
    if made.is_new or ahead:
        note = "\n".join(filter(None, [why.strip() if substantial else "", made.details.pop("note", "")]))
        record(article, verb, by=by, note=note, **made.details)
        tell(article, made.touched, now=made.now)
    return made.edition


def bring_out(
    article: Article,
    verb: Verb,
    *,
    by: User,
    at: datetime | None = None,
    approving: bool = False,
    substantial: bool | None = None,
    ahead: Ahead | None = None,
    backdated: bool = False,
    override: str = "",
) -> Outcome:
    """The common part of all verbs that publish, on an article that is locked. The caller writes the log and tells."""
    now = timezone.now()
    past = at is not None and at <= now
    if past and not (backdated and not article.editions.uncancelled().filter(live_from__gte=at).exists()):
        raise Refused(_("This time is past. Choose a later one, or publish now."), code="time-past")
    if approving and article.stage == Stage.SUBMITTED:
        approve_revision(article, by=by, in_one_step=True)
    revision = _approved(article, verb, by=by, now=now)
    overridden = _checked(article, by=by, at=at, reason=override)

    lying_ahead = _lying_ahead(article, revision, by=by, at=at, now=now, is_answered=ahead is not None)
    touched = set(editions.keys([*article.editions.answering(now), *lying_ahead]))
    for edition in lying_ahead if ahead else []:
        editions.cancel(edition, at=now)
    if ahead:
        editions.arrange(article)
    anew = lying_ahead if ahead == "renew" else []
    for old in anew:
        if at is not None and old.live_from < at:
            _renew(old, article, revision, by=by)
    made, is_new = _make(article, revision, by=by, at=at, now=now, substantial=substantial)
    for old in anew:
        if at is None or old.live_from > at:
            _renew(old, article, revision, by=by)
    settle_pending(article)
    details = {
        "edition": made.number, "revision": revision.number, "live_from": made.live_from.isoformat(),
        "substantial": made.is_substantial, "ahead": ahead,
        **({"overridden": overridden, "note": override.strip()} if overridden else {}),
    }  # fmt: skip
    return Outcome(made, is_new, touched.union(editions.keys([made])), now, details)


@transaction.atomic
def cancel(edition: Edition, *, by: User) -> None:
    """An edition or a notice that lies ahead will not begin. Refused once it has begun."""
    article = edition.article
    lock(article)
    now = timezone.now()
    need(article, Verb.CANCEL, by=by, at=now)
    if edition.notice and not by.has_perm(TABLE[verb_of(Notice(edition.notice))].permission):
        raise NotAllowed(_("You may not cancel this notice."))
    edition.refresh_from_db()
    if edition.cancelled_at is not None or edition.live_from <= now:
        raise WrongState(_("This has begun already, or was cancelled before."))
    touched = editions.keys([edition])
    editions.cancel(edition, at=now)
    editions.arrange(article)
    settle_pending(article)
    record(article, Verb.CANCEL, by=by, edition=edition.number)
    tell(article, touched, now=now)


def may_override(problems: list[Problem], user: User) -> bool:
    """Whether the user may publish although these are in the way, if they give a reason."""
    return user.has_perm("articles.override_check") and all(problem.overridable for problem in problems)


def _approved(article: Article, verb: Verb, *, by: User, now: datetime) -> Revision:
    """The newest version, where the table, the rights and an approval let this verb make it public."""
    need(article, verb, by=by, at=now)
    undoing = UNDOING.get(editions.publication(article, now))
    if undoing and not by.has_perm(undoing):
        raise NotAllowed(_("Only a person with the right to withdraw it may publish it again."))
    if not by.has_perm(PUBLISH_PAID):
        latest = article.editions.uncancelled().filter(notice=Notice.NONE).last()
        if latest is not None and latest.kind in PAID:
            raise NotAllowed(_("This was published as paid for: only a person with the right to it may say otherwise."))
    revision = article.approved_revision
    if revision is None or revision.number != article.version:
        raise WrongState(_("The newest version has not been approved."))
    return revision


def _lying_ahead(
    article: Article, revision: Revision, *, by: User, at: datetime | None, now: datetime, is_answered: bool
) -> list[Edition]:
    """What lies ahead; asks what becomes of it where nobody has said so yet."""
    lying_ahead = list(article.editions.ahead(now))
    if lying_ahead and not is_answered and not _stands(lying_ahead, revision, at=at):
        raise AnswerNeeded(
            _("Something lies ahead already. Cancel it, or make it anew from this text?"),
            code="ahead",
            editions=lying_ahead,
        )
    for edition in lying_ahead:
        if edition.notice and not by.has_perm(TABLE[verb_of(Notice(edition.notice))].permission):
            raise NotAllowed(_("You may not cancel the notice that lies ahead."))
    return lying_ahead


def _explain(edition: Edition, why: str) -> None:
    """A substantial change of what readers have had goes with a public note, or with a reason where the outlet lets it."""
    if not edition.is_substantial:
        return
    if Outlet.objects.current().silent_changes == SilentChanges.REFUSE:
        raise Refused(_("A substantial change needs a public note: correct publicly instead."), code="note-needed")
    if not why.strip():
        raise AnswerNeeded(_("Why does this substantial change come without a public note?"), code="why")


def _checked(article: Article, *, by: User, at: datetime | None, reason: str) -> list[str]:
    """Raises where a check is in the way; the ids of those against which the person decided."""
    problems = preflight.blocking(article, at=at)
    if not problems:
        return []
    if not reason.strip() or not may_override(problems, by):
        raise NotReady(problems)
    return sorted({problem.code for problem in problems})


def _stands(lying_ahead: list[Edition], revision: Revision, *, at: datetime | None) -> bool:
    """Whether exactly this is to begin at that time already: a button pressed twice."""
    return at is not None and [(edition.live_from, edition.revision_id) for edition in lying_ahead] == [
        (at, revision.pk)
    ]


def _make(
    article: Article,
    revision: Revision,
    *,
    by: User,
    at: datetime | None,
    now: datetime,
    substantial: bool | None,
) -> tuple[Edition, bool]:
    """The edition of a revision from ``at`` on, and whether it is new: what looks the same already stays."""
    before = article.editions.uncancelled().filter(live_from__lte=at or now)
    current, last_story = before.last(), before.filter(notice=Notice.NONE).last()
    # a clock that went back must not put a newer edition behind an older one
    beginning = at or (max(now, current.live_from + TICK) if current else now)
    edition, document = editions.draft_edition(article, revision, by=by, at=beginning)
    _claim(edition)
    if current is not None and current.is_story and current.digest == edition.digest:
        return current, False
    if last_story is not None and last_story.digest != edition.digest:
        if substantial is None:
            raise AnswerNeeded(_("Is this change minor or substantial?"), code="substantial")
        edition.is_substantial = substantial or _is_relabelled(last_story, edition.kind)
    return editions.add(edition, document), True


def _renew(old: Edition, article: Article, revision: Revision, *, by: User) -> None:
    """What lay ahead, at the same time again, from the present text; a notice stays a notice."""
    before = article.editions.uncancelled().filter(live_from__lt=old.live_from)
    latest, last_story = before.last(), before.filter(notice=Notice.NONE).last()
    if old.notice:
        if latest is not None:
            notice = editions.draft_notice(latest, Notice(old.notice), by=by, at=old.live_from, words=old.notice_text)
            editions.add(notice)
        return
    edition, document = editions.draft_edition(article, revision, by=by, at=old.live_from)
    _claim(edition)
    changes = last_story is not None and last_story.digest != edition.digest
    relabelled = last_story is not None and _is_relabelled(last_story, edition.kind)
    edition.is_substantial = changes and (old.is_substantial or relabelled)
    editions.add(edition, document)


def _is_relabelled(before: Edition, kind: str) -> bool:
    """Whether a story of this kind would be paid for, after one that was not, or the other way round."""
    return (before.kind in PAID) != (kind in PAID)


def _claim(edition: Edition) -> None:
    """Refuses, beside the slug, a path that belongs to another article."""
    if not addresses.is_free(edition.path, article=edition.article_id):
        raise NotReady([Problem("slug-taken", "slug", _("Another article has this address. Change the slug."))])
