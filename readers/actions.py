"""The verbs: a reader sends a report, the desk decides about it. Each is one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles.models import Edition
from readers import limits
from readers.models import Case, Report, State
from readers.quotes import Quote

# What is reported after so long stands apart from what was reported before.
TOGETHER = timedelta(days=10)


@dataclass(frozen=True)
class Words:
    """What a reader sends. ``quote`` is of the text of the edition; without one the report is on the whole story."""

    quote: Quote | None
    comment: str = ""
    name: str = ""
    email: str = ""


@transaction.atomic
def report(
    edition: Edition, words: Words, *, address: str, is_spam: bool = False, at: datetime | None = None
) -> Report:
    """Takes a report in: with those on the same passage, and as one more where somebody said just the same.

    Raises ``limits.TooMany`` or ``limits.Full``, and then nothing was taken in.
    """
    at = at or timezone.now()
    limits.count(address, at=at)
    case = _case(edition, words.quote, is_spam=is_spam, at=at)
    Case.objects.filter(pk=case.pk).update(count=F("count") + 1, last_at=at)
    said = case.reports.filter(
        comment=words.comment, email=words.email, name=words.name, language=edition.language, is_cleaned=False
    ).first()
    if said is not None:
        Report.objects.filter(pk=said.pk).update(count=F("count") + 1)
        return said
    return case.reports.create(
        comment=words.comment, name=words.name, email=words.email, language=edition.language, at=at
    )


def _case(edition: Edition, quote: Quote | None, *, is_spam: bool, at: datetime) -> Case:
    """The open case on this passage, or a new one."""
    fields = {
        "article_id": edition.article_id,
        "edition": edition,
        "exact": quote.exact if quote else "",
        "prefix": quote.prefix if quote else "",
        "suffix": quote.suffix if quote else "",
        "start": quote.start if quote else 0,
        "first_at": at,
        "last_at": at,
    }
    if is_spam:
        return Case.objects.create(**fields, state=State.SPAM, decided_at=at)
    open_ones = Case.objects.filter(article=edition.article_id, state=State.NEW, last_at__gt=at - TOGETHER)
    for case in open_ones.order_by("pk"):
        if _is_the_same(case, edition, quote):
            return case
    own = {name: fields.pop(name) for name in ("edition", "start", "exact")}
    return Case.objects.get_or_create(**own, state=State.NEW, defaults=fields)[0]


def _is_the_same(case: Case, edition: Edition, quote: Quote | None) -> bool:
    """Whether both speak of the same words: of one edition those that overlap, of another those that read alike."""
    known = case.quote
    if known is None or quote is None:
        return known is quote
    if case.edition_id == edition.pk:
        return known.overlaps(quote)
    return (known.exact, known.prefix[-16:], known.suffix[:16]) == (quote.exact, quote.prefix[-16:], quote.suffix[:16])
