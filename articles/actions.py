"""The verbs: the only code that changes what is public, or an article's stage.

Each function takes the thing first and the rest by keyword: ``by`` a user, ``at`` an aware moment,
``version`` the number of the revision that the person looked at. Each checks the right, the table in
``articles.workflow`` and, where it publishes, the preflight; writes state, revision, edition and log
entry in one transaction under a lock on the article's row; and posts to the outbox what the world is
told after commit. All raise ``articles.refusals.Refused``, and then nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles import addresses, editions, preflight, snapshots
from articles.models import Article, Edition, Notice, Revision
from articles.refusals import AnswerNeeded, ChangedMeanwhile, NotAllowed, NotReady, Problem, Refused, WrongState
from articles.workflow import TABLE, UNDOING, Publication, Stage, Verb
from jobs import outbox
from outlet import languages
from outlet.models import Outlet
from staff.models import User

Ahead = Literal["cancel", "renew"]
TICK = timedelta(microseconds=1)


# --- asking -----------------------------------------------------------------------------------


def may_change(article: Article, user: User) -> bool:
    """Whether the user may change the working copy: their own, or any with the right to others'."""
    if not user.has_perm("articles.change_article"):
        return False
    return user.has_perm("articles.change_any_article") or is_author(article, user)


def is_author(article: Article, user: User) -> bool:
    """Whether the user began the article or stands in its byline."""
    return article.created_by_id == user.pk or article.bylines.filter(author__user=user).exists()


def may(article: Article, verb: Verb, user: User, *, state: Publication | None = None) -> bool:
    """Whether the table and the rights let this user do this now; the buttons ask here.

    ``state`` is what readers have, where the caller knows it already.
    """
    try:
        _need(article, verb, by=user, state=state)
    except Refused:
        return False
    return True


def wrote_the_change(article: Article, user: User) -> bool:
    """Whether what waits for approval is the user's own: written by them, bylined, or changed since the last one."""
    if article.approved_revision_id is None and is_author(article, user):
        return True
    since = article.revisions.filter(saved_by=user)
    if article.approved_revision is not None:
        since = since.filter(number__gt=article.approved_revision.number)
    return since.exists() or article.bylines.filter(author__user=user).exists()


# --- the working copy -------------------------------------------------------------------------


@transaction.atomic
def save(
    article: Article,
    *,
    by: User,
    version: int | None = None,
    changes: snapshots.Snapshot | None = None,
    note: str = "",
) -> Revision:
    """Writes ``changes`` (a snapshot or a part of one) and keeps a revision; none where nothing changed.

    The admin has written the rows already and gives no changes. A change after approval returns the
    article to submitted, or to draft where the person may not submit.
    """
    if article.pk is None:
        if not by.has_perm("articles.add_article"):
            raise NotAllowed(_("You may not begin an article."))
        article.created_by = by
        article.save()
    _lock(article, version=version, keep_fields=changes is None)
    _need(article, Verb.SAVE, by=by)
    if changes is not None:
        snapshots.apply(article, changes)
    return _keep(article, by=by, note=note)


@transaction.atomic
def translate(article: Article, *, by: User, language: str) -> Article:
    """A draft of the article in another language, which begins as its copy; one version a language."""
    if not by.has_perm("articles.add_article") or not may_change(article, by):
        raise NotAllowed(_("You may not translate this article."))
    if language not in languages.codes():
        raise Refused(_("The paper has no such language."), code="language-unknown")
    if Article.objects.filter(translation_group=article.translation_group, language=language).exists():
        raise Refused(_("A version in this language is here already."), code="translated")
    made = Article(language=language, translation_group=article.translation_group)
    snapshot = snapshots.take(article)
    # an address and words for search engines are written anew in each language
    own = {name: "" for name in snapshot["fields"] if name == "slug" or name.startswith(("seo_", "social_"))}
    changes = snapshot | {"fields": snapshot["fields"] | own | {"lead_alt_text": "", "lead_caption": ""}}
    save(made, by=by, changes=changes, note=_("Begun as a translation"))
    return made


@transaction.atomic
def restore(revision: Revision, *, by: User, version: int | None = None) -> Revision:
    """Writes an old version back into the working copy, as a new revision."""
    article = revision.article
    _lock(article, version=version)
    _need(article, Verb.RESTORE, by=by)
    snapshots.apply(article, revision.snapshot)
    restored = _keep(article, by=by, note=_("Version %(number)s restored") % {"number": revision.number})
    record(article, Verb.RESTORE, by=by, restored=revision.number, revision=restored.number)
    return restored


@transaction.atomic
def submit(article: Article, *, by: User, version: int | None = None) -> None:
    """Asks an editor to review the article."""
    _lock(article, version=version)
    _need(article, Verb.SUBMIT, by=by)
    _move(article, Verb.SUBMIT, by=by)


@transaction.atomic
def send_back(article: Article, *, by: User, note: str, version: int | None = None) -> None:
    """Returns the article with a note, which must not be empty."""
    _lock(article, version=version)
    _need(article, Verb.SEND_BACK, by=by)
    if not note.strip():
        raise Refused(_("Write what should be mended."), code="note-missing")
    _move(article, Verb.SEND_BACK, by=by, note=note.strip())


@transaction.atomic
def approve(article: Article, *, by: User, version: int | None = None) -> None:
    """Approves the newest revision. With the outlet's four eyes, never one's own work."""
    _lock(article, version=version)
    _approve(article, by=by, in_one_step=False)


# --- what is public ---------------------------------------------------------------------------


@transaction.atomic
def publish(
    article: Article,
    *,
    by: User,
    at: datetime | None = None,
    version: int | None = None,
    approving: bool = False,
    substantial: bool | None = None,
    ahead: Ahead | None = None,
    backdated: bool = False,
) -> Edition:
    """Makes the approved revision public now, or from ``at`` on, as a new edition.

    ``approving`` approves in the same step, for one who did not write the change. A second publication
    needs ``substantial``; where editions lie ahead, ``ahead`` says whether they are cancelled or made
    anew from the present text (``AnswerNeeded`` asks). Publishing what is public already makes nothing
    new and returns what is there. ``backdated`` is for an import: ``at`` may be past then, though never
    before what has been public since.
    """
    _lock(article, version=version)
    now = timezone.now()
    past = at is not None and at <= now
    if past and not (backdated and not article.editions.uncancelled().filter(live_from__gte=at).exists()):
        raise Refused(_("This time is past. Choose a later one, or publish now."), code="time-past")
    if approving and article.stage == Stage.SUBMITTED:
        _approve(article, by=by, in_one_step=True)
    _need(article, Verb.PUBLISH if at is None else Verb.SCHEDULE, by=by, at=now)
    undoing = UNDOING.get(editions.publication(article, now))
    if undoing and not by.has_perm(undoing):
        raise NotAllowed(_("Only a person with the right to withdraw it may publish it again."))
    revision = article.approved_revision
    if revision is None or revision.number != article.version:
        raise WrongState(_("The newest version has not been approved."))
    if problems := preflight.problems(article):
        raise NotReady(problems)

    lying_ahead = list(article.editions.ahead(now))
    if lying_ahead and ahead is None and not _stands(lying_ahead, revision, at=at):
        raise AnswerNeeded(
            _("Something lies ahead already. Cancel it, or make it anew from this text?"),
            code="ahead",
            editions=lying_ahead,
        )
    for edition in lying_ahead:
        if edition.notice and not by.has_perm(TABLE[_verb_of(Notice(edition.notice))].permission):
            raise NotAllowed(_("You may not cancel the notice that lies ahead."))
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
    if is_new or ahead:
        verb = Verb.PUBLISH if at is None else Verb.SCHEDULE
        record(
            article, verb, by=by, edition=made.number, revision=revision.number,
            live_from=made.live_from.isoformat(), substantial=made.is_substantial, ahead=ahead,
        )  # fmt: skip
        _tell(article, touched.union(editions.keys([made])), now=now)
    return made


@transaction.atomic
def cancel(edition: Edition, *, by: User) -> None:
    """An edition or a notice that lies ahead will not begin. Refused once it has begun."""
    article = edition.article
    _lock(article)
    now = timezone.now()
    _need(article, Verb.CANCEL, by=by, at=now)
    if edition.notice and not by.has_perm(TABLE[_verb_of(Notice(edition.notice))].permission):
        raise NotAllowed(_("You may not cancel this notice."))
    edition.refresh_from_db()
    if edition.cancelled_at is not None or edition.live_from <= now:
        raise WrongState(_("This has begun already, or was cancelled before."))
    touched = editions.keys([edition])
    editions.cancel(edition, at=now)
    editions.arrange(article)
    record(article, Verb.CANCEL, by=by, edition=edition.number)
    _tell(article, touched, now=now)


def unpublish(article: Article, *, by: User, reason: str, at: datetime | None = None) -> Edition:
    """Takes the story back, now or from ``at`` on: its address answers 410. It can be published again."""
    return _withdraw(article, Notice.UNPUBLISHED, by=by, reason=reason, at=at)


def retract(article: Article, *, by: User, reason: str, words: str) -> Edition:
    """Withdraws the story for good: at its address ``words`` stand in place of the text, with 200."""
    if not words.strip():
        raise Refused(_("Write the notice that readers find in place of the story."), code="words-missing")
    return _withdraw(article, Notice.RETRACTED, by=by, reason=reason, words=words.strip())


def take_down(article: Article, *, by: User, reason: str, words: str = "") -> Edition:
    """Removes the story for legal reasons: its address answers 451 with a short notice."""
    return _withdraw(article, Notice.TAKEN_DOWN, by=by, reason=reason, words=words.strip())


# --- inside -----------------------------------------------------------------------------------


def _lock(article: Article, *, version: int | None = None, keep_fields: bool = False) -> None:
    """Locks the row and brings it up to date; refuses one who looked at an older version.

    ``keep_fields`` keeps what is in memory but for stage, version and approval: the form has just written it.
    """
    row = Article.objects.select_for_update(of=("self",)).select_related("saved_by").get(pk=article.pk)
    if version is not None and version != row.version:
        raise ChangedMeanwhile(
            _("%(name)s saved a newer version meanwhile. Nothing was changed.")
            % {"name": row.saved_by or _("Somebody")}
        )
    if keep_fields:
        article.stage, article.version = row.stage, row.version
        article.approved_revision_id, article.created_by_id = row.approved_revision_id, row.created_by_id
    else:
        article.refresh_from_db()


def _need(
    article: Article, verb: Verb, *, by: User, at: datetime | None = None, state: Publication | None = None
) -> None:
    """Raises unless the table has this verb for the article's state and the user the right to it."""
    rule = TABLE[verb]
    if not by.has_perm(rule.permission) or not _may_touch(article, by):
        raise NotAllowed(_("You may not do this: %(verb)s.") % {"verb": verb.label})
    state = state or editions.publication(article, at or timezone.now())
    if not rule.allows(article.stage, state):
        raise WrongState(
            _("“%(verb)s” is not possible: the article is %(stage)s and %(publication)s.")
            % {
                "verb": verb.label,
                "stage": Stage(article.stage).label.lower(),
                "publication": Publication(state).label.lower(),
            }
        )
    if verb == Verb.CANCEL and not article.editions.ahead(at).exists():
        raise WrongState(_("Nothing lies ahead."))


def _may_touch(article: Article, user: User) -> bool:
    """Every verb is for one's own articles, or for all with the right to others'."""
    return user.has_perm("articles.change_any_article") or is_author(article, user)


def _keep(article: Article, *, by: User, note: str) -> Revision:
    """A new revision of the working copy, and what that means for its stage; the last one where nothing changed."""
    snapshot = snapshots.take(article)
    digest = snapshots.digest(snapshot)
    last = article.revisions.filter(number=article.version).first()
    if last is not None and last.digest == digest:
        return last
    article.version += 1
    article.saved_at, article.saved_by = timezone.now(), by
    if article.stage == Stage.APPROVED:
        article.stage = Stage.SUBMITTED if by.has_perm(TABLE[Verb.SUBMIT].permission) else Stage.DRAFT
    article.save(update_fields=["version", "saved_at", "saved_by", "stage"])
    revision = Revision.objects.create(
        article=article, number=article.version, snapshot=snapshot, digest=digest, saved_by=by, note=note[:200]
    )
    record(article, Verb.SAVE, by=by, revision=revision.number, stage=article.stage)
    return revision


def _move(article: Article, verb: Verb, *, by: User, note: str = "") -> None:
    """To the stage that the table names, with a log entry."""
    before = article.stage
    article.stage = TABLE[verb].to or before
    article.save(update_fields=["stage", "approved_revision"])
    record(article, verb, by=by, note=note, before=before, revision=article.version)


def _approve(article: Article, *, by: User, in_one_step: bool) -> None:
    """Approval belongs to a revision, and not to the one who wrote it where the outlet asks for four eyes."""
    _need(article, Verb.APPROVE, by=by)
    if wrote_the_change(article, by):
        if Outlet.objects.current().four_eyes:
            raise NotAllowed(_("You wrote or changed this. Another person must approve it."))
        if in_one_step:
            raise NotAllowed(_("You wrote or changed this. Approve it first, in a step of its own."))
    article.approved_revision = article.revisions.get(number=article.version)
    _move(article, Verb.APPROVE, by=by)


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
        edition.is_substantial = substantial
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
    edition.is_substantial = changes and old.is_substantial
    editions.add(edition, document)


def _claim(edition: Edition) -> None:
    """Refuses, beside the slug, a path that belongs to another article."""
    if not addresses.is_free(edition.path, article=edition.article_id):
        raise NotReady([Problem("slug-taken", "slug", _("Another article has this address. Change the slug."))])


@transaction.atomic
def _withdraw(
    article: Article, notice: Notice, *, by: User, reason: str, at: datetime | None = None, words: str = ""
) -> Edition:
    """A notice in place of the story, and nothing that lay ahead of it remains."""
    _lock(article)
    now = timezone.now()
    verb = _verb_of(notice)
    _need(article, verb, by=by, at=now)
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
    record(article, verb, by=by, note=reason.strip(), edition=made.number, live_from=made.live_from.isoformat())
    _tell(article, editions.keys([*before, made]), now=now)
    return made


def _verb_of(notice: Notice) -> Verb:
    """The verb that makes such a notice."""
    return {
        Notice.UNPUBLISHED: Verb.UNPUBLISH,
        Notice.RETRACTED: Verb.RETRACT,
        Notice.TAKEN_DOWN: Verb.TAKE_DOWN,
    }[notice]


def _tell(article: Article, keys: Iterable[str], *, now: datetime) -> None:
    """Pages that show the article are purged after commit, and again when what lies ahead begins.

    So are answers that something is not there: somebody may have asked for the story too early.
    """
    keys = sorted({*keys, f"article-{article.pk}", "missing"})
    outbox.post("purge", {"keys": keys})
    for moment in article.editions.ahead(now).values_list("live_from", flat=True):
        outbox.post("purge", {"keys": keys}, due_at=moment)
