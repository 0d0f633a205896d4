"""The home of the desk: for each person what waits for them, and what the others are at.

Each panel asks a question of its own, all of them in one query; the rows that came of it are read in one more,
however many articles there are. ``of`` is what the home shows; what a higher app knows about the desk it adds to
``MORE``, or to ``ALONG`` where it can come along with the first query.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from activity.models import Entry
from articles.gathering import Rows
from articles.models import (
    Article,
    AuthorText,
    Byline,
    CarriedOn,
    Edition,
    LiveProblem,
    SectionText,
    WaitingNote,
    sections_kept_to,
)
from articles.slots import Piece
from articles.workflow import TABLE, Flag, Stage, Verb
from staff.models import User

ROWS = 8
# As ``str`` of a person says it, in SQL.
PERSON = Coalesce(NullIf(Trim(Concat("by__first_name", Value(" "), "by__last_name")), Value("")), F("by__username"))
WORK = {"is_pending": True}
# What higher apps tell a person below the first panel; nothing to one whom it does not concern.
MORE: list[Callable[[User], Piece | None]] = []


@dataclass(frozen=True)
class Along:
    """What a higher app tells without a query of its own.

    ``asks`` gives one row with ``told``, the text of a JSON array (``articles.gathering.Rows``), or None for one whom
    it does not concern; ``shows`` makes a piece of that array, which is empty where there was no row.
    """

    asks: Callable[[User], QuerySet[Any, Any] | None]
    shows: Callable[[list[Any]], Piece]


# By a name that no panel has.
ALONG: dict[str, Along] = {}


@dataclass
class Panel:
    """A list of articles with a title. ``more`` is the address of all of them, where there are more than shown."""

    name: str
    title: str | Promise
    empty: str | Promise
    rows: list[Any] = field(default_factory=list)
    has_more: bool = False
    more: str = ""


@dataclass(frozen=True)
class Question:
    """What a panel shows to whom. ``asks`` gives articles in order, or None for one whom it does not concern.

    They are articles that the person may open. ``more`` is how the list of articles is asked for all of them.
    """

    name: str
    title: str | Promise
    empty: str | Promise
    asks: Callable[[User], QuerySet[Article] | None]
    key: Callable[[Any], Any]
    more: str


@dataclass(frozen=True)
class Board:
    """The home of one person: the panels, and what higher apps tell."""

    panels: list[Panel]
    more: list[Piece]


def of(user: User) -> Board:
    """The panels of this person, in the order of the table below; those that would be empty say so."""
    asked = [(question, found) for question in QUESTIONS if (found := question.asks(user)) is not None]
    along = {name: found for name, each in ALONG.items() if (found := each.asks(user)) is not None}
    members, words = _members(asked, along) if asked else ({}, {})
    more = [piece for tell in MORE if (piece := tell(user))]
    more += [ALONG[name].shows(json.loads(words.get(name) or "[]")) for name in along]
    return Board(_panels(user, asked, members) if asked else [], more)


def _panels(user: User, asked: list[tuple[Question, QuerySet[Article]]], members: dict[str, list[int]]) -> list[Panel]:
    rows = {row.pk: row for row in _rows({number for numbers in members.values() for number in numbers})}
    shown = []
    for question, _found in asked:
        mine = sorted((rows[number] for number in members[question.name] if number in rows), key=question.key)
        more = f"{reverse('admin:articles_article_changelist')}?{question.more}"
        shown.append(Panel(question.name, question.title, question.empty, mine[:ROWS], len(mine) > ROWS, more))
    return [*shown, _problems(user)]


def _problems(user: User) -> Panel:
    """What the nightly preflight found in stories that readers have, the heaviest first; one query."""
    found = LiveProblem.objects.open().filter(_responsible_for(user, "article__")).select_related("article")
    rows = list(found[: ROWS + 1])
    return Panel("problems", _("Problems of live stories"), "", rows[:ROWS], len(rows) > ROWS)


def _members(
    asked: Iterable[tuple[Question, QuerySet[Article]]], along: dict[str, QuerySet[Any, Any]]
) -> tuple[dict[str, list[int]], dict[str, str]]:
    """The numbers of the articles of each panel, one more than it shows, and what comes along; one query."""
    parts: list[QuerySet[Any, Any]] = [
        Article.objects.filter(pk__in=found.values("pk")[: ROWS + 1])
        .order_by()
        .annotate(panel=Value(question.name), told=Value("", output_field=TextField()))
        .values_list("pk", "panel", "told")
        for question, found in asked
    ]
    nobody = Value(0, output_field=IntegerField())
    parts += [
        found.annotate(nobody=nobody, panel=Value(name)).values_list("nobody", "panel", "told")
        for name, found in along.items()
    ]
    members: dict[str, list[int]] = defaultdict(list)
    words: dict[str, str] = {}
    for number, name, said in parts[0].union(*parts[1:], all=True):
        if name in along:
            words[name] = said
        else:
            members[name].append(number)
    return members, words


def _rows(numbers: set[int]) -> Iterator[Any]:
    """The articles with all that a row tells of them; one query."""
    now = timezone.now()
    of_article = {"article": OuterRef("pk")}
    sent_back = Entry.objects.filter(
        subject_type=Article._meta.label_lower, subject_id=OuterRef("pk"), verb=Verb.SEND_BACK
    ).order_by("-at")
    found = (
        Article.objects.filter(pk__in=numbers)
        .select_related("saved_by", "claimed_by")
        .defer("body")
        .annotate(
            section_name=_name(SectionText, section=OuterRef("section")),
            public_path=Subquery(Edition.objects.live(now).filter(**of_article).values("path")[:1]),
            public_from=Subquery(Edition.objects.live(now).filter(**of_article).values("live_from")[:1]),
            ahead_from=Subquery(Edition.objects.ahead(now).filter(**of_article).values("live_from")[:1]),
            signed=_signed(),
            note=Subquery(sent_back.values("note")[:1]),
            note_by=Subquery(sent_back.annotate(name=PERSON).values("name")[:1]),
        )
    )
    for article in found:
        article.authors = [name for _order, _pk, name in sorted(json.loads(article.signed or "[]"))]  # type: ignore[attr-defined]
        yield article


def _signed() -> Subquery:
    """Who stands in the byline of an article: for each the place, the id and the name, as JSON."""
    name = Coalesce(NullIf(F("text"), Value("")), _name(AuthorText, author=OuterRef("author")))
    of_article = Byline.objects.filter(article=OuterRef("pk")).order_by().values("article")
    return Subquery(of_article.annotate(names=Rows("order", "id", name)).values("names"))


def _name(model: Any, **owner: Any) -> Coalesce:
    """The name of a thing in the language of the desk, else in any."""
    texts = model.objects.filter(**owner).order_by("id")
    here = texts.filter(language=get_language())
    return Coalesce(Subquery(here.values("name")[:1]), Subquery(texts.values("name")[:1]), Value(""))


# --- the questions ----------------------------------------------------------------------------


def _own_work(user: User) -> QuerySet[Article]:
    stages = (Stage.DRAFT, Stage.SENT_BACK)
    return Article.objects.written_by(user).filter(stage__in=stages, **WORK).order_by("-saved_at")


def _own_submitted(user: User) -> QuerySet[Article]:
    return Article.objects.written_by(user).filter(stage=Stage.SUBMITTED, **WORK).order_by("stage_since")


def _to_review(user: User) -> QuerySet[Article] | None:
    if not user.has_perm(TABLE[Verb.APPROVE].permission):
        return None
    return Article.objects.in_charge_of(user).filter(stage=Stage.SUBMITTED, **WORK).order_by("stage_since")


def _approved(user: User) -> QuerySet[Article] | None:
    if not user.has_perm(TABLE[Verb.PUBLISH].permission):
        return None
    return Article.objects.in_charge_of(user).filter(stage=Stage.APPROVED, **WORK).order_by("stage_since")


def _notes_to_read(user: User) -> QuerySet[Article] | None:
    """Articles on which a colleague proposes a public note that a second person must read."""
    if not user.has_perm(TABLE[Verb.CORRECT].permission):
        return None
    waiting = WaitingNote.objects.exclude(written_by=user).order_by("written_at")
    return Article.objects.in_charge_of(user).filter(pk__in=waiting.values("article")).order_by("saved_at")


def _carried_on(user: User) -> QuerySet[Article] | None:
    """Articles that were corrected, and whose wrong words may stand elsewhere still."""
    if not user.has_perm(TABLE[Verb.CORRECT].permission):
        return None
    places = CarriedOn.objects.open()
    return Article.objects.in_charge_of(user).filter(pk__in=places.values("correction__article")).order_by("saved_at")


def _flagged(desk: str) -> Callable[[User], QuerySet[Article] | None]:
    """What waits for a desk, for those who speak for it."""

    def asks(user: User) -> QuerySet[Article] | None:
        if not user.has_perm(f"articles.clear_{desk}_flag"):
            return None
        return Article.objects.visible_to(user).filter(**{f"{desk}_flag": Flag.REQUIRED}).order_by("saved_at")

    return asks


def _responsible_for(user: User, via: str = "") -> Q:
    """Which articles somebody leads as an editor, else those that they wrote. ``via`` leads to the article.

    Empty for an editor of all sections, so that nothing is asked of an archive that need not be.
    """
    if not user.has_perm("articles.change_any_article"):
        return Q(**{f"{via}pk__in": Article.objects.written_by(user).order_by().values("pk")})
    sections = sections_kept_to(user)
    return Q(**{f"{via}section__in": sections}) if sections else Q()


def _behind(user: User) -> QuerySet[Article]:
    live = Edition.objects.live().filter(article=OuterRef("pk"))
    return Article.objects.filter(_responsible_for(user), Exists(live), **WORK).order_by("-saved_at")


def _of_editions(user: User, editions: QuerySet[Edition]) -> QuerySet[Article]:
    """The articles of the first of these editions, as far as the person is responsible for them."""
    first = editions.filter(_responsible_for(user, "article__")).values("article")[: ROWS + 1]
    return Article.objects.filter(pk__in=first)


def _ahead(user: User) -> QuerySet[Article]:
    return _of_editions(user, Edition.objects.ahead())


def _lately(user: User) -> QuerySet[Article]:
    return _of_editions(user, Edition.objects.live().order_by("-live_from"))


def _newest_save_first(row: Any) -> Any:
    return -row.saved_at.timestamp()


def _longest_wait_first(row: Any) -> Any:
    return row.stage_since


QUESTIONS = (
    Question(
        "review", _("Waiting for review"), _("Nothing waits for review."), _to_review, _longest_wait_first,
        "stage=submitted",
    ),
    Question(
        "own", _("Your drafts"), _("No draft of yours is open."), _own_work,
        lambda row: (row.stage != Stage.SENT_BACK, -row.saved_at.timestamp()), "whose=mine",
    ),
    Question("submitted", _("Submitted by you"), "", _own_submitted, _longest_wait_first, "whose=mine&stage=submitted"),
    Question(
        "approved", _("Approved, not yet public"), _("Nothing is approved and waiting."), _approved,
        _longest_wait_first, "stage=approved&flag=pending",
    ),
    Question("notes", _("Public notes for a second person"), "", _notes_to_read, lambda row: row.saved_at, "flag=note"),
    Question(
        "carried", _("Corrected: where else do the words stand?"), "", _carried_on, lambda row: row.saved_at,
        "flag=carried",
    ),
    Question("legal", _("For the lawyers"), "", _flagged("legal"), lambda row: row.saved_at, "flag=legal"),
    Question(
        "picture", _("For the picture desk"), _("Nothing waits for the picture desk."), _flagged("picture"),
        lambda row: row.saved_at, "flag=picture",
    ),
    Question("behind", _("Live, with unpublished changes"), "", _behind, _newest_save_first, "public=changed"),
    Question(
        "ahead", _("Scheduled"), "", _ahead, lambda row: row.ahead_from or timezone.now(), "public=scheduled"
    ),
    Question(
        "lately", _("Published lately"), _("Nothing has been published yet."), _lately,
        lambda row: -row.public_from.timestamp() if row.public_from else 0, "public=live",
    ),
)  # fmt: skip
