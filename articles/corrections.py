"""Public notes as readers see them: in an article, on the page of all corrections and in its feed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.gathering import Rows, moment
from articles.models import Correction, CorrectionKind, Edition, Placement, is_spoken_of
from articles.paging import Paged

# What stands beside the dates of an article.
SINCE: dict[str, str | Promise] = {
    CorrectionKind.CORRECTION: _("Corrected"),
    CorrectionKind.CLARIFICATION: _("Clarified"),
    CorrectionKind.UPDATE: _("Updated"),
    CorrectionKind.EDITORS_NOTE: _("Editors’ note"),
    CorrectionKind.RETRACTION: _("Retracted"),
}
TOLD = ("pk", "kind", "placement", "text", "published_at")


@dataclass(frozen=True)
class ShownNote:
    """A note in an article."""

    pk: int
    kind: str
    placement: str
    text: str
    at: datetime

    @property
    def label(self) -> str:
        """The word before its date."""
        return str(CorrectionKind(self.kind).label)

    @property
    def since(self) -> str:
        """The word beside the article's dates that points here."""
        return str(SINCE[self.kind])

    @property
    def anchor(self) -> str:
        """Where in the page it stands."""
        return f"correction-{self.pk}"

    @property
    def is_above(self) -> bool:
        """Whether readers meet it before the text."""
        return self.placement == Placement.TOP


def told() -> Subquery:
    """The notes of an edition's article, as a value beside the edition: an article page may ask no query more."""
    notes = Correction.objects.filter(article=OuterRef("article")).order_by().values("article")
    return Subquery(notes.annotate(rows=Rows(*TOLD)).values("rows"))


def of(edition: Edition) -> list[ShownNote]:
    """The notes that stand in an article, the newest first. A query only where ``told`` was not asked for."""
    if hasattr(edition, "told"):
        rows: Iterable[Any] = json.loads(edition.told or "[]")
    else:
        rows = Correction.objects.filter(article=edition.article_id).values_list(*TOLD)
    notes = [ShownNote(pk, kind, place, text, moment(at)) for pk, kind, place, text, at in rows]
    return sorted(notes, key=lambda note: (note.at, note.pk), reverse=True)


def beside_notice(edition: Edition) -> dict[str, Any]:
    """For the notice of a retraction: ``own``, the note that says the same, and ``earlier`` ones, which still stand."""
    notes = of(edition)
    own = next(
        (note for note in notes if note.kind == CorrectionKind.RETRACTION and note.at == edition.live_from), None
    )
    return {"own": own, "earlier": [note for note in notes if note != own]}


def _listed(at: datetime, language: str, kinds: Any, since: datetime, until: datetime) -> QuerySet[Correction, Any]:
    """Notes in a language, each with where its article stands now; those whose article is not spoken of are left out."""
    found = Correction.objects.filter(
        is_spoken_of(at, via="article__editions__"),
        language=language,
        kind__in=kinds,
        published_at__gte=since,
        published_at__lt=until,
    )
    return found.annotate(
        headline=F("article__editions__headline"),
        path=F("article__editions__path"),
        story_kind=F("article__editions__kind"),
        sponsor=F("article__editions__sponsor"),
        next_change=Subquery(Edition.objects.next_change(at)),
    )


listed = Paged(_listed, columns=("published_at", "id"))


def months(language: str, at: datetime, zone: ZoneInfo) -> list[datetime]:
    """The months in which something was corrected, the newest first."""
    found = Correction.objects.filter(is_spoken_of(at, via="article__editions__"), language=language)
    return list(found.datetimes("published_at", "month", order="DESC", tzinfo=zone))


def by_month(notes: Iterable[Any], zone: ZoneInfo) -> list[tuple[datetime, list[Any]]]:
    """The notes, each month of the outlet's calendar with its own; their order stays."""
    found: dict[datetime, list[Any]] = {}
    for note in notes:
        month = note.published_at.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        found.setdefault(month, []).append(note)
    return list(found.items())
