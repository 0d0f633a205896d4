"""Correcting publicly: the mended text and the note that says so, in one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Required, TypedDict, Unpack

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles import carried, editions
from articles.actions.publishing import Ahead, bring_out
from articles.actions.steps import lock, tell
from articles.models import (
    Article,
    CarriedOn,
    Correction,
    CorrectionKind,
    Edition,
    Gravity,
    Note,
    Notice,
    Placement,
    WaitingNote,
)
from articles.refusals import NotAllowed, Refused, WrongState
from articles.rights import may_correct
from articles.workflow import TABLE, Verb
from outlet.models import Outlet
from staff.models import User

# A higher app hears of each public note here, within its transaction: who made it public, and because of what, in words
# that the app gave to the page “Correct publicly” itself. A note that came of nothing else says nothing.
HEARERS: list[Callable[[Correction, User, str], None]] = []


class Words(TypedDict, total=False):
    """What a note says. ``placement`` follows from the gravity where it is not given."""

    kind: str
    text: Required[str]
    gravity: str
    placement: str
    was_wrong: str
    is_right: str


def needs_second(kind: str, gravity: str) -> bool:
    """Whether a note of this sort is public only after a second person has approved it."""
    return gravity == Gravity.GRAVE or kind in {CorrectionKind.CLARIFICATION, CorrectionKind.RETRACTION}


@transaction.atomic
def correct(
    article: Article,
    *,
    by: User,
    because: str = "",
    at: datetime | None = None,
    version: int | None = None,
    approving: bool = False,
    ahead: Ahead | None = None,
    backdated: bool = False,
    override: str = "",
    **words: Unpack[Words],
) -> Correction:
    """Makes the approved text public together with a note on what was wrong.

    The note may stand alone, where the text is as readers have it already. A grave one and a clarification
    need two persons where the outlet asks for four eyes: one proposes the note (``propose_note``), another
    corrects with the same words. ``because`` is for ``HEARERS``. The rest is as for ``publish``; ``at`` is for an
    import alone.
    """
    lock(article, version=version)
    note = _note(by=by, **words)
    if note.kind == CorrectionKind.RETRACTION:
        raise WrongState(_("A retraction is made by the verb “Retract”, which writes its note by itself."))
    waiting = waiting_note(article)
    approved_by = _settle_hands(note, waiting, by=by)
    before = _last_story(article, at or timezone.now())
    made = bring_out(
        article, Verb.CORRECT, by=by, at=at, approving=approving, substantial=note.kind == CorrectionKind.UPDATE,
        ahead=ahead, backdated=backdated, override=override,
    )  # fmt: skip
    moment = made.edition.live_from if made.is_new else at or made.now
    correction = _add(article, note, approved_by, at=moment, before=before or made.edition, after=made.edition)
    said: dict[str, Any] = {"correction": correction.pk, "kind": note.kind, "gravity": note.gravity}
    record(article, Verb.CORRECT, by=by, **said, **made.details)
    for hear in HEARERS:
        hear(correction, by, because or (waiting.because if waiting else ""))
    tell(article, made.touched, now=made.now)
    return correction


@transaction.atomic
def propose_note(article: Article, *, by: User, because: str = "", **words: Unpack[Words]) -> WaitingNote:
    """Writes the note that a second person is to approve; takes the place of one that waited before."""
    lock(article)
    rule = TABLE[Verb.CORRECT]
    if not may_correct(article, by):
        raise NotAllowed(_("You may not do this: %(verb)s.") % {"verb": Verb.CORRECT.label})
    if editions.publication(article, timezone.now()) not in rule.publications:
        raise WrongState(_("Only what readers have can be corrected."))
    note = _note(by=by, **words)
    before = waiting_note(article)
    if before is not None:
        because = because or before.because
        before.delete()
    waiting = WaitingNote.objects.create(article=article, because=because, **_values(note))
    record(article, "propose-note", by=by, kind=note.kind, gravity=note.gravity, note=note.text)
    return waiting


def retraction(article: Article, notice: Edition, *, by: User, was_wrong: str) -> Correction:
    """The correction that a retraction makes by itself; its words are those of the notice. Called by ``retract``."""
    note = _note(
        by=by, kind=CorrectionKind.RETRACTION, gravity=Gravity.GRAVE, text=notice.notice_text, was_wrong=was_wrong
    )  # fmt: skip
    before = _last_story(article, notice.live_from)
    return _add(article, note, None, at=notice.live_from, before=before or notice, after=notice)


def waiting_note(article: Article) -> WaitingNote | None:
    """The note that waits for a second person."""
    return WaitingNote.objects.filter(article=article).select_related("written_by").first()


def _note(*, by: User, **words: Unpack[Words]) -> Note:
    """A note that is not stored yet, its words tidied."""
    gravity = Gravity(words.get("gravity", Gravity.MINOR))
    placement = words.get("placement") or (Placement.TOP if gravity == Gravity.GRAVE else Placement.END)
    note = WaitingNote(
        kind=CorrectionKind(words.get("kind", CorrectionKind.CORRECTION)), gravity=gravity,
        placement=Placement(placement), text=_tidy(words["text"]), was_wrong=_tidy(words.get("was_wrong", "")),
        is_right=_tidy(words.get("is_right", "")), written_by=by,
    )  # fmt: skip
    if not note.text:
        raise Refused(_("Write the note that readers will find."), code="text-missing")
    return note


def _tidy(words: str) -> str:
    return words.replace("\r\n", "\n").strip()


def _values(note: Note) -> dict[str, Any]:
    return {field.name: getattr(note, field.name) for field in Note._meta.get_fields()}


def _settle_hands(note: Note, waiting: WaitingNote | None, *, by: User) -> User | None:
    """Who approves the note: the user, where somebody else wrote it. Sets its writer; refuses one pair of eyes."""
    if waiting is not None and waiting.says_the_same(note):
        note.written_by = waiting.written_by
    if note.written_by != by:
        return by
    if needs_second(note.kind, note.gravity) and Outlet.objects.current().four_eyes:
        raise NotAllowed(
            _("A second person must approve this note. Propose it, and another editor publishes it."),
            code="second-needed",
        )
    return None


def _last_story(article: Article, at: datetime) -> Edition | None:
    """What readers had last before a moment."""
    return article.editions.uncancelled().filter(notice=Notice.NONE, live_from__lte=at).last()


def _add(
    article: Article, note: Note, approved_by: User | None, *, at: datetime, before: Edition, after: Edition
) -> Correction:
    """Saves the note, with the list of what else may carry the wrong words."""
    correction = Correction.objects.create(
        article=article,
        language=article.language,
        approved_by=approved_by,
        published_at=at,
        edition_before=before,
        edition_after=after,
        **_values(note),
    )
    WaitingNote.objects.filter(article=article).delete()
    CarriedOn.objects.bulk_create(carried.elsewhere(correction))
    return correction
