"""Between author and editor: submitting, taking and giving back a review, sending back, approving."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles.actions.steps import let_go, lock, move, need
from articles.models import Article
from articles.refusals import NotAllowed, Refused
from articles.rights import wrote_the_change
from articles.workflow import Verb
from jobs import mail
from outlet.models import Outlet
from staff.models import User


@transaction.atomic
def submit(article: Article, *, by: User, version: int | None = None) -> None:
    """Asks an editor to review the article."""
    lock(article, version=version)
    need(article, Verb.SUBMIT, by=by)
    move(article, Verb.SUBMIT, by=by)


@transaction.atomic
def send_back(article: Article, *, by: User, note: str, version: int | None = None) -> None:
    """Returns the article with a note, which must not be empty; its authors get it by e-mail as well."""
    lock(article, version=version)
    need(article, Verb.SEND_BACK, by=by)
    if not note.strip():
        raise Refused(_("Write what should be mended."), code="note-missing")
    move(article, Verb.SEND_BACK, by=by, note=note.strip())
    _write_to_authors(article, note.strip(), by=by)


@transaction.atomic
def claim(article: Article, *, by: User) -> None:
    """The user reviews it: nobody else approves it or sends it back until they give it back.

    Who has the right to break a lock takes over what somebody else has taken; the log names both.
    """
    lock(article)
    need(article, Verb.CLAIM, by=by)
    record(article, Verb.CLAIM, by=by, taken_from=article.claimed_by_id)
    article.claimed_by, article.claimed_at = by, timezone.now()
    article.save(update_fields=["claimed_by", "claimed_at"])


@transaction.atomic
def release(article: Article, *, by: User) -> None:
    """Gives the review back: one's own, or with the right to break a lock anybody's."""
    lock(article)
    need(article, Verb.RELEASE, by=by)
    record(article, Verb.RELEASE, by=by, taken_from=article.claimed_by_id)
    let_go(article)


@transaction.atomic
def approve(article: Article, *, by: User, version: int | None = None) -> None:
    """Approves the newest revision. With the outlet's four eyes, never one's own work."""
    lock(article, version=version)
    approve_revision(article, by=by, in_one_step=False)


def approve_revision(article: Article, *, by: User, in_one_step: bool) -> None:
    """Approval belongs to a revision, and not to the one who wrote it where the outlet asks for four eyes."""
    need(article, Verb.APPROVE, by=by)
    if wrote_the_change(article, by):
        if Outlet.objects.current().four_eyes:
            raise NotAllowed(_("You wrote or changed this. Another person must approve it."))
        if in_one_step:
            raise NotAllowed(_("You wrote or changed this. Approve it first, in a step of its own."))
    article.approved_revision = article.revisions.get(number=article.version)
    move(article, Verb.APPROVE, by=by)


def _write_to_authors(article: Article, note: str, *, by: User) -> None:
    """An e-mail with the editor's note to everybody whose article this is, but for the editor."""
    own = Q(pk=article.created_by_id) | Q(author__bylines__article=article)
    path = reverse("admin:articles_article_change", args=[article.pk])
    body = _("%(name)s sent “%(headline)s” back to you:\n\n%(note)s\n\nOpen it at the desk: %(address)s\n") % {
        "name": by, "headline": article, "note": note, "address": f"{settings.SITE_URL}{path}",
    }  # fmt: skip
    for person in User.objects.filter(own, is_active=True).exclude(pk=by.pk).distinct():
        mail.post(person.email, _("Sent back: %(headline)s") % {"headline": article}, body)
