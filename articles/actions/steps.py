"""What all verbs share: the lock, the question whether it may be done, the log, and the word to the world."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles import editions
from articles.models import Article, Notice
from articles.refusals import ChangedMeanwhile, NotAllowed, Refused, WrongState
from articles.rights import is_author, is_in_charge, may_publish_kind
from articles.workflow import ANY, TABLE, Publication, Stage, Verb
from jobs import outbox
from staff.models import User

PUBLISHING = {Verb.PUBLISH, Verb.SCHEDULE, Verb.CORRECT}
CLAIMED = {Verb.CLAIM, Verb.RELEASE, Verb.APPROVE, Verb.SEND_BACK}
TAKING_OVER = {Verb.CLAIM, Verb.RELEASE}
# What no form writes.
OURS = (
    "stage", "stage_since", "is_pending", "version", "approved_revision_id", "created_by_id",
    "claimed_by_id", "claimed_at",
)  # fmt: skip


def may(article: Article, verb: Verb, user: User, *, state: Publication | None = None) -> bool:
    """Whether the table and the rights let this user do this now; the buttons ask here.

    ``state`` is what readers have, where the caller knows it already.
    """
    try:
        need(article, verb, by=user, state=state)
    except Refused:
        return False
    return True


def lock(article: Article, *, version: int | None = None, keep_fields: bool = False) -> None:
    """Locks the row and brings it up to date; refuses one who looked at an older version.

    ``keep_fields`` keeps what is in memory but for what the verbs alone write: the form has just written the rest.
    """
    row = Article.objects.select_for_update(of=("self",)).select_related("saved_by").get(pk=article.pk)
    if version is not None and version != row.version:
        raise ChangedMeanwhile(
            _("%(name)s saved a newer version meanwhile. Nothing was changed.")
            % {"name": row.saved_by or _("Somebody")}
        )
    if keep_fields:
        for name in OURS:
            setattr(article, name, getattr(row, name))
    else:
        article.refresh_from_db()


def need(
    article: Article, verb: Verb, *, by: User, at: datetime | None = None, state: Publication | None = None
) -> None:
    """Raises unless the table has this verb for the article's state and the user the right to it."""
    rule = TABLE[verb]
    reaches = is_in_charge(article, by) or (rule.is_authors and is_author(article, by))
    if not by.has_perm(rule.permission) or not reaches:
        raise NotAllowed(_("You may not do this: %(verb)s.") % {"verb": verb.label})
    if verb in PUBLISHING and not may_publish_kind(article, by):
        raise NotAllowed(_("This is paid for: only a person with the right to it may publish it."))
    if state is None and (rule.publications != ANY or article.stage not in rule.stages):
        state = editions.publication(article, at or timezone.now())
    if state is not None and not rule.allows(article.stage, state):
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
    if verb in CLAIMED:
        _heed_the_claim(article, verb, by=by)


def _heed_the_claim(article: Article, verb: Verb, *, by: User) -> None:
    """A review that somebody has taken is theirs, until they give it back or somebody with the right takes it over."""
    if verb == Verb.RELEASE and article.claimed_by_id is None:
        raise WrongState(_("Nobody has taken this review."))
    if verb == Verb.CLAIM and article.claimed_by_id == by.pk:
        raise WrongState(_("You review this already."))
    is_anothers = article.claimed_by_id not in (None, by.pk)
    if is_anothers and not (verb in TAKING_OVER and by.has_perm("articles.break_lock")):
        raise NotAllowed(_("%(name)s is reviewing this. Take the review over first.") % {"name": article.claimed_by})


def let_go(article: Article) -> None:
    """Nobody reviews the article any more."""
    article.claimed_by = article.claimed_at = None
    article.save(update_fields=["claimed_by", "claimed_at"])


def move(article: Article, verb: Verb, *, by: User, note: str = "") -> None:
    """To the stage that the table names, with a log entry."""
    before = article.stage
    article.stage, article.stage_since = TABLE[verb].to or before, timezone.now()
    article.claimed_by = article.claimed_at = None
    article.save(update_fields=["stage", "stage_since", "approved_revision", "claimed_by", "claimed_at"])
    record(article, verb, by=by, note=note, before=before, revision=article.version)


def settle_pending(article: Article) -> None:
    """Whether the newest version still waits to be published, written down after editions were made or cancelled."""
    is_pending = not article.editions.uncancelled().filter(revision__number=article.version).exists()
    if article.is_pending != is_pending:
        article.is_pending = is_pending
        article.save(update_fields=["is_pending"])


def verb_of(notice: Notice) -> Verb:
    """The verb that makes such a notice."""
    return {
        Notice.UNPUBLISHED: Verb.UNPUBLISH,
        Notice.RETRACTED: Verb.RETRACT,
        Notice.TAKEN_DOWN: Verb.TAKE_DOWN,
    }[notice]


def tell(article: Article, keys: Iterable[str], *, now: datetime) -> None:
    """Pages that show the article are purged after commit, and again when what lies ahead begins.

    So are answers that something is not there: somebody may have asked for the story too early.
    """
    noted = {f"corrections-{article.language}"} if article.corrections.exists() else set()
    keys = sorted({*keys, *noted, f"article-{article.pk}", "missing"})
    outbox.post("purge", {"keys": keys})
    for moment in article.editions.ahead(now).values_list("live_from", flat=True):
        outbox.post("purge", {"keys": keys}, due_at=moment)
