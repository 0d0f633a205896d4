"""The working copy: saving, restoring, translating."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles import snapshots, words
from articles.actions.steps import lock, need
from articles.models import Article, Revision
from articles.refusals import NotAllowed, Refused
from articles.rights import may_change
from articles.workflow import TABLE, Stage, Verb
from body import text
from outlet import languages
from staff.models import User


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
    lock(article, version=version, keep_fields=changes is None)
    need(article, Verb.SAVE, by=by)
    if changes is not None:
        snapshots.apply(article, changes)
    return keep(article, by=by, note=note)


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
    lock(article, version=version)
    need(article, Verb.RESTORE, by=by)
    snapshots.apply(article, revision.snapshot)
    restored = keep(article, by=by, note=_("Version %(number)s restored") % {"number": revision.number})
    record(article, Verb.RESTORE, by=by, restored=revision.number, revision=restored.number)
    return restored


def keep(article: Article, *, by: User, note: str) -> Revision:
    """A new revision of the working copy, and what that means for its stage; the last one where nothing changed."""
    snapshot = snapshots.take(article)
    digest = snapshots.digest(snapshot)
    last = article.revisions.filter(number=article.version).first()
    if last is not None and (last.digest == digest or _says_the_same(last, snapshot)):
        return last
    article.version += 1
    article.saved_at, article.saved_by = timezone.now(), by
    article.is_pending, article.word_count = True, text.word_count(article.body)
    if article.stage == Stage.APPROVED:
        article.stage = Stage.SUBMITTED if by.has_perm(TABLE[Verb.SUBMIT].permission) else Stage.DRAFT
        article.stage_since = article.saved_at
    article.save(update_fields=["version", "saved_at", "saved_by", "stage", "stage_since", "is_pending", "word_count"])
    revision = Revision.objects.create(
        article=article, number=article.version, snapshot=snapshot, digest=digest, saved_by=by, note=note[:200]
    )
    words.keep(article)
    record(article, Verb.SAVE, by=by, revision=revision.number, stage=article.stage)
    return revision


def _says_the_same(last: Revision, snapshot: snapshots.Snapshot) -> bool:
    """Whether the only difference is that something was merged since: that is nobody's change of the article."""
    if snapshots.words_of(last.snapshot) != snapshots.words_of(snapshot):
        return False  # as with nearly every save; who was merged into whom need not be asked
    return snapshots.digest(snapshots.standing(last.snapshot)) == snapshots.digest(snapshot)
