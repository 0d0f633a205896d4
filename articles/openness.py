"""What the paper says openly of its mistakes: all corrections, their feed, and what each story said before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import changes, paid, reading
from articles.cards import Frame
from articles.corrections import by_month, listed, months
from articles.delivery import deliver
from articles.models import Correction, CorrectionKind, Edition
from articles.stories import next_change
from articles.views import send
from outlet import languages

BEGINNING, END = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
MOST_IN_FEED = 50


@dataclass(frozen=True)
class Choice:
    """Which notes a reader wants to see: of a kind, of a month as ``2026-11``, or all."""

    kind: str
    month: str

    @classmethod
    def of(cls, request: HttpRequest) -> Choice:
        """From the address; raises ``Http404`` for what there cannot be."""
        made = cls(request.GET.get("kind", ""), request.GET.get("month", ""))
        if made.kind and made.kind not in CorrectionKind.values:
            raise Http404
        made.span(ZoneInfo("UTC"))
        return made

    @property
    def kinds(self) -> list[str]:
        return [self.kind] if self.kind else list(CorrectionKind.values)

    @property
    def query(self) -> str:
        """The choice as the end of an address."""
        return urlencode({name: value for name, value in (("kind", self.kind), ("month", self.month)) if value})

    def span(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """When the month begins and ends where the outlet is."""
        if not self.month:
            return BEGINNING, END
        try:
            first = datetime.strptime(self.month, "%Y-%m").replace(tzinfo=zone)
            following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
        except ValueError as trouble:
            raise Http404 from trouble
        return first, following


@require_safe
def corrections(request: HttpRequest, path: str, language: str = "") -> HttpResponse:
    """Every public note in a language, by month, newest first; of one kind or month where that is asked for."""
    language = language or languages.first_language()
    choice, now = Choice.of(request), timezone.now()
    frame = Frame.of(language)
    zone = frame.outlet.zone
    since, until = choice.span(zone)
    before = request.GET.get("before")
    notes, older = listed(before, at=now, language=language, kinds=choice.kinds, since=since, until=until)
    frame.translations = {code: f"{languages.prefix(code)}corrections/" for code in languages.codes()}
    context = {
        "months": by_month(notes, zone),
        "all_months": [(f"{month:%Y-%m}", month) for month in months(language, now, zone)],
        "kinds": CorrectionKind.choices,
        "choice": choice,
        "older": urlencode({"before": older}) + (f"&{choice.query}" if choice.query else "") if older else "",
        "is_whole": not (choice.query or before),
        "is_corrections": True,
        "policy": frame.menus.policies.get("corrections", ""),
    }
    return send(
        request, "articles/corrections.html", frame, context, keys=_keys(notes, language), until=next_change(notes)
    )


@require_safe
def feed(request: HttpRequest, path: str, language: str = "") -> HttpResponse:
    """The newest notes in a language as an Atom feed."""
    language = language or languages.first_language()
    now, frame, site = timezone.now(), Frame.of(language), settings.SITE_URL
    notes = listed.newest(
        most=MOST_IN_FEED, at=now, language=language, kinds=CorrectionKind.values, since=BEGINNING, until=END
    )
    name = frame.name.name
    made = Atom1Feed(
        title=_("%(name)s: corrections") % {"name": name},
        link=f"{site}{frame.home}corrections/",
        description="",
        language=language,
        feed_url=f"{site}{request.path}",
        author_name=name,
        feed_guid=_tag(f"corrections:{language}", frame.outlet.pk or 0),
    )
    with timezone.override(frame.outlet.zone):
        for note in notes:
            made.add_item(**_item(note, site, name))
        content = made.writeString("utf-8")
    response = HttpResponse(content, content_type="application/atom+xml; charset=utf-8")
    return deliver(request, response, keys={*_keys(notes, language), "site"}, until=next_change(notes))


@require_safe
def changed(request: HttpRequest, path: str) -> HttpResponse:
    """The editions of a public story, and what differs between two: the last two, or those that were chosen."""
    now = timezone.now()
    edition = Edition.objects.live(now).filter(path=f"/{path}").select_related("article").first()
    if edition is None:
        raise Http404
    frame = Frame.of(edition.language)
    found = changes.versions(edition.article_id, now)
    if not frame.outlet.shows_changes or len(found) < 2:
        raise Http404
    last = len(found)
    old, new = (_position(request, name, last) for name in ("from", "to"))
    if not old or not new:
        old, new = last - 1, last
    before, after = found[min(old, new) - 1], found[max(old, new) - 1]
    people = changes.authors([before.edition, after.edition])
    context = {
        "edition": edition,
        "versions": list(reversed(found)),
        "before": before,
        "after": after,
        "changes": changes.between(before.edition, after.edition, reading.names_of(people, frame.language)),
    }
    keys = {f"article-{edition.article_id}", *(f"author-{pk}" for pk in people)}
    until = Edition.objects.next_change(now).values_list("live_from", flat=True).first()
    return send(request, "articles/changes.html", frame, context, keys=keys, until=until)


def _position(request: HttpRequest, name: str, last: int) -> int:
    """A version by its position; 0 where none was chosen, and ``Http404`` where there is no such one."""
    asked = request.GET.get(name, "")
    if not asked:
        return 0
    positions = {str(position): position for position in range(1, last + 1)}
    if asked not in positions:
        raise Http404
    return positions[asked]


def _item(note: Any, site: str, name: str) -> dict[str, Any]:
    label = paid.label(note.story_kind, note.sponsor)
    return {
        "title": ": ".join(filter(None, [str(CorrectionKind(note.kind).label), label, note.headline])),
        "link": f"{site}{note.path}#{note.anchor}",
        "description": note.text,
        "unique_id": _tag("correction", note.pk),
        "pubdate": note.published_at,
        "updateddate": note.published_at,
        "author_name": name,
        "categories": [str(CorrectionKind(note.kind).label)],
    }


def _tag(what: str, number: int) -> str:
    """A name that stays whatever becomes of addresses (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},2026:{what}:{number}"


def _keys(notes: list[Correction], language: str) -> set[str]:
    return {f"corrections-{language}", *(f"article-{note.article_id}" for note in notes)}
