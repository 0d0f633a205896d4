"""What other desks have to say: the flags of lawyers and picture desk, and legal notes."""

from __future__ import annotations

from typing import Literal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles.actions.steps import lock, may
from articles.models import Article, LegalNote
from articles.refusals import NotAllowed, Refused
from articles.rights import may_see
from articles.workflow import Flag, Publication, Verb
from staff.models import User

Desk = Literal["legal", "picture"]
DESKS: tuple[Desk, ...] = ("legal", "picture")


def may_clear(desk: Desk, user: User) -> bool:
    """Whether the user speaks for that desk."""
    return user.has_perm(f"articles.clear_{desk}_flag")


def may_flag(article: Article, desk: Desk, value: Flag, user: User, *, state: Publication | None = None) -> bool:
    """Whoever works on the article may ask a desk; only one who speaks for that desk says that it is done.

    ``state`` is what readers have, where the caller knows it already.
    """
    if may_clear(desk, user) and may_see(article, user):
        return True
    return value == Flag.REQUIRED and may(article, Verb.FLAG, user, state=state)


@transaction.atomic
def flag(article: Article, *, desk: Desk, value: Flag, by: User) -> None:
    """Sets the flag of a desk; who did it and when stands on the article and in the log. Twice is once."""
    lock(article)
    if not may_flag(article, desk, value, by):
        raise NotAllowed(_("Only somebody of that desk can say so."))
    before = getattr(article, f"{desk}_flag")
    if before == value:
        return
    moment = timezone.now()
    values = {f"{desk}_flag": value, f"{desk}_flag_by": by, f"{desk}_flag_at": moment}
    for name, each in values.items():
        setattr(article, name, each)
    article.save(update_fields=list(values))
    record(article, Verb.FLAG, by=by, desk=desk, before=before, after=value)


@transaction.atomic
def add_legal_note(article: Article, *, by: User, text: str) -> LegalNote:
    """Adds a note for those who may see such notes. Its words stand nowhere else, not in the log either."""
    if not by.has_perm("articles.see_legal_notes") or not may_see(article, by):
        raise NotAllowed(_("You may not write legal notes on this article."))
    if not text.strip():
        raise Refused(_("Write the note."), code="note-missing")
    note = LegalNote.objects.create(article=article, by=by, text=text.strip())
    record(article, "legal-note", by=by, legal_note=note.pk)
    return note
